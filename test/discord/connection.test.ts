import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerText, type Discord, startDiscord } from './standin/index.ts'
import { type Running, run } from './toy.ts'

describe('when the connection goes', () => {
  let discord: Discord
  let bot: Running
  beforeEach(async () => {
    discord = await startDiscord()
    bot = await run(discord)
  })
  afterEach(async () => {
    await bot.stop()
    await discord.stop()
  })

  test.each([
    ['a cut', (it: Discord) => it.gateway.drop()],
    ['close code 4000', (it: Discord) => it.gateway.drop(4000)],
    ['a request to reconnect', (it: Discord) => it.gateway.askToReconnect()],
  ])('%s is followed by RESUME, and what came meanwhile is answered once', async (_fault, strike) => {
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

  test('an answer under way when it goes still arrives', async () => {
    const slow = discord.slash('slow', { ms: 300 })
    await discord.slash('echo', { text: 'the slow one has arrived' })
    discord.gateway.drop()
    expect(answerText(await slow)).toBe('At last')
    discord.assertClean()
  })

  test('an invalid session that can be resumed is resumed', async () => {
    discord.gateway.invalidate(true)
    await discord.until(() => discord.gateway.counts.resumed === 1)
    expect(answerText(await discord.slash('echo', { text: 'after' }))).toBe('after')
    discord.assertClean()
  })

  test('an invalid session is replaced by a new one', async () => {
    discord.gateway.invalidate(false)
    await discord.until(() => discord.gateway.counts.identified === 2, 15_000)
    expect(answerText(await discord.slash('echo', { text: 'after' }))).toBe('after')
    expect(discord.overwrites).toBe(1)
    discord.assertClean()
  })

  test('an outage that outlasts the first retries ends with a working bot', async () => {
    await discord.outage()
    await new Promise((resolve) => setTimeout(resolve, 1300))
    await discord.open()
    await discord.until(() => discord.gateway.connected, 15_000)
    expect(answerText(await discord.slash('echo', { text: 'after' }))).toBe('after')
    expect(discord.overwrites).toBe(1)
    discord.assertClean()
  })

  test('a stop while it is away ends it for good', async () => {
    discord.gateway.drop()
    await discord.until(() => bot.log.lines.some((line) => line.includes('lost')))
    await bot.stop()
    const { connections } = discord.gateway.counts
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(discord.gateway.connected).toBe(false)
    expect(discord.gateway.counts.connections).toBe(connections)
  })

  test('it knows whether it is connected', async () => {
    expect(bot.connected()).toBe(true)
    discord.gateway.drop()
    await discord.until(() => !bot.connected())
    await discord.until(() => bot.connected())
  })
})
