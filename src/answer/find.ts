/** The passages and sentences that come nearest to a question, within the countries it names. */
import { countryName } from '../corpus/places/index.ts'
import { analyse } from '../search/analysis.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
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

/** What it is worth that a sentence explains an abbreviation of the question, where all else is equal. */
const EXPLAINS = 0.1

export interface Found {
  /** Best first; found as far as anybody looks. */
  readonly sentences: Iterable<ScoredSentence>
  /** One weight a concept of the question. */
  readonly weights: readonly number[]
  /** Indexes of the concepts that name the thing asked for. */
  readonly focus: readonly number[]
}

/** "RSS caribbean", "What is the JCF": finds an abbreviation of the question in brackets behind what it stands for. */
function explaining({ asked, concepts }: Question): RegExp | null {
  if (asked.kind !== 'anything' && asked.kind !== 'explain') return null
  const short = concepts.flatMap(({ words, importance }) =>
    importance > LIGHT_WEIGHT && /^\p{Lu}[\p{Lu}\d]+$/u.test(words) ? [words] : [],
  )
  return short.length === 0 ? null : new RegExp(`\\((?:${short.join('|')})\\)`, 'u')
}

/** Indexes of the concepts that name the thing asked for; light words behind it ("elephants live") are none of its name. */
function focusOf({ asked: { focus }, concepts }: Question): readonly number[] {
  if (focus === null) return []
  const named = concepts.flatMap(({ start, end }, order) => (start >= focus[0] && end <= focus[1] ? [order] : []))
  const last = named.findLastIndex((order) => {
    const concept = concepts[order]
    return concept !== undefined && (concept.importance > LIGHT_WEIGHT || /(?:s|people)$/i.test(concept.words))
  })
  return last < 0 ? named : named.slice(0, last + 1)
}

/** The best sentences for a question among those that stand in scope, best first. */
export async function findSentences(question: Question, scope: Scope, library: Library): Promise<Found> {
  const { concepts } = question
  const focus = focusOf(question)
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
  const explains = explaining(question)
  const bonus: Bonus = {
    most: RIGHT_KIND + (several ? NAMES_ALL : 0) + (explains === null ? 0 : EXPLAINS),
    of(sentence, entry, hits, before) {
      const namesAll = several && scope.countries.every((code) => sentence.places.includes(code))
      return (
        (holdsAsked(question, sentence, entry, focusHits(question, focus, { hits, before })) ? RIGHT_KIND : 0) +
        (namesAll ? NAMES_ALL : 0) +
        (explains?.test(sentence.text) === true ? EXPLAINS : 0)
      )
    },
  }
  return { ...rankSentences(concepts, entries, library.index, bonus, eligibleIn(scope, library)), focus }
}
