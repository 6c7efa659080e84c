/**
 * Keeps the known answers honest: a gold substring that its text does not hold, or a question asked twice, would make
 * every figure measured with them wrong. What the product answers is measured elsewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const here = import.meta.dirname

const question = z.strictObject({
  id: z.string().regex(/^[a-ln-z]\d{3}$/),
  kind: z.enum([
    'keyword',
    'how-many',
    'funding',
    'funding-truncated',
    'paraphrase',
    'acronym',
    'natural-language',
    'count-contradiction',
    'date',
    'misspelled-country',
    'command',
    'multi-country',
    'unanswerable',
  ]),
  input: z.string().trim().min(1).max(500),
  answerable: z.boolean(),
  gold: z.array(z.tuple([z.string().endsWith('.txt'), z.string().min(3)])),
  split: z.enum(['tune', 'held']),
})
type Question = z.infer<typeof question>

const practice = question.extend({
  id: z.string().regex(/^m\d{3}$/),
  corpus: z.enum(['seeds', 'other']),
  split: z.literal('tune'),
})

const funding = z.strictObject({
  id: z.string().regex(/^f\d{3}$/),
  corpus: z.enum(['seeds', 'other']),
  input: z.string().trim().min(1),
  expect: z.array(
    z.strictObject({
      country: z.string().regex(/^[A-Z]{2}$/),
      fiscalYear: z.int().min(1990).max(2030),
      amount: z.int().nonnegative().nullable(),
      account: z.string().min(1).nullable(),
      status: z.enum(['stated', 'zero', 'request', 'malformed', 'cumulative']),
    }),
  ),
})

function rows<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(join(here, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))
}

/** White space folded and Markdown's backslashes gone, so that a source text and its fact sheet compare alike. */
const fold = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

const asked = (input: string): string => fold(input).toLowerCase()

/** The sets of other texts, each a folder with its questions and some with more over the five. */
const sets = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    questions: rows(`${name}/questions.jsonl`, question),
    overFive: existsSync(join(here, name, 'seeds.jsonl')) ? rows(`${name}/seeds.jsonl`, question) : [],
  }))
const five = [...rows('questions.jsonl', question), ...sets.flatMap(({ overFive }) => overFive)]
const more = rows('more.jsonl', practice)
const moreOf = (corpus: 'seeds' | 'other') => more.filter((row) => row.corpus === corpus)
const money = rows('funding.jsonl', funding)

function brokenGold(questions: readonly Question[], fileOf: (text: string) => string): string[] {
  return questions.flatMap(({ id, gold }) =>
    gold
      .filter(
        ([text, part]) => !existsSync(fileOf(text)) || !fold(readFileSync(fileOf(text), 'utf8')).includes(fold(part)),
      )
      .map(([text, part]) => `${id}: ${text} does not hold "${part}"`),
  )
}

describe.each([
  { name: 'the five fact sheets', questions: five, least: 500 },
  ...sets.map(({ name, questions }) => ({ name: `the texts of ${name}`, questions, least: 120 })),
])('questions over $name', ({ questions, least }) => {
  it('are many, and at least two in five cannot be answered', () => {
    expect(questions.length).toBeGreaterThanOrEqual(least)
    expect(questions.filter((row) => !row.answerable).length / questions.length).toBeGreaterThanOrEqual(0.4)
  })

  it('have gold exactly where they can be answered', () => {
    const wrong = questions.filter(
      (row) => row.answerable !== row.gold.length > 0 || row.answerable === (row.kind === 'unanswerable'),
    )
    expect(wrong.map((row) => row.id)).toEqual([])
  })
})

it.each([
  { name: 'five fact sheets', questions: five },
  { name: 'other texts', questions: sets.flatMap(({ questions }) => questions) },
])('holds back questions of nearly every kind over the $name from tuning', ({ questions }) => {
  const held = new Set(questions.filter((row) => row.split === 'held').map((row) => row.kind))
  expect(held).toContain('unanswerable')
  expect(held.size).toBeGreaterThanOrEqual(question.shape.kind.options.length - 1)
})

it.each(sets)('finds every gold substring of the texts of $name in its text', ({ name, questions }) => {
  const practised = name === 'other' ? moreOf('other') : []
  expect(brokenGold([...questions, ...practised], (text) => join(here, name, text))).toEqual([])
})

it('finds every gold substring of the five in its fact sheet', () => {
  const fileOf = (text: string) => join(here, '../../corpus', text.replace(/\.txt$/, '.md'))
  expect(brokenGold([...five, ...moreOf('seeds')], fileOf)).toEqual([])
})

const repeated = (list: readonly string[]): string[] => list.filter((one, at) => list.indexOf(one) !== at)

it('gives no id and no question twice', () => {
  const all = [...five, ...sets.flatMap(({ questions }) => questions), ...more]
  expect(repeated(all.map(({ id }) => id))).toEqual([])
  expect(repeated(money.map(({ id }) => id))).toEqual([])
  const corpora = [
    [...five, ...moreOf('seeds')],
    ...sets.map(({ name, questions }) => (name === 'other' ? [...questions, ...moreOf('other')] : questions)),
  ]
  for (const questions of corpora) expect(repeated(questions.map(({ input }) => asked(input)))).toEqual([])
  expect(repeated(money.map(({ corpus, input }) => `${corpus} ${asked(input)}`))).toEqual([])
})

it('asks for funding that is there and funding that is not, with an amount wherever one can be read', () => {
  expect(money.length).toBeGreaterThanOrEqual(30)
  expect(money.filter((row) => row.expect.length === 0).length).toBeGreaterThanOrEqual(10)
  const figures = money.flatMap((row) => row.expect)
  expect(figures.filter((figure) => (figure.amount === null) !== (figure.status === 'malformed'))).toEqual([])
  expect(figures.filter((figure) => (figure.amount === 0) !== (figure.status === 'zero'))).toEqual([])
})
