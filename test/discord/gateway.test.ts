import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, answerText, type Discord, startDiscord } from './standin/index.ts'
import { declarations, type Running, run, toy } from './toy.ts'

describe('the bot on the gateway', () => {
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

  test('registers its commands at the first start and leaves them at the second', async () => {
    expect(discord.commands.map((command) => command['name'])).toEqual(declarations.map((command) => command.name))
    await bot.stop()
    bot = await run(discord)
    expect(discord.overwrites).toBe(1)
  })

  test('registers them again, at once for all, when one declaration changed', async () => {
    await bot.stop()
    const changed = declarations.map((command) => (command.name === 'file' ? { ...command, contexts: [0] } : command))
    bot = await run(discord, { bot: { ...toy, declarations: changed } })
    expect(discord.overwrites).toBe(2)
    await bot.stop()
    bot = await run(discord, { bot: { ...toy, declarations: changed } })
    expect(discord.overwrites).toBe(2)
  })

  test('answers a slash command, in a server, a direct message and a group chat', async () => {
    expect(answerText(await discord.slash('echo', { text: 'hello' }))).toBe('hello')
    expect(answerText(await discord.slash('echo', { text: 'hi' }, { direct: true }))).toBe('hi')
    expect(answerText(await discord.slash('echo', { text: 'all' }, { group: true }))).toBe('all')
    discord.assertClean()
  })

  test('answers autocompletes, buttons and message menus', async () => {
    const typed = await discord.autocomplete('echo', 'text', { text: 'o' })
    expect(typed.data['choices']).toEqual([{ name: 'One', value: 'one' }])
    const shown = await discord.slash('echo', { text: 'page 1' })
    if (shown.message === null) throw new Error('no message')
    const turned = await discord.button(shown.message, 'next')
    expect(turned.message).toBe(shown.message)
    expect(answerText(turned)).toBe('Page 2')
    expect(answerText(await discord.menu('Look at it', discord.quiet('some words')))).toBe('Looked')
    discord.assertClean()
  })

  test('sends files along with the callback', async () => {
    const answer = await discord.slash('file')
    expect(answer.files.map((file) => [file.name, file.contentType, file.data.byteLength])).toEqual([
      ['report.csv', 'text/csv', 800_000],
    ])
    discord.assertClean()
  })

  test('passes on what the bot says to a command it does not know', async () => {
    const answer = await discord.slash('gone')
    expect(answerText(answer)).toBe('There is no command gone here.')
    expect(answer.message?.ephemeral).toBe(true)
    discord.assertClean()
  })

  test('apologises privately for a fault of the bot, under a number that the log has too', async () => {
    const answer = await discord.slash('broken')
    expect(answer.message?.ephemeral).toBe(true)
    const fault = /in the log under (\w+)/.exec(answerText(answer))?.[1] ?? 'nothing'
    expect(bot.log.lines.some((line) => line.includes(fault) && line.includes('a fault of the bot'))).toBe(true)
    discord.assertClean()
  })

  test('an event of a shape nobody expected is logged and costs nothing else', async () => {
    discord.gateway.dispatch('MESSAGE_CREATE', { id: '123456789012345678', channel_id: discord.world.channel }, null)
    discord.gateway.dispatch('MESSAGE_DELETE_BULK', {}, null)
    await discord.until(() => bot.log.lines.filter((line) => line.includes('could not be read')).length === 2)
    expect(answerText(await discord.slash('echo', { text: 'still here' }))).toBe('still here')
    discord.assertClean()
  })

  test('answers 500 interactions that come at once, each within three seconds and once', async () => {
    const asked = Array.from({ length: 500 }, (_, n) => discord.slash('echo', { text: `number ${n}` }))
    const answers: Answer[] = await Promise.all(asked)
    expect(answers.map(answerText)).toEqual(answers.map((_, n) => `number ${n}`))
    expect(answers.every((answer) => discord.attempts(answer) === 1)).toBe(true)
    discord.assertClean()
  })

  test('answers an interaction that is delivered twice once', async () => {
    const answer = await discord.slash('echo', { text: 'twice' }, { twice: true })
    await discord.slash('echo', { text: 'after it' })
    expect(discord.attempts(answer)).toBe(1)
    discord.assertClean()
  })

  test('finishes the answer under way when it is stopped, and takes no new work', async () => {
    const slow = discord.slash('slow', { ms: 200 })
    await discord.slash('echo', { text: 'the slow one has surely arrived' })
    const stopping = bot.stop()
    const late = discord.slash('echo', { text: 'too late' }, { fair: false }).catch((error: unknown) => error)
    expect(answerText(await slow)).toBe('At last')
    await stopping
    expect(discord.gateway.connected).toBe(false)
    expect(bot.log.lines.filter((line) => !line.startsWith('info'))).toEqual([])
    discord.assertClean()
    await discord.stop()
    void late
  })

  test('gives the link that invites it, with both scopes', () => {
    const link = new URL(bot.invite)
    expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize')
    expect(link.searchParams.get('client_id')).toBe(bot.applicationId)
    expect(link.searchParams.get('scope')?.split(' ').toSorted()).toEqual(['applications.commands', 'bot'])
  })
})
