/** A corpus in PostgreSQL that changes under a running process, and standbys that do not know it yet. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPublished, publishFolder } from '#src/answer/published.ts'
import { generateSheets } from '#src/cli/bench/generate.ts'
import { botOver } from '#src/cli/open-bot.ts'
import { respondTo } from '#src/cli/respond.ts'
import { readConfig } from '#src/config.ts'
import { SentenceCache } from '#src/corpus/sentence-cache.ts'
import { splitSentences } from '#src/corpus/sentences.ts'
import { Database } from '#src/database/database.ts'
import { createLog } from '#src/main/log.ts'
import { openPublishedKnowledge } from '#src/main/published.ts'
import { currentCorpus } from '#src/search/published.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, type Server, startPostgres } from '../support/postgres.ts'

const peru = (body: string) => corpusOf({ 'peru.md': sheetOf({ countries: '[PE]' }, body) })

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'a published corpus', () => {
  let cluster: Cluster
  let standby: Server
  let primary: Database
  let behind: Database
  const both = () => `postgres://postgres@127.0.0.1:${standby.port},127.0.0.1:${cluster.primary.port}/postgres`
  beforeAll(async () => {
    cluster = await startPostgres()
    standby = await cluster.primary.replica('standby')
    primary = new Database(cluster.primary.url(), { queryWithin: 20_000 })
    behind = new Database(standby.url())
  }, 60_000)
  afterAll(async () => {
    await Promise.all([primary?.close(), behind?.close()])
    await cluster?.stop()
  })
  const publish = async (folder: string) => {
    const published = await publishFolder(primary, folder)
    if (published === null) throw new Error('nothing new was published')
    return published
  }
  /** Until the standby has all that the primary has. */
  const level = async (number: number) =>
    expect.poll(async () => (await currentCorpus(behind))?.number, { timeout: 10_000 }).toBe(number)
  const pause = (what: 'pause' | 'resume') => behind.read((sql) => sql.query(`select pg_wal_replay_${what}()`))

  it('is read and searched where it is, while a standby has not got it yet', async () => {
    await level((await publish(peru('INL trained 12 divers in Peru.'))).number)
    await pause('pause')
    const published = await publish(peru('INL trained 21 divers in Peru.'))
    const database = new Database(both())
    for (const _ of [1, 2, 3, 4]) {
      const { library, shared } = await openPublished(database, published)
      expect(shared).toBe(true)
      const { answer } = await respondTo('/program country:peru topic:divers', botOver(library))
      expect(answer.excerpts[0]?.sheet.text).toContain('21 divers')
    }
    await database.close()
    await pause('resume')
    await level(published.number)
  })

  it('is taken up by a running process, which never goes back to one before', { timeout: 20_000 }, async () => {
    await level((await publish(peru('INL trained 30 divers in Peru.'))).number)
    await pause('pause')
    const newer = await publish(peru('INL trained 31 divers in Peru.'))
    const opened: unknown[] = []
    const log = createLog(readConfig({}), (line) => opened.push(JSON.parse(line).corpus))
    const options = { log, onWaiting: () => undefined, cache: null, lookEvery: 20 }
    const knowledge = await openPublishedKnowledge({ databaseUrl: both(), ...options })
    // Until it holds the newer one, from whichever host it was asked first; the standby goes on telling the older.
    const last = () => opened.at(-1)
    if (last() !== newer.number) {
      await pause('resume')
      await expect.poll(last, { timeout: 5000 }).toBe(newer.number)
    } else await sleep(300)
    const before = opened.length
    await pause('resume')
    const newest = await publish(peru('INL trained 32 divers in Peru.'))
    await expect.poll(last, { timeout: 5000 }).toBe(newest.number)
    expect(opened).toHaveLength(before + 1)
    expect(knowledge.figures()).toMatchObject({ version: newest.version, sheets: 1 })
    expect(knowledge.fault()).toBeNull()
    await knowledge.stop()
  })

  it('stays while a process answers from it, however many come after it, and goes when none does', async () => {
    const published = await publish(peru('INL trained 40 divers in Peru.'))
    const log = createLog(readConfig({ LOG_LEVEL: 'silent' }))
    const options = { log, onWaiting: () => undefined, cache: null, lookEvery: 60_000 }
    const knowledge = await openPublishedKnowledge({ databaseUrl: cluster.primary.url(), ...options })
    const held = 'select from corpora_held where corpus = $1'
    const there = (text: string) => primary.read((sql) => sql.query(text, [published.number]))
    await expect.poll(() => there(held), { timeout: 5000 }).toHaveLength(1)
    for (const divers of [41, 42, 43, 44]) await publish(peru(`INL trained ${divers} divers in Peru.`))
    const { answer } = await respondTo('/program country:peru topic:divers', botOver(knowledge.library()))
    expect(answer.excerpts[0]?.sheet.text).toContain('40 divers')
    await knowledge.stop()
    await primary.write((sql) => sql.query(`update corpora_held set seen = seen - interval '1 hour'`))
    await publish(peru('INL trained 45 divers in Peru.'))
    expect(await there('select from corpora where number = $1')).toEqual([])
  })

  it('is another where only its topics are', async () => {
    const sheet = { 'peru.md': sheetOf({ countries: '[PE]' }, 'INL trained 12 divers in Peru.') }
    const topics = readFileSync(`${REAL_CORPUS}/topics.yaml`, 'utf8')
    const before = await publish(corpusOf({ ...sheet, 'topics.yaml': topics }))
    const named = topics.replace(/^(\s*)name: .*$/m, '$1name: Frogmen')
    expect(named).not.toBe(topics)
    const after = await publish(corpusOf({ ...sheet, 'topics.yaml': named }))
    expect(after.number).toBeGreaterThan(before.number)
    const { library } = await openPublished(primary, after)
    expect(library.vocabulary.topics.map(({ name }) => name)).toContain('Frogmen')
    expect(await publishFolder(primary, corpusOf({ ...sheet, 'topics.yaml': named }))).toBeNull()
  })

  it('may hold a passage of more words than PostgreSQL takes in one, found by those at its beginning', async () => {
    const words = Array.from({ length: 6000 }, (_, at) => `${'wo'.repeat(100)}${at.toString(36)}`).join(' ')
    const published = await publish(peru(`Divers were trained. ${words}.`))
    const { library } = await openPublished(primary, published)
    expect(await library.engine.candidates([{ term: 'diver', weight: 1 }], 10)).toHaveLength(1)
  })

  it('is refused with a sentence where it holds what PostgreSQL can’t', async () => {
    await expect(publishFolder(primary, peru('INL trained\n12 divers\0 in Peru.'))).rejects.toThrow(
      /peru\.md:\d+: .*number 0.*Cure: /,
    )
  })

  it('is opened in turns with the questions that wait, and what has not changed not again', async () => {
    const files = Object.fromEntries(generateSheets(600).map(({ file, text }) => [file, text]))
    const published = await publish(corpusOf(files))
    let turns = 0
    let opening = true
    const others = (async () => {
      for (; opening; turns += 1) await turn()
    })()
    const split: string[] = []
    const sentences = await SentenceCache.open(null, async (texts) => {
      split.push(...texts)
      return texts.map(splitSentences)
    })
    const before = await openPublished(primary, published, { sentences })
    opening = false
    await others
    expect(turns).toBeGreaterThan(10)

    const read = split.length
    const more = await publish(corpusOf({ ...files, 'peru.md': sheetOf({}, 'INL trained 12 divers in Peru.') }))
    const after = await openPublished(primary, more, { sentences, before })
    expect(split.slice(read)).toEqual(['INL trained 12 divers in Peru.'])
    expect(after.library.sheets).toHaveLength(before.library.sheets.length + 1)
    // Sheets that come and go make no difference to where passages are found.
    const back = await openPublished(primary, await publish(corpusOf(files)), { sentences, before: after })
    expect([before.shared, after.shared, back.shared]).toEqual([true, true, true])
    await publish(REAL_CORPUS)
  })
})
