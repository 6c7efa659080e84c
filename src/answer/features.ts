/**
 * What speaks for and against the best sentence being an answer, in numbers that each mean something by themselves. The
 * gates weigh them; a refusal names the words behind the one that weighed most.
 */
import type { Concept } from '../search/concepts.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { namesPlace } from './evidence.ts'
import type { Found } from './find.ts'
import type { Library } from './library.ts'
import type { Question } from './understand.ts'

/** What a concept counts that stands only around the sentence. */
const AROUND = { before: 0.9, passage: 0.75, heading: 0.9, sheet: 0.7, elsewhere: 0.45 } as const
/** From here on a concept counts as standing there. */
export const STANDS = 0.4

/** What is left of the silence of a sentence on a word that its passage says. */
const SAID_NEARBY = 0.7

export interface Coverage {
  /** Shares of the weight of the question's content. */
  readonly sentence: number
  readonly whole: number
  /** For each concept, how surely it stands in the sentence or around it. */
  readonly each: readonly number[]
}

/** How much of the question the sentence covers, alone (with what it leans on) and with its surroundings. */
export function coverage(question: Question, found: Found, best: ScoredSentence): Coverage {
  const near = question.concepts.map((_, order) =>
    Math.max(best.inSentence[order] ?? 0, AROUND.before * (best.before[order] ?? 0)),
  )
  const elsewhere = best.elsewhere.includes(1) && !namesPlace(best.sentence.text) ? AROUND.elsewhere : 0
  const each = near.map((standing, order) =>
    Math.max(
      standing,
      AROUND.passage * (best.inPassage[order] ?? 0),
      AROUND.heading * (best.heading[order] ?? 0),
      AROUND.sheet * (best.sheet[order] ?? 0),
      elsewhere * (best.elsewhere[order] ?? 0),
    ),
  )
  let total = 0
  let sentence = 0
  let whole = 0
  question.concepts.forEach((concept, order) => {
    if (concept.importance <= LIGHT_WEIGHT) return
    const weight = found.weights[order] ?? 0
    total += weight
    sentence += weight * (near[order] ?? 0)
    whole += weight * (each[order] ?? 0)
  })
  if (total === 0) return { sentence: 0, whole: 0, each }
  return { sentence: sentence / total, whole: whole / total, each }
}

export interface Features {
  /** How much of the question stands in the sentence or around it. */
  readonly whole: number
  /** How many words of the question stand in the sentence itself. */
  readonly matched: number
  /** The weight of the rarest word that the sentence does not say, names aside: what it may be silent on. */
  readonly unsaid: number
  /** 1 where the question names a country, so that all that is looked at is about it. */
  readonly placed: number
}

export function featuresOf(question: Question, found: Found, best: ScoredSentence, library: Library): Features {
  const { whole } = coverage(question, found, best)
  let matched = 0
  let unsaid = 0
  question.concepts.forEach((concept, order) => {
    if (concept.importance <= LIGHT_WEIGHT) return
    const own = best.inSentence[order] ?? 0
    if (own >= STANDS) matched += 1
    if (Math.max(own, AROUND.before * (best.before[order] ?? 0)) >= STANDS || isName(concept, question, library)) return
    const near = (best.inPassage[order] ?? 0) >= STANDS ? SAID_NEARBY : 1
    unsaid = Math.max(unsaid, near * (found.weights[order] ?? 0))
  })
  return { whole, matched, unsaid, placed: question.countries.length > 0 ? 1 : 0 }
}

/** A number, a name or an abbreviation: nothing else can stand for it. */
export function isName(concept: Concept, question: Question, library: Library): boolean {
  const { listed } = question.asked.needs
  if (listed !== null && concept.own.join() === String(listed)) return false
  return (
    concept.own.some((term) => /^\d/.test(term)) ||
    concept.name ||
    concept.own.some((term) => library.paraphraser.knowsAbbreviation(term))
  )
}
