import { describe, expect, it } from 'vitest'
import { holdsText, judgeRow, type Response } from '#src/cli/eval/judge.ts'
import { measure } from '#src/cli/eval/measure.ts'
import type { QuestionRow } from '#src/cli/eval/rows.ts'
import { bestThreshold } from '#src/cli/eval/threshold.ts'

const fileOf = (text: string) => text.replace(/\.txt$/, '.md')

function row(answerable: boolean, gold: QuestionRow['gold'] = answerable ? [['a.txt', 'fourteen posts']] : []) {
  return { id: 'g001', kind: 'keyword', input: 'posts', answerable, gold, split: 'tune' } as const
}

/** What a system showed: an answer's text (null: refused) and the passages, all from a.md unless said. */
function response(answer: string | null, passages: readonly string[], file = 'a.md'): Response {
  return {
    answered: answer !== null,
    answer: answer === null ? null : { file, text: answer },
    passages: passages.map((text) => ({ file, text })),
  }
}

const right = 'They run fourteen\n  posts.'

describe('a gold substring', () => {
  it('is found with white space folded and backslashes gone', () => {
    expect(holdsText('runs\n   fourteen   posts', 'fourteen posts')).toBe(true)
    expect(holdsText('\\*FSA \\[1\\]', '*FSA [1]')).toBe(true)
    expect(holdsText('Fourteen Posts', 'fourteen posts')).toBe(false)
  })

  it('counts only in the text it is from, and only where the system answers', () => {
    const judge = (shown: Response) => judgeRow(row(true), shown, fileOf)
    expect(judge(response(right, [right])).right).toBe(true)
    expect(judge(response(right, [right], 'b.md'))).toMatchObject({ right: false, rank: null })
    expect(judge({ ...response(right, [right]), answered: false })).toMatchObject({ right: false, rank: 1 })
  })

  it('may be any of several', () => {
    const two = row(true, [
      ['a.txt', 'sixteen'],
      ['b.txt', 'fourteen posts'],
    ])
    expect(judgeRow(two, response(right, [], 'b.md'), fileOf).right).toBe(true)
  })
})

it('adds up sentences, passages, ranks, refusals and the net score', () => {
  const shown: readonly (readonly [QuestionRow, Response])[] = [
    [row(true), response(right, [right])], // right
    [row(true), response('Other.', ['Other.', right])], // wrong, second passage
    [row(true), response('Other.', ['a', 'b', 'c', right])], // wrong, fourth passage
    [row(true), response(null, [])], // refused wrongly
    [row(false), response(null, ['near'])], // refused rightly
    [row(false), response('Other.', ['Other.'])], // answered wrongly
  ]
  const made = measure(shown.map(([asked, answer]) => judgeRow(asked, answer, fileOf)))
  expect(made).toMatchObject({
    questions: 6,
    sentence: { hits: 1, of: 4 },
    passage: { hits: 2, of: 4 },
    answeredWrongly: { hits: 1, of: 2 },
    refusedWrongly: { hits: 1, of: 4 },
    refusalPrecision: { hits: 1, of: 2 },
    refusalRecall: { hits: 1, of: 2 },
    net: 1 - 1 - 1 + 0 + 0 - 1,
  })
  expect(made.reciprocalRank).toBeCloseTo((1 + 1 / 2 + 1 / 4 + 0) / 4)
})

describe('the threshold given to a peer', () => {
  it('is the score with the best net score', () => {
    const scored = [
      { score: 9, right: true },
      { score: 8, right: false },
      { score: 7, right: true },
      { score: 6, right: true },
      { score: 2, right: false },
      { score: null, right: false },
    ]
    expect(bestThreshold(scored)).toBe(6)
  })

  it('never parts equal scores', () => {
    const scored = [
      { score: 5, right: true },
      { score: 5, right: false },
      { score: 5, right: false },
    ]
    expect(bestThreshold(scored)).toBe(Number.POSITIVE_INFINITY)
  })
})
