import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Discord, startDiscord, visibleText } from './standin/index.ts'
import { type Running, run } from './toy.ts'

describe('chat', () => {
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

  async function answerTo(question: Parameters<Discord['replyTo']>[0], words: string) {
    const answer = await discord.replyTo(question)
    await discord.until(() => visibleText(answer.body) === words)
    return answer
  }

  test('a mention is answered in place, without the mention in the question', async () => {
    const answer = await answerTo(discord.post('how many?', { mention: true }), 'You said: how many?')
    expect(answer.channelId).toBe(discord.world.channel)
    discord.assertClean()
  })

  test('a direct message needs no mention', async () => {
    const answer = await answerTo(discord.post('how many?', { direct: true }), 'You said: how many?')
    expect(answer.channelId).toBe(discord.world.direct)
    discord.assertClean()
  })

  test('a reply to an answer carries on what was asked', async () => {
    const first = await answerTo(discord.post('this', { mention: true }), 'You said: this')
    await answerTo(discord.post('and that', { replyTo: first }), 'You said: and that (after this)')
    discord.assertClean()
  })

  test('a reply carries on what was asked before the bot was started again', async () => {
    const first = await answerTo(discord.post('this', { mention: true }), 'You said: this')
    await bot.stop()
    bot = await run(discord)
    await answerTo(discord.post('and that', { replyTo: first }), 'You said: and that (after this)')
    discord.assertClean()
  })

  test('other messages, replies that do not ping, bots, and an empty mention get no answer', async () => {
    const first = await discord.replyTo(discord.post('this', { mention: true }))
    const unheard = [
      discord.post('just talking'),
      discord.post('and that', { replyTo: first, ping: false }),
      discord.post('', { mention: true }),
    ]
    await discord.replyTo(discord.post('the last one', { mention: true }))
    expect(unheard.flatMap((message) => discord.replies(message))).toEqual([])
    discord.assertClean()
  })

  test('a message that comes twice is answered once', async () => {
    const question = discord.post('once', { mention: true, twice: true })
    await discord.replyTo(discord.post('after it', { mention: true }))
    expect(discord.replies(question)).toHaveLength(1)
    discord.assertClean()
  })

  test('the answer follows when the question is edited, not when a preview is added', async () => {
    const question = discord.post('first', { direct: true })
    const answer = await answerTo(question, 'You said: first')
    discord.touch(question)
    discord.edit(question, 'second')
    await answerTo(question, 'You said: second')
    expect(answer.edits).toBe(1)
    discord.assertClean()
  })

  test('an edit of which only a part arrives is followed, and one without words changes nothing', async () => {
    const { gateway, world } = discord
    const question = discord.post('first', { mention: true })
    const answer = await answerTo(question, 'You said: first')
    const where = { id: question.id, channel_id: world.channel, guild_id: world.guild }
    gateway.dispatch('MESSAGE_UPDATE', { ...where, embeds: [{ type: 'link' }] }, world.guild)
    gateway.dispatch('MESSAGE_UPDATE', { ...where, content: `<@${world.bot.id}> second` }, world.guild)
    await discord.until(() => visibleText(answer.body) === 'You said: second')
    expect(answer.edits).toBe(1)
    expect(bot.log.lines.filter((line) => /^(?:warn|error)/.test(line))).toEqual([])
  })

  test('a message with fields left out, or null, is heard too', async () => {
    const { gateway, world } = discord
    const question = discord.quiet('how many?')
    const author = { id: world.user.id, username: 'reader' }
    const sent = { id: question.id, channel_id: world.direct, author, content: 'how many?', webhook_id: null }
    gateway.dispatch('MESSAGE_CREATE', sent, null)
    await discord.until(() => discord.replies(question).length === 1)
    const { content: _words, ...wordless } = sent
    gateway.dispatch('MESSAGE_CREATE', { ...wordless, id: discord.quiet('').id }, null)
    await answerTo(discord.post('and then?', { direct: true }), 'You said: and then?')
    expect(bot.log.lines.filter((line) => /^(?:warn|error)/.test(line))).toEqual([])
  })

  test('the answer goes when an edit takes the mention away, and its words with it', async () => {
    const question = discord.post('first', { mention: true })
    const answer = await discord.replyTo(question)
    discord.edit(question, 'never mind')
    await discord.until(() => answer.deleted)
    discord.assertClean()
  })

  test('an edited reply keeps its answer, though its ping may not come along', async () => {
    const first = await answerTo(discord.post('this', { mention: true }), 'You said: this')
    const question = discord.post('and that', { replyTo: first })
    const answer = await answerTo(question, 'You said: and that (after this)')
    question.body = { ...question.body, pings: false }
    discord.edit(question, 'and what')
    await answerTo(discord.post('later', { direct: true }), 'You said: later')
    expect(answer.deleted).toBe(false)
    discord.assertClean()
  })

  test('an edit while the answer is under way ends in one answer to the new words', async () => {
    const question = discord.post('wait', { direct: true })
    discord.edit(question, 'never mind')
    await answerTo(question, 'You said: never mind')
    expect(discord.replies(question)).toHaveLength(1)
    discord.assertClean()
  })

  test('the answer goes when the question is deleted, even while it is under way', async () => {
    const question = discord.post('first', { direct: true })
    const answer = await discord.replyTo(question)
    discord.remove(question)
    await discord.until(() => answer.deleted)
    const hasty = discord.post('wait', { direct: true })
    discord.remove(hasty)
    await discord.replyTo(discord.post('wait', { direct: true }))
    expect(discord.replies(hasty)).toEqual([])
    discord.assertClean()
  })

  test('an answer that somebody removed first is no trouble', async () => {
    const question = discord.post('first', { direct: true })
    const answer = await discord.replyTo(question)
    answer.deleted = true
    discord.remove(question)
    await discord.replyTo(discord.post('next', { direct: true }))
    expect(bot.log.lines.filter((line) => line.startsWith('warn'))).toEqual([])
  })

  test('a post whose answer got lost is not posted twice', async () => {
    discord.failNext('POST /channels/:channel/messages', { status: 502, applied: true })
    const question = discord.post('once', { direct: true })
    await discord.replyTo(question)
    await discord.replyTo(discord.post('after it', { direct: true }))
    expect(discord.replies(question)).toHaveLength(1)
    discord.assertClean()
  })

  test('a rate limit on an edit delays it', async () => {
    const question = discord.post('first', { direct: true })
    await discord.replyTo(question)
    discord.failNext('PATCH /channels/:channel/messages/:message', { status: 429, retryAfter: 0.1, times: 2 })
    discord.edit(question, 'second')
    await answerTo(question, 'You said: second')
    discord.assertClean()
  })

  test('a channel where it may not read what was before gets the answer, as no reply', async () => {
    discord.failNext('POST /channels/:channel/messages', { status: 400, code: 160002 })
    discord.post('here?', { mention: true })
    const answer = await discord.until(() => [...discord.world.messages.values()].find(({ bot: own }) => own))
    expect([visibleText(answer.body), answer.reference]).toEqual(['You said: here?', null])
    expect(bot.log.lines.filter((line) => line.startsWith('warn'))).toEqual([])
  })

  test('a channel where it may not write is noted in the log, and nothing breaks', async () => {
    discord.failNext('POST /channels/:channel/messages', { status: 403, code: 50013 })
    discord.post('here?', { mention: true })
    await discord.until(() => bot.log.lines.some((line) => line.includes('50013')))
    await answerTo(discord.post('and here?', { mention: true }), 'You said: and here?')
    discord.assertClean()
  })
})
