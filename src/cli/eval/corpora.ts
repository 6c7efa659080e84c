/** The corpora that the known answers are over; all but the project's own are made afresh, as a keeper would make them. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { addSources } from '#src/corpus/import/add.ts'
import { readFacts } from '#src/corpus/import/facts.ts'
import { sourcesOf } from '#src/corpus/import/sources.ts'
import { countryName } from '#src/corpus/places/countries.ts'
import { findPlaces } from '#src/corpus/places/prose.ts'
import { type CorpusName, GOLDEN } from './rows.ts'

const OWN_CORPUS = fileURLToPath(new URL('../../../corpus/', import.meta.url))
/** The day the added sheets say they were retrieved; fixed, so that two runs read the same corpus. */
const ADDED = '2026-11-22'

export interface Corpus {
  readonly name: CorpusName
  /** Where its fact sheets stand as long as the evaluation runs. */
  readonly folder: string
  readonly library: Library
  /** The fact sheet's file that a source text became. */
  fileOf(text: string): string
}

/** Hands a corpus to `use` and cleans up after it. */
export async function withCorpus<T>(name: CorpusName, use: (corpus: Corpus) => Promise<T>): Promise<T> {
  if (name === 'seeds') {
    const fileOf = (text: string) => text.replace(/\.txt$/, '.md')
    return use({ name, folder: OWN_CORPUS, library: await openCorpus(OWN_CORPUS), fileOf })
  }
  const folder = await mkdtemp(join(tmpdir(), 'footnote-eval-'))
  try {
    const files = await addTexts(name, folder)
    return await use({
      name,
      folder,
      library: await openCorpus(folder),
      fileOf: (text) => files.get(text) ?? text,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Adds the texts written for the evaluation by the importer's own door. */
async function addTexts(name: CorpusName, folder: string): Promise<ReadonlyMap<string, string>> {
  const read = readFacts('sources.yaml', await readFile(join(GOLDEN, name, 'sources.yaml'), 'utf8'))
  if (!read.ok) throw new Error(`test/golden/${name}/sources.yaml cannot be read`)
  const { sources } = await sourcesOf([join(GOLDEN, name)])
  const files = new Map<string, string>()
  const countries = { find: (text: string) => findPlaces(text), name: countryName }
  for await (const added of addSources(sources, { folder, facts: read.facts, countries, today: ADDED, write: true })) {
    if (!added.ok) throw new Error(`${added.source} was not added: ${added.message}`)
    files.set(basename(added.source), added.file)
  }
  return files
}
