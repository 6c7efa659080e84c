import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BadBot,
  button,
  closed,
  container,
  modern,
  option,
  plain,
  row,
  select,
  startBadBot,
  text10,
} from '../bad-bot.ts'
import { type Attachment, send } from '../rest.ts'

let bad: BadBot
beforeAll(async () => {
  bad = await startBadBot()
})
afterAll(() => bad.stop())

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
    const { status, found } = await bad.callback(() => bad.discord.slash('x', {}), { type: 4, data }, files)
    expect(found).toContain(words)
    expect(status).toBe(400)
  })

  test.each(rows)('in a channel: $rule', async ({ data, words, files }) => {
    const path = `/channels/${bad.discord.world.channel}/messages`
    expect(await bad.violations(() => send(bad.discord, 'POST', path, data, { files }))).toContain(words)
  })
})

describe('a message is taken', () => {
  const rows = goodMessages.map(([what, data, files = []]) => ({ what, data, files }))

  test.each(rows)('$what', async ({ data, files }) => {
    const answered = await bad.callback(() => bad.discord.slash('x', {}), { type: 4, data }, files)
    expect(answered).toEqual({ status: 204, found: '' })
    const posted = await send(bad.discord, 'POST', `/channels/${bad.discord.world.channel}/messages`, data, { files })
    expect(posted.status).toBe(200)
  })
})
