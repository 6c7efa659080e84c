/** Pages, sections, sharing, removing and following up, as people in a channel meet them: the real bot and client. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions, commands, menus } from '#commands/index.ts'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { createBot, type FootnoteBot } from '#src/discord/bot.ts'
import { fairUse } from '#src/discord/fair-use.ts'
import { Sealer } from '#src/reply/state.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import type { Store } from '#src/store/store.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'
import { type Answer, answerText, type Discord, type Message, startDiscord, visibleText } from './standin/index.ts'
import { object, objects } from './standin/json.ts'
import { nested } from './standin/rules/components.ts'
import { keptLog, type Running, run } from './toy.ts'

const OTHER = { id: '900000000000000001', name: 'other', locale: 'en-US' }

function many(): string {
  const files: Record<string, string> = {}
  for (let order = 0; order < 40; order++)
    files[`sheet-${order}.md`] = sheetOf(
      {
        title: `"Fact sheet number ${order} on police training in the provinces and districts"`,
        date: '2009',
        countries: '[TJ]',
      },
      `Paper ${order} says that the police academy trained ${order + 2} officers.`,
    )
  return corpusOf(files)
}

function makeBot(library: () => Library, store: Store = sqliteStore(':memory:'), limited = false): FootnoteBot {
  const log = keptLog()
  const parts = { library, store, sealer: new Sealer('a test'), commands, menus, actions, log }
  return createBot(limited ? { ...parts, limits: fairUse({ person: 3, channel: 5 }, () => 0) } : parts)
}

const buttons = (message: Message | null) =>
  nested(message?.body['components']).flatMap((one) =>
    typeof one['custom_id'] === 'string' ? [{ id: one['custom_id'], label: String(one['label']) }] : [],
  )

function idOf(message: Message | null, label: RegExp): string {
  const found = buttons(message).find((button) => label.test(button.label))
  if (found === undefined) throw new Error(`no button ${label} among ${JSON.stringify(buttons(message))}`)
  return found.id
}

function messageOf(answer: Answer): Message {
  if (answer.message === null) throw new Error('no message')
  return answer.message
}

interface House {
  readonly discord: Discord
  readonly running: Running
}

async function open(bot: FootnoteBot): Promise<House> {
  const discord = await startDiscord()
  return { discord, running: await run(discord, { bot }) }
}

async function close({ discord, running }: House): Promise<void> {
  await running.stop()
  await discord.stop()
}

describe('a reply longer than a message', () => {
  let house: House
  let library: Library
  beforeAll(async () => {
    library = await openCorpus(many())
    house = await open(makeBot(() => library))
  })
  afterAll(() => close(house))

  test('has pages that who asked can turn, each whole entry on one of them', async () => {
    const { discord } = house
    const message = messageOf(await discord.slash('sources'))
    const seen: string[] = [visibleText(message.body)]
    while (buttons(message).some(({ label }) => label.startsWith('More')) && seen.length < 20) {
      await discord.button(message, idOf(message, /^More/))
      seen.push(visibleText(message.body))
    }
    expect(seen.length).toBeGreaterThan(1)
    for (let order = 0; order < 40; order++) {
      const on = seen.filter((page) => page.includes(`number ${order} on`))
      expect(on.length).toBe(1)
      expect(on[0]).toContain(`\`sheet-${order}\``)
    }
    await discord.button(message, idOf(message, /^Back/))
    expect(visibleText(message.body)).toBe(seen.at(-2))
    discord.assertClean()
  })

  test('is turned by nobody else, and they are told so privately', async () => {
    const { discord } = house
    const message = messageOf(await discord.slash('sources'))
    const before = visibleText(message.body)
    const told = await discord.button(message, idOf(message, /^More/), { user: OTHER })
    expect(told.message?.ephemeral).toBe(true)
    expect(answerText(told)).toMatch(/Only the person who asked/)
    expect(visibleText(message.body)).toBe(before)
    discord.assertClean()
  })

  test('can be turned after a restart, and not with a tampered button', async () => {
    const { discord } = house
    const old = messageOf(await discord.slash('sources'))
    const later = await open(makeBot(() => library))
    const shown = later.discord.earlier(old.body)
    const { user } = discord.world
    const turned = await later.discord.button(shown, idOf(shown, /^More/), { user })
    expect(turned.message?.id).toBe(shown.id)
    const real = idOf(old, /^More/)
    const forged = `${real.slice(0, -1)}x`
    const body = object(JSON.parse(JSON.stringify(old.body), (_key, value) => (value === real ? forged : value)))
    const refused = await later.discord.button(later.discord.earlier(body), forged)
    expect(refused.message?.ephemeral).toBe(true)
    expect(answerText(refused)).toMatch(/Ask again/)
    later.discord.assertClean()
    await close(later)
  })

  test('offers to ask again once the fact sheets have changed', async () => {
    const { discord } = house
    const message = messageOf(await discord.slash('sources'))
    const before = library
    library = await openCorpus(REAL_CORPUS)
    const told = await discord.button(message, idOf(message, /^More/))
    expect(told.message?.ephemeral).toBe(true)
    expect(answerText(told)).toMatch(/have changed/)
    const again = await discord.button(messageOf(told), idOf(told.message, /^Ask again/))
    expect(answerText(again)).toMatch(/5 fact sheets/)
    library = before
    discord.assertClean()
  })
})

describe('in a channel', () => {
  let house: House
  const store = sqliteStore(':memory:')
  beforeAll(async () => {
    const library = await openCorpus(REAL_CORPUS)
    house = await open(makeBot(() => library, store))
  })
  afterAll(() => close(house))

  test('anybody may open the whole section of an excerpt, and reads all of it alone', async () => {
    const { discord } = house
    const message = messageOf(await discord.slash('program', { country: 'tajikistan', topic: 'border' }))
    const opened = await discord.button(message, idOf(message, /^Whole section/), { user: OTHER })
    const section = messageOf(opened)
    expect(section.ephemeral).toBe(true)
    expect(visibleText(section.body).length).toBeGreaterThan(500)
    if (buttons(section).some(({ label }) => label.startsWith('More'))) {
      const first = visibleText(section.body)
      await discord.button(section, idOf(section, /^More/), { user: OTHER })
      expect(visibleText(section.body)).not.toBe(first)
    }
    discord.assertClean()
  })

  test.each([
    ['compare', { countries: 'azerbaijan, tajikistan', topic: 'border security' }],
    ['program', { country: 'tajikistan' }],
    ['figures', { country: 'tajikistan' }],
    ['funding', { country: 'azerbaijan' }],
    ['timeline', { country: 'tajikistan' }],
  ])(
    'under a list no one excerpt is the answer: each can be chosen to be cited, and saved from there: /%s',
    async (name, options) => {
      const { discord } = house
      const list = messageOf(await discord.slash(name, options))
      const labels = buttons(list).map(({ label }) => label)
      for (const single of ['Cite', 'Save', 'Whole section']) expect(labels).not.toContain(single)
      const select = nested(list.body['components']).find(({ type }) => type === 3)
      const values = objects(select?.['options']).map(({ value }) => String(value))
      expect(values.length).toBeGreaterThan(1)
      expect(visibleText(list.body)).toContain(`\`${values[0]}\``)
      for (const value of values.slice(-2)) {
        const chosen = await discord.select(list, String(select?.['custom_id']), [value], { user: OTHER })
        expect(chosen.message?.ephemeral).toBe(true)
        expect(answerText(chosen)).toContain(`\`${value}\``)
        expect(buttons(chosen.message).map(({ label }) => label)).toContain('Save')
      }
      discord.assertClean()
    },
  )

  test('a list of terms quotes nothing, so there is no section to open', async () => {
    const { discord } = house
    expect(buttons((await discord.slash('glossary')).message).map(({ label }) => label)).toEqual([])
  })

  test('a private reply can be shared, which says by whom and pings nobody', async () => {
    const { discord } = house
    const asked = await discord.slash('program', { country: 'tajikistan', topic: 'border', private: true })
    const shared = await discord.button(messageOf(asked), idOf(asked.message, /^Share/))
    expect(shared.message?.ephemeral).toBe(false)
    expect(shared.message?.id).not.toBe(asked.message?.id)
    expect(answerText(shared)).toContain(`<@${discord.world.user.id}>`)
    expect(answerText(shared)).toContain('border posts')
    expect(buttons(shared.message).some(({ label }) => label.startsWith('Share'))).toBe(false)
    discord.assertClean()
  })

  test('what a menu found in a message can be shared too', async () => {
    const { discord } = house
    const said = discord.quiet('They say that INL built 14 border posts in Tajikistan.', OTHER)
    const found = await discord.menu('Find sources', said)
    expect(found.message?.ephemeral).toBe(true)
    const shared = await discord.button(messageOf(found), idOf(found.message, /^Share/))
    expect(shared.message?.ephemeral).toBe(false)
    expect(answerText(shared)).toMatch(/14 border posts/)
    discord.assertClean()
  })

  test('a question too long for a button still works: it stands in the reply', async () => {
    const { discord } = house
    const question = `How many border posts has INL built in Tajikistan ${'along the long southern border '.repeat(6)}since 2005?`
    const asked = await discord.slash('ask', { question, private: true })
    expect(answerText(asked)).toContain('› /ask question')
    const shared = await discord.button(messageOf(asked), idOf(asked.message, /^Share/))
    expect(answerText(shared)).toContain('border posts')
    discord.assertClean()
  })

  test('there is nothing to share in a direct message', async () => {
    const asked = await house.discord.slash('ask', { question: 'What is the RLA?', private: true }, { direct: true })
    expect(buttons(asked.message).some(({ label }) => label.startsWith('Share'))).toBe(false)
  })

  test('a reply to an answer carries country and topic on, through several turns', async () => {
    const { discord } = house
    const first = await discord.replyTo(
      discord.post('How much funding did Azerbaijan get in FY 2007?', { mention: true }),
    )
    expect(visibleText(first.body)).toMatch(/2\.25 million/)
    const second = await discord.replyTo(discord.post('and in 2008?', { replyTo: first }))
    expect(visibleText(second.body)).toMatch(/2008/)
    expect(visibleText(second.body)).not.toMatch(/2\.25 million/)
    const third = await discord.replyTo(discord.post('and in Tajikistan?', { replyTo: second }))
    expect(visibleText(third.body)).toMatch(/Tajikistan.*2008[\s\S]*no funding for Tajikistan/)
    discord.assertClean()
  })

  test.each([
    ['ask', { question: 'How many border posts has INL built in Tajikistan?' }, /Azerbaijan · Border security/],
    ['program', { country: 'tajikistan', topic: 'community policing' }, /Azerbaijan · Community policing/],
    ['compare', { countries: 'tajikistan, haiti', topic: 'border security' }, /Azerbaijan · Border security/],
    [
      'ask',
      { question: `Please, ${'kindly '.repeat(12)} say how many border posts there are in Tajikistan` },
      /Azerbaijan · Border security/,
    ],
  ])('a reply to what a command answered carries on too: /%s %j', async (name, options, reads) => {
    const { discord } = house
    for (const locale of ['en-US', 'es-ES']) {
      const answer = messageOf(await discord.slash(name, options, { user: { ...OTHER, locale } }))
      const next = await discord.replyTo(discord.post('and in Azerbaijan?', { replyTo: answer }))
      expect(visibleText(next.body)).toMatch(reads)
    }
    discord.assertClean()
  })

  test('a reply to a funding answer goes on from the country and the money', async () => {
    const { discord } = house
    const answer = messageOf(await discord.slash('funding', { country: 'azerbaijan', year: '2007' }))
    const next = await discord.replyTo(discord.post('and in 2008?', { replyTo: answer }))
    expect(visibleText(next.body)).toMatch(/FY08: \$2\.035 million/)
    discord.assertClean()
  })

  test('a mention and nothing else is told what can be asked, with examples that work', async () => {
    const { discord } = house
    const told = await discord.replyTo(discord.post('', { mention: true }))
    const said = visibleText(told.body)
    expect(said).toMatch(/word for word[\s\S]*Countries covered: Azerbaijan[\s\S]*\/program country/)
    expect(buttons(told).map(({ label }) => label)).toEqual(['Remove'])
    const [example = ''] = [...said.matchAll(/`\/ask question:([^`]+)`/g)].map(([, question]) => question)
    const answered = await discord.replyTo(discord.post(example, { direct: true }))
    expect(visibleText(answered.body)).toMatch(/stand|Partnership|Community/)
    // A sticker in reply to an answer asks nothing.
    const sticker = discord.post('', { replyTo: told })
    await discord.replyTo(discord.post('What does RLA stand for?', { mention: true }))
    expect(discord.replies(sticker)).toEqual([])
    discord.assertClean()
  })

  test('double brackets give a line for each thing cited', async () => {
    const { discord } = house
    const said = discord.post('As we know [[az funding 2007]] and [[who won the cricket]]', { mention: true })
    const lines = visibleText((await discord.replyTo(said)).body).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^“.*\$2\.25 million.*” .*azerbaijan/)
    expect(lines[1]).toMatch(/who won the cricket.*do not say/)
    discord.assertClean()
  })

  test('who asked in a chat can remove the answer; nobody else', async () => {
    const { discord } = house
    const question = discord.post('What does RLA stand for?', { mention: true })
    const answer = await discord.replyTo(question)
    const refused = await discord.button(answer, idOf(answer, /^Remove/), { user: OTHER })
    expect(refused.message?.ephemeral).toBe(true)
    await discord.button(answer, idOf(answer, /^Remove/))
    await discord.until(() => answer.deleted)
    discord.edit(question, `<@${discord.world.bot.id}> What does INL stand for?`)
    await discord.until(() => discord.replies(question).length === 0)
    discord.assertClean()
  })

  test('a reply that misses the question is told so, and the question’s words alone are kept', async () => {
    const { discord } = house
    const question = 'How many border posts were built for <@900000000000000001>?'
    const asked = await discord.slash('ask', { question })
    const thanks = await discord.button(messageOf(asked), idOf(asked.message, /^Not what I asked/), { user: OTHER })
    expect(thanks.message?.ephemeral).toBe(true)
    expect(answerText(thanks)).toMatch(/without your name/)
    const chat = await discord.replyTo(discord.post('What does RLA stand for?', { mention: true }))
    await discord.button(chat, idOf(chat, /^Not what I asked/))
    const program = await discord.slash('program', { country: 'tajikistan', topic: 'border' }, { locale: 'es-ES' })
    const gracias = await discord.button(messageOf(program), idOf(program.message, /^No es lo que/), {
      locale: 'es-ES',
    })
    expect(answerText(gracias)).toMatch(/Gracias.*sin su nombre/)
    const kept = (await store.gaps(9)).filter(({ reason }) => reason === 'not-what-i-asked').map(({ words }) => words)
    expect(kept.sort()).toEqual([
      'how many border posts were built for ?',
      'tajikistan border',
      'what does rla stand for?',
    ])
    discord.assertClean()
  })

  test('there is no such button where nothing was answered, or where the question is too long to be carried', async () => {
    const { discord } = house
    const labels = async (name: string, options: Record<string, string>) =>
      buttons((await discord.slash(name, options)).message).map(({ label }) => label)
    expect(await labels('ask', { question: 'How many border posts were built?' })).toContain('Not what I asked')
    const long = `How many border posts were built, ${'and where do they all stand, '.repeat(5)}in Tajikistan?`
    for (const [name, options] of [
      ['ask', { question: 'who won the cricket' }],
      ['ask', { question: long }],
      ['program', { country: 'georgia', topic: 'police' }],
      ['sources', {}],
    ] as const)
      expect(await labels(name, options)).not.toContain('Not what I asked')
    discord.assertClean()
  })

  test('is spoken to in Spanish where Discord is; the source keeps its language', async () => {
    const { discord } = house
    const answer = await discord.slash('program', { country: 'georgia', topic: 'police' }, { locale: 'es-419' })
    expect(answerText(answer)).toMatch(/Ninguna ficha trata de Georgia/)
    const quote = await discord.slash('program', { country: 'tajikistan', topic: 'border' }, { locale: 'es-ES' })
    expect(answerText(quote)).toMatch(/14 border posts/)
    const slash = discord.commands.filter((command) => command['type'] === 1)
    const registered = slash.map((command) => object(command['description_localizations'])['es-ES'])
    expect(registered.every((text) => typeof text === 'string')).toBe(true)
    discord.assertClean()
  })

  test('who has used the bot in Spanish is answered in Spanish in a chat too', async () => {
    const { discord } = house
    const user = { id: '900000000000000007', name: 'lectora', locale: 'es-ES' }
    await discord.autocomplete('program', 'country', { country: 't' }, { user })
    const answer = await discord.replyTo(discord.post('How many border posts in Azerbaijan?', { mention: true, user }))
    expect(visibleText(answer.body)).toMatch(/Las fichas no dicen/)
    expect(buttons(answer).map(({ label }) => label)).toContain('Quitar')
    const stranger = { id: '900000000000000008', name: 'stranger', locale: 'en-US' }
    const other = await discord.replyTo(
      discord.post('How many border posts in Azerbaijan?', { mention: true, user: stranger }),
    )
    expect(visibleText(other.body)).toMatch(/The fact sheets do not say/)
    discord.assertClean()
  })

  test('settings: who may manage sets them, they hold for the server, others are refused', async () => {
    const { discord } = house
    const manager = { permissions: '32' }
    const refused = await discord.slash('settings', { replies: 'private' })
    expect(answerText(refused)).toMatch(/may manage/)
    const set = await discord.slash('settings', { replies: 'private', default_country: 'Tajik' }, manager)
    expect(answerText(set)).toMatch(/Tajikistan[\s\S]*private/)
    const asked = await discord.slash('program', { topic: 'border' })
    expect(asked.message?.ephemeral).toBe(true)
    expect(answerText(asked)).toMatch(/14 border posts[\s\S]*this server’s country/)
    expect((await discord.slash('program', { topic: 'border', private: false })).message?.ephemeral).toBe(false)
    expect(answerText(await discord.slash('ask', { question: 'How many border posts were built?' }))).toMatch(
      /border posts/,
    )
    await discord.slash('settings', { chat: 'here-off' }, manager)
    const silent = discord.post('What does RLA stand for?', { mention: true })
    await discord.slash('settings', { chat: 'all-on', replies: 'everybody', default_country: 'none' }, manager)
    await discord.replyTo(discord.post('What does RLA stand for?', { mention: true }))
    expect(discord.replies(silent)).toEqual([])
    expect((await discord.slash('program', { topic: 'border' })).message?.ephemeral).toBe(false)
    discord.assertClean()
  })
})

describe('when it is asked too much, or its store is broken', () => {
  test('the fourth question of three a minute is refused kindly and privately; typing counts for nothing', async () => {
    const library = await openCorpus(REAL_CORPUS)
    const house = await open(makeBot(() => library, undefined, true))
    const { discord } = house
    for (let count = 0; count < 5; count++) await discord.autocomplete('program', 'country', { country: 't' })
    for (let count = 0; count < 3; count++) expect(answerText(await discord.slash('help'))).toMatch(/program/)
    const refused = await discord.slash('help')
    expect(refused.message?.ephemeral).toBe(true)
    expect(answerText(refused)).toMatch(/in 20 seconds/)
    // The channel has two left, whoever asks.
    expect(answerText(await discord.slash('help', {}, { user: OTHER }))).toMatch(/program/)
    expect(answerText(await discord.slash('help', {}, { user: OTHER }))).toMatch(/program/)
    expect(answerText(await discord.slash('help', {}, { user: OTHER }))).toMatch(/This channel/)
    discord.assertClean()
    await close(house)
  })

  test('a store that never answers makes no answer late', async () => {
    const library = await openCorpus(REAL_CORPUS)
    const hanging = new Proxy(sqliteStore(':memory:'), {
      get: (store, name) =>
        name === 'settings' ? () => new Promise(() => undefined) : Reflect.get(store, name).bind(store),
    })
    const house = await open(makeBot(() => library, hanging))
    const answer = await house.discord.slash('program', { country: 'tajikistan', topic: 'border' })
    expect(answerText(answer)).toMatch(/14 border/)
    house.discord.assertClean()
    await close(house)
  })

  test('a broken store costs the settings and no answer', async () => {
    const library = await openCorpus(REAL_CORPUS)
    const store = sqliteStore(':memory:')
    await store.close()
    const house = await open(makeBot(() => library, store))
    const { discord } = house
    expect(answerText(await discord.slash('program', { country: 'tajikistan', topic: 'border' }))).toMatch(/14 border/)
    expect(answerText(await discord.slash('settings', { replies: 'private' }, { permissions: '32' }))).toMatch(
      /could not be saved/,
    )
    discord.assertClean()
    await close(house)
  })
})
