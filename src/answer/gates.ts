/**
 * Whether the best sentence found answers the question. The first gates stand by themselves, each with its own reason:
 * something in common at all, the years asked for, nothing that no sheet could judge, the names and numbers, the kind of
 * thing asked for. The last weighs all else that speaks for and against the sentence; a refusal tells what it lacks.
 */
import { analyse } from '../search/analysis.ts'
import type { Concept } from '../search/concepts.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { coverage } from './coverage.ts'
import { type Features, featuresOf } from './features.ts'
import type { Found } from './find.ts'
import { type Lacking, lackingIn } from './lacking.ts'
import type { Library } from './library.ts'
import type { Asked } from './model.ts'
import type { Question } from './understand.ts'

export type Verdict =
  | { readonly kind: 'answers' }
  | { readonly kind: 'year'; readonly years: readonly number[] }
  /** Concepts of the question that stand nowhere near. */
  | { readonly kind: 'missing'; readonly words: readonly string[] }
  | { readonly kind: 'not-stated'; readonly asked: Asked }
  /** Too little in common to be worth showing. */
  | { readonly kind: 'far' }

/** What each feature adds to the log-odds of being an answer; fitted by src/cli/fit-gates.ts. */
const COEFFICIENTS: Readonly<Record<keyof Features, number>> = {
  whole: 0.34,
  matched: 0.37,
  unsaid: -1.72,
  placed: 0.25,
  ahead: 1.98,
  scattered: -0.92,
}
export const FEATURES = ['whole', 'matched', 'unsaid', 'placed', 'ahead', 'scattered'] as const
const BIAS = -0.05
/** Less likely than this is refused; see fit-gates.ts for what other thresholds would do. */
const LIKELY = 0.45
/** Below this, what was found has too little to do with the question to be shown as near it. */
const WORTH_SHOWING = 0.25

/** How likely it is that a sentence with these features answers. */
export function likelihood(features: Features): number {
  let sum = BIAS
  for (const feature of FEATURES) sum += COEFFICIENTS[feature] * features[feature]
  return 1 / (1 + Math.exp(-sum))
}

/** Whether the best sentence answers, and if not, why not. */
export function judge(question: Question, found: Found, best: ScoredSentence, library: Library): Verdict {
  const lacking = lackingIn(question, found, best, library)
  const sure = gate(question, found, best, lacking)
  if (sure !== null) return sure
  if (likelihood(featuresOf(question, found, best, library)) >= LIKELY) return { kind: 'answers' }
  return { kind: 'missing', words: wordsOf(lacking.missing) }
}

/** The gates that need no weighing; null where the sentence passes them all. */
export function gate(question: Question, found: Found, best: ScoredSentence, lacking: Lacking): Verdict | null {
  if (coverage(question, found, best).whole < WORTH_SHOWING) return { kind: 'far' }
  const years = question.years.filter((year) => !standsForYear(year, best))
  if (years.length > 0) return { kind: 'year', years }
  const others = question.sheetYears.filter((year) => best.entry.sheet.meta.date?.startsWith(String(year)) !== true)
  if (others.length > 0) return { kind: 'year', years: others }
  if (question.asked.needs.judgement) return { kind: 'missing', words: [] }
  const { names, thing, deed, nowhere, held } = lacking
  const needed = [...new Set([...names, ...thing, ...deed, ...nowhere])]
  if (needed.length > 0) return { kind: 'missing', words: wordsOf(needed) }
  // "What is the size of" asks for a number, whatever its form.
  const { kind, needs } = question.asked
  return held ? null : { kind: 'not-stated', asked: needs.measure === null ? kind : 'count' }
}

const wordsOf = (concepts: readonly Concept[]): readonly string[] => concepts.map(({ words }) => words)

/** A year stands in the sentence or its heading; in its passage or as the sheet's date only where the sentence gives none. */
function standsForYear(year: number, best: ScoredSentence): boolean {
  const { passage, sheet } = best.entry
  const dated = /\b(?:19|20)\d{2}\b/.test(best.sentence.text)
  const around = dated
    ? [best.sentence.text, passage.section.heading ?? '']
    : [passage.reading.text, passage.section.heading ?? '', sheet.meta.date ?? '']
  return analyse(around.join('\n')).some(({ term }) => term === String(year) || term === `fy${year}`)
}
