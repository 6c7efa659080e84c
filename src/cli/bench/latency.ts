/** How long a question takes, from the words to the answer, beside plain MiniSearch on the same questions in turn. */
import { ask } from '#src/answer/ask.ts'
import { corpora } from './corpora.ts'
import { plainMiniSearch } from './peer.ts'
import { type BenchSection, quantile, type Row } from './rows.ts'

/** How often each question is asked; the first round only warms up. */
const ROUNDS = 3
/** The target on the five sheets, in milliseconds. */
const SMALL_TARGET = 1

export const latency: BenchSection = {
  name: 'A question, in one process',
  beside: 'plain MiniSearch',
  notes: [
    'MiniSearch with default options over whole passages finds and ranks passages; Footnote understands, ranks sentences and decides whether to refuse.',
    'Asked in turn, each question twice after one round to warm up.',
  ],
  async run({ quick }) {
    const rows: Row[] = []
    for await (const { name, library, questions } of corpora(quick)) {
      const peer = plainMiniSearch(library)
      const ours: number[] = []
      const theirs: number[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        for (const question of questions) {
          const start = performance.now()
          await ask(question, library)
          const middle = performance.now()
          peer.search(question)
          const end = performance.now()
          if (round === 0) continue
          ours.push(middle - start)
          theirs.push(end - middle)
        }
      const small = name === 'five sheets'
      for (const [label, share] of [
        ['p50', 0.5],
        ['p99', 0.99],
      ] as const)
        rows.push({
          measure: `${name}, ${label}`,
          unit: 'ms',
          ours: quantile(ours, share),
          beside: quantile(theirs, share),
          target: small ? null : 1,
        })
      if (small)
        rows.push({
          measure: `${name}, p50 alone`,
          unit: 'ms',
          ours: quantile(ours, 0.5),
          beside: null,
          target: SMALL_TARGET,
        })
    }
    return rows
  },
}
