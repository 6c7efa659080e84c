/** Where in a sentence the thing stands that a question asks for, and what was done to it. */
import type { Hit } from '../search/match.ts'
import { predicateOf } from './predicate.ts'
import type { Question } from './understand.ts'

export interface FocusHits {
  /** Where the thing itself stands; null where the question names none. */
  readonly thing: readonly Hit[] | null
  /** Where the word stands for what was done: "convicted 47 of them" counts people without naming them. */
  readonly deed: readonly Hit[]
}

/**
 * @param focus indexes of the concepts that name the thing, its head last
 * @param hits those in the sentence
 */
export function focusHits(question: Question, focus: readonly number[], hits: readonly Hit[]): FocusHits {
  const head = focus.at(-1)
  const predicate = predicateOf(question)
  const deed = predicate === undefined ? -1 : question.concepts.indexOf(predicate)
  return {
    thing: head === undefined ? null : hits.filter(({ concept }) => concept === head),
    deed: hits.filter(({ concept }) => concept === deed),
  }
}
