/**
 * Fits the weights of the last gate (src/answer/gates.ts) by ridge regression on questions with known answers, and
 * prints them to be put there. For whoever changes a feature; the program itself never runs this. Only rows marked for
 * tuning are read, and of those only the ones whose best sentence passes the gates before.
 *
 *     node src/cli/fit-gates.ts CORPUS QUESTIONS.jsonl[=NAME] [CORPUS QUESTIONS.jsonl[=NAME] …]
 *
 * With a name only the rows whose `corpus` it is are read. Below the weights stands what each threshold would do to
 * rows that the weights were not fitted on: in ten parts, and one corpus by the other. A wrong answer costs `COST`.
 */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { featuresOf } from '../answer/features.ts'
import { findSentences } from '../answer/find.ts'
import { FEATURES, gate } from '../answer/gates.ts'
import { lackingIn } from '../answer/lacking.ts'
import { openCorpus } from '../answer/open.ts'
import { scopesOf } from '../answer/scope.ts'
import { understand } from '../answer/understand.ts'

const row = z.object({
  input: z.string(),
  gold: z.array(z.tuple([z.string(), z.string()])),
  corpus: z.string().optional(),
  split: z.enum(['tune', 'held']).default('tune'),
})

interface Example {
  /** 1 in front for the bias, then the features. */
  readonly x: readonly number[]
  readonly y: number
  readonly corpus: string
}

/** What a wrong answer costs beside what a right one is worth. */
const COST = 3
const PARTS = 10
const THRESHOLDS = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8] as const

/** How strongly weights are drawn to nothing; the bias is not. */
const RIDGE = 1
const STEPS = 50

const fold = (text: string): string => text.replaceAll(/\s+/g, ' ')

async function examplesOf(corpus: string, source: string): Promise<Example[]> {
  const library = await openCorpus(corpus)
  const [file = '', name] = source.split('=')
  const rows = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)))
    .filter((one) => one.split === 'tune' && !one.input.startsWith('/') && (name === undefined || one.corpus === name))
  const examples: Example[] = []
  for (const { input, gold } of rows) {
    const question = understand(input, library)
    const [scope] = scopesOf(question, library).scopes
    if (scope === undefined || ['meaning', 'money'].includes(question.asked.kind)) continue
    const found = await findSentences(question, scope, library)
    const [best] = found.sentences
    if (best === undefined) continue
    const lacking = lackingIn(question, found, best, library)
    if (gate(question, found, best, lacking) !== null) continue
    const { sheet } = best.entry
    const text = fold(sheet.text.slice(best.sentence.start, best.sentence.end))
    const right = gold.some(([source, part]) => source.replace(/\.txt$/, '') === sheet.id && text.includes(fold(part)))
    const features = featuresOf(question, found, best, library)
    examples.push({ x: [1, ...FEATURES.map((feature) => features[feature])], y: right ? 1 : 0, corpus })
  }
  return examples
}

const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

/** The bias is held by next to nothing, so that the equations can be solved. */
const ridgeOf = (at: number): number => (at === 0 ? 1e-6 : RIDGE)

/** Newton's method on the penalised log-likelihood. */
function fitWeights(examples: readonly Example[]): readonly number[] {
  const size = FEATURES.length + 1
  let weights: number[] = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * weight))
    const curve = weights.map((_, at) => weights.map((__, other) => (at === other ? ridgeOf(at) : 0)))
    for (const { x, y } of examples) {
      const likely = 1 / (1 + Math.exp(-dot(weights, x)))
      x.forEach((value, at) => {
        gradient[at] = (gradient[at] ?? 0) + value * (y - likely)
        const line = curve[at] ?? []
        x.forEach((other, to) => {
          line[to] = (line[to] ?? 0) + value * other * likely * (1 - likely)
        })
      })
    }
    const change = solve(curve, gradient)
    weights = weights.map((weight, at) => weight + (change[at] ?? 0))
  }
  return weights
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0])
  for (let at = 0; at < rows.length; at += 1) {
    const below = rows.slice(at).sort((one, other) => Math.abs(other[at] ?? 0) - Math.abs(one[at] ?? 0))
    rows.splice(at, below.length, ...below)
    const pivot = rows[at] ?? []
    rows.forEach((line, other) => {
      if (other === at) return
      const factor = (line[at] ?? 0) / (pivot[at] ?? 1)
      rows[other] = line.map((value, to) => value - factor * (pivot[to] ?? 0))
    })
  }
  return rows.map((line, at) => (line.at(-1) ?? 0) / (line[at] ?? 1))
}

/** For each example how likely it is by weights that were fitted on the other groups. */
function likelihoods(
  examples: readonly Example[],
  group: (example: Example, at: number) => unknown,
): readonly number[] {
  const groups = examples.map(group)
  const weights = new Map(
    [...new Set(groups)].map((one) => [one, fitWeights(examples.filter((_, at) => groups[at] !== one))]),
  )
  return examples.map(({ x }, at) => 1 / (1 + Math.exp(-dot(weights.get(groups[at]) ?? [], x))))
}

/** Right and wrong answers at each threshold, and what they are worth together. */
function curve(examples: readonly Example[], likely: readonly number[]): string {
  return THRESHOLDS.map((threshold) => {
    const answered = examples.filter((_, at) => (likely[at] ?? 0) >= threshold)
    const right = answered.filter(({ y }) => y === 1).length
    const wrong = answered.length - right
    return `  ${threshold.toFixed(2)}  right ${right}, wrong ${wrong}, worth ${right - COST * wrong}`
  }).join('\n')
}

const inputs = process.argv.slice(2)
const examples: Example[] = []
for (let at = 0; at + 1 < inputs.length; at += 2)
  examples.push(...(await examplesOf(inputs[at] ?? '', inputs[at + 1] ?? '')))
const [bias, ...weights] = fitWeights(examples)
const lines = FEATURES.map((feature, at) => `${feature}: ${(weights[at] ?? 0).toFixed(2)}`)
const parts = curve(
  examples,
  likelihoods(examples, (_, at) => (at * 7) % PARTS),
)
const corpora = curve(
  examples,
  likelihoods(examples, ({ corpus }) => corpus),
)
process.stdout.write(
  `${examples.length} examples\n${lines.join('\n')}\nBIAS ${(bias ?? 0).toFixed(2)}\nin ${PARTS} parts\n${parts}\none corpus by the other\n${corpora}\n`,
)
