/**
 * What the best sentence lacks that a question can't do without: the names and numbers it gives, the thing it asks for,
 * what is said to have been done, the kind of thing wanted. A refusal names what was lacking.
 */
import { analyse } from '../search/analysis.ts'
import type { Concept } from '../search/concepts.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { coverage, isName, OF_ITS_OWN, STANDS } from './coverage.ts'
import { holdsAsked } from './evidence.ts'
import { asksForPeople } from './evidence-count.ts'
import { namesPlace } from './evidence-place.ts'
import type { Found } from './find.ts'
import { focusHits } from './focus.ts'
import type { Library } from './library.ts'
import { predicateOf, subjectOf } from './predicate.ts'
import type { Question } from './understand.ts'

/** A few words without a question are all meant: this far off not even a broader word for one of them stands near. */
const NOWHERE = 0.25

/** The weight from which on a word is so rare that nothing speaks of the same without it. */
const RARE = 0.7

/** From here on what somebody is said to have done is said: a distant synonym says something else. */
const SURELY = 0.5

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
  const predicate = predicateOf(question)
  const said = (concept: Concept) => {
    const order = concepts.indexOf(concept)
    return (best.inSentence[order] ?? 0) >= SURELY
  }
  const doing = deedOf(question)
  const office = officeOf(question, found)
  const deed = missing.filter((concept) => concept === predicate && (asked.kind !== 'count' || concept.importance >= 1))
  if (doing !== undefined && !said(doing) && !deed.includes(doing)) deed.push(doing)
  if (office !== undefined && !said(office) && (best.before[concepts.indexOf(office)] ?? 0) < STANDS) deed.push(office)
  // Who did something else is not who is asked for, where the word for it is a rare one.
  if (asked.kind === 'who')
    for (const concept of missing)
      if (concept.importance >= 1 && (found.weights[concepts.indexOf(concept)] ?? 0) >= RARE && !deed.includes(concept))
        deed.push(concept)
  // Of a subject of several words one has to stand there: the others may be left out.
  const subject = subjectOf(question)
  if (subject.length > 0 && !subject.some((concept) => standsAtHand(concepts.indexOf(concept), best)))
    deed.push(...subject)
  const held = holdsAsked(question, best.sentence, best.entry, focusHits(question, found.focus, best))
  // What is told of so many stands beside their number, not anywhere in the passage.
  if (
    asked.kind === 'count' &&
    predicate !== undefined &&
    predicate.importance >= 1 &&
    !deed.includes(predicate) &&
    !/\bof\s+(?:the\s+)?$/i.test(question.text.slice(0, predicate.start)) &&
    Math.max(best.inSentence[concepts.indexOf(predicate)] ?? 0, best.before[concepts.indexOf(predicate)] ?? 0) < STANDS
  )
    deed.push(predicate)
  // "Members of the armed forces": of whom they are members is part of what is counted.
  const whole = wholeOf(question)
  if (
    whole !== undefined &&
    !said(whole) &&
    (best.before[concepts.indexOf(whole)] ?? 0) < STANDS &&
    !deed.includes(whole)
  )
    deed.push(whole)
  const text = ` ${analyse(best.sentence.text)
    .map(({ term }) => term)
    .join(' ')} `
  // Sex trafficking is no labor trafficking: a sentence that says the other and not this one tells of the other.
  for (const concept of concepts)
    if (
      (concept.own.length > 1 || found.focus.includes(concepts.indexOf(concept))) &&
      !said(concept) &&
      !deed.includes(concept) &&
      library.paraphraser.apartFrom(concept.own).some((other) => text.includes(` ${other} `))
    )
      deed.push(concept)
  return {
    missing,
    names: concepts.filter((concept) =>
      missing.includes(concept)
        ? isName(concept, question, library)
        : OF_ITS_OWN.has(asked.kind) && isOfAnother(concept, question, best),
    ),
    // Detainees may be told of as so many persons.
    thing: held && asked.kind === 'count' && asksForPeople(question.text) ? [] : missing.filter(headIsMissing),
    deed,
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

const MEMBERS = /\b(?:members|officers|officials|staff|employees|personnel|units)\s*$/i

/** Of "members of the police" the police, where so many are counted. */
function wholeOf({ asked, concepts, text }: Question): Concept | undefined {
  if (asked.kind !== 'count' || asked.focus === null || !MEMBERS.test(text.slice(0, asked.focus[1]))) return undefined
  const of = /^\s*of\s+(?:the\s+)?/i.exec(text.slice(asked.focus[1]))
  const start = asked.focus[1] + (of?.[0].length ?? 0)
  return of === null ? undefined : concepts.find((concept) => concept.start === start && concept.importance >= 1)
}

/** In the sentence, in the one that it leans on, or in the headings above it. */
function standsAtHand(order: number, { inSentence, before, heading }: ScoredSentence): boolean {
  return Math.max(inSentence[order] ?? 0, before[order] ?? 0, heading[order] ?? 0) >= STANDS
}

/** Whose name is asked for: a sentence that does not speak of the office names somebody else. */
function officeOf({ asked, concepts }: Question, { focus }: Found): Concept | undefined {
  if (asked.kind !== 'person') return undefined
  return focus.flatMap((order) => concepts[order] ?? []).findLast(({ importance }) => importance > LIGHT_WEIGHT)
}

/** What "who" is said to do: the word right after it; a sentence that does not say so does not say who. */
function deedOf({ asked, concepts }: Question): Concept | undefined {
  if (asked.kind !== 'who') return undefined
  const end = asked.frames[0]?.[1]
  const [first] = concepts.filter(({ start }) => end !== undefined && start >= end)
  return first !== undefined && first.start - (end ?? 0) <= 1 && first.importance > LIGHT_WEIGHT ? first : undefined
}
