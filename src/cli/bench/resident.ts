/** Whether the process grows with what it is asked: its memory after many questions, beside its memory before most. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { SERVER } from './bot-process.ts'
import { OWN_CORPUS } from './corpora.ts'
import type { BenchSection } from './rows.ts'

const run = promisify(execFile)
const QUESTIONS = { quick: 5_000, full: 100_000 } as const
const MB = 1_000_000
/** The most that may be resident, in megabytes, and how much more than after a tenth of the questions. */
const RESIDENT_TARGET = 200
const GROWTH_TARGET = 1.1

/** What resident-process.ts prints. */
const printed = z.object({ early: z.number(), late: z.number(), resident: z.number() })

export const resident: BenchSection = {
  name: 'Memory after many questions, five sheets',
  beside: 'after a tenth of them',
  notes: [
    'A process of its own with the flags of the server; every question has words of its own, one in ten is hostile.',
    'Held is what is left after a garbage collection.',
  ],
  async run({ quick }) {
    const count = quick ? QUESTIONS.quick : QUESTIONS.full
    const script = fileURLToPath(new URL('./resident-process.ts', import.meta.url))
    const { stdout } = await run(process.execPath, [...SERVER.execArgv, script, OWN_CORPUS, String(count)])
    const { early, late, resident } = printed.parse(JSON.parse(stdout))
    const asked = count.toLocaleString('en')
    return [
      { measure: `held after ${asked}`, unit: 'MB', ours: late / MB, beside: early / MB, target: GROWTH_TARGET },
      { measure: `resident after ${asked}`, unit: 'MB', ours: resident / MB, beside: null, target: RESIDENT_TARGET },
    ]
  },
}
