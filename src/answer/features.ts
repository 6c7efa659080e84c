/**
 * What speaks for and against the best sentence being an answer, in numbers that each mean something by themselves. The
 * gates weigh them; a refusal names the words behind the one that weighed most.
 */
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { namesPlace } from './evidence.ts'
import type { Found } from './find.ts'
import type { Library } from './library.ts'
import type { Asked } from './model.ts'
import type { Question } from './understand.ts'

/** What a concept counts that stands only around the sentence. */
const AROUND = { before: 0.9, passage: 0.75, heading: 0.9, sheet: 0.7, elsewhere: 0.45 } as const
/** From here on a concept counts as standing there. */
export const STANDS = 0.4

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
  const elsewhere = namesPlace(best.sentence.text) ? 0 : AROUND.elsewhere
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

/** In the order of COEFFICIENTS in gates.ts. */
export const FEATURES = [
  'whole',
  'sentence',
  'weakest',
  'names',
  'head',
  'unknown',
  'known',
  'plain',
  'away',
  'few',
  'undone',
  'factual',
  'yesNo',
  'explains',
] as const
export type Feature = (typeof FEATURES)[number]

/** Kinds whose answers are facts about one event: what is said of another event is no answer. */
const FACTUAL: ReadonlySet<Asked> = new Set(['count', 'money', 'date', 'person', 'duration', 'who', 'where'])

export type Features = Readonly<Record<Feature, number>>

export function featuresOf(question: Question, found: Found, best: ScoredSentence, library: Library): Features {
  const { concepts, asked } = question
  const { sentence, whole, each } = coverage(question, found, best)
  const count = { names: 0, unknown: 0, known: 0, plain: 0, away: 0, undone: 0, content: 0 }
  let weakest = 1
  concepts.forEach((concept, order) => {
    if (concept.importance <= LIGHT_WEIGHT) return
    count.content += 1
    const standing = each[order] ?? 0
    const near = Math.max(best.inSentence[order] ?? 0, best.before[order] ?? 0)
    const name = isName(concept, question, library)
    if (!name && near < STANDS) count.undone += 1
    if (standing >= STANDS) {
      if (concept.importance >= 1) weakest = Math.min(weakest, standing)
      if ((best.inSentence[order] ?? 0) < STANDS && concept.importance >= 1) count.away += 1
      return
    }
    if (name) count.names += 1
    else if (concept.importance < 1) count.plain += 1
    else if (concept.phrases.some(({ terms }) => terms.every((term) => library.index.has(term)))) count.known += 1
    else count.unknown += 1
  })
  const head = found.focus.at(-1)
  const headConcept = head === undefined ? undefined : concepts[head]
  const headMissing =
    head !== undefined &&
    headConcept !== undefined &&
    headConcept.importance >= 1 &&
    asked.kind !== 'list' &&
    (each[head] ?? 0) < STANDS
  return {
    whole,
    sentence,
    weakest,
    names: count.names,
    head: headMissing ? 1 : 0,
    unknown: count.unknown,
    known: count.known,
    plain: count.plain,
    away: count.away,
    undone: FACTUAL.has(asked.kind) ? count.undone : 0,
    few: count.content <= 1 ? 1 : 0,
    factual: FACTUAL.has(asked.kind) ? 1 : 0,
    yesNo: asked.kind === 'yes-no' ? 1 : 0,
    explains: asked.kind === 'explain' ? 1 : 0,
  }
}

/** A number, a name or an abbreviation: nothing else can stand for it. */
export function isName(concept: Question['concepts'][number], question: Question, library: Library): boolean {
  const { listed } = question.asked.needs
  if (listed !== null && concept.own.join() === String(listed)) return false
  return (
    concept.own.some((term) => /^\d/.test(term)) ||
    concept.name ||
    concept.own.some((term) => library.paraphraser.knowsAbbreviation(term))
  )
}
