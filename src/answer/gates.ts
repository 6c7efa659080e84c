/**
 * Whether the best sentence found answers the question. Gates stand in order, each with a reason of its own: the years
 * asked for, what a question can't do without (names, numbers, the thing asked for), whether the sentence holds the
 * kind of thing asked for, and last how likely it is, by all that speaks for and against it, that it answers.
 */
import { analyse } from '../search/analysis.ts'
import type { Concept } from '../search/concepts.ts'
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

/** What each feature adds to the log-odds of being an answer; fitted by src/cli/fit-gates.ts. */
const COEFFICIENTS: Readonly<Record<keyof Features, number>> = {
  whole: 0.66,
  matched: 0.84,
  unsaid: -2.11,
  placed: 0.93,
}
export const FEATURES = ['whole', 'matched', 'unsaid', 'placed'] as const
const BIAS = -0.71
/** Less likely than this is refused. Higher, and more than 1 in 20 whose answer stands first are; see fit-gates.ts. */
const LIKELY = 0.45
/** A few words without a question are all meant: one of which not even a broader word stands near refuses. */
const NOWHERE = 0.25
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
  const sure = gate(question, found, best, library)
  if (sure !== null && sure.kind !== 'not-stated') return sure
  if (likelihood(featuresOf(question, found, best, library)) >= LIKELY) return sure ?? { kind: 'answers' }
  return { kind: 'missing', words: missingOf(question, found, best).map((concept) => concept.words) }
}

/** The gates that need no weighing; null where the sentence passes them all. */
export function gate(question: Question, found: Found, best: ScoredSentence, library: Library): Verdict | null {
  const { asked, concepts } = question
  if (coverage(question, found, best).whole < WORTH_SHOWING) return { kind: 'far' }
  const years = question.years.filter((year) => !standsForYear(year, best))
  if (years.length > 0) return { kind: 'year', years }
  if (asked.needs.judgement) return { kind: 'missing', words: [] }
  const missing = missingOf(question, found, best)
  const head = found.focus.at(-1)
  const isHead = (concept: Concept) =>
    head !== undefined && concepts[head] === concept && concept.importance >= 1 && asked.kind !== 'list'
  // A sentence about the thing seldom says who did it, unless it says that something was done.
  const predicate = predicateOf(question)
  const { each } = coverage(question, found, best)
  const isNowhere = (concept: Concept) =>
    asked.kind === 'anything' && concept.importance >= 1 && (each[concepts.indexOf(concept)] ?? 0) < NOWHERE
  const hard = missing.filter(
    (concept) =>
      (asked.kind === 'who' && concept.importance >= 1) ||
      isNowhere(concept) ||
      concept === predicate ||
      isHead(concept) ||
      isName(concept, question, library),
  )
  const doing = deedOf(question)
  const order = doing === undefined ? -1 : concepts.indexOf(doing)
  if (doing !== undefined && (best.inSentence[order] ?? 0) < STANDS) hard.push(doing)
  const office = officeOf(question, found, asked.kind)
  const officer = office === undefined ? undefined : concepts[office]
  if (office !== undefined && officer !== undefined)
    if (Math.max(best.inSentence[office] ?? 0, best.before[office] ?? 0) < STANDS) hard.push(officer)
  if (hard.length > 0) return { kind: 'missing', words: hard.map((concept) => concept.words) }
  const focus = head === undefined ? null : best.hits.filter((hit) => hit.concept === head)
  return holdsAsked(question, best.sentence, best.entry, focus) ? null : { kind: 'not-stated', asked: asked.kind }
}

/** What is said to have happened, for kinds that ask for a fact about it: the word that follows the thing asked for. */
function predicateOf({ asked, concepts, text }: Question): Concept | undefined {
  // "Laboratory opening date": what happened stands before the word that asks.
  if (asked.kind === 'date' && text.slice(asked.frames[0]?.[1]).trim().replace(/\W/g, '') === '') return concepts.at(-1)
  if (asked.kind === 'date' && /\bwhen\s+(?:was|were|is|are|did|does|do)\b/i.test(text)) {
    const last = concepts.at(-1)
    return last !== undefined && /^\W*$/.test(text.slice(last.end)) ? last : undefined
  }
  const { focus } = asked
  if (asked.kind !== 'count' || focus === null) return undefined
  return concepts.find(({ start }) => start >= focus[1] && text.slice(focus[1], start).trim() === '')
}

/** Whose name is asked for: a sentence that does not speak of the office names somebody else. */
function officeOf({ concepts }: Question, { focus }: Found, kind: Question['asked']['kind']): number | undefined {
  if (kind !== 'person') return undefined
  return focus.filter((order) => (concepts[order]?.importance ?? 0) > LIGHT_WEIGHT).at(-1)
}

/** What "who" is said to do: the word right after it; a sentence that does not say so does not say who. */
function deedOf({ asked, concepts }: Question): Concept | undefined {
  if (asked.kind !== 'who') return undefined
  const end = asked.frames[0]?.[1]
  const [first] = concepts.filter(({ start }) => end !== undefined && start >= end)
  return first !== undefined && first.start - (end ?? 0) <= 1 && first.importance > LIGHT_WEIGHT ? first : undefined
}

/** Concepts with content that stand neither in the sentence nor around it. */
function missingOf(question: Question, found: Found, best: ScoredSentence): readonly Concept[] {
  const { each } = coverage(question, found, best)
  return question.concepts.filter((concept, order) => concept.importance > LIGHT_WEIGHT && (each[order] ?? 0) < STANDS)
}

/** A year stands in the sentence, its passage or its headings; as the sheet's own date where the sentence gives none. */
function standsForYear(year: number, best: ScoredSentence): boolean {
  const { passage, sheet } = best.entry
  const dated = /\b(?:19|20)\d{2}\b/.test(best.sentence.text)
  const around = [passage.reading.text, passage.section.heading ?? '', dated ? '' : (sheet.meta.date ?? '')].join('\n')
  return analyse(around).some(({ term }) => term === String(year) || term === `fy${year}`)
}
