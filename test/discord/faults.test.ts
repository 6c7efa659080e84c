import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FatalError } from '#src/discord/fatal.ts'
import { startGateway } from '#src/discord/gateway.ts'
import { answerText, type Discord, startDiscord } from './standin/index.ts'
import { keptLog, type Running, run, toy } from './toy.ts'

/** Fails the test unless the promise rejects with a FatalError, which it returns. */
async function fatal(start: Promise<unknown>): Promise<FatalError> {
  const result = await start.then(
    () => 'it started',
    (error: unknown) => error,
  )
  if (result instanceof FatalError) return result
  throw new Error(`no FatalError but ${String(result)}`)
}

describe('when a callback fails', () => {
  let discord: Discord
  let bot: Running
  const callback = 'POST /interactions/:interaction/:token/callback'
  beforeEach(async () => {
    discord = await startDiscord()
    bot = await run(discord)
  })
  afterEach(async () => {
    await bot.stop()
    await discord.stop()
  })

  test.each([
    ['a 500', { status: 500, times: 2 }],
    ['a 503 after which it had arrived', { status: 503, applied: true }],
    ['a connection cut', { status: 0, times: 1 }],
    ['a rate limit', { status: 429, retryAfter: 0.2, times: 2 }],
    ['a rate limit that names no time', { status: 429, retryAfter: 0, times: 3 }],
    ['the global rate limit', { status: 429, retryAfter: 0.2, global: true }],
  ])('%s is retried within the three seconds', async (_name, fault) => {
    discord.failNext(callback, fault)
    expect(answerText(await discord.slash('echo', { text: 'x' }, { fair: false }))).toBe('x')
    expect(bot.log.lines.filter((line) => line.startsWith('error'))).toEqual([])
  })

  test.each([
    ['a rate limit beyond the three seconds', { status: 429, retryAfter: 60 }, '429'],
    ['an expired interaction', { status: 404, code: 10062 }, '10062'],
    ['an interaction answered by another process', { status: 400, code: 40060 }, '40060'],
  ])('%s is logged with its code, and the next is answered', async (_name, fault, code) => {
    discord.failNext(callback, fault)
    const lost = discord.slash('echo', { text: 'lost' }, { fair: false }).catch(() => null)
    await discord.until(() => bot.log.lines.some((line) => line.startsWith('warn') && line.includes(code)))
    expect(answerText(await discord.slash('echo', { text: 'next' }))).toBe('next')
    discord.assertClean()
    await discord.stop()
    void lost
  })

  test.each([
    ['its form', { status: 400, code: 50035 }],
    ['its size', { status: 413, code: 40005 }],
  ])('an answer that Discord refuses for %s is made up for by a number that the log has too', async (_what, fault) => {
    discord.failNext(callback, fault)
    const answer = await discord.slash('echo', { text: 'x' }, { fair: false })
    const [number = '-'] = /[0-9a-f]{8}/.exec(answerText(answer)) ?? []
    expect(answer.message?.ephemeral).toBe(true)
    expect(bot.log.lines.some((line) => line.startsWith('error') && line.includes(number))).toBe(true)
  })

  test('an interaction that reaches the bot too late is logged as expired', async () => {
    const lost = discord.slash('echo', { text: 'late' }, { delay: 3050 }).catch((error: unknown) => error)
    await discord.until(() => bot.log.lines.some((line) => line.includes('10062')), 5000)
    expect(answerText(await discord.slash('echo', { text: 'next' }))).toBe('next')
    discord.assertClean()
    await lost
  })
})

describe('mistakes on the way to a first answer', () => {
  let discord: Discord
  beforeEach(async () => {
    discord = await startDiscord()
  })
  afterEach(async () => {
    await discord.stop()
  })

  test.each([
    [4004, 'token', 'Reset Token'],
    [4010, 'shard', '4010'],
    [4011, 'shard', '4011'],
    [4012, 'version', '4012'],
    [4013, 'intents', '4013'],
    [4014, 'disallowed-intents', 'Privileged Gateway Intents'],
  ])('close code %d at login ends the start and says what to do', async (code, kind, words) => {
    discord.gateway.closeOnIdentify(code)
    const error = await fatal(run(discord))
    expect(error.kind).toBe(kind)
    expect(error.message).toContain(words)
  })

  test.each([4004, 4010, 4011, 4013, 4014])('close code %d while it serves is reported once', async (code) => {
    const bot = await run(discord)
    discord.gateway.drop(code)
    await discord.until(() => bot.fatal.length > 0)
    expect(bot.fatal).toHaveLength(1)
    expect(discord.gateway.connected).toBe(false)
    await bot.stop()
  })

  test.each(['not.the.token', 'two words', 'line\nbreak', ''])('a wrong token: %j', async (token) => {
    const error = await fatal(run(discord, { token }))
    expect(error.kind).toBe('token')
    expect(error.message).toContain('DISCORD_TOKEN')
    expect(token === '' || !error.message.includes(token)).toBe(true)
  })

  test('a missing scope: the message holds the link that grants it', async () => {
    discord.failNext('PUT /applications/:application/commands', { status: 403, code: 50001 })
    const error = await fatal(run(discord))
    expect(error.kind).toBe('access')
    expect(error.message).toContain(`client_id=${discord.world.application}`)
    expect(discord.gateway.connected).toBe(false)
  })

  test('a declaration that Discord refuses', async () => {
    const [first] = toy.declarations
    if (first === undefined) throw new Error('no declaration')
    const error = await fatal(run(discord, { bot: { ...toy, declarations: [first, first] } }))
    expect(error.kind).toBe('declarations')
  })

  test('no Discord at that address', async () => {
    await discord.outage()
    const error = await fatal(run(discord))
    expect(error.kind).toBe('unreachable')
    expect(error.message).toContain('DISCORD_API_URL')
  })

  test('trouble on the side of Discord with the commands does not keep the bot from serving', async () => {
    discord.failNext('GET /applications/:application/commands', { status: 503, times: 10 })
    const bot = await run(discord)
    expect(answerText(await discord.slash('echo', { text: 'x' }))).toBe('x')
    expect(bot.log.lines.some((line) => line.startsWith('error'))).toBe(true)
    await bot.stop()
    discord.assertClean()
  })
})

test('the token stands in no line of the log, not even when a fault of the bot carries it', async () => {
  const discord = await startDiscord()
  const log = keptLog()
  const bot = {
    ...toy,
    respond: async () => {
      throw new Error(`Bot ${discord.token} leaked`)
    },
  }
  const { stop } = await startGateway({ token: `Bot ${discord.token}`, apiUrl: discord.apiUrl, bot, log })
  await discord.slash('echo', { text: 'x' })
  discord.failNext('POST /channels/:channel/messages', { status: 401 })
  discord.post('x', { direct: true })
  await discord.until(() => log.lines.some((line) => line.includes('not answered')))
  discord.gateway.drop()
  await discord.until(() => discord.gateway.counts.resumed === 1)
  await stop()
  await discord.stop()
  expect(log.lines.length).toBeGreaterThan(3)
  expect(log.lines.filter((line) => line.includes(discord.token))).toEqual([])
})
