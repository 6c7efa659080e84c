/**
 * Keeps the known answers honest: a gold substring that its text does not hold, or a question asked twice, would make
 * every figure measured with them wrong. What the product answers is measured elsewhere.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const here = import.meta.dirname

const question = z.strictObject({
  id: z.string().regex(/^[abefghjknopqstvwxyz]\d{3}$/),
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

const seeds = rows('questions.jsonl', question)
const other = rows('other/questions.jsonl', question)
const fresh = rows('fresh/questions.jsonl', question)
const freshSeeds = rows('fresh/seeds.jsonl', question)
const third = rows('third/questions.jsonl', question)
const fourth = rows('fourth/questions.jsonl', question)
const fourthSeeds = rows('fourth/seeds.jsonl', question)
const fifth = rows('fifth/questions.jsonl', question)
const fifthSeeds = rows('fifth/seeds.jsonl', question)
const sixth = rows('sixth/questions.jsonl', question)
const sixthSeeds = rows('sixth/seeds.jsonl', question)
const seventh = rows('seventh/questions.jsonl', question)
const seventhSeeds = rows('seventh/seeds.jsonl', question)
const eighth = rows('eighth/questions.jsonl', question)
const eighthSeeds = rows('eighth/seeds.jsonl', question)
const ninth = rows('ninth/questions.jsonl', question)
const ninthSeeds = rows('ninth/seeds.jsonl', question)
const tenth = rows('tenth/questions.jsonl', question)
const eleventh = rows('eleventh/questions.jsonl', question)
const twelfth = rows('twelfth/questions.jsonl', question)
const twelfthSeeds = rows('twelfth/seeds.jsonl', question)
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
  {
    name: 'the five fact sheets',
    questions: [
      ...seeds,
      ...freshSeeds,
      ...fourthSeeds,
      ...fifthSeeds,
      ...sixthSeeds,
      ...seventhSeeds,
      ...eighthSeeds,
      ...ninthSeeds,
      ...twelfthSeeds,
    ],
    least: 500,
  },
  { name: 'the other texts', questions: other, least: 150 },
  { name: 'the fresh texts', questions: fresh, least: 200 },
  { name: 'the third texts', questions: third, least: 200 },
  { name: 'the fourth texts', questions: fourth, least: 150 },
  { name: 'the fifth texts', questions: fifth, least: 120 },
  { name: 'the sixth texts', questions: sixth, least: 120 },
  { name: 'the seventh texts', questions: seventh, least: 120 },
  { name: 'the eighth texts', questions: eighth, least: 150 },
  { name: 'the ninth texts', questions: ninth, least: 150 },
  { name: 'the tenth texts', questions: tenth, least: 150 },
  { name: 'the eleventh texts', questions: eleventh, least: 150 },
  { name: 'the twelfth texts', questions: twelfth, least: 150 },
  { name: 'the five, for tuning alone', questions: moreOf('seeds'), least: 100 },
  { name: 'the other texts, for tuning alone', questions: moreOf('other'), least: 50 },
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
  { name: 'five fact sheets', questions: [...seventhSeeds, ...eighthSeeds, ...ninthSeeds, ...twelfthSeeds] },
  { name: 'other texts', questions: [...third, ...seventh, ...tenth] },
])('holds back questions of every kind over the $name from tuning', ({ questions }) => {
  const held = new Set(questions.filter((row) => row.split === 'held').map((row) => row.kind))
  expect([...held].sort()).toEqual([...question.shape.kind.options].sort())
})

it('finds every gold substring of the other texts in its text', () => {
  expect(brokenGold([...other, ...moreOf('other')], (text) => join(here, 'other', text))).toEqual([])
})

it.each([
  { name: 'fresh', questions: fresh },
  { name: 'third', questions: third },
  { name: 'fourth', questions: fourth },
  { name: 'fifth', questions: fifth },
  { name: 'sixth', questions: sixth },
  { name: 'seventh', questions: seventh },
  { name: 'eighth', questions: eighth },
  { name: 'ninth', questions: ninth },
  { name: 'tenth', questions: tenth },
  { name: 'eleventh', questions: eleventh },
  { name: 'twelfth', questions: twelfth },
])('finds every gold substring of the $name texts in its text', ({ name, questions }) => {
  expect(brokenGold(questions, (text) => join(here, name, text))).toEqual([])
})

it('finds every gold substring of the five in its fact sheet', () => {
  expect(
    brokenGold(
      [
        ...seeds,
        ...freshSeeds,
        ...fourthSeeds,
        ...fifthSeeds,
        ...sixthSeeds,
        ...seventhSeeds,
        ...eighthSeeds,
        ...ninthSeeds,
        ...twelfthSeeds,
        ...moreOf('seeds'),
      ],
      (text) => join(here, '../../corpus', text.replace(/\.txt$/, '.md')),
    ),
  ).toEqual([])
})

it('gives no id and no question twice', () => {
  for (const ids of [
    [...seeds, ...other, ...more, ...fresh, ...freshSeeds, ...third, ...fourth, ...fourthSeeds],
    money,
  ].map((list) => list.map((row) => row.id)))
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  for (const inputs of [
    ...[
      [
        ...seeds,
        ...freshSeeds,
        ...fourthSeeds,
        ...fifthSeeds,
        ...sixthSeeds,
        ...seventhSeeds,
        ...eighthSeeds,
        ...ninthSeeds,
        ...twelfthSeeds,
        ...moreOf('seeds'),
      ],
      [...other, ...moreOf('other')],
      fresh,
      third,
      fourth,
    ].map((list) => list.map((row) => asked(row.input))),
    money.map((row) => `${row.corpus} ${asked(row.input)}`),
  ])
    expect(inputs.filter((input, at) => inputs.indexOf(input) !== at)).toEqual([])
})

it('asks for funding that is there and funding that is not, with an amount wherever one can be read', () => {
  expect(money.length).toBeGreaterThanOrEqual(30)
  expect(money.filter((row) => row.expect.length === 0).length).toBeGreaterThanOrEqual(10)
  const figures = money.flatMap((row) => row.expect)
  expect(figures.filter((figure) => (figure.amount === null) !== (figure.status === 'malformed'))).toEqual([])
  expect(figures.filter((figure) => (figure.amount === 0) !== (figure.status === 'zero'))).toEqual([])
})
