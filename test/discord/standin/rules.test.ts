import { Client, type GatewayDispatchEvents, GatewayIntentBits } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Discord, startDiscord } from './index.ts'
import { type Json, text } from './json.ts'
import { type Attachment, send } from './rest.ts'

/**
 * A bot that sends whatever body it is told to: each rule must catch it, over the wire, and a good body must pass.
 * One login serves the whole table; what is checked each time is what was added to the violations.
 */
let discord: Discord
let client: Client
let reply: (interaction: Json) => void = () => {}

beforeAll(async () => {
  discord = await startDiscord()
  client = new Client({ intents: [GatewayIntentBits.GuildMessages], rest: { api: discord.apiUrl } })
  client.ws.on('INTERACTION_CREATE' as GatewayDispatchEvents.InteractionCreate, (data: Json) => reply(data))
  await client.login(discord.token)
})
afterAll(async () => {
  await client.destroy()
  await discord.stop()
})

/** The violations that the action brings. */
async function violations(action: () => Promise<unknown>): Promise<string> {
  const before = discord.violations.length
  await action()
  return discord.violations.slice(before).join('\n')
}

/** Answers the next interaction with this callback; gives the status and what was found wrong. */
async function callback(ask: () => Promise<unknown>, body: unknown, files: readonly Attachment[] = []) {
  const { promise, resolve } = Promise.withResolvers<{ status: number }>()
  reply = (interaction) => {
    const path = `/interactions/${text(interaction['id'])}/${text(interaction['token'])}/callback`
    void send(discord, 'POST', path, body, { files }).then(resolve)
  }
  let status = 0
  const found = await violations(async () => {
    void ask().catch(() => null)
    status = (await promise).status
  })
  return { status, found }
}

const closed = { parse: [] }
const v2 = 1 << 15
const text10 = (content: string) => ({ type: 10, content })
const button = (rest: object) => ({ type: 2, style: 2, label: 'Go', custom_id: 'go', ...rest })
const row = (...components: object[]) => ({ type: 1, components })
const container = (...components: object[]) => ({ type: 17, components })
const option = (value: string) => ({ label: value, value })
const select = (rest: object) => ({ type: 3, custom_id: 'pick', options: [option('a'), option('b')], ...rest })
const modern = (...components: object[]) => ({ flags: v2, components, allowed_mentions: closed })
const plain = (rest: object) => ({ content: 'Hello', allowed_mentions: closed, ...rest })

type Row = readonly [rule: string, data: object, found: string, files?: readonly Attachment[]]

const badMessages: readonly Row[] = [
  ['an unknown key', plain({ colour: 1 }), 'colour: unknown key'],
  ['an unknown key in a component', modern({ ...text10('x'), bold: true }), 'components.0.bold: unknown key'],
  ['an empty message', { allowed_mentions: closed }, 'empty message'],
  ['a blank message', plain({ content: ' \n' }), 'empty message'],
  ['no components in a V2 message', modern(), 'empty message'],
  ['mentions left open', { content: 'Hello' }, 'allowed_mentions: left out'],
  ['mentions opened', plain({ allowed_mentions: { parse: ['everyone'] } }), 'open for everyone'],
  ['parse left out', plain({ allowed_mentions: { replied_user: false } }), 'parse left out'],
  ['2,001 characters of content', plain({ content: 'x'.repeat(2001) }), 'content'],
  ['V2 with content', { ...modern(text10('x')), content: 'y' }, 'content: not with IS_COMPONENTS_V2'],
  ['V2 with embeds', { ...modern(text10('x')), embeds: [{ description: 'y' }] }, 'embeds: not with IS_COMPONENTS_V2'],
  ['V2 components without the flag', plain({ components: [text10('x')] }), 'needs the flag'],
  ['a flag that bots can not set', plain({ flags: 2 }), 'flags'],
  [
    '4,001 characters of text in all',
    modern(container(text10('x'.repeat(2000)), text10('x'.repeat(2001)))),
    'characters of text',
  ],
  [
    '41 components counting nested ones',
    modern(container(...Array.from({ length: 40 }, () => text10('x')))),
    'counting nested',
  ],
  ['a blank text', modern(text10(' ')), 'text display: blank'],
  ['an empty text', modern(text10('')), 'components.0.content'],
  ['a component of no known type', modern({ type: 99 }), 'components.0'],
  ['a button outside a row', modern(button({})), 'components.0'],
  [
    'six buttons in a row',
    modern(row(...'abcdef'.split('').map((id) => button({ custom_id: id })))),
    'components.0.components',
  ],
  ['an empty row', modern(row()), 'components.0.components'],
  ['six rows', plain({ components: 'abcdef'.split('').map((id) => row(button({ custom_id: id }))) }), 'action rows'],
  ['a custom_id twice', modern(row(button({}), button({}))), 'custom_id "go" stands twice'],
  ['a custom_id of 101 characters', modern(row(button({ custom_id: 'x'.repeat(101) }))), 'custom_id'],
  ['an id twice', modern({ ...text10('x'), id: 7 }, { ...text10('y'), id: 7 }), 'id 7 stands twice'],
  ['a button without custom_id', modern(row({ type: 2, style: 1, label: 'Go' })), 'custom_id is needed'],
  ['a button without a label', modern(row(button({ label: ' ' }))), 'label'],
  ['a label of 81 characters', modern(row(button({ label: 'x'.repeat(81) }))), 'label'],
  ['a link with custom_id', modern(row(button({ style: 5, url: 'https://example.org' }))), 'a link has no custom_id'],
  ['a link without url', modern(row({ type: 2, style: 5, label: 'Go' })), 'a link needs a url'],
  ['a link elsewhere', modern(row({ type: 2, style: 5, label: 'Go', url: 'javascript:alert(1)' })), 'no http'],
  [
    'a link of 513 characters',
    modern(row({ type: 2, style: 5, label: 'Go', url: `https://example.org/${'x'.repeat(493)}` })),
    'url',
  ],
  ['a url on a button', modern(row(button({ url: 'https://example.org' }))), 'only a link has a url'],
  ['a select beside a button', modern(row(select({}), button({}))), 'stands alone'],
  [
    'a select with 26 options',
    modern(row(select({ options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) }))),
    'options',
  ],
  [
    'a select that offers a value twice',
    modern(row(select({ options: [option('a'), option('a')] }))),
    'a value stands twice',
  ],
  ['a select that asks for more than it has', modern(row(select({ max_values: 3 }))), 'max_values'],
  ['a section without accessory', modern({ type: 9, components: [text10('x')] }), 'components.0'],
  [
    'a section of four texts',
    modern({ type: 9, components: 'abcd'.split('').map(text10), accessory: button({}) }),
    'components.0',
  ],
  ['an accent beyond white', modern({ ...container(text10('x')), accent_color: 0x1000000 }), 'accent_color'],
  [
    'a file that did not come along',
    modern({ type: 13, file: { url: 'attachment://a.csv' } }),
    'a.csv did not come along',
  ],
  ['a file from elsewhere', modern({ type: 13, file: { url: 'https://example.org/a.csv' } }), 'only an attachment'],
  ['a file that nothing shows', modern(text10('x')), 'no component shows a.csv', [{ name: 'a.csv' }]],
  ['an empty file', plain({}), 'is empty', [{ name: 'a.csv', data: '' }]],
  ['a file of a strange field', plain({}), 'is no files[n]', [{ name: 'a.csv', field: 'upload' }]],
  [
    'an attachment without its file',
    plain({ attachments: [{ id: 3, filename: 'a.csv' }] }),
    'no files[3]',
    [{ name: 'a.csv' }],
  ],
  [
    'embeds of 6,001 characters',
    plain({ embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }),
    'embeds',
  ],
]

const goodMessages: readonly (readonly [string, object, (readonly Attachment[])?])[] = [
  ['content', plain({})],
  ['4,000 characters of text', modern(text10('x'.repeat(4000)))],
  ['40 components', modern(container(...Array.from({ length: 39 }, () => text10('x'))))],
  ['a link', modern(row({ type: 2, style: 5, label: 'Go', url: 'https://example.org' }))],
  [
    'a section, a select and a separator',
    modern({ type: 9, components: [text10('x')], accessory: button({}) }, row(select({})), { type: 14, divider: true }),
  ],
  ['a file that is shown', modern({ type: 13, file: { url: 'attachment://a.csv' } }), [{ name: 'a.csv' }]],
]

describe('a message is refused', () => {
  const rows = badMessages.map(([rule, data, words, files = []]) => ({ rule, data, words, files }))

  test.each(rows)('as callback: $rule', async ({ data, words, files }) => {
    const { status, found } = await callback(() => discord.slash('x', {}), { type: 4, data }, files)
    expect(found).toContain(words)
    expect(status).toBe(400)
  })

  test.each(rows)('in a channel: $rule', async ({ data, words, files }) => {
    const path = `/channels/${discord.world.channel}/messages`
    expect(await violations(() => send(discord, 'POST', path, data, { files }))).toContain(words)
  })
})

describe('a message is taken', () => {
  const rows = goodMessages.map(([what, data, files = []]) => ({ what, data, files }))

  test.each(rows)('$what', async ({ data, files }) => {
    const answered = await callback(() => discord.slash('x', {}), { type: 4, data }, files)
    expect(answered).toEqual({ status: 204, found: '' })
    const posted = await send(discord, 'POST', `/channels/${discord.world.channel}/messages`, data, { files })
    expect(posted.status).toBe(200)
  })
})

describe('a callback is refused', () => {
  const choice = (rest: object) => ({ name: 'One', value: 'one', ...rest })
  const choices = (...all: object[]) => ({ type: 8, data: { choices: all } })
  const input = (rest: object) => ({ type: 4, custom_id: 'words', style: 1, ...rest })
  const label = (component: object) => ({ type: 18, label: 'Words', component })
  const modal = (...components: object[]) => ({ type: 9, data: { custom_id: 'form', title: 'Form', components } })
  const typed = () => discord.autocomplete('x', 'text', { text: 'o' })
  const used = () => discord.slash('x', {})
  const clicked = async () => {
    const path = `/channels/${discord.world.channel}/messages`
    const posted = await send(discord, 'POST', path, modern(text10('x'), row(button({}))))
    const message = discord.world.messages.get(text(posted.body['id']))
    if (message === undefined) throw new Error('no message')
    return discord.button(message, 'go')
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
    const { status, found } = await callback(ask, body)
    expect(found).toContain(words)
    expect(status).toBe(400)
  })

  test.each<[string, () => Promise<unknown>, object]>([
    ['choices', typed, choices(choice({}))],
    ['an update', clicked, { type: 7, data: modern(text10('page 2')) }],
    ['a modal', used, modal(label(input({})))],
    ['a deferred message', used, { type: 5 }],
  ])('but not %s', async (_what, ask, body) => {
    expect(await callback(ask, body)).toEqual({ status: 204, found: '' })
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
  const put = (body: unknown) => send(discord, 'PUT', `/applications/${discord.world.application}/commands`, body)

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
    const before = discord.overwrites
    expect(await violations(() => put(body))).toContain(words)
    expect(discord.overwrites).toBe(before)
  })

  test('but not good ones', async () => {
    const good = command({
      options: [string({ required: true, autocomplete: true }), { type: 4, name: 'year', description: 'Year' }],
      default_member_permissions: '8',
      description_localizations: { ru: 'Спроси' },
      contexts: [0, 1, 2],
    })
    expect(await violations(() => put([good, { name: 'Find sources', type: 3 }]))).toBe('')
    expect(discord.commands).toHaveLength(2)
  })
})

describe('a request is refused', () => {
  const messages = () => `/channels/${discord.world.channel}/messages`

  test('without the token', async () => {
    const { status } = await send(discord, 'POST', messages(), plain({}), { headers: { Authorization: 'Bot x' } })
    expect(status).toBe(401)
  })

  test('without a User-Agent that names a bot', async () => {
    const headers = { 'User-Agent': 'curl/8' }
    expect(await violations(() => send(discord, 'POST', messages(), plain({}), { headers }))).toContain('User-Agent')
  })

  test('to a route that Discord does not have', async () => {
    expect(await violations(() => send(discord, 'POST', '/nowhere', {}))).toContain('Discord has no POST')
  })

  test('with a callback to an interaction that was never sent', async () => {
    const path = '/interactions/123456789012345678/secret/callback'
    expect(await violations(() => send(discord, 'POST', path, { type: 1 }))).toContain('never sent')
  })
})
