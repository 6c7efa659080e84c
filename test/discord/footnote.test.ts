/** The real bot with the real client against the stand-in: every command, as somebody in a channel meets it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '#commands/index.ts'
import { openBot } from '#src/cli/open-bot.ts'
import type { FootnoteBot } from '#src/discord/bot.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { answerText, type Discord, type Options, startDiscord, visibleText } from './standin/index.ts'
import { type Running, run } from './toy.ts'

interface Row {
  readonly subcommand?: string
  readonly options: Options
  readonly reads: RegExp
}

/** For each command what is typed and a part of what is read; a command without a row fails the first test. */
const TRIED: Readonly<Record<string, readonly Row[]>> = {
  program: [
    { options: { country: 'tajikistan', topic: 'border' }, reads: /14 border posts/ },
    {
      options: { country: 'Azerbaijan' },
      reads: /Community policing[\s\S]*More topics for Azerbaijan.*Trafficking in persons/,
    },
    { options: { topic: 'community policing' }, reads: /Haiti/ },
    { options: { country: 'georgia', topic: 'police' }, reads: /No fact sheet covers Georgia/ },
    { options: {}, reads: /`country` or `topic`/ },
  ],
  ask: [
    { options: { question: 'How many border posts has INL built in Tajikistan?' }, reads: /Since 2005/ },
    { options: { question: '@everyone <@123> `who` won the cricket' }, reads: /nothing that comes near .*cricket/ },
  ],
  compare: [
    {
      options: { countries: 'azerbaijan, tajikistan', topic: 'border security' },
      reads: /State Border Service[\s\S]*Tajik/,
    },
    { options: { countries: 'azerbaijan', topic: 'border security' }, reads: /two/ },
  ],
  glossary: [
    { options: { term: 'RLA' }, reads: /Resident Legal Advisor/ },
    { options: {}, reads: /ICMPD/ },
  ],
  programs: [{ options: { country: 'tajikistan' }, reads: /Law Reform Working Group/ }],
  timeline: [{ options: { country: 'tajikistan' }, reads: /2005/ }],
  figures: [
    { options: { country: 'tajikistan' }, reads: /14 border posts[\s\S]*since 2005/ },
    { options: { topic: 'peacekeeping' }, reads: /2,800/ },
    { options: { country: 'japan' }, reads: /No fact sheet covers Japan/ },
    { options: {}, reads: /`country` or `topic`/ },
  ],
  funding: [
    { options: { country: 'azerbaijan' }, reads: /FY 2007.*\$2\.25 million.*FSA/ },
    { options: { country: 'azerbaijan', year: 'FY07' }, reads: /FY07: \$2\.25 million/ },
    { options: { country: 'tajikistan' }, reads: /state no funding for Tajikistan/ },
    { options: { country: 'all', year: '2007' }, reads: /Azerbaijan/ },
    { options: {}, reads: /FY 2008/ },
  ],
  cite: [
    { options: { text: '"cops, courts"' }, reads: /So how does INL support[\s\S]*Plain note[\s\S]*In its passage/ },
    { options: { text: 'cops, courts', format: 'ris' }, reads: /TY {2}- / },
    { options: { text: 'rule of law' }, reads: /stand in 11 places; the first 5/ },
    {
      options: { id: 'azerbaijan-2009.resident.w4xmvr4s' },
      reads: /Did you mean .*azerbaijan-2009\.resident\.w4xmvr4t/,
    },
    { options: { id: 'peru-2009.goals.w4xmvr4t' }, reads: /No citation has the id/ },
    { options: {}, reads: /`id` or `text`/ },
  ],
  verify: [
    { options: { quote: 'The RLA program was established in 2005.' }, reads: /Altered[\s\S]*“2005” → source “2004”/ },
    { options: { quote: '„the rla program was established in 2004.“' }, reads: /Verbatim[\s\S]*capitals/ },
    { options: { quote: 'abc' }, reads: /Not in the fact sheets/ },
    {
      options: { quote: 'Azerbaijan got $2.5 million in FY07.' },
      reads: /different in the source[\s\S]*\$2\.25 million/,
    },
  ],
  dossier: [
    { subcommand: 'show', options: {}, reads: /empty/ },
    {
      subcommand: 'add',
      options: { id: 'cops, courts', note: 'for the *brief*' },
      reads: /number 1[\s\S]*for the \\\*brief/,
    },
    { subcommand: 'add', options: { id: '14 border posts' }, reads: /number 2/ },
    { subcommand: 'add', options: { id: 'cops, courts' }, reads: /already, as number 1/ },
    { subcommand: 'move', options: { entry: '2', position: 1 }, reads: /from number 2 to number 1/ },
    { subcommand: 'note', options: { entry: '1', text: 'checked' }, reads: /Number 1.*\nchecked/ },
    { subcommand: 'show', options: {}, reads: /2 citations[\s\S]*14 border posts[\s\S]*checked[\s\S]*cops/ },
    { subcommand: 'export', options: { format: 'csv' }, reads: /2 citations as CSV/ },
    { subcommand: 'remove', options: { entry: '1' }, reads: /Removed number 1/ },
    { subcommand: 'remove', options: { entry: 'nine' }, reads: /a number from 1 to 1/ },
    { subcommand: 'clear', options: {}, reads: /Remove all 1 citation/ },
    { subcommand: 'show', options: { whose: 'channel' }, reads: /This channel’s dossier is empty/ },
  ],
  sources: [{ options: {}, reads: /5 fact sheets/ }],
  corpus: [
    { subcommand: 'check', options: {}, reads: /may manage/ },
    { subcommand: 'gaps', options: {}, reads: /may manage/ },
    { subcommand: 'add', options: { address: 'http://127.0.0.1/' }, reads: /may manage/ },
  ],
  settings: [{ options: {}, reads: /may manage/ }],
  privacy: [
    { subcommand: 'show', options: {}, reads: /your own dossier/ },
    { subcommand: 'delete', options: {}, reads: /[Dd]elete/ },
  ],
  help: [{ options: {}, reads: /\/program/ }],
}

describe('Footnote in a channel', () => {
  let discord: Discord
  let bot: FootnoteBot
  let running: Running
  beforeAll(async () => {
    discord = await startDiscord()
    bot = await openBot(REAL_CORPUS)
    running = await run(discord, { bot })
  })
  afterAll(async () => {
    await running.stop()
    await discord.stop()
  })

  test('every command is tried here', () => {
    expect(Object.keys(TRIED).sort()).toEqual(commands.map(({ declaration }) => declaration.name).sort())
  })

  for (const [name, rows] of Object.entries(TRIED))
    for (const { subcommand, options, reads } of rows)
      test(`/${[name, subcommand].join(' ').trim()} ${JSON.stringify(options)}`, async () => {
        const answer = await discord.slash([name, subcommand].join(' ').trim(), options)
        expect(answerText(answer)).toMatch(reads)
        expect(answer.data['allowed_mentions']).toEqual({ parse: [] })
        discord.assertClean()
      })

  test('a private reply is seen by who asked only', async () => {
    const answer = await discord.slash('program', { country: 'tajikistan', private: true })
    expect(answer.message?.ephemeral).toBe(true)
    discord.assertClean()
  })

  test('completes countries, and topics of the country already typed', async () => {
    const names = async (focused: string, options: Options) => {
      const { data } = await discord.autocomplete('program', focused, options)
      return (data['choices'] as { name: string }[]).map((choice) => choice.name)
    }
    expect(await names('country', { country: 'taj' })).toEqual(['Tajikistan'])
    expect(await names('topic', { country: 'Tajikistan', topic: 'bor' })).toContain('Border security')
    expect(await names('topic', { country: 'Tajikistan', topic: 'cyber' })).toEqual([])
    discord.assertClean()
  })

  test('completes the last of several countries, and terms by either form', async () => {
    const names = async (command: string, focused: string, typed: string) => {
      const { data } = await discord.autocomplete(command, focused, { [focused]: typed })
      return (data['choices'] as { name: string }[]).map((choice) => choice.name)
    }
    expect(await names('compare', 'countries', 'azer')).toEqual(['Azerbaijan'])
    expect(await names('compare', 'countries', 'Azerbaijan, taj')).toEqual(['Azerbaijan, Tajikistan'])
    expect(await names('compare', 'countries', 'Azerbaijan, azer')).toEqual([])
    expect(await names('glossary', 'term', 'icm')).toEqual(['ICMPD'])
    expect(await names('glossary', 'term', 'legal adv')).toEqual(['Resident Legal Advisor'])
    expect(await names('programs', 'country', 'taj')).toEqual(['Tajikistan'])
    expect(await names('timeline', 'country', 'taj')).toEqual(['Tajikistan'])
    discord.assertClean()
  })

  test('text that skips autocomplete works as the same text chosen from it', async () => {
    const typed = await discord.slash('program', { country: 'tadjikistan', topic: 'frontier' })
    const chosen = await discord.slash('program', { country: 'Tajikistan', topic: 'Border security' })
    expect(answerText(typed)).toBe(answerText(chosen))
  })

  test('a mention and a direct message are answered in place', async () => {
    for (const by of [{ mention: true }, { direct: true }]) {
      const answer = await discord.replyTo(discord.post('What does RLA stand for?', by))
      await discord.until(() => /Resident Legal Advisor/.test(visibleText(answer.body)))
    }
    discord.assertClean()
  })

  test('an old button is told from a broken one', async () => {
    const shown = await discord.slash('sources')
    if (shown.message === null) throw new Error('no message')
    const button = { type: 2, style: 2, label: 'Next', custom_id: 'page:2:of-another-time' }
    const old = { ...shown.message, body: { ...shown.message.body, components: [{ type: 1, components: [button] }] } }
    const answer = await discord.button(old, button.custom_id)
    expect(answerText(answer)).toMatch(/no longer works/)
    expect(answer.message?.ephemeral).toBe(true)
    discord.assertClean()
  })

  test('answers 500 interactions at once, none late, none twice', async () => {
    const asked = Array.from({ length: 500 }, (_, order) =>
      order % 3 === 0
        ? discord.autocomplete('program', 'country', { country: 'a' })
        : discord.slash('ask', { question: order % 3 === 1 ? 'border posts in Tajikistan' : 'RLA meaning' }),
    )
    const answers = await Promise.all(asked)
    expect(answers.filter((answer) => answer.after > 3000)).toEqual([])
    expect(new Set(answers.map((answer) => answer.interaction['id'])).size).toBe(500)
    discord.assertClean()
  })
})
