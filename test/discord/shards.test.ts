/** A bot in so many servers that Discord wants it to have several connections. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { FatalError } from '#src/discord/fatal.ts'
import { healthApp, healthOfShards } from '#src/discord/health.ts'
import { createMetrics } from '#src/discord/metrics.ts'
import { type Answer, answerText, type Discord, type Place, startDiscord } from './standin/index.ts'
import { type Running, run } from './toy.ts'

interface Scene {
  readonly discord: Discord
  readonly bot: Running
  /** A server on each shard. */
  readonly servers: readonly Place[]
}

/** Two shards that may both identify at once, unless a test wants them to wait for each other. */
const scene = test.extend<Scene>({
  discord: async ({ task: _task }, use) => {
    const discord = await startDiscord({ shards: 2, concurrency: 2 })
    await use(discord)
    await discord.stop()
  },
  servers: async ({ discord }, use) => use([0, 1].map((shard) => discord.addServer(shard))),
  bot: async ({ discord, servers: _servers }, use) => {
    const bot = await run(discord)
    await discord.until(() => connected(bot).length === 2 && connected(bot).every(Boolean))
    await use(bot)
    await bot.stop()
  },
})

const connected = (bot: Running): readonly boolean[] => bot.shards().map((shard) => shard.connected)

async function health(bot: Running): Promise<{ status: number; body: unknown }> {
  const answer = await healthApp(() => healthOfShards(bot.shards())).request('/healthz')
  return { status: answer.status, body: await answer.json() }
}

async function gauges(bot: Running): Promise<readonly string[]> {
  const { app } = createMetrics({ corpus: () => null, shards: bot.shards })
  const text = await (await app.request('/metrics')).text()
  return text.split('\n').filter((line) => line.startsWith('footnote_gateway'))
}

describe.concurrent('with as many shards as Discord recommends', () => {
  scene('what comes from every server and from direct messages is answered once', async ({ discord, servers, bot }) => {
    expect(discord.gateway.counts).toMatchObject({ identified: 2, tooSoon: 0 })
    const asked = Array.from({ length: 40 }, (_, n) => {
      const server = servers[n % 2]
      return discord.slash('echo', { text: `number ${n}` }, server === undefined ? {} : { server })
    })
    const answers: Answer[] = await Promise.all(asked)
    expect(answers.map(answerText)).toEqual(answers.map((_, n) => `number ${n}`))
    const direct = await discord.slash('echo', { text: 'direct' }, { direct: true, twice: true })
    expect([...answers, direct].map((answer) => discord.attempts(answer))).toEqual(Array(41).fill(1))
    for (const server of servers) {
      const posted = discord.post('hello', { mention: true, server })
      expect((await discord.replyTo(posted)).channelId).toBe(server.channel)
      const [shown] = answers.filter((answer) => answer.interaction['guild_id'] === server.guild)
      if (shown?.message == null) throw new Error('no message')
      expect(answerText(await discord.button(shown.message, 'next', { server }))).toBe('Page 2')
    }
    expect(bot.fatal).toEqual([])
    discord.assertClean()
  })

  scene('one whose connection is lost leaves the other working, and catches up', async ({ discord, servers, bot }) => {
    const [first, second] = servers
    if (first === undefined || second === undefined) throw new Error('no servers')
    discord.gateway.drop(undefined, 1)
    await discord.until(() => connected(bot)[1] === false)
    expect(await health(bot)).toEqual({
      status: 200,
      body: { ok: true, reason: 'no connection to Discord for shard 1 of 2, counted from 0' },
    })
    expect(await gauges(bot)).toEqual([
      'footnote_gateway_connected 0',
      'footnote_gateway_shard_connected{shard="0"} 1',
      'footnote_gateway_shard_connected{shard="1"} 0',
    ])
    const meanwhile = discord.slash('echo', { text: 'meanwhile' }, { server: second })
    expect(answerText(await discord.slash('echo', { text: 'here' }, { server: first }))).toBe('here')
    expect(connected(bot)).toEqual([true, false])
    const late = await meanwhile
    expect([answerText(late), discord.attempts(late)]).toEqual(['meanwhile', 1])
    await discord.until(() => connected(bot)[1] === true)
    expect(await health(bot)).toEqual({ status: 200, body: { ok: true } })
    expect(discord.gateway.counts).toMatchObject({ identified: 2, resumed: 1 })
    discord.assertClean()
  })

  scene('without any connection it is not healthy', async ({ discord, bot }) => {
    discord.gateway.drop()
    await discord.until(() => connected(bot).every((one) => !one))
    expect(await health(bot)).toEqual({ status: 503, body: { ok: false, reason: 'no connection to Discord' } })
    await discord.until(() => connected(bot).every(Boolean))
    discord.assertClean()
  })

  scene('a stop ends them all, and none comes back', async ({ discord, bot }) => {
    discord.gateway.drop(undefined, 0)
    await discord.until(() => connected(bot)[0] === false)
    await bot.stop()
    const { connections } = discord.gateway.counts
    await sleep(700)
    expect([discord.gateway.connected, discord.gateway.counts.connections]).toEqual([false, connections])
  })

  scene('one that Discord refuses while it serves ends the process, saying what to do', async ({ discord, bot }) => {
    // The bot has come to be in more servers than its shards may hold.
    discord.gateway.drop(4011, 1)
    await discord.until(() => bot.fatal.length > 0)
    expect(bot.fatal.map(({ message }) => message)).toEqual([expect.stringMatching(/4011.*[Ss]tart it again/)])
  })
})

describe.concurrent('shards that have to wait for each other', () => {
  test('the first answers while the second waits for its turn', { timeout: 20_000 }, async () => {
    const discord = await startDiscord({ shards: 2, concurrency: 1 })
    const [first, second] = [discord.addServer(0), discord.addServer(1)]
    const bot = await run(discord)
    expect(connected(bot)).toHaveLength(2)
    const early = connected(bot).filter(Boolean)
    expect(early).toHaveLength(1)
    const there = connected(bot)[0] === true ? first : second
    expect(answerText(await discord.slash('echo', { text: 'early' }, { server: there }))).toBe('early')
    expect((await health(bot)).status).toBe(200)
    await discord.until(() => connected(bot).every(Boolean), 12_000)
    for (const server of [first, second])
      expect(answerText(await discord.slash('echo', { text: 'both' }, { server }))).toBe('both')
    expect(discord.gateway.counts).toMatchObject({ identified: 2, tooSoon: 0 })
    expect(discord.overwrites).toBe(1)
    await bot.stop()
    discord.assertClean()
    await discord.stop()
  })

  test('one that is refused when its turn comes ends the process', { timeout: 20_000 }, async () => {
    const discord = await startDiscord({ shards: 2, concurrency: 1 })
    const bot = await run(discord)
    discord.gateway.closeOnIdentify(4010)
    await discord.until(() => bot.fatal.length > 0, 12_000)
    expect(bot.fatal.map(({ message }) => message)).toEqual([expect.stringMatching(/4010.*start again/)])
    await bot.stop()
    await discord.stop()
  })
})

test('a bot that was started too often today says so, and when it may again', async () => {
  const discord = await startDiscord({ shards: 2, concurrency: 2, sessions: 1 })
  const error = await run(discord).catch((reason: unknown) => reason)
  if (!(error instanceof FatalError)) throw new Error(`no FatalError but ${String(error)}`)
  expect([error.kind, error.message]).toEqual(['sessions', expect.stringContaining('1440 minutes')])
  await discord.stop()
})
