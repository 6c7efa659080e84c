/** From a folder to a library: topics, lexicon and sheets are read from disk, and a fault anywhere is told in full. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CorpusError, loadSheets } from '../corpus/load.ts'
import { findPlaces } from '../corpus/places/index.ts'
import type { Finders } from '../corpus/read.ts'
import type { SentenceCache } from '../corpus/sentence-cache.ts'
import { loadTopics, type Vocabulary } from '../corpus/topics.ts'
import { inTurns } from '../corpus/turns.ts'
import { stemWords } from '../search/analysis.ts'
import { GROUPS_FILE, LEXICON_FILE, type Lexicon, loadLexicon } from '../search/lexicon.ts'
import { type Library, openingLibrary } from './library.ts'

/** The vocabulary that comes with the program; a corpus folder may bring its own `topics.yaml`. */
const OWN_TOPICS = new URL('../../corpus/topics.yaml', import.meta.url)

export interface Words {
  readonly vocabulary: Vocabulary
  readonly lexicon: Lexicon
}

/** The text of the folder's own `topics.yaml`; null where it has none. */
export async function ownTopics(folder: string): Promise<string | null> {
  return readFile(join(folder, 'topics.yaml'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
}

/**
 * @param topics the text of a corpus' own vocabulary; null for the one that comes with the program
 * @throws TopicsError, LexiconError where a vocabulary file is wrong
 */
export async function wordsOf(topics: string | null): Promise<Words> {
  return {
    vocabulary: loadTopics(topics ?? (await readFile(OWN_TOPICS, 'utf8')), 'topics.yaml', stemWords),
    lexicon: loadLexicon(await readFile(LEXICON_FILE, 'utf8'), await readFile(GROUPS_FILE, 'utf8'), stemWords),
  }
}

/** @throws TopicsError, LexiconError where a vocabulary file is wrong */
export async function openWords(folder: string): Promise<Words> {
  return wordsOf(await ownTopics(folder))
}

/** The finders of places and topics that the reader of fact sheets needs. */
export function findersOf(vocabulary: Vocabulary): Finders {
  return {
    places: findPlaces,
    topics: (text) => [...new Set(vocabulary.match(text).map((match) => match.topic))],
  }
}

/** What is known already when a corpus is opened. */
export interface Known {
  /** The vocabulary and lexicon of that folder. */
  readonly words?: Words
  /** Where sentences end; left out, it is found here and now. */
  readonly sentences?: SentenceCache
  /** A library made with the same vocabulary: what did not change since is taken over from it. */
  readonly before?: Library
}

/** @throws CorpusError that lists every fault of every file, where the corpus has any */
export async function openCorpus(folder: string, known: Known = {}): Promise<Library> {
  const { vocabulary, lexicon } = known.words ?? (await openWords(folder))
  const finders = findersOf(vocabulary)
  const { sentences } = known
  const read = new Map(known.before?.sheets.map((sheet) => [sheet.file, sheet]))
  const { sheets, faults } =
    sentences === undefined
      ? await loadSheets(folder, finders, read)
      : await sentences.reading((spans) => loadSheets(folder, { ...finders, sentences: spans }, read))
  if (faults.length > 0) throw new CorpusError(faults)
  if (sheets.length === 0)
    throw new CorpusError([
      {
        file: folder,
        line: 1,
        key: null,
        message: 'there is no fact sheet in the folder.',
        cure: 'Add one with `npm run corpus -- add --yes --corpus DIR FILE`.',
      },
    ])
  return inTurns(openingLibrary(sheets, vocabulary, lexicon, undefined, known.before))
}
