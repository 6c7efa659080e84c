/**
 * What a question says was done, or of whom, that the best sentence does not say: the verb behind a number, whoever a
 * name is asked of, the crime that is another. What stands only elsewhere in the passage is told of something else.
 */
import { analyse } from '../search/analysis.ts'
import type { Concept } from '../search/concepts.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { STANDS } from './coverage.ts'
import type { Found } from './find.ts'
import type { Library } from './library.ts'
import { predicateOf, subjectOf } from './predicate.ts'
import type { Question } from './understand.ts'

/** The weight from which on a word is so rare that nothing speaks of the same without it. */
const RARE = 0.7

/** From here on what somebody is said to have done is said: a distant synonym says something else. */
const SURELY = 0.5

/** @param missing the concepts with content that stand neither in the sentence nor around it */
export function deedLacking(
  question: Question,
  found: Found,
  best: ScoredSentence,
  missing: readonly Concept[],
  library: Library,
): readonly Concept[] {
  const { asked, concepts, text } = question
  const lacking = new Set<Concept>()
  const order = (concept: Concept) => concepts.indexOf(concept)
  const own = (concept: Concept) => best.inSentence[order(concept)] ?? 0
  const before = (concept: Concept) => best.before[order(concept)] ?? 0
  const predicate = predicateOf(question)
  if (predicate !== undefined && missing.includes(predicate))
    if (asked.kind !== 'count' || predicate.importance >= 1) lacking.add(predicate)
  const doing = deedOf(question)
  if (doing !== undefined && own(doing) < SURELY) lacking.add(doing)
  const office = officeOf(question, found)
  if (office !== undefined && own(office) < SURELY && before(office) < STANDS) lacking.add(office)
  // Who did something else is not who is asked for, where the word for it is a rare one.
  if (asked.kind === 'who')
    for (const concept of missing)
      if (concept.importance >= 1 && (found.weights[order(concept)] ?? 0) >= RARE) lacking.add(concept)
  // Of a subject of several words one has to stand there: the others may be left out.
  const subject = subjectOf(question)
  if (!subject.some((concept) => standsAtHand(order(concept), best)))
    for (const concept of subject) lacking.add(concept)
  // What is told of so many stands beside their number, not anywhere in the passage.
  const isOfThem = predicate === undefined || /\bof\s+(?:the\s+)?$/i.test(text.slice(0, predicate.start))
  if (asked.kind === 'count' && !isOfThem && predicate.importance >= 1)
    if (Math.max(own(predicate), before(predicate)) < STANDS) lacking.add(predicate)
  // "Members of the armed forces": of whom they are members is part of what is counted.
  const whole = wholeOf(question)
  if (whole !== undefined && own(whole) < SURELY && before(whole) < STANDS) lacking.add(whole)
  // Sex trafficking is no labor trafficking: a sentence that says the other and not this one tells of the other.
  const mixable = concepts.filter(
    (concept) => (concept.own.length > 1 || found.focus.includes(order(concept))) && own(concept) < SURELY,
  )
  for (const concept of mixedUp(mixable, best, library)) lacking.add(concept)
  return [...lacking]
}

/** Of these the concepts in whose place the sentence says what must never stand for them. */
function mixedUp(concepts: readonly Concept[], { sentence }: ScoredSentence, library: Library): readonly Concept[] {
  const apart = concepts.filter(({ own }) => library.paraphraser.apartFrom(own).length > 0)
  if (apart.length === 0) return []
  const terms = analyse(sentence.text).map(({ term }) => term)
  const text = ` ${terms.join(' ')} `
  return apart.filter(({ own }) => library.paraphraser.apartFrom(own).some((other) => text.includes(` ${other} `)))
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
export function standsAtHand(order: number, { inSentence, before, heading }: ScoredSentence): boolean {
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
