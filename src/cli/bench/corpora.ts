/** The corpora that speed is measured on: the five fact sheets, and generated ones read by the reader itself. */
import { fileURLToPath } from 'node:url'
import { type Library, openLibrary } from '#src/answer/library.ts'
import { findersOf, openWords } from '#src/answer/open.ts'
import { loadSheets } from '#src/corpus/load.ts'
import type { FactSheet } from '#src/corpus/model.ts'
import { readSheet } from '#src/corpus/read.ts'
import { readQuestions } from '../eval/rows.ts'
import { generateSheets } from './generate.ts'
import { collected, used } from './memory.ts'
import { generatedQuestions } from './questions.ts'

export const OWN_CORPUS = fileURLToPath(new URL('../../../corpus/', import.meta.url))
export const GENERATED = [1_000, 30_000] as const
/** Questions asked of a generated corpus. */
const QUESTIONS = 300

export interface Measured {
  readonly name: string
  readonly library: Library
  readonly questions: readonly string[]
  /** Milliseconds for reading the texts, and for the indexes over what was read. */
  readonly reading: number
  readonly indexing: number
  /** Bytes that the indexes hold beside the sheets. */
  readonly bytes: number
}

const made = new Map<number, Promise<Measured>>()

/** The corpora of a run, smallest first; each is made once. */
export async function* corpora(quick: boolean): AsyncGenerator<Measured> {
  for (const passages of [0, ...GENERATED]) {
    if (quick && passages > 1_000) return
    const known = made.get(passages) ?? make(passages)
    made.set(passages, known)
    yield await known
  }
}

/** @param passages how many to generate; 0: the five fact sheets */
async function make(passages: number): Promise<Measured> {
  const { vocabulary, lexicon } = await openWords(OWN_CORPUS)
  const finders = findersOf(vocabulary)
  const generated = generateSheets(passages)
  const before = performance.now()
  const sheets: FactSheet[] = []
  if (passages === 0) sheets.push(...(await loadSheets(OWN_CORPUS, finders)).sheets)
  for (const { file, text } of generated) {
    const read = readSheet(file, text, finders)
    if (!read.ok) throw new Error(`${file}: ${read.faults.map(({ message }) => message).join(' ')}`)
    sheets.push(read.sheet)
  }
  const reading = performance.now() - before
  collected()
  const bytes = used()
  const start = performance.now()
  const library = openLibrary(sheets, vocabulary, lexicon)
  const indexing = performance.now() - start
  collected()
  return {
    name: passages === 0 ? 'five sheets' : `${passages.toLocaleString('en')} passages`,
    library,
    questions:
      passages === 0
        ? (await readQuestions('seeds')).map(({ input }) => input).filter((input) => !input.startsWith('/'))
        : generatedQuestions(library, QUESTIONS, passages),
    reading,
    indexing,
    bytes: used() - bytes,
  }
}
