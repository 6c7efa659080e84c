/** The passages and sentences that come nearest to a question, within the countries it names. */
import { countryName } from '../corpus/places/index.ts'
import { analyse } from '../search/analysis.ts'
import { type Bonus, rankSentences, type ScoredSentence } from '../search/rank.ts'
import { holdsAsked } from './evidence.ts'
import { focusHits } from './focus.ts'
import type { Library } from './library.ts'
import { eligibleIn, type Scope } from './scope.ts'
import type { Question } from './understand.ts'

/** Candidates that are scored; the engine's order beyond that has not mattered in any measurement. */
const CANDIDATES = 60
/** What a country's name weighs among the engine's terms, so that its sheets are among the candidates. */
const PLACE_WEIGHT = 0.3
/** What it is worth that a sentence holds the kind of thing asked for. */
const RIGHT_KIND = 0.5
/** What it is worth that a sentence itself names all of several countries asked about together. */
const NAMES_ALL = 0.8

export interface Found {
  /** Best first; found as far as anybody looks. */
  readonly sentences: Iterable<ScoredSentence>
  /** One weight a concept of the question. */
  readonly weights: readonly number[]
  /** Indexes of the concepts that name the thing asked for. */
  readonly focus: readonly number[]
}

/** The best sentences for a question among those that stand in scope, best first. */
export async function findSentences(question: Question, scope: Scope, library: Library): Promise<Found> {
  const { concepts, asked } = question
  const focus = concepts.flatMap((concept, order) =>
    asked.focus !== null && concept.start >= asked.focus[0] && concept.end <= asked.focus[1] ? [order] : [],
  )
  const terms = new Map<string, number>()
  for (const concept of concepts)
    for (const phrase of concept.phrases)
      for (const term of phrase.terms)
        if (library.index.has(term))
          terms.set(term, Math.max(terms.get(term) ?? 0, (phrase.weight * concept.importance) / phrase.terms.length))
  for (const code of scope.countries)
    for (const { term } of analyse(countryName(code)))
      if (library.index.id(term) >= 0) terms.set(term, Math.max(terms.get(term) ?? 0, PLACE_WEIGHT))
  const weighted = [...terms].map(([term, weight]) => ({ term, weight }))
  const candidates = await library.engine.candidates(weighted, CANDIDATES)
  const entries = candidates.flatMap(({ position }) => {
    const entry = library.index.passages[position]
    return entry === undefined ? [] : [entry]
  })
  const several = scope.countries.length > 1
  const bonus: Bonus = {
    most: RIGHT_KIND + (several ? NAMES_ALL : 0),
    of(sentence, entry, hits, before) {
      const namesAll = several && scope.countries.every((code) => sentence.places.includes(code))
      return (
        (holdsAsked(question, sentence, entry, focusHits(question, focus, { hits, before })) ? RIGHT_KIND : 0) +
        (namesAll ? NAMES_ALL : 0)
      )
    },
  }
  return { ...rankSentences(concepts, entries, library.index, bonus, eligibleIn(scope, library)), focus }
}
