import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { sqliteStore } from '#src/store/sqlite.ts'

const TIMES = 50
const folder = mkdtempSync(join(tmpdir(), 'footnote-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts a saver, kills it with SIGKILL a while after its first word, and tells what it had acknowledged. */
function killedSaver(file: string, owner: string, wait: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('saver.ts', import.meta.url))
    const child = spawn(process.execPath, [script, file, owner], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), wait)
      said += chunk
    })
    child.on('error', reject)
    // An unfinished line was not said.
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error('the saver ended by itself'))
    })
  })
}

it(`nothing acknowledged is lost by ${TIMES} kills in the middle of saving`, { timeout: 120_000 }, async () => {
  const file = join(folder, 'store.sqlite')
  const acknowledged = new Map<string, string[]>()
  for (let n = 0; n < TIMES; n += 2) {
    // Two at a time, so that one is often killed while the other writes.
    await Promise.all(
      [n, n + 1].map(async (one) => {
        acknowledged.set(`owner${one}`, await killedSaver(file, `owner${one}`, (one * 7) % 40))
      }),
    )
  }
  const store = sqliteStore(file)
  for (const [owner, said] of acknowledged) {
    const kept = (await store.dossier({ kind: 'person', id: owner })).map((entry) => entry.citation.id)
    expect(said.length).toBeGreaterThan(0)
    expect(kept.slice(0, said.length)).toEqual(said)
    // At most the one that was on the disk before it could be said.
    expect(kept.length).toBeLessThanOrEqual(said.length + 1)
  }
  await store.close()
  const db = new DatabaseSync(file)
  expect(db.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  db.close()
})
