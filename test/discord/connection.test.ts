import { describe, expect, test } from 'vitest'
import { answerText, type Discord, startDiscord } from './standin/index.ts'
import { type Running, run } from './toy.ts'

/** Each with a Discord and a bot of its own: these tests mostly wait for reconnects, so they do it side by side. */
const scene = test.extend<{ discord: Discord; bot: Running }>({
  discord: async ({ task: _task }, use) => {
    const discord = await startDiscord()
    await use(discord)
    await discord.stop()
  },
  bot: [
    async ({ discord }, use) => {
      const bot = await run(discord)
      await use(bot)
      await bot.stop()
    },
    { auto: true },
  ],
})

const cuts: readonly (readonly [string, (it: Discord) => void])[] = [
  ['a cut', (it) => it.gateway.drop()],
  ['close code 4000', (it) => it.gateway.drop(4000)],
  ['a request to reconnect', (it) => it.gateway.askToReconnect()],
]

describe.concurrent('when the connection goes', () => {
  for (const [fault, strike] of cuts) {
    scene(`${fault} is followed by RESUME, and what came meanwhile is answered once`, async ({ discord }) => {
      const before = await discord.slash('echo', { text: 'before' })
      strike(discord)
      const meanwhile = discord.slash('echo', { text: 'meanwhile' })
      const posted = discord.post('meanwhile', { direct: true })
      const answer = await meanwhile
      expect(answerText(answer)).toBe('meanwhile')
      await discord.replyTo(posted)
      await discord.until(() => discord.gateway.counts.resumed > 0)
      expect([before, answer].map((one) => discord.attempts(one))).toEqual([1, 1])
      expect(discord.replies(posted)).toHaveLength(1)
      expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 1 })
      expect(discord.overwrites).toBe(1)
      discord.assertClean()
    })
  }

  scene('an answer under way when it goes still arrives', async ({ discord }) => {
    const slow = discord.slash('slow', { ms: 300 })
    await discord.slash('echo', { text: 'the slow one has arrived' })
    discord.gateway.drop()
    expect(answerText(await slow)).toBe('At last')
    discord.assertClean()
  })

  scene('an invalid session that can be resumed is resumed', async ({ discord }) => {
    discord.gateway.invalidate(true)
    await discord.until(() => discord.gateway.counts.resumed === 1)
    expect(answerText(await discord.slash('echo', { text: 'after' }))).toBe('after')
    discord.assertClean()
  })

  scene('an invalid session is replaced by a new one', async ({ discord }) => {
    discord.gateway.invalidate(false)
    await discord.until(() => discord.gateway.counts.identified === 2, 15_000)
    expect(answerText(await discord.slash('echo', { text: 'after' }))).toBe('after')
    expect(discord.overwrites).toBe(1)
    discord.assertClean()
  })

  scene('an outage that outlasts the first retries ends with a working bot', async ({ discord }) => {
    await discord.outage()
    await new Promise((resolve) => setTimeout(resolve, 1300))
    await discord.open()
    await discord.until(() => discord.gateway.connected, 15_000)
    expect(answerText(await discord.slash('echo', { text: 'after' }))).toBe('after')
    expect(discord.overwrites).toBe(1)
    discord.assertClean()
  })

  scene('a stop while it is away ends it for good', async ({ discord, bot }) => {
    discord.gateway.drop()
    await discord.until(() => bot.log.lines.some((line) => line.includes('lost')))
    await bot.stop()
    const { connections } = discord.gateway.counts
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(discord.gateway.connected).toBe(false)
    expect(discord.gateway.counts.connections).toBe(connections)
  })

  scene('it knows whether it is connected', async ({ discord, bot }) => {
    const connected = () => bot.shards().map((shard) => shard.connected)
    expect(connected()).toEqual([true])
    discord.gateway.drop()
    await discord.until(() => connected()[0] === false)
    await discord.until(() => connected()[0] === true)
  })
})
