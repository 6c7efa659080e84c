/** From a folder into PostgreSQL, and from there to a library; the folder itself is not needed to answer. */
import { CorpusError } from '../corpus/load.ts'
import { readSheet } from '../corpus/read.ts'
import { corpusVersion } from '../corpus/version.ts'
import type { Database } from '../database/database.ts'
import type { TermIndex } from '../search/index-terms.ts'
import { MiniSearchEngine } from '../search/minisearch.ts'
import { PostgresEngine } from '../search/postgres.ts'
import { type CorpusFile, type Published, publish, publishedFiles, termsVersion } from '../search/published.ts'
import { type Library, openLibrary } from './library.ts'
import { findersOf, openCorpus, ownTopics, wordsOf } from './open.ts'

const TOPICS = 'topics.yaml'

export interface Opened {
  readonly library: Library
  /** False where the program that published it analyses words otherwise; passages are then found in this process. */
  readonly shared: boolean
}

/**
 * Publishes the fact sheets of a folder, with its own topics where it has some.
 * @returns null where they are what is published already
 * @throws CorpusError where the folder can't be answered from; nothing is published then
 */
export async function publishFolder(database: Database, folder: string): Promise<Published | null> {
  const { sheets, index } = await openCorpus(folder)
  const topics = await ownTopics(folder)
  const files: CorpusFile[] = sheets.map(({ file, text }) => ({ name: file, content: text }))
  if (topics !== null) files.push({ name: TOPICS, content: topics })
  return publish(database, corpusVersion(sheets), files, index)
}

/** @throws CorpusError where a file that was published can't be read by this program */
export async function openPublished(database: Database, published: Published): Promise<Opened> {
  const files = await publishedFiles(database, published)
  const { vocabulary, lexicon } = await wordsOf(files.find(({ name }) => name === TOPICS)?.content ?? null)
  const finders = findersOf(vocabulary)
  const results = files
    .filter(({ name }) => name !== TOPICS)
    .map(({ name, content }) => readSheet(name, content, finders))
  const faults = results.flatMap((result) => (result.ok ? [] : result.faults))
  if (faults.length > 0) throw new CorpusError(faults)
  let shared = true
  const engineOf = (index: TermIndex) => {
    shared = termsVersion(index) === published.terms
    return shared ? new PostgresEngine(database, published.number, index) : new MiniSearchEngine(index)
  }
  const sheets = results.flatMap((result) => (result.ok ? [result.sheet] : []))
  return { library: openLibrary(sheets, vocabulary, lexicon, engineOf), shared }
}
