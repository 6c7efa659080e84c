/** Whether a question can be made slow: the slowest of many hostile ones against the usual time. */
import { ask } from '#src/answer/ask.ts'
import { corpora } from './corpora.ts'
import { hostileQuestions } from './questions.ts'
import { type BenchSection, quantile, type Row } from './rows.ts'

const QUESTIONS = { quick: 200, full: 2_000 } as const
/** The slowest at first sight are asked again; what a question needs every time is its own fault, the rest is chance. */
const SUSPECTS = 10
const AGAIN = 3
/** Milliseconds after which no more are asked of one corpus; the kinds come in turn, so all have been asked by then. */
const PATIENCE = 60_000
const TARGET = 10

export const hostile: BenchSection = {
  name: 'The slowest hostile question',
  beside: 'usual question, p50',
  notes: [
    'Hostile questions have 4,000 characters of one word, of all words, of slips, names, years and signs.',
    `The ${SUSPECTS} slowest are asked ${AGAIN} times again; the fastest of these counts.`,
  ],
  async run({ quick }) {
    const rows: Row[] = []
    for await (const { name, library, questions } of corpora(quick)) {
      const time = async (question: string) => {
        const start = performance.now()
        await ask(question, library)
        return performance.now() - start
      }
      const usual: number[] = []
      for (let round = 0; round < 2; round += 1) for (const question of questions) usual.push(await time(question))
      const suspects: { question: string; took: number }[] = []
      const start = performance.now()
      for (const question of hostileQuestions(library, quick ? QUESTIONS.quick : QUESTIONS.full, 7)) {
        suspects.push({ question, took: await time(question) })
        if (performance.now() - start > PATIENCE) break
      }
      const asked = suspects.length
      suspects.sort((one, other) => other.took - one.took)
      const slowest: number[] = []
      for (const { question } of suspects.slice(0, SUSPECTS)) {
        const times: number[] = []
        for (let again = 0; again < AGAIN; again += 1) times.push(await time(question))
        slowest.push(Math.min(...times))
      }
      rows.push({
        measure: `${name}, of ${asked.toLocaleString('en')}`,
        unit: 'ms',
        ours: Math.max(...slowest),
        beside: quantile(usual.slice(questions.length), 0.5),
        target: TARGET,
      })
    }
    return rows
  },
}
