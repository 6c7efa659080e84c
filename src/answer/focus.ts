/** Where in a sentence the thing stands that a question asks for, and what was done to it. */
import type { Hit } from '../search/match.ts'
import { STANDS } from './coverage.ts'
import { predicateOf } from './predicate.ts'
import type { Question } from './understand.ts'

export interface FocusHits {
  /** Where the thing itself stands; null where the question names none. */
  readonly thing: readonly Hit[] | null
  /** Where the word stands for what was done: "convicted 47 of them" counts people without naming them. */
  readonly deed: readonly Hit[]
  /** Whether the sentence leans on one that names the thing: "There are eight in the country." */
  readonly named: boolean
}

/** What of a sentence tells where the thing stands. */
export interface Standing {
  readonly hits: readonly Hit[]
  /** For each concept how surely it stands in the sentence that this one leans on. */
  readonly before: readonly number[]
}

/**
 * @param focus indexes of the concepts that name the thing, its head last
 * @param standing of the sentence
 */
export function focusHits(question: Question, focus: readonly number[], { hits, before }: Standing): FocusHits {
  const head = focus.at(-1)
  const predicate = predicateOf(question)
  const deed = predicate === undefined ? -1 : question.concepts.indexOf(predicate)
  return {
    thing: head === undefined ? null : hits.filter(({ concept }) => concept === head),
    deed: hits.filter(({ concept }) => concept === deed),
    named: head !== undefined && (before[head] ?? 0) >= STANDS,
  }
}
