/** A store file that can't be used: said in words, nothing lost, and used again once it can be. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '#src/store/migrations.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import type { Owner } from '#src/store/store.ts'
import { record } from './records.ts'

const ANNA: Owner = { kind: 'person', id: '1' }

describe('a store file', () => {
  let folder = ''
  let file = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footnote-faults-'))
    file = join(folder, 'store.sqlite')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function saved(): Promise<void> {
    const store = sqliteStore(file)
    await store.addToDossier(ANNA, record('a'))
    await store.close()
  }

  it.each(['begin immediate', 'pragma locking_mode = exclusive; begin exclusive'])(
    'that is locked (%s) is said to be, and works again afterwards',
    async (lock) => {
      await saved()
      const store = sqliteStore(file)
      const other = new DatabaseSync(file)
      other.exec(`${lock}; update dossier_entries set note = 'theirs'`)
      const refused = store.addToDossier(ANNA, record('b'))
      await expect(refused).rejects.toMatchObject({
        name: 'StoreError',
        fault: 'locked',
      })
      other.exec('commit')
      other.close()
      await store.addToDossier(ANNA, record('b'))
      expect((await store.dossier(ANNA)).map((entry) => entry.note)).toEqual(['theirs', null])
      await store.close()
    },
  )

  it.each([
    ['no database', () => writeFileSync(file, 'These are the minutes of the meeting.\n'.repeat(200))],
    ['cut short', () => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['overwritten in the middle', () => writeFileSync(file, readFileSync(file).fill(0xa5, 4096, 9000))],
  ])('that is damaged (%s) is said to be and left as it is', async (_, damage) => {
    await saved()
    damage()
    const before = readFileSync(file)
    const store = sqliteStore(file)
    for (let n = 0; n < 2; n++) {
      await expect(store.dossier(ANNA)).rejects.toMatchObject({
        fault: 'corrupt',
      })
      await expect(store.addToDossier(ANNA, record('b'))).rejects.toMatchObject({ fault: 'corrupt' })
      await expect(store.check()).rejects.toMatchObject({ fault: 'corrupt' })
    }
    await store.close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('whose rows are not what was saved is said to be damaged', async () => {
    await saved()
    const other = new DatabaseSync(file)
    other.exec(`update citations set record = '{"id": 1}'`)
    other.close()
    const store = sqliteStore(file)
    await expect(store.dossier(ANNA)).rejects.toMatchObject({ fault: 'corrupt' })
    await store.close()
  })

  it('of a newer version is not touched', async () => {
    await saved()
    const other = new DatabaseSync(file)
    other.exec(`pragma user_version = ${MIGRATIONS.length + 1}`)
    other.close()
    const before = readFileSync(file)
    const store = sqliteStore(file)
    await expect(store.dossier(ANNA)).rejects.toMatchObject({
      fault: 'newer',
    })
    await store.close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('of another program is not touched', async () => {
    const other = new DatabaseSync(file)
    other.exec('create table bookmarks (url text)')
    other.close()
    const before = readFileSync(file)
    const store = sqliteStore(file)
    await expect(store.remember([record('a')])).rejects.toMatchObject({ fault: 'foreign' })
    await store.close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('that is empty, or made by two processes at once, is made ready', async () => {
    appendFileSync(file, '')
    const [one, two] = [sqliteStore(file), sqliteStore(file)]
    await one.addToDossier(ANNA, record('a'))
    await two.addToDossier(ANNA, record('b'))
    expect(await one.dossier(ANNA)).toEqual(await two.dossier(ANNA))
    expect(await one.dossier(ANNA)).toHaveLength(2)
    await one.close()
    await two.close()
  })

  it('that can’t be there at all is said to be out of reach', async () => {
    writeFileSync(file, '')
    const store = sqliteStore(join(file, 'in', 'a', 'file.sqlite'))
    await expect(store.dossier(ANNA)).rejects.toMatchObject({
      fault: 'unavailable',
    })
    await store.close()
  })

  it('that may only be read is read, and nothing is saved', async () => {
    await saved()
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    // Rights mean nothing to root, so somebody else looks at it.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const script = fileURLToPath(new URL('read-only.ts', import.meta.url))
    const child = spawnSync(process.execPath, [script, file], { ...nobody, encoding: 'utf8', env: {} })
    chmodSync(folder, 0o755)
    expect(child.stderr).toBe('')
    expect(JSON.parse(child.stdout)).toEqual({
      ids: ['a'],
      fault: 'read-only',
    })
  })
})
