/** What any engine has to do; and that it makes no difference to an answer which one it is. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Library } from '#src/answer/library.ts'
import type { Answer } from '#src/answer/model.ts'
import { openCorpus } from '#src/answer/open.ts'
import { openPublished, publishFolder } from '#src/answer/published.ts'
import { withCorpus } from '#src/cli/eval/corpora.ts'
import { botOver } from '#src/cli/open-bot.ts'
import { respondTo } from '#src/cli/respond.ts'
import { Database } from '#src/database/database.ts'
import { MiniSearchEngine } from '#src/search/minisearch.ts'
import { currentCorpus } from '#src/search/published.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, startPostgres } from '../support/postgres.ts'

function firstOf({ outcome, reason, answer, excerpts }: Answer): string {
  const said = answer === null ? null : excerpts[0]?.sheet.text.slice(answer.start, answer.end)
  return JSON.stringify([outcome, reason, said])
}

const ODD = { "it's": 1, '\\': 1, 'a&b|!c': 1, ':*': 1, '': 1, ['x'.repeat(5000)]: 1, 'nul\0': 1 }

function engineContract(name: string, open: () => Promise<Library>): void {
  describe(name, () => {
    let library: Library
    beforeAll(async () => {
      library = await open()
    })
    const find = (terms: Readonly<Record<string, number>>, limit = 10) =>
      library.engine.candidates(
        Object.entries(terms).map(([term, weight]) => ({ term, weight })),
        limit,
      )
    const textAt = (position: number) => library.index.passages[position]?.passage.reading.text ?? ''

    it('finds passages that hold any of the terms, best first', async () => {
      const found = await find({ border: 1, narcot: 1 }, 5)
      expect(found).toHaveLength(5)
      for (const { position } of found) expect(textAt(position)).toMatch(/border|narcot/i)
      const scores = found.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((one, other) => other - one))
    })

    it('holds a rare term for more than a common one, and a heavy one for more than a light one', async () => {
      const rare =
        [...library.index.terms()].find((term) => library.index.documents(library.index.id(term)) === 1) ?? ''
      const common = [...library.index.terms()].sort(
        (one, other) =>
          library.index.documents(library.index.id(other)) - library.index.documents(library.index.id(one)),
      )[0]
      const [best] = await find({ [common ?? '']: 0.2, [rare]: 1 })
      const entry = library.index.passages[best?.position ?? -1]
      expect(entry?.body.includes(library.index.id(rare)) || entry?.heading.includes(library.index.id(rare))).toBe(true)
    })

    it('finds nothing for no term, an unknown one or an odd one', async () => {
      expect(await find({})).toEqual([])
      expect(await find({ zanzibarella: 1 })).toEqual([])
      expect(await find(ODD)).toEqual([])
    })
  })
}

engineContract('MiniSearch', () => openCorpus(REAL_CORPUS))

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'in PostgreSQL', () => {
  let cluster: Cluster
  let database: Database
  beforeAll(async () => {
    cluster = await startPostgres()
    database = new Database(cluster.primary.url(), { queryWithin: 20_000 })
    await publishFolder(database, REAL_CORPUS)
  })
  afterAll(async () => {
    await database?.close()
    await cluster?.stop()
  })
  const current = async () => {
    const published = await currentCorpus(database)
    if (published === null) throw new Error('nothing is published')
    return published
  }
  const open = async () => (await openPublished(database, await current())).library

  engineContract('PostgreSQL', open)

  it.each([
    { name: 'seeds', file: 'questions.jsonl', least: 200 },
    { name: 'other', file: 'other/questions.jsonl', least: 150 },
  ] as const)(
    'answers the questions over the corpus $name as MiniSearch does',
    async ({ name, file, least }) => {
      const row = z.object({ input: z.string() })
      const inputs = readFileSync(new URL(`../golden/${file}`, import.meta.url), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => row.parse(JSON.parse(line)).input)
      const differing = await withCorpus(name, async ({ folder, library }) => {
        await publishFolder(database, folder)
        const bots = [botOver(library), botOver(await open())]
        const told: string[] = []
        for (const input of inputs) {
          const [one, other] = await Promise.all(bots.map(async (bot) => firstOf((await respondTo(input, bot)).answer)))
          if (one !== other) told.push(input)
        }
        return told
      })
      await publishFolder(database, REAL_CORPUS)
      expect(inputs.length).toBeGreaterThan(least)
      // The same sentence, or the same refusal for the same reason.
      expect(differing).toEqual([])
      // Some three hundred questions to a database take long on a machine that is busy otherwise.
    },
    120_000,
  )

  it('publishes what is new as another corpus, and what is not new not again', async () => {
    const before = await current()
    const folder = corpusOf({ 'peru.md': sheetOf({ countries: '[PE]' }, 'INL trained 12 divers in Peru.') })
    expect(await publishFolder(database, REAL_CORPUS)).toBeNull()
    const old = await open()
    const published = await publishFolder(database, folder)
    expect(await current()).toEqual(published)
    expect(published?.number).toBeGreaterThan(before.number)
    const answer = await respondTo('/program country:peru topic:divers', botOver(await open()))
    expect(answer.answer.excerpts[0]?.sheet.file).toBe('peru.md')
    // Who has not seen the new one yet goes on with the one before.
    expect(await old.engine.candidates([{ term: 'border', weight: 1 }], 3)).toHaveLength(3)
    await publishFolder(database, REAL_CORPUS)
    expect((await current()).version).toBe(before.version)
  })

  it('publishes nothing of a folder with a fault', async () => {
    const before = await current()
    const folder = corpusOf({ 'peru.md': '---\nnonsense: 1\n---\n\nText.\n' })
    await expect(publishFolder(database, folder)).rejects.toThrow('peru.md')
    expect(await current()).toEqual(before)
  })

  it('searches in the process where another program analysed the words', async () => {
    const opened = await openPublished(database, { ...(await current()), terms: 'of another program' })
    expect(opened.shared).toBe(false)
    expect(opened.library.engine).toBeInstanceOf(MiniSearchEngine)
  })
})
