import { ApplicationCommandOptionType as Option, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSlashLine } from '#src/discord/slash-line.ts'

const text = (name: string, required = false) => ({ name, type: Option.String as const, description: name, required })
const declarations: RESTPostAPIApplicationCommandsJSONBody[] = [
  { name: 'program', description: 'p', options: [text('country', true), text('topic')] },
  { name: 'ask', description: 'a', options: [text('question', true)] },
  {
    name: 'funding',
    description: 'f',
    options: [
      text('country', true),
      { name: 'year', type: Option.Integer, description: 'y', min_value: 1950, max_value: 2100 },
      { name: 'chart', type: Option.Boolean, description: 'c' },
    ],
  },
  {
    name: 'cite',
    description: 'c',
    options: [
      text('id', true),
      {
        name: 'style',
        type: Option.String,
        description: 's',
        choices: [
          { name: 'Chicago notes', value: 'chicago' },
          { name: 'APA', value: 'apa' },
        ],
      },
    ],
  },
  {
    name: 'dossier',
    description: 'd',
    options: [
      { name: 'list', type: Option.Subcommand, description: 'l' },
      { name: 'add', type: Option.Subcommand, description: 'a', options: [text('id', true)] },
      {
        name: 'share',
        type: Option.SubcommandGroup,
        description: 's',
        options: [{ name: 'with', type: Option.Subcommand, description: 'w', options: [text('whom', true)] }],
      },
    ],
  },
  { name: 'sources', description: 's' },
  { name: 'Check quotations', type: 3 },
]

/** The options as `name=value`, through any subcommands. */
function read(line: string): string[] {
  const parsed = parseSlashLine(line, declarations)
  if (!parsed.ok) return [`${parsed.reason} ${parsed.command ?? '-'} ${parsed.option ?? '-'}`]
  const flat = (options: readonly object[]): string[] =>
    options.flatMap((option) => {
      const { name, value, options: inner } = option as { name: string; value?: unknown; options?: object[] }
      return inner === undefined ? [`${name}=${JSON.stringify(value)}`] : [name, ...flat(inner)]
    })
  return [parsed.command, ...flat(parsed.options)]
}

describe('a slash command typed as a line', () => {
  test.each([
    [
      '/program country:costa rica topic:money laundering',
      ['program', 'country="costa rica"', 'topic="money laundering"'],
    ],
    [
      '/program topic:money laundering country:costa rica',
      ['program', 'topic="money laundering"', 'country="costa rica"'],
    ],
    ['  /PROGRAM   Country:  Haiti  ', ['program', 'country="Haiti"']],
    ['/program country:Haiti topic:', ['program', 'country="Haiti"']],
    [
      '/program country:Haiti topic:courts topic: and judges',
      ['program', 'country="Haiti"', 'topic="courts topic: and judges"'],
    ],
    ['/program country:Haiti topic:what country: is', ['program', 'country="Haiti"', 'topic="what country: is"']],
    ['/ask question:is this: a question: yes?', ['ask', 'question="is this: a question: yes?"']],
    ['/ask who trains the border guards', ['ask', 'question="who trains the border guards"']],
    ['/ask question:@everyone <@123> `x` \u202e', ['ask', 'question="@everyone <@123> `x` \u202e"']],
    ['/funding country:haiti year:2007 chart:yes', ['funding', 'country="haiti"', 'year=2007', 'chart=true']],
    ['/funding haiti year:2007', ['funding', 'country="haiti"', 'year=2007']],
    ['/funding country:which year: is it', ['funding', 'country="which year: is it"']],
    ['/cite id:atl09-3f2a style:apa', ['cite', 'id="atl09-3f2a"', 'style="apa"']],
    ['/cite id:atl09-3f2a style:chicago NOTES', ['cite', 'id="atl09-3f2a"', 'style="chicago"']],
    ['/dossier list', ['dossier', 'list']],
    ['/dossier add id:atl09-3f2a', ['dossier', 'add', 'id="atl09-3f2a"']],
    ['/dossier share with whom:a colleague', ['dossier', 'share', 'with', 'whom="a colleague"']],
    ['/sources', ['sources']],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected)
  })

  test.each([
    ['/nonsense', 'unknown-command - -'],
    ['/', 'unknown-command - -'],
    ['/Check quotations', 'unknown-command - -'],
    ['/program', 'missing-option program country'],
    ['/program country:  topic:courts', 'missing-option program country'],
    ['/program Haiti', 'bad-value program -'],
    ['/sources now', 'bad-value sources -'],
    ['/funding country:Haiti chart:yes year:soon', 'bad-value funding year'],
    ['/funding year:1900 country:Haiti', 'bad-value funding year'],
    ['/cite style:mla id:x', 'bad-value cite style'],
    ['/dossier', 'missing-option dossier -'],
    ['/dossier drop', 'unknown-command dossier -'],
    ['/dossier add', 'missing-option dossier add id'],
  ])('%s is refused', (line, expected) => {
    const parsed = parseSlashLine(line, declarations)
    expect(parsed.ok).toBe(false)
    expect(read(line)).toEqual([expected])
    if (!parsed.ok) expect(parsed.message).toMatch(/\S.*[.?]$|: /)
  })

  const value = fc
    .stringMatching(/^[^\s:][^:]{0,30}$/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')

  test('whatever the values, in whatever order, each comes back as it was typed', () => {
    fc.assert(
      fc.property(value, value, fc.boolean(), (country, topic, swapped) => {
        const parts = [`country:${country}`, `topic:${topic}`]
        const line = `/program ${(swapped ? parts.reverse() : parts).join(' ')}`
        const parsed = parseSlashLine(line, declarations)
        expect(parsed).toMatchObject({ ok: true, command: 'program' })
        if (parsed.ok)
          expect(new Set(parsed.options.map((each) => 'value' in each && each.value))).toEqual(
            new Set([country, topic]),
          )
      }),
    )
  })

  test('a command’s only option takes everything to the end of the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (question) => {
        fc.pre(question.trim() !== '')
        const parsed = parseSlashLine(`/ask question:${question}`, declarations)
        expect(parsed).toMatchObject({ ok: true, options: [{ name: 'question', value: question.trim() }] })
      }),
    )
  })

  test('no line makes it throw', () => {
    const line = fc.string({
      unit: fc.constantFrom(...'/ :\n'.split(''), 'program', 'country', 'dossier', 'add', 'é', '\0'),
      maxLength: 30,
    })
    fc.assert(
      fc.property(line, (each) => {
        expect(typeof parseSlashLine(`/${each}`, declarations).ok).toBe('boolean')
      }),
    )
  })
})
