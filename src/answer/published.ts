/** From a folder into PostgreSQL, and from there to a library; the folder itself is not needed to answer. */
import type { Fault } from '../corpus/fault.ts'
import { CorpusError } from '../corpus/load.ts'
import type { FactSheet } from '../corpus/model.ts'
import { type Finders, readSheet } from '../corpus/read.ts'
import { SentenceCache } from '../corpus/sentence-cache.ts'
import { inTurns, type Steps } from '../corpus/turns.ts'
import { corpusVersion } from '../corpus/version.ts'
import type { Database } from '../database/database.ts'
import type { SearchEngine } from '../search/engine.ts'
import type { TermIndex } from '../search/index-terms.ts'
import { MiniSearchEngine } from '../search/minisearch.ts'
import { PostgresEngine } from '../search/postgres.ts'
import { type CorpusFile, namingTerms, type Published, publish, publishedFiles } from '../search/published.ts'
import { type Library, openingLibrary } from './library.ts'
import { findersOf, openCorpus, ownTopics, type Words, wordsOf } from './open.ts'

const TOPICS = 'topics.yaml'

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
  const faults = files.flatMap(unstorable)
  if (faults.length > 0) throw new CorpusError(faults)
  return publish(database, corpusVersion(sheets), files, index)
}

/** PostgreSQL's text holds every character but the one with the number 0. */
function unstorable({ name, content }: CorpusFile): readonly Fault[] {
  const at = content.indexOf('\0')
  if (at < 0) return []
  const line = content.slice(0, at).split('\n').length
  const message = 'there is a character with the number 0, which PostgreSQL can’t hold.'
  return [{ file: name, line, key: null, message, cure: 'Delete it; it is not visible in most editors.' }]
}

/** What is known already when another corpus is opened. */
export interface KnownPublished {
  readonly library: Library
  readonly words: Words
  /** The text of its own vocabulary; null where it has none. */
  readonly topics: string | null
}

export interface OpenedPublished extends KnownPublished {
  /** False where the program that published it analyses words otherwise; passages are then found in this process. */
  readonly shared: boolean
}

/**
 * Opens a published corpus, giving way to questions meanwhile. What it shares with the one before is not read again.
 * @throws CorpusError where a file that was published can't be read by this program
 */
export async function openPublished(
  database: Database,
  published: Published,
  known: { readonly sentences?: SentenceCache; readonly before?: KnownPublished | null } = {},
): Promise<OpenedPublished> {
  const files = await publishedFiles(database, published)
  const topics = files.find(({ name }) => name === TOPICS)?.content ?? null
  const before = known.before?.topics === topics ? known.before : null
  const words = before?.words ?? (await wordsOf(topics))
  const finders = findersOf(words.vocabulary)
  const sentences = known.sentences ?? (await SentenceCache.open(null))
  const sheetFiles = files.filter(({ name }) => name !== TOPICS)
  const read = new Map(before?.library.sheets.map((sheet) => [sheet.file, sheet]))
  const sheets = await sentences.reading((spans) =>
    inTurns(readingFiles(sheetFiles, { ...finders, sentences: spans }, read)),
  )
  let shared = true
  const engineOf = function* (index: TermIndex): Steps<SearchEngine> {
    shared = (yield* namingTerms(index)) === published.terms
    return yield* shared ? PostgresEngine.opening(database, published.number, index) : MiniSearchEngine.building(index)
  }
  const library = await inTurns(openingLibrary(sheets, words.vocabulary, words.lexicon, engineOf, before?.library))
  return { library, words, topics, shared }
}

function* readingFiles(
  files: readonly CorpusFile[],
  finders: Finders,
  known: ReadonlyMap<string, FactSheet>,
): Steps<readonly FactSheet[]> {
  const sheets: FactSheet[] = []
  const faults: Fault[] = []
  for (const { name, content } of files) {
    const before = known.get(name)
    const result = before?.text === content ? { ok: true as const, sheet: before } : readSheet(name, content, finders)
    if (result.ok) sheets.push(result.sheet)
    else faults.push(...result.faults)
    yield
  }
  if (faults.length > 0) throw new CorpusError(faults)
  return sheets
}
