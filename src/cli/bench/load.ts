/** Many people at once: how long each waits, whether anyone waits in vain, and what the bot's process then weighs. */
import { openCorpus } from '#src/answer/open.ts'
import { type BotProcess, openBotProcess, SERVER } from './bot-process.ts'
import { OWN_CORPUS } from './corpora.ts'
import { MixedAsker } from './mixed.ts'
import { generatedQuestions } from './questions.ts'
import { type BenchSection, quantile, type Row } from './rows.ts'

const INTERACTIONS = 2_000
const BURST = 50
/** Bursts before the ones that count, in which both processes get warm. */
const WARM_UP = 4
/** After how many questions the process is weighed. */
const QUESTIONS = { quick: [2_000], full: [20_000, 100_000] } as const
const MB = 1_000_000
const OWN_BOT = new URL('./own-bot.ts', import.meta.url).href

export const load: BenchSection = {
  name: '2,000 mixed interactions, over the gateway',
  beside: 'bare discord.js, "pong"',
  notes: [
    `Commands, completions and buttons, a third each, in bursts of ${BURST} at once; the bare bot gets as many commands in bursts of its own, in turn with these.`,
    'Both bots in processes of their own, started with the server’s flags; the time ends when the callback arrives at the stand-in for Discord.',
    'Late is more than three seconds or no answer. Resident is the bot’s whole process, its store in memory too; every question has a word of its own.',
  ],
  async run({ quick }) {
    // Compiled beforehand, as bootstrap.mjs has it done for the server.
    await (await openBotProcess(OWN_BOT, SERVER)).close()
    const mine = await openBotProcess(OWN_BOT, SERVER)
    const bare = await openBotProcess('bare', SERVER).catch(async (error: unknown) => {
      await mine.close()
      throw error
    })
    try {
      const rows = await waits(mine, bare)
      return [...rows, ...(await weights(mine, bare, quick ? QUESTIONS.quick : QUESTIONS.full))]
    } finally {
      await Promise.all([mine.close(), bare.close()])
    }
  },
}

async function waits(mine: BotProcess, bare: BotProcess): Promise<readonly Row[]> {
  let asker = new MixedAsker(mine.discord, 1)
  let other = new MixedAsker(bare.discord, 1)
  for (let burst = -WARM_UP; burst < INTERACTIONS / BURST; burst += 1) {
    if (burst === 0) {
      asker = new MixedAsker(mine.discord, 2)
      other = new MixedAsker(bare.discord, 2)
    }
    await asker.burst(BURST)
    await other.burstOf('ping', BURST)
  }
  const [ours, beside] = [asker.load, other.load]
  const at = (measure: string, share: number): Row => ({
    measure,
    unit: 'ms',
    ours: quantile(ours.times, share),
    beside: quantile(beside.times, share),
    target: null,
  })
  const times = (measure: string, count: number): Row => ({
    measure,
    unit: 'times',
    ours: count,
    beside: null,
    target: 0,
  })
  return [
    at('p50', 0.5),
    at('p99', 0.99),
    at('slowest', 1),
    times('late', ours.late),
    times('answered twice', ours.twice),
    times('a rule of Discord’s broken', mine.discord.violations.length),
  ]
}

async function weights(mine: BotProcess, bare: BotProcess, counts: readonly number[]): Promise<readonly Row[]> {
  const library = await openCorpus(OWN_CORPUS)
  const rows: Row[] = []
  let asked = 0
  for (const count of counts) {
    for (; asked < count; asked += BURST) {
      const questions = generatedQuestions(library, BURST, asked + 1)
      await Promise.all([
        ...questions.map((question, at) =>
          // A word that nobody asked before is what a memory without bounds would keep.
          mine.discord.slash('ask', { question: `${question} unheard${(asked + at).toString(36)}` }),
        ),
        ...questions.map(() => bare.discord.slash('ping')),
      ])
      mine.discord.forget()
      bare.discord.forget()
    }
    rows.push({
      measure: `resident after ${count.toLocaleString('en')} questions`,
      unit: 'MB',
      ours: (await mine.resident()) / MB,
      beside: (await bare.resident()) / MB,
      target: null,
    })
  }
  return rows
}
