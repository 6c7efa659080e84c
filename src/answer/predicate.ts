/** What a question says was done to, or happened to, the thing that it asks for. */
import type { Concept } from '../search/concepts.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { Question } from './understand.ts'

/** "When was", "when will": who asks so says what happened, and to what. */
const WHEN_DONE = /\bwhen\s+(?:was|were|is|are|did|does|do|will|would|can|could|has|have|had|should)\b/i

/** What is said to have happened, for kinds that ask for a fact about it: the word that follows the thing asked for. */
export function predicateOf(question: Question): Concept | undefined {
  const { asked, concepts, text } = question
  // "Laboratory opening date": what happened stands before the word that asks.
  if (asked.kind === 'date' && text.slice(asked.frames[0]?.[1]).trim().replace(/\W/g, '') === '') return concepts.at(-1)
  if (asked.kind === 'date' && WHEN_DONE.test(text)) {
    const last = concepts.at(-1)
    return last !== undefined && /^\W*$/.test(text.slice(last.end)) ? last : undefined
  }
  const { focus, needs } = asked
  // "What percentage of the police are women": of whom it is told stands last.
  if (needs.measure !== null && asked.kind !== 'count' && concepts.length > 1) return concepts.findLast(isContent)
  if (asked.kind !== 'count' || focus === null) return undefined
  const after = concepts.filter(({ start }) => start >= focus[1])
  const [first, second] = after
  if (first === undefined || !LEADS.test(withoutPlaces(question, focus[1], first.start))) return undefined
  // "How many police did INL deploy": who did it stands before what was done.
  const isSubject = AUXILIARY.test(text.slice(focus[1], first.start)) && /^\p{Lu}/u.test(first.words)
  return isSubject && second !== undefined && /^\s+$/.test(text.slice(first.end, second.start)) ? second : first
}

const AUXILIARY = /\b(?:did|do|does|has|have|had)\s+(?:the\s+)?$/i

const isContent = ({ importance }: Concept): boolean => importance > LIGHT_WEIGHT

/** What may stand between the thing asked for and what is said of it: "officers in Kenya who have been charged". */
const LEADS =
  /^(?:\s|\b(?:who|that|which|are|were|was|is|have|has|had|been|be|being|did|do|does|can|could|will|would|now|already|still|ever|get|gets|got|in|of|from)\b)*$/i

/** The text between two places of a question, countries left out. */
function withoutPlaces({ text, places }: Question, from: number, to: number): string {
  let between = text.slice(from, to)
  for (const { start, end } of places)
    if (start >= from && end <= to) between = between.replace(text.slice(start, end), '')
  return between
}

/** What was done, or happened, when: a sentence that speaks of another thing dates that one. */
export function subjectOf({ asked, concepts, text }: Question): readonly Concept[] {
  if (asked.kind !== 'date' || !WHEN_DONE.test(text)) return []
  const start = asked.frames[0]?.[1] ?? 0
  return concepts.filter(
    (concept, order) => concept.start >= start && order < concepts.length - 1 && concept.importance >= 1,
  )
}
