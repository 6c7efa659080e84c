/** From the start of a process to its first answer, beside a minimal program with plain MiniSearch. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { OWN_CORPUS } from './corpora.ts'
import { type BenchSection, quantile } from './rows.ts'

const run = promisify(execFile)
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const QUESTION = 'How many border posts has INL constructed or renovated in Tajikistan?'
const ROUNDS = { quick: 3, full: 9 } as const

export const firstAnswer: BenchSection = {
  name: 'From process start to the first answer, five sheets',
  beside: 'plain MiniSearch',
  notes: [
    'The command line (`ask`) beside a script that reads the same files into MiniSearch; the median of processes started in turn.',
  ],
  async run({ quick }) {
    const ours: number[] = []
    const theirs: number[] = []
    const time = async (args: readonly string[]) => {
      const start = performance.now()
      await run(process.execPath, [...args])
      return performance.now() - start
    }
    // The first of each fills the system's file cache.
    for (let round = 0; round <= (quick ? ROUNDS.quick : ROUNDS.full); round += 1) {
      const one = await time([script('../bootstrap.mjs'), 'src/cli/ask.ts', '--json', '--corpus', OWN_CORPUS, QUESTION])
      const other = await time([script('./first-answer-minisearch.ts'), OWN_CORPUS, QUESTION])
      if (round === 0) continue
      ours.push(one)
      theirs.push(other)
    }
    return [
      { measure: 'median', unit: 'ms', ours: quantile(ours, 0.5), beside: quantile(theirs, 0.5), target: null },
      { measure: 'slowest', unit: 'ms', ours: Math.max(...ours), beside: Math.max(...theirs), target: null },
    ]
  },
}
