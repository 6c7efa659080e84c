/** Interactions as another Discord might send them: fields left out or new, apps that people bring along, menus on any message. */
import type { APIInteraction, APIMessage } from 'discord-api-types/v10'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import type { FootnoteBot } from '#src/discord/bot.ts'
import { type Act, countingIds, localUser, makeInteraction, type Scene } from '#src/discord/make-interaction.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'
import { textsOf } from '../support/seen.ts'
import { type Json, object } from './standin/json.ts'
import { nested } from './standin/rules/components.ts'

const ME = localUser('300000000000000002', 'Me')
const OTHER = localUser('300000000000000009', 'Other')
const SCENE: Scene = {
  ids: countingIds(),
  applicationId: '300000000000000001',
  user: ME,
  channelId: '300000000000000003',
  guildId: '300000000000000004',
  locale: 'en-GB',
}
const ASK: Act = {
  kind: 'command',
  name: 'ask',
  options: [{ name: 'question', type: 3, value: 'What does RLA stand for?' }],
}
const PRIVATE: Act = { ...ASK, options: [...ASK.options, { name: 'private', type: 5, value: true }] }

/** What Discord sent, with some of it other than it is now. */
const changed = (interaction: APIInteraction, changes: Json, leftOut: readonly string[] = []): APIInteraction => {
  const fields = Object.entries({ ...interaction, ...changes }).filter(([name]) => !leftOut.includes(name))
  return Object.fromEntries(fields) as unknown as APIInteraction
}

let bot: FootnoteBot
beforeAll(async () => {
  bot = await openBot(REAL_CORPUS)
})

const read = async (interaction: APIInteraction): Promise<string> =>
  textsOf((await bot.handle(interaction)).message ?? {}).join('\n')
const labels = async (interaction: APIInteraction): Promise<readonly string[]> =>
  nested((await bot.handle(interaction)).message?.components).flatMap(({ label }) =>
    typeof label === 'string' ? [label] : [],
  )

describe('fields that are left out or not known', () => {
  const optional = ['channel', 'guild', 'guild_locale', 'locale', 'app_permissions', 'context', 'entitlements']
  const more = ['authorizing_integration_owners', 'attachment_size_limit', 'channel_id', 'version']

  test('cost no answer', async () => {
    const asked = makeInteraction(ASK, SCENE)
    for (const left of [optional, more, [...optional, ...more]])
      expect(await read(changed(asked, {}, left))).toMatch(/Resident Legal Advisor/)
    const direct = changed(asked, { user: ME }, ['member', 'guild_id', ...optional, ...more])
    expect(await read(direct)).toMatch(/Resident Legal Advisor/)
    const strange = { locale: null, something_new: { deep: [1] }, user: ME, member: { user: ME, permissions: '0' } }
    expect(await read(changed(asked, strange))).toMatch(/Resident Legal Advisor/)
  })

  test('a kind of interaction that is not known gets a reply in words', async () => {
    expect(await read(changed(makeInteraction(ASK, SCENE), { type: 77 }))).toMatch(/don’t know this command/)
  })

  test.each([
    ['no value', [{ name: 'country', type: 3, focused: true }]],
    ['an empty value', [{ name: 'country', type: 3, focused: true, value: '' }]],
  ])('what is completed has %s yet: all countries', async (_what, options) => {
    const typed = makeInteraction({ kind: 'autocomplete', name: 'program', options: [] }, SCENE)
    const { response } = await bot.handle(changed(typed, { data: { id: '1', name: 'program', type: 1, options } }))
    expect(JSON.stringify(response.body)).toContain('Tajikistan')
  })

  test('what is completed has no options at all: no choices, and no fault', async () => {
    const typed = makeInteraction({ kind: 'autocomplete', name: 'program', options: [] }, SCENE)
    const { response } = await bot.handle(changed(typed, { data: { id: '1', name: 'program', type: 1 } }))
    expect(response.body).toEqual({ type: 8, data: { choices: [] } })
  })
})

describe('sharing', () => {
  const shares = async (changes: Json, leftOut: readonly string[] = []) =>
    (await labels(changed(makeInteraction(PRIVATE, SCENE), changes, leftOut))).includes('Share in channel')
  const outside = ['guild_id', 'guild', 'member']
  const dm = { id: SCENE.channelId, type: 1 }
  const brought = { authorizing_integration_owners: { 1: ME.id } }
  const permitted = (permissions: bigint) => ({ member: { user: ME, permissions: String(permissions) } })

  test('is offered wherever somebody else reads', async () => {
    expect(await shares({})).toBe(true)
    expect(await shares({ user: ME, channel: { id: '1', type: 3 }, context: 2 }, outside)).toBe(true)
    // Between two people, who have the app with them.
    expect(await shares({ user: ME, channel: dm, context: 2, ...brought }, outside)).toBe(true)
    expect(await shares({ ...brought, ...permitted(1n << 50n) })).toBe(true)
  })

  test('is not, where nobody else would see it', async () => {
    expect(await shares({ user: ME, channel: dm, context: 1 }, outside)).toBe(false)
    expect(await shares({ user: ME, channel: dm }, [...outside, 'context'])).toBe(false)
    expect(await shares({ ...brought, ...permitted(0n) })).toBe(false)
  })
})

describe('a message menu', () => {
  const on = (name: string, target: Json) =>
    makeInteraction({ kind: 'message-command', name, target: { id: '5', ...target } as unknown as APIMessage }, SCENE)
  const quote = 'He said: “The RLA program was established in 2005.”'

  test.each([
    ['its own words', { content: quote, embeds: [{ description: '“Not this.”' }] }],
    ['a forwarded message', { content: '', message_snapshots: [{ message: { content: quote, type: 0 } }] }],
    ['an embed', { content: '', embeds: [{ title: 'News', fields: [{ name: 'Today', value: quote }] }] }],
    ['components', { content: '', components: [{ type: 17, components: [{ type: 10, content: quote }] }] }],
  ])('checks the quotes of a message with %s', async (_what, target) => {
    expect(await read(on('Check quotes', target))).toMatch(/Altered[\s\S]*“2005” → source “2004”/)
    expect(await read(on('Check quotes', target))).not.toMatch(/Not this/)
  })

  test('checks an answer of its own: each quote is the source’s', async () => {
    const { message } = await bot.handle(makeInteraction(ASK, SCENE))
    const said = await read(on('Check quotes', { content: '', components: message?.components }))
    expect(said).toMatch(/Verbatim/)
    expect(said).not.toMatch(/Altered|Not in the fact sheets|not stated/)
  })

  test('says so where the message comes without anything to read', async () => {
    for (const name of ['Check quotes', 'Find sources'])
      for (const target of [{}, { content: '', embeds: [], components: [], attachments: [] }])
        expect(await read(on(name, target))).toMatch(/no (?:words|text)/)
    const bare = on('Check quotes', { content: quote })
    const data = { id: '1', name: 'Check quotes', type: 3, target_id: '5' }
    expect(await read(changed(bare, { data }))).toMatch(/no (?:words|text)/)
  })
})

describe('the buttons of a public reply', () => {
  test('know who asked, also where Discord does not say it of the message', async () => {
    const sheets = Array.from({ length: 40 }, (_, order) => [
      `sheet-${order}.md`,
      sheetOf({ title: `"Number ${order} of ${'many '.repeat(12)}"`, countries: '[TJ]' }, `Paper ${order}.`),
    ])
    const long = await openBot(corpusOf(Object.fromEntries(sheets)))
    const { message } = await long.handle(makeInteraction({ kind: 'command', name: 'sources', options: [] }, SCENE))
    const more = nested(message?.components).find(({ label }) => String(label).startsWith('More'))
    if (more === undefined) throw new Error('there is one page')
    const pressed = (user: typeof ME, components: unknown) =>
      makeInteraction(
        {
          kind: 'component',
          message: { id: '6', components, flags: 1 << 15 } as unknown as APIMessage,
          data: { custom_id: String(more['custom_id']), component_type: 2 },
        },
        { ...SCENE, user },
      )
    const refused = (await long.handle(pressed(OTHER, message?.components))).response.body
    expect(JSON.stringify(refused)).toMatch(/Only the person who asked/)
    for (const components of [message?.components, undefined]) {
      const turned = (await long.handle(pressed(ME, components))).response.body
      expect(object(JSON.parse(JSON.stringify(turned)))['type']).toBe(7)
    }
  })
})
