/** What every engine has to do, whatever it is made of. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DOSSIER_LIMIT, NOTE_LIMIT, type Owner, type Store } from '#src/store/store.ts'
import { record } from './records.ts'

export interface Engine {
  /** An empty store; `now` is its clock. */
  open(now: () => Date): Promise<Store>
  /** The same data, opened anew; null for an engine that keeps nothing. */
  reopen: ((store: Store, now: () => Date) => Promise<Store>) | null
}

const ANNA: Owner = { kind: 'person', id: '1' }
const BEN: Owner = { kind: 'person', id: '2' }
const CHANNEL: Owner = { kind: 'channel', id: '1' }

export function storeContract(name: string, engine: Engine): void {
  describe(name, () => {
    let store: Store
    let day = '2026-11-22'
    const now = (): Date => new Date(`${day}T10:00:00Z`)
    const ids = async (owner: Owner): Promise<string[]> =>
      (await store.dossier(owner)).map((entry) => entry.citation.id)

    beforeEach(async () => {
      store = await engine.open(now)
    })
    afterEach(async () => {
      await store.close()
    })

    it('remembers the words behind an id, the newest record of it', async () => {
      await store.remember([record('a.b.1'), record('a.b.2')])
      await store.remember([{ ...record('a.b.1'), start: 7 }])
      await store.remember([])
      expect(await store.recall('a.b.1')).toEqual({ ...record('a.b.1'), start: 7 })
      expect(await store.recall('a.b.2')).toEqual(record('a.b.2'))
      expect(await store.recall('a.b.3')).toBeNull()
    })

    it('keeps each collection to its owner', async () => {
      await store.addToDossier(ANNA, record('a'))
      await store.addToDossier(CHANNEL, record('b'))
      expect([await ids(ANNA), await ids(CHANNEL), await ids(BEN)]).toEqual([['a'], ['b'], []])
      const [entry] = await store.dossier(ANNA)
      if (entry === undefined) throw new Error('nothing saved')
      expect(entry).toEqual({
        entry: entry.entry,
        position: 1,
        citation: record('a'),
        note: null,
        added: '2026-11-22T10:00:00.000Z',
      })
      for (const other of [BEN, CHANNEL]) {
        await expect(store.removeFromDossier(other, entry.entry)).rejects.toMatchObject({ fault: 'no-such-entry' })
        await expect(store.noteInDossier(other, entry.entry, 'x')).rejects.toMatchObject({ fault: 'no-such-entry' })
        await expect(store.moveInDossier(other, entry.entry, 1)).rejects.toMatchObject({ fault: 'no-such-entry' })
      }
      expect(await store.clearDossier(BEN)).toBe(0)
      expect(await ids(ANNA)).toEqual(['a'])
    })

    it('saves a citation once', async () => {
      const first = await store.addToDossier(ANNA, record('a'))
      await store.addToDossier(ANNA, record('b'))
      const again = await store.addToDossier(ANNA, record('a'))
      expect([first.isNew, again.isNew, again.entry.position]).toEqual([true, false, 1])
      expect(await ids(ANNA)).toEqual(['a', 'b'])
    })

    it('keeps a note, changes it and takes it away', async () => {
      const { entry } = await store.addToDossier(ANNA, record('a'))
      const note = async (): Promise<string | null | undefined> => (await store.dossier(ANNA))[0]?.note
      await store.noteInDossier(ANNA, entry.entry, '  for “chapter” 2 ')
      expect(await note()).toBe('for “chapter” 2')
      await store.noteInDossier(ANNA, entry.entry, ' ')
      expect(await note()).toBeNull()
      await store.noteInDossier(ANNA, entry.entry, 'x'.repeat(NOTE_LIMIT))
      await expect(store.noteInDossier(ANNA, entry.entry, 'x'.repeat(NOTE_LIMIT + 1))).rejects.toMatchObject({
        fault: 'note-too-long',
      })
      expect(await note()).toHaveLength(NOTE_LIMIT)
    })

    it('behaves as a list does, whatever is done in whatever order', async () => {
      const step = fc.oneof(
        fc.record({ do: fc.constant('add' as const), id: fc.nat(9) }),
        fc.record({ do: fc.constant('move' as const), at: fc.nat(12), to: fc.integer({ min: -2, max: 14 }) }),
        fc.record({ do: fc.constant('remove' as const), at: fc.nat(12) }),
      )
      let round = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
          const owner: Owner = { kind: 'person', id: `list ${round++}` }
          const model: string[] = []
          for (const one of steps) {
            const entries = await store.dossier(owner)
            const target = 'at' in one ? entries[one.at] : undefined
            if (one.do === 'add') {
              await store.addToDossier(owner, record(`c${one.id}`))
              if (!model.includes(`c${one.id}`)) model.push(`c${one.id}`)
            } else if (target === undefined) continue
            else if (one.do === 'remove') {
              await store.removeFromDossier(owner, target.entry)
              model.splice(target.position - 1, 1)
            } else {
              await store.moveInDossier(owner, target.entry, one.to)
              model.splice(Math.max(0, one.to - 1), 0, ...model.splice(target.position - 1, 1))
            }
          }
          const entries = await store.dossier(owner)
          expect(entries.map((entry) => entry.citation.id)).toEqual(model)
          expect(entries.map((entry) => entry.position)).toEqual(model.map((_, at) => at + 1))
        }),
        { numRuns: 20 },
      )
    })

    it(`holds ${DOSSIER_LIMIT} entries and says so at the next`, async () => {
      for (let at = 0; at < DOSSIER_LIMIT; at++) await store.addToDossier(ANNA, record(`c${at}`))
      const refused = store.addToDossier(ANNA, record('one more'))
      await expect(refused).rejects.toMatchObject({ fault: 'dossier-full' })
      expect((await store.addToDossier(ANNA, record('c7'))).isNew).toBe(false)
      expect((await store.addToDossier(BEN, record('one more'))).isNew).toBe(true)
      expect(await ids(ANNA)).toHaveLength(DOSSIER_LIMIT)
      expect(await store.clearDossier(ANNA)).toBe(DOSSIER_LIMIT)
      expect(await ids(ANNA)).toEqual([])
    })

    it('counts questions without an answer, and knows of nobody who asked', async () => {
      day = '2026-11-20'
      await store.addGap('helicopters mexico', 'country-not-covered')
      await store.addGap('drones', 'topic-not-covered')
      day = '2026-11-22'
      await store.addGap('helicopters mexico', 'country-not-covered')
      await store.addGap('helicopters', 'topic-not-covered')
      expect(await store.gaps(10)).toEqual([
        {
          words: 'helicopters mexico',
          reason: 'country-not-covered',
          count: 2,
          first: '2026-11-20',
          last: '2026-11-22',
        },
        { words: 'helicopters', reason: 'topic-not-covered', count: 1, first: '2026-11-22', last: '2026-11-22' },
        { words: 'drones', reason: 'topic-not-covered', count: 1, first: '2026-11-20', last: '2026-11-20' },
      ])
      expect(await store.gaps(1)).toHaveLength(1)
    })

    it('keeps settings by server', async () => {
      await store.setSetting('s1', 'language', 'en')
      await store.setSetting('s1', 'language', 'fr')
      await store.setSetting('s1', '__proto__', 'x')
      await store.setSetting('s2', 'digest', 'weekly')
      await store.setSetting('s2', 'digest', null)
      expect(Object.entries(await store.settings('s1')).sort()).toEqual([
        ['__proto__', 'x'],
        ['language', 'fr'],
      ])
      expect(await store.settings('s2')).toEqual({})
    })

    it('takes any text as it is', async () => {
      let round = 0
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 50 }), async (text) => {
          const owner: Owner = { kind: 'channel', id: `${text} ${round++}` }
          const { entry } = await store.addToDossier(owner, record('odd', `'; drop table citations; -- ${text}`))
          await store.noteInDossier(owner, entry.entry, `n${text}n`)
          const [saved] = await store.dossier(owner)
          expect(saved?.note).toBe(`n${text}n`)
          expect(saved?.citation.text).toBe(`'; drop table citations; -- ${text}`)
        }),
        { numRuns: 30 },
      )
    })

    it('rejects everything once closed', async () => {
      await store.close()
      await expect(store.dossier(ANNA)).rejects.toMatchObject({ fault: 'unavailable' })
      await expect(store.remember([record('a')])).rejects.toMatchObject({ fault: 'unavailable' })
      await expect(store.check()).rejects.toMatchObject({ fault: 'unavailable' })
    })

    it.runIf(engine.reopen !== null)('has everything after a restart', async () => {
      await store.addToDossier(ANNA, record('a'))
      await store.setSetting('s1', 'language', 'en')
      await store.addGap('drones', 'topic-not-covered')
      const before = [await store.dossier(ANNA), await store.settings('s1'), await store.gaps(5)]
      store = (await engine.reopen?.(store, now)) ?? store
      expect([await store.dossier(ANNA), await store.settings('s1'), await store.gaps(5)]).toEqual(before)
      await store.check()
    })
  })
}
