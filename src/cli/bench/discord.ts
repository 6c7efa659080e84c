/** How long Discord waits for Footnote's reply, beside a bare discord.js bot that says "pong". */
import { type Asked, benchDispatch } from './dispatch.ts'
import type { BenchSection } from './rows.ts'

const ASKED: readonly Asked[] = [
  { name: 'ask', options: { question: 'How many border posts has INL built or renovated in Tajikistan?' } },
  { name: 'program', options: { country: 'Azerbaijan', topic: 'trafficking in persons' } },
  { name: 'ask', options: { question: 'What does OSCE stand for?' } },
  { name: 'ask', options: { question: 'What is the weather in Dushanbe?' } },
]

export const dispatch: BenchSection = {
  name: 'From dispatch to callback, over the gateway',
  beside: 'bare discord.js, "pong"',
  notes: ['Both bots in processes of their own, logged in to the stand-in for Discord and asked in turn.'],
  async run({ quick }) {
    const { bot, bare } = await benchDispatch({
      bot: new URL('./own-bot.ts', import.meta.url),
      asked: ASKED,
      rounds: quick ? 100 : 400,
    })
    return [
      { measure: 'p50', unit: 'ms', ours: bot.p50, beside: bare.p50, target: null },
      { measure: 'p99', unit: 'ms', ours: bot.p99, beside: bare.p99, target: null },
    ]
  },
}
