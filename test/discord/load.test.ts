/** Many people at once, before the real bot: what the measurements ask, held against Discord's rules. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MixedAsker } from '#src/cli/bench/mixed.ts'
import { openBot } from '#src/cli/open-bot.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { type Discord, startDiscord } from './standin/index.ts'
import { type Running, run } from './toy.ts'

let discord: Discord
let running: Running
beforeAll(async () => {
  discord = await startDiscord()
  running = await run(discord, { bot: await openBot(REAL_CORPUS) })
})
afterAll(async () => {
  await running.stop()
  await discord.stop()
})

test('answers 2,000 commands, completions and buttons in bursts of 100, none late, none twice', async () => {
  const asker = new MixedAsker(discord, 7)
  for (let burst = 0; burst < 20; burst += 1) await asker.burst(100)
  const { times, late, twice, kinds } = asker.load
  expect({ answered: times.length, late, twice }).toEqual({ answered: 2_000, late: 0, twice: 0 })
  // A third of each is asked for; a mix that lost one kind would prove nothing about it.
  expect(Math.min(kinds.command, kinds.autocomplete, kinds.button)).toBeGreaterThan(400)
  discord.assertClean()
})
