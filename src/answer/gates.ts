/**
 * Whether the best sentence found answers the question. Gates stand in order, each with a reason of its own: the years
 * asked for, what a question can't do without (names, numbers, the thing asked for), whether the sentence holds the
 * kind of thing asked for, and last how likely it is, by all that speaks for and against it, that it answers.
 */
import { analyse } from '../search/analysis.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { holdsAsked } from './evidence.ts'
import { coverage, type Features, featuresOf, isName, STANDS } from './features.ts'
import type { Found } from './find.ts'
import type { Library } from './library.ts'
import type { Asked } from './model.ts'
import type { Question } from './understand.ts'

export { coverage } from './features.ts'

export type Verdict =
  | { readonly kind: 'answers' }
  | { readonly kind: 'year'; readonly years: readonly number[] }
  /** Concepts of the question that stand nowhere near. */
  | { readonly kind: 'missing'; readonly words: readonly string[] }
  | { readonly kind: 'not-stated'; readonly asked: Asked }
  /** Too little in common to be worth showing. */
  | { readonly kind: 'far' }

/** What each feature adds to the log-odds of being an answer; fitted by ridge regression on the questions for tuning. */
const COEFFICIENTS: Readonly<Record<keyof Features, number>> = {
  whole: 1.79,
  sentence: 1.49,
  weakest: 0.89,
  matched: 0.47,
  names: -0.39,
  unknown: -0.97,
  who: -1.06,
}
const FEATURES = ['whole', 'sentence', 'weakest', 'matched', 'names', 'unknown', 'who'] as const
const BIAS = -2.84
/** Less likely than this is refused: a wrong answer costs as much as a right one is worth. */
const LIKELY = 0.5
/** Below this, what was found has too little to do with the question to be shown as near it. */
const WORTH_SHOWING = 0.25

/** How likely it is that a sentence with these features answers. */
export function likelihood(features: Features): number {
  let sum = BIAS
  for (const feature of FEATURES) sum += COEFFICIENTS[feature] * features[feature]
  return 1 / (1 + Math.exp(-sum))
}

export function judge(question: Question, found: Found, best: ScoredSentence, library: Library): Verdict {
  const { asked, concepts } = question
  const covered = coverage(question, found, best)
  if (covered.whole < WORTH_SHOWING) return { kind: 'far' }
  const years = question.years.filter((year) => !standsForYear(year, best))
  if (years.length > 0) return { kind: 'year', years }
  if (asked.needs.judgement) return { kind: 'missing', words: [] }
  const missing = concepts.filter(
    (concept, order) => concept.importance > LIGHT_WEIGHT && (covered.each[order] ?? 0) < STANDS,
  )
  const head = found.focus.at(-1)
  const hard = missing.filter(
    (concept) =>
      isName(concept, question, library) ||
      (head !== undefined && concepts[head] === concept && concept.importance >= 1 && asked.kind !== 'list'),
  )
  if (hard.length > 0) return { kind: 'missing', words: hard.map((concept) => concept.words) }
  const focus = head === undefined ? null : best.hits.filter((hit) => hit.concept === head)
  const holds = holdsAsked(question, best.sentence, best.entry, focus)
  const likely = likelihood(featuresOf(question, found, best, library)) >= LIKELY
  // A sentence about the thing seldom says who did it, unless it says that something was done.
  const undone = asked.kind === 'who' && missing.length > 0
  if (!likely || undone) return { kind: 'missing', words: missing.map((concept) => concept.words) }
  return holds ? { kind: 'answers' } : { kind: 'not-stated', asked: asked.kind }
}

/** A year stands in the sentence, its passage, its headings, or as the sheet's own date. */
function standsForYear(year: number, best: ScoredSentence): boolean {
  const { passage, sheet } = best.entry
  const around = [passage.reading.text, passage.section.heading ?? '', sheet.meta.date ?? ''].join('\n')
  return analyse(around).some(({ term }) => term === String(year) || term === `fy${year}`)
}
