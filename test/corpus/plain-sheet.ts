/** Fact sheets for tests from plain text: every block is a passage, `## ` opens a section, offsets are the text's own. */
import type { FigureSource } from '#src/corpus/figures/read.ts'
import type { FundingPassage, FundingSentence, FundingSource } from '#src/corpus/funding/types.ts'
import type { Acronym, Reading } from '#src/corpus/model.ts'

type Sentence = FundingSentence & { readonly index: number }
type PlainPassage = FundingPassage & FigureSource['passages'][number]

export interface PlainSheet extends FundingSource {
  readonly passages: readonly PlainPassage[]
  readonly text: string
}

interface Options {
  readonly countries?: readonly string[]
  /** Names of countries that may stand in the text, and their codes. */
  readonly names?: Readonly<Record<string, string>>
  readonly acronyms?: readonly Pick<Acronym, 'short' | 'long'>[]
}

function readingOf(text: string, from: number, to: number): Reading {
  return { text: text.slice(from, to), span: (a, b) => ({ start: from + a, end: from + b }) }
}

function sentencesOf(text: string, from: number, to: number, names: Readonly<Record<string, string>>): Sentence[] {
  const ends = [...text.slice(from, to).matchAll(/[.!?](?=\s+[A-Z]|$)|\n/g)].map((match) => from + match.index + 1)
  let start = from
  let index = 0
  return [...ends, to].flatMap((end) => {
    const lead = text.slice(start, end).length - text.slice(start, end).trimStart().length
    const sentence = text.slice(start, end).trim()
    const at = start + lead
    start = end
    if (sentence === '') return []
    const named = Object.entries(names).flatMap(([name, code]) => (sentence.includes(name) ? [code] : []))
    return [{ index: index++, start: at, end: at + sentence.length, places: named, named }]
  })
}

export function plainSheet(text: string, options: Options = {}): PlainSheet {
  const { countries = ['AZ'], names = {}, acronyms = [] } = options
  const passages: PlainPassage[] = []
  let section = { heading: null as string | null }
  for (const match of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    const block = match[0]
    const heading = /^#+ (.*)$/.exec(block)
    if (heading) {
      section = { heading: heading[1] ?? null }
      continue
    }
    const [from, to] = [match.index, match.index + block.length]
    const sentences = sentencesOf(text, from, to, names)
    const places = [...new Set([...countries, ...sentences.flatMap((sentence) => sentence.places)])]
    passages.push({ index: passages.length, section, reading: readingOf(text, from, to), sentences, places })
  }
  return { text, meta: { countries }, passages, acronyms }
}
