import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BadBot, button, modern, plain, row, startBadBot, text10 } from '../bad-bot.ts'
import { text } from '../json.ts'
import { send } from '../rest.ts'

let bad: BadBot
beforeAll(async () => {
  bad = await startBadBot()
})
afterAll(() => bad.stop())

describe('a callback is refused', () => {
  const choice = (rest: object) => ({ name: 'One', value: 'one', ...rest })
  const choices = (...all: object[]) => ({ type: 8, data: { choices: all } })
  const input = (rest: object) => ({ type: 4, custom_id: 'words', style: 1, ...rest })
  const label = (component: object) => ({ type: 18, label: 'Words', component })
  const modal = (...components: object[]) => ({ type: 9, data: { custom_id: 'form', title: 'Form', components } })
  const typed = () => bad.discord.autocomplete('x', 'text', { text: 'o' })
  const used = () => bad.discord.slash('x', {})
  const clicked = async () => {
    const path = `/channels/${bad.discord.world.channel}/messages`
    const posted = await send(bad.discord, 'POST', path, modern(text10('x'), row(button({}))))
    const message = bad.discord.world.messages.get(text(posted.body['id']))
    if (message === undefined) throw new Error('no message')
    return bad.discord.button(message, 'go')
  }

  test.each<[string, () => Promise<unknown>, object, string]>([
    ['of no known type', used, { type: 77 }, 'Discord has no callback'],
    ['with an unknown key', used, { type: 4, data: plain({}), files: [] }, 'files: unknown key'],
    ['choices to a command', used, choices(choice({})), 'does not answer'],
    ['a message to an autocomplete', typed, { type: 4, data: plain({}) }, 'does not answer'],
    ['an update without a message', used, { type: 7, data: plain({}) }, 'does not answer'],
    ['26 choices', typed, choices(...Array.from({ length: 26 }, (_, n) => choice({ name: `${n}` }))), 'choices'],
    ['a choice of 101 characters', typed, choices(choice({ value: 'x'.repeat(101) })), 'at most 100'],
    ['a choice named with 101 characters', typed, choices(choice({ name: 'x'.repeat(101) })), 'name'],
    ['a choice with a number for a text', typed, choices(choice({ value: 1 })), 'not of the type of its option'],
    ['no list of choices', typed, { type: 8, data: {} }, 'choices: needed'],
    ['an update that drops the V2 flag', clicked, { type: 7, data: plain({ flags: 0 }) }, 'stays once it is set'],
    ['an update with content in a V2 message', clicked, { type: 7, data: plain({}) }, 'content: not with'],
    [
      'a modal of six parts',
      used,
      modal(...'abcdef'.split('').map((id) => label(input({ custom_id: id })))),
      'at most 5',
    ],
    ['a modal with a custom_id twice', used, modal(label(input({})), label(input({}))), 'stands twice'],
    ['a label inside a label', used, modal(label(input({ label: 'Again' }))), 'inside a label'],
    ['a modal to an autocomplete', typed, modal(label(input({}))), 'does not answer'],
  ])('%s', async (_rule, ask, body, words) => {
    const { status, found } = await bad.callback(ask, body)
    expect(found).toContain(words)
    expect(status).toBe(400)
  })

  test.each<[string, () => Promise<unknown>, object]>([
    ['choices', typed, choices(choice({}))],
    ['an update', clicked, { type: 7, data: modern(text10('page 2')) }],
    ['a modal', used, modal(label(input({})))],
    ['a deferred message', used, { type: 5 }],
  ])('but not %s', async (_what, ask, body) => {
    expect(await bad.callback(ask, body)).toEqual({ status: 204, found: '' })
  })
})

describe('declarations are refused', () => {
  const command = (rest: object) => ({ name: 'ask', description: 'Asks', ...rest })
  const string = (rest: object) => ({ type: 3, name: 'text', description: 'What', ...rest })
  const long = Array.from({ length: 25 }, (_, n) =>
    string({
      name: `o${n}`,
      choices: Array.from({ length: 25 }, (_x, m) => ({ name: `choice ${n} ${m}`, value: `v${m}` })),
    }),
  )
  const put = (body: unknown) =>
    send(bad.discord, 'PUT', `/applications/${bad.discord.world.application}/commands`, body)

  test.each<[string, unknown, string]>([
    ['a name twice', [command({}), command({})], 'stands twice'],
    ['a name in capitals', [command({ name: 'Ask' })], 'pattern'],
    ['a name with a space', [command({ name: 'ask me' })], 'pattern'],
    ['a name of 33 characters', [command({ name: 'x'.repeat(33) })], 'name'],
    ['a translated name with a space', [command({ name_localizations: { ru: 'два слова' } })], 'pattern'],
    [
      'a language that Discord lacks',
      [command({ description_localizations: { 'ru-RU': 'Спроси' } })],
      'Discord has no ru-RU',
    ],
    ['no description', [command({ description: '' })], 'description'],
    ['a description of 101 characters', [command({ description: 'x'.repeat(101) })], 'description'],
    ['a description on a menu', [{ name: 'Look', type: 3, description: 'x' }], 'not on a menu'],
    [
      'required after optional',
      [command({ options: [string({}), string({ name: 'b', required: true })] })],
      'required after optional',
    ],
    ['an option twice', [command({ options: [string({}), string({})] })], 'a name stands twice'],
    ['26 options', [command({ options: Array.from({ length: 26 }, (_, n) => string({ name: `o${n}` })) })], 'options'],
    [
      'choices with autocomplete',
      [command({ options: [string({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
      'not with autocomplete',
    ],
    [
      'a choice twice',
      [
        command({
          options: [
            string({
              choices: [
                { name: 'a', value: 'a' },
                { name: 'a', value: 'b' },
              ],
            }),
          ],
        }),
      ],
      'a name stands twice',
    ],
    [
      'a choice of 101 characters',
      [command({ options: [string({ choices: [{ name: 'a', value: 'x'.repeat(101) }] })] })],
      'over 100',
    ],
    [
      'min_length over max_length',
      [command({ options: [string({ min_length: 9, max_length: 3 })] })],
      'over max_length',
    ],
    [
      'subcommands beside options',
      [command({ options: [string({}), { type: 1, name: 'sub', description: 'x' }] })],
      'subcommands beside others',
    ],
    ['over 8,000 characters', [command({ options: long })], 'at most 8000'],
    ['permissions as a number', [command({ default_member_permissions: 8 })], 'string of digits'],
    ['a context twice', [command({ contexts: [0, 0] })], 'contexts'],
    ['an unknown key', [command({ permissions: '8' })], 'unknown key'],
    ['sixteen menus', Array.from({ length: 16 }, (_, n) => ({ name: `Menu ${n}`, type: 3 })), 'at most 15'],
    ['101 commands', Array.from({ length: 101 }, (_, n) => command({ name: `c${n}` })), 'at most 100'],
  ])('%s', async (_rule, body, words) => {
    const before = bad.discord.overwrites
    expect(await bad.violations(() => put(body))).toContain(words)
    expect(bad.discord.overwrites).toBe(before)
  })

  test('but not good ones', async () => {
    const good = command({
      options: [string({ required: true, autocomplete: true }), { type: 4, name: 'year', description: 'Year' }],
      default_member_permissions: '8',
      description_localizations: { ru: 'Спроси' },
      contexts: [0, 1, 2],
    })
    expect(await bad.violations(() => put([good, { name: 'Find sources', type: 3 }]))).toBe('')
    expect(bad.discord.commands).toHaveLength(2)
  })
})

describe('a request is refused', () => {
  const messages = () => `/channels/${bad.discord.world.channel}/messages`

  test('without the token', async () => {
    const { status } = await send(bad.discord, 'POST', messages(), plain({}), { headers: { Authorization: 'Bot x' } })
    expect(status).toBe(401)
  })

  test('without a User-Agent that names a bot', async () => {
    const headers = { 'User-Agent': 'curl/8' }
    expect(await bad.violations(() => send(bad.discord, 'POST', messages(), plain({}), { headers }))).toContain(
      'User-Agent',
    )
  })

  test('to a route that Discord does not have', async () => {
    expect(await bad.violations(() => send(bad.discord, 'POST', '/nowhere', {}))).toContain('Discord has no POST')
  })

  test('with a callback to an interaction that was never sent', async () => {
    const path = '/interactions/123456789012345678/secret/callback'
    expect(await bad.violations(() => send(bad.discord, 'POST', path, { type: 1 }))).toContain('never sent')
  })
})
