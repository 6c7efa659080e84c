/** The fact sheets of this repository are what the importer makes of what was received. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '#src/corpus/front-matter.ts'
import { addSources } from '#src/corpus/import/add.ts'
import type { Facts } from '#src/corpus/import/facts.ts'
import { readOriginals } from '#src/corpus/import/originals.ts'
import { sourcesOf } from '#src/corpus/import/sources.ts'
import { countryName, findPlaces } from '#src/corpus/places/index.ts'
import { REAL_CORPUS, temporaryFolder } from '#test/support/corpus.ts'

const index = await readOriginals(REAL_CORPUS)
const countries = { find: (text: string) => findPlaces(text), name: countryName }

describe.each(Object.entries(index))('%s', (file, { original, sha256 }) => {
  const path = join(REAL_CORPUS, 'originals', original)

  test('has the original that its hash says', async () => {
    expect(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ).toBe(sha256)
  })

  test('is what its original gives, with title and countries told from the text', async () => {
    const sheet = await readFile(join(REAL_CORPUS, file), 'utf8')
    const front = readFrontMatter(file, sheet)
    if (!front.ok) throw new Error(JSON.stringify(front.faults))
    const { publisher, url, date, notBefore, retrieved } = front.meta
    const known: Facts = {
      publisher: publisher ?? undefined,
      url: url ?? undefined,
      date: date ?? undefined,
      not_before: notBefore ?? undefined,
    }
    const { sources } = await sourcesOf([path])
    const facts = new Map([[original, known]])
    const options = { folder: temporaryFolder(), facts, countries, today: retrieved ?? '', write: false }
    for await (const result of addSources(sources, options))
      expect(result).toMatchObject({ ok: true, file, text: sheet })
  })
})

test('each of the five has one', () => {
  expect(Object.keys(index)).toHaveLength(5)
})
