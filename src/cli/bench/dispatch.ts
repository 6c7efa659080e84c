/**
 * How long Discord waits for an answer: from the dispatch of an interaction to the arrival of its callback, beside a
 * bare discord.js bot that replies "pong". Both run in processes of their own, against the stand-in for Discord in this
 * one, and are asked in turn, so that whatever else the machine does hits both alike.
 */
import type { Options } from '#test/discord/standin/index.ts'
import { openBotProcess } from './bot-process.ts'

/** Milliseconds, over `count` interactions. */
export interface Figures {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly slowest: number
}

/** A slash command as it is asked; `name` may go through subcommands, as in `group list`. */
export interface Asked {
  readonly name: string
  readonly options?: Options
}

export interface DispatchBench {
  /** A module that exports `makeBot(): Bot | Promise<Bot>`. */
  readonly bot: URL
  /** What is asked, over and over. */
  readonly asked: readonly Asked[]
  readonly rounds?: number
  /** Rounds before the ones that count, in which both processes get warm. */
  readonly warmUp?: number
}

export interface DispatchFigures {
  readonly bot: Figures
  readonly bare: Figures
}

/** Throws if the bot breaks a rule of Discord's, or leaves an interaction unanswered. */
export async function benchDispatch({
  bot,
  asked,
  rounds = 400,
  warmUp = 50,
}: DispatchBench): Promise<DispatchFigures> {
  const mine = await openBotProcess(bot.href)
  const bare = await openBotProcess('bare').catch(async (error: unknown) => {
    await mine.close()
    throw error
  })
  const times = { bot: [] as number[], bare: [] as number[] }
  try {
    for (let round = -warmUp; round < rounds; round += 1) {
      const { name, options } = asked[Math.abs(round) % asked.length] ?? { name: 'ping' }
      const one = await mine.discord.slash(name, options)
      const other = await bare.discord.slash('ping')
      if (round < 0) continue
      times.bot.push(one.elapsed)
      times.bare.push(other.elapsed)
    }
    mine.discord.assertClean()
  } finally {
    await Promise.all([mine.close(), bare.close()])
  }
  return { bot: figures(times.bot), bare: figures(times.bare) }
}

function figures(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), slowest: at(1) }
}
