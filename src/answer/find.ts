/** The passages and sentences that come nearest to a question, within the countries it names. */
import type { CountryCode, Sentence } from '../corpus/model.ts'
import type { PassageTerms } from '../search/index-terms.ts'
import type { Hit } from '../search/match.ts'
import { rankSentences, type ScoredSentence } from '../search/rank.ts'
import { holdsAsked } from './evidence.ts'
import { type Bearing, bearing, type Library } from './library.ts'
import type { Question } from './understand.ts'

/** Candidates that are scored; the engine's order beyond that has not mattered in any measurement. */
const CANDIDATES = 100
/** What it is worth that a sentence holds the kind of thing asked for. */
const RIGHT_KIND = 0.5

export interface Found {
  readonly sentences: readonly ScoredSentence[]
  /** One weight a concept of the question. */
  readonly weights: readonly number[]
  /** Indexes of the concepts that name the thing asked for. */
  readonly focus: readonly number[]
}

/** @param country only sentences that speak about it, or merely mention it where `reach` says so; null: any */
export async function findSentences(
  question: Question,
  country: CountryCode | null,
  reach: Exclude<Bearing, 'none'>,
  library: Library,
): Promise<Found> {
  const { concepts, asked } = question
  const focus = concepts.flatMap((concept, order) =>
    asked.focus !== null && concept.start >= asked.focus[0] && concept.end <= asked.focus[1] ? [order] : [],
  )
  const head = focus.at(-1)
  const terms = new Map<string, number>()
  for (const concept of concepts)
    for (const phrase of concept.phrases)
      for (const term of phrase.terms)
        if (library.index.has(term))
          terms.set(term, Math.max(terms.get(term) ?? 0, (phrase.weight * concept.importance) / phrase.terms.length))
  const weighted = [...terms].map(([term, weight]) => ({ term, weight }))
  const candidates = await library.engine.candidates(weighted, CANDIDATES)
  const entries = candidates.flatMap(({ position }) => {
    const entry = library.index.passages[position]
    return entry === undefined ? [] : [entry]
  })
  const speaksOfPlace = (sentence: Sentence, entry: PassageTerms) => {
    if (country === null) return true
    const bears = bearing(entry.sheet, sentence, country)
    return bears === 'about' || (reach === 'mentions' && bears === 'mentions')
  }
  const rightKind = (sentence: Sentence, entry: PassageTerms, hits: readonly Hit[]) => {
    const named = head === undefined ? null : hits.filter((hit) => hit.concept === head)
    return holdsAsked(asked.kind, sentence, entry, named) ? RIGHT_KIND : 0
  }
  return { ...rankSentences(concepts, entries, library.index, rightKind, speaksOfPlace), focus }
}
