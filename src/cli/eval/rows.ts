/** The questions with known answers under test/golden, as test/golden/README.md describes them. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export const GOLDEN = fileURLToPath(new URL('../../../test/golden/', import.meta.url))

const questionRow = z.object({
  id: z.string(),
  kind: z.string(),
  input: z.string(),
  answerable: z.boolean(),
  /** Pairs of a source text's name and an exact substring of it; any of them will do. */
  gold: z.array(z.tuple([z.string(), z.string()])),
  split: z.enum(['tune', 'held']),
})
export type QuestionRow = z.infer<typeof questionRow>
export type Split = QuestionRow['split']

const figureRow = z.object({
  country: z.string(),
  fiscalYear: z.int(),
  amount: z.number().nullable(),
  account: z.string().nullable(),
  status: z.string(),
})

const fundingRow = z.object({
  id: z.string(),
  corpus: z.enum(['seeds', 'other']),
  input: z.string(),
  expect: z.array(figureRow),
})
export type FundingQuestion = z.infer<typeof fundingRow>

/** The corpora that are asked, each with the files of its questions; the first is the project's own. */
const QUESTION_FILES = {
  seeds: [
    'questions.jsonl',
    'fresh/seeds.jsonl',
    'fourth/seeds.jsonl',
    'fifth/seeds.jsonl',
    'sixth/seeds.jsonl',
    'seventh/seeds.jsonl',
    'eighth/seeds.jsonl',
    'ninth/seeds.jsonl',
    'twelfth/seeds.jsonl',
    'fourteenth/seeds.jsonl',
  ],
  other: ['other/questions.jsonl'],
  fresh: ['fresh/questions.jsonl'],
  third: ['third/questions.jsonl'],
  fourth: ['fourth/questions.jsonl'],
  fifth: ['fifth/questions.jsonl'],
  sixth: ['sixth/questions.jsonl'],
  seventh: ['seventh/questions.jsonl'],
  eighth: ['eighth/questions.jsonl'],
  ninth: ['ninth/questions.jsonl'],
  tenth: ['tenth/questions.jsonl'],
  eleventh: ['eleventh/questions.jsonl'],
  twelfth: ['twelfth/questions.jsonl'],
  fourteenth: ['fourteenth/questions.jsonl'],
} as const
export type CorpusName = keyof typeof QUESTION_FILES
export const CORPUS_NAMES: readonly CorpusName[] = [
  'seeds',
  'other',
  'fresh',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'fourteenth',
]

async function readRows<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(`${GOLDEN}${file}`, 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))
}

export async function readQuestions(corpus: CorpusName): Promise<QuestionRow[]> {
  const files = await Promise.all(QUESTION_FILES[corpus].map((file) => readRows(file, questionRow)))
  return files.flat()
}

export const readFundingQuestions = (): Promise<FundingQuestion[]> => readRows('funding.jsonl', fundingRow)
