import { expect, test } from 'vitest'
import { benchDispatch } from '#src/cli/bench/dispatch.ts'

test('measures a bot and the bare one beside it, each in its own process', async () => {
  const bot = new URL('../../discord/toy.ts', import.meta.url)
  const asked = [
    { name: 'echo', options: { text: 'x' } },
    { name: 'slow', options: { ms: 20 } },
  ]
  const figures = await benchDispatch({ bot, asked, rounds: 10, warmUp: 2 })
  expect(figures.bot.count).toBe(10)
  // Half of what is asked takes 20 ms by design.
  expect(figures.bot.slowest).toBeGreaterThan(19)
  expect(figures.bare.p50).toBeGreaterThan(0)
})

test('says so when the bot does not come up', async () => {
  const bot = new URL('./no-such-bot.ts', import.meta.url)
  await expect(benchDispatch({ bot, asked: [{ name: 'echo' }], rounds: 1 })).rejects.toThrow('no-such-bot.ts')
})
