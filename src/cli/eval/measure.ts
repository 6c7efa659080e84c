/** From judged questions to the figures that are reported. */
import type { Judged } from './judge.ts'
import { countIf, mean, type Share } from './stats.ts'

export interface Measures {
  readonly questions: number
  /** Of the answerable: the sentence put first is right. */
  readonly sentence: Share
  /** Of the answerable: one of the first three passages holds it, answered or only shown as near. */
  readonly passage: Share
  /** Mean of 1/rank of the first right passage over the answerable, 0 where none is shown. */
  readonly reciprocalRank: number
  /** Of the unanswerable: answered all the same. */
  readonly answeredWrongly: Share
  /** Of the answerable: refused. */
  readonly refusedWrongly: Share
  /** Of the refusals: rightly so. Of the unanswerable: refused. */
  readonly refusalPrecision: Share
  readonly refusalRecall: Share
  /** +1 for a right answer, 0 for a refusal, −1 for a wrong answer or one to an unanswerable question. */
  readonly net: number
}

export function measure(judged: readonly Judged[]): Measures {
  const answerable = judged.filter(({ row }) => row.answerable)
  const unanswerable = judged.filter(({ row }) => !row.answerable)
  const refusals = judged.filter(({ answered }) => !answered)
  return {
    questions: judged.length,
    sentence: countIf(answerable, ({ right }) => right),
    passage: countIf(answerable, ({ rank }) => rank !== null && rank <= 3),
    reciprocalRank: mean(answerable.map(({ rank }) => (rank === null ? 0 : 1 / rank))),
    answeredWrongly: countIf(unanswerable, ({ answered }) => answered),
    refusedWrongly: countIf(answerable, ({ answered }) => !answered),
    refusalPrecision: countIf(refusals, ({ row }) => !row.answerable),
    refusalRecall: countIf(unanswerable, ({ answered }) => !answered),
    net: judged.reduce((sum, one) => sum + netOf(one), 0),
  }
}

export const netOf = ({ answered, right }: Judged): number => (!answered ? 0 : right ? 1 : -1)

/** An answerable question whose first sentence is not right, or an unanswerable one that was answered. */
export const wentWrong = ({ row, answered, right }: Judged): boolean => (row.answerable ? !right : answered)
