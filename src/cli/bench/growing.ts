/** A corpus that has grown large: adding its sheets, starting with it, and how long questions wait when it changes. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { BenchSection } from './rows.ts'

const run = promisify(execFile)
const SHEETS = { quick: 500, full: 10_000 } as const
const MB = 1_000_000
/** The longest that a question may wait because the corpus changes, in milliseconds. */
const WAIT_TARGET = 50

/** What growing-process.ts prints: milliseconds and bytes. */
const printed = z.object({
  add: z.number(),
  cold: z.number(),
  warm: z.number(),
  swap: z.number(),
  wait: z.number(),
  held: z.number(),
})

export const growing: BenchSection = {
  name: 'A corpus that has grown',
  beside: '–',
  notes: [
    'Generated sheets of five passages each, in a process of its own. Added without the sandbox, as `corpus add` decides and writes them.',
    'Waiting is the longest block of the event loop from one sheet’s change until the new library serves.',
  ],
  async run({ quick }) {
    const count = quick ? SHEETS.quick : SHEETS.full
    const script = fileURLToPath(new URL('./growing-process.ts', import.meta.url))
    const { stdout } = await run(process.execPath, ['--max-old-space-size=6000', script, String(count)])
    const { add, cold, warm, swap, wait, held } = printed.parse(JSON.parse(stdout))
    const sheets = `${count.toLocaleString('en')} sheets`
    const seconds = (measure: string, took: number) =>
      ({ measure: `${sheets}, ${measure}`, unit: 's', ours: took / 1000, beside: null, target: null }) as const
    return [
      seconds('added', add),
      seconds('started cold', cold),
      seconds('started with the sentences remembered', warm),
      seconds('from a change until it serves', swap),
      { measure: `${sheets}, longest wait meanwhile`, unit: 'ms', ours: wait, beside: null, target: WAIT_TARGET },
      { measure: `${sheets}, memory held`, unit: 'MB', ours: held / MB, beside: null, target: null },
    ]
  },
}
