/**
 * What the best sentence lacks that a question can't do without: the names and numbers it gives, the thing it asks for,
 * what is said to have been done, the kind of thing wanted. A refusal names what was lacking.
 */
import type { Concept } from '../search/concepts.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { coverage, isName, OF_ITS_OWN, STANDS } from './coverage.ts'
import { holdsAsked } from './evidence.ts'
import { asksForPeople } from './evidence-count.ts'
import { namesPlace } from './evidence-place.ts'
import type { Found } from './find.ts'
import { focusHits } from './focus.ts'
import { deedLacking, standsAtHand } from './lacking-deed.ts'
import type { Library } from './library.ts'
import type { Question } from './understand.ts'

/** A few words without a question are all meant: this far off not even a broader word for one of them stands near. */
const NOWHERE = 0.25

export interface Lacking {
  /** Concepts with content that stand neither in the sentence nor around it. */
  readonly missing: readonly Concept[]
  /** Of these: names, numbers and abbreviations, for which nothing else can stand. */
  readonly names: readonly Concept[]
  /** The thing that is asked for. */
  readonly thing: readonly Concept[]
  /** What somebody did or what happened, which the sentence itself has to say. */
  readonly deed: readonly Concept[]
  /** Words of a question without a verb for which not even a broader one stands near. */
  readonly nowhere: readonly Concept[]
  /** Whether the sentence holds the kind of thing asked for. */
  readonly held: boolean
}

/** @param best the sentence that stands first; all is looked for in it and around it */
export function lackingIn(question: Question, found: Found, best: ScoredSentence, library: Library): Lacking {
  const { asked, concepts } = question
  const { each } = coverage(question, found, best)
  const missing = concepts.filter((concept, order) => concept.importance > LIGHT_WEIGHT && (each[order] ?? 0) < STANDS)
  const head = found.focus.at(-1)
  const headIsMissing = (concept: Concept) =>
    head !== undefined && concepts[head] === concept && concept.importance >= 1 && asked.kind !== 'list'
  const held = holdsAsked(question, best.sentence, best.entry, focusHits(question, found.focus, best))
  return {
    missing,
    names: concepts.filter((concept) =>
      missing.includes(concept)
        ? isName(concept, question, library)
        : OF_ITS_OWN.has(asked.kind) && isOfAnother(concept, question, best),
    ),
    // Detainees may be told of as so many persons.
    thing: held && asked.kind === 'count' && asksForPeople(question.text) ? [] : missing.filter(headIsMissing),
    deed: deedLacking(question, found, best, missing, library),
    nowhere: missing.filter(
      (concept) =>
        asked.kind === 'anything' && concept.importance >= 1 && (each[concepts.indexOf(concept)] ?? 0) < NOWHERE,
    ),
    held,
  }
}

/**
 * A name that stands in the passage only further on, or beside a sentence that names a place of its own: how many were
 * at the first port says nothing of the second.
 */
function isOfAnother(concept: Concept, { concepts, places }: Question, best: ScoredSentence): boolean {
  const order = concepts.indexOf(concept)
  if (!concept.name || concept.importance < 1) return false
  if (standsAtHand(order, best) || (best.sheet[order] ?? 0) >= STANDS) return false
  if (namesPlace(best.sentence.text)) return true
  const inCountry = places.some(({ start, end }) => concept.start >= start && concept.end <= end)
  const earlier = best.entry.passage.sentences.slice(0, best.sentence.index)
  return !inCountry && !earlier.some(({ text }) => text.includes(concept.words))
}
