/**
 * Whether the best sentence found answers the question. Gates stand in order, each with a reason of its own: the years
 * asked for, what a question can't do without (names, numbers, the thing asked for), how much of the question the
 * passage and the sentence cover, and last whether the sentence holds the kind of thing asked for. One wrong answer
 * costs more than ten refusals, so each gate refuses when in doubt.
 */
import { analyse } from '../search/analysis.ts'
import type { Concept } from '../search/concepts.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { holdsAsked } from './evidence.ts'
import type { Found } from './find.ts'
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

/** How much of a question's weight must stand in the sentence with its surroundings, by kind. Measured. */
const COVERAGE: Readonly<Record<Asked, number>> = {
  count: 0.6,
  money: 0.6,
  date: 0.7,
  duration: 0.5,
  person: 0.7,
  who: 0.6,
  where: 0.55,
  which: 0.55,
  meaning: 0.6,
  list: 0.6,
  'yes-no': 0.75,
  explain: 0.55,
  anything: 0.6,
}
/** How much of it must stand in the sentence itself. */
const IN_SENTENCE = 0.4
/** Below this, what was found has too little to do with the question to be shown as near it. */
const WORTH_SHOWING = 0.3
/** What a concept counts that stands only around the sentence. */
const AROUND = { before: 0.9, passage: 0.75, heading: 0.9, sheet: 0.7, elsewhere: 0.45 } as const
/** From here on a concept counts as standing there. */
const STANDS = 0.4

interface Coverage {
  readonly sentence: number
  readonly whole: number
  /** For each concept, how surely it stands in the sentence or around it. */
  readonly each: readonly number[]
}

/** How much of the question the sentence covers, alone and with its surroundings, as shares of the content's weight. */
export function coverage(question: Question, found: Found, best: ScoredSentence): Coverage {
  const each = question.concepts.map((_, order) =>
    Math.max(
      best.inSentence[order] ?? 0,
      AROUND.before * (best.before[order] ?? 0),
      AROUND.passage * (best.inPassage[order] ?? 0),
      AROUND.heading * (best.heading[order] ?? 0),
      AROUND.sheet * (best.sheet[order] ?? 0),
      AROUND.elsewhere * (best.elsewhere[order] ?? 0),
    ),
  )
  let total = 0
  let sentence = 0
  let whole = 0
  question.concepts.forEach((concept, order) => {
    if (concept.importance <= LIGHT_WEIGHT) return
    const weight = found.weights[order] ?? 0
    total += weight
    sentence += weight * Math.max(best.inSentence[order] ?? 0, AROUND.before * (best.before[order] ?? 0))
    whole += weight * (each[order] ?? 0)
  })
  if (total === 0) return { sentence: 0, whole: 0, each }
  return { sentence: sentence / total, whole: whole / total, each }
}

export function judge(question: Question, found: Found, best: ScoredSentence, library: Library): Verdict {
  const { asked, concepts } = question
  const covered = coverage(question, found, best)
  if (covered.whole < WORTH_SHOWING) return { kind: 'far' }
  const years = question.years.filter((year) => !standsForYear(year, best))
  if (years.length > 0) return { kind: 'year', years }
  const missing = concepts.filter(
    (concept, order) => concept.importance > LIGHT_WEIGHT && (covered.each[order] ?? 0) < STANDS,
  )
  const hard = missing.filter((concept) => isHard(concept, question, found, library))
  if (hard.length > 0) return { kind: 'missing', words: hard.map((concept) => concept.words) }
  if (covered.whole < COVERAGE[asked.kind] || covered.sentence < IN_SENTENCE)
    return { kind: 'missing', words: missing.map((concept) => concept.words) }
  const head = found.focus.at(-1)
  const focus = head === undefined ? null : best.hits.filter((hit) => hit.concept === head)
  if (!holdsAsked(question, best.sentence, best.entry, focus)) return { kind: 'not-stated', asked: asked.kind }
  return { kind: 'answers' }
}

/** A year stands in the sentence, its passage, its headings, or as the sheet's own date. */
function standsForYear(year: number, best: ScoredSentence): boolean {
  const { passage, sheet } = best.entry
  const around = [passage.reading.text, passage.section.heading ?? '', sheet.meta.date ?? ''].join('\n')
  return analyse(around).some(({ term }) => term === String(year) || term === `fy${year}`)
}

/**
 * What a question can't do without: a number, a name or abbreviation written with capitals, and the very thing that
 * "how many" or "which" asks for.
 */
function isHard(concept: Concept, question: Question, found: Found, library: Library): boolean {
  const { words, start } = concept
  if (concept.importance < 1) return false
  if (question.asked.needs.listed !== null && concept.own.join() === String(question.asked.needs.listed)) return false
  if (/^\d/.test(words)) return true
  const opens = question.text.slice(0, start).trim() === ''
  if (/\p{Lu}/u.test(words) && !(opens && /^\p{Lu}\p{Ll}+$/u.test(words))) return true
  if (concept.own.some((term) => library.paraphraser.knowsAbbreviation(term))) return true
  const head = found.focus.at(-1)
  return head !== undefined && question.concepts[head] === concept && question.asked.kind !== 'list'
}
