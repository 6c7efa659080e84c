/** How much of a question stands in a sentence, and around it. */
import type { Concept } from '../search/concepts.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { namesPlace } from './evidence-place.ts'
import type { Found } from './find.ts'
import type { Library } from './library.ts'
import type { Asked } from './model.ts'
import type { Question } from './understand.ts'

/** What a concept counts that stands only around the sentence. */
export const AROUND = { before: 0.9, passage: 0.75, heading: 0.9, sheet: 0.7, elsewhere: 0.45 } as const
/** From here on a concept counts as standing there. */
export const STANDS = 0.4

/** Kinds of which a passage holds several, one for each thing that it tells of. */
export const PRECISE: ReadonlySet<Asked> = new Set<Asked>(['count', 'date', 'person'])

/** Kinds of which each thing has its own, so that a name elsewhere on the sheet is no name for it. */
export const OF_ITS_OWN: ReadonlySet<Asked> = new Set<Asked>([...PRECISE, 'money'])

export interface Coverage {
  /** Shares of the weight of the question's content: in the sentence with what it leans on, and with all around it. */
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
  // A name may stand anywhere on the sheet, unless one of several is to be reached, or the sentence speaks of another place.
  const far =
    best.elsewhere.includes(1) && question.asked.needs.contact === null && !OF_ITS_OWN.has(question.asked.kind)
  const elsewhere = far && !namesPlace(best.sentence.text) ? AROUND.elsewhere : 0
  const capitals = capitalsIn(question, best)
  const each = near.map((standing, order) =>
    Math.max(
      capitals.has(order) ? AROUND.elsewhere : 0,
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

/**
 * Concepts that are the capital of the country which the sentence is about: where nothing says otherwise, a country's
 * laboratory is the one in its capital. Its officials have names, and of those one is not another.
 */
function capitalsIn({ asked, places, concepts, text }: Question, { sentence }: ScoredSentence): ReadonlySet<number> {
  if (places.length === 0 || asked.kind === 'person' || asked.needs.contact !== null) return NO_CAPITALS
  // "How many centers are there in Dushanbe" is not how many there are in the country; "the Yerevan laboratory" is one.
  const within = PRECISE.has(asked.kind) ? WITHIN : /^\b$/
  const capitals = places.filter(
    ({ kind, code, start }) =>
      kind === 'capital' && sentence.places.includes(code) && !within.test(text.slice(0, start)),
  )
  if (capitals.length === 0 || namesPlace(sentence.text)) return NO_CAPITALS
  return new Set(
    concepts.flatMap((concept, order) =>
      capitals.some(({ start, end }) => concept.start >= start && concept.end <= end) ? [order] : [],
    ),
  )
}

const WITHIN = /\b(?:in|at|near|around|within|outside)\s+$/i
const NO_CAPITALS: ReadonlySet<number> = new Set()

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
