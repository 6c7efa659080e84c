/** The bot's pure function, whatever is typed: always a reply that keeps the rules, pings nobody and quotes truly. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import { type Responded, respondTo } from '#src/cli/respond.ts'
import type { FootnoteBot } from '#src/discord/bot.ts'
import { REAL_CORPUS } from '../support/corpus.ts'

let bot: FootnoteBot
beforeAll(async () => {
  bot = await openBot(REAL_CORPUS)
})

interface Node {
  readonly content?: string
  readonly components?: readonly Node[]
}

const textsOf = (node: Node): readonly string[] => [
  ...(node.content === undefined ? [] : [node.content]),
  ...(node.components ?? []).flatMap(textsOf),
]
const countOf = (node: Node): number => 1 + (node.components ?? []).reduce((sum, inner) => sum + countOf(inner), 0)

function keepsTheRules({ answer, message }: Responded): void {
  const top = message.components as readonly Node[]
  const texts = top.flatMap(textsOf)
  // A fault inside keeps the rules too, but it is none of the replies that anybody should get.
  expect(texts.join('\n')).not.toMatch(/Something went wrong/)
  expect(texts.join('').length).toBeLessThanOrEqual(4000)
  expect(texts.every((text) => text.trim() !== '')).toBe(true)
  expect(texts.length).toBeGreaterThan(0)
  expect(top.reduce((sum, node) => sum + countOf(node), 0)).toBeLessThanOrEqual(40)
  expect(message.allowed_mentions).toEqual({ parse: [] })
  for (const { sheet, start, end } of answer.excerpts) {
    expect(end - start).toBeLessThanOrEqual(700)
    expect(start).toBeGreaterThanOrEqual(sheet.body.start)
    expect(sheet.text.slice(start, end).trim()).not.toBe('')
  }
}

const HOSTILE = [
  'a'.repeat(4000),
  'border '.repeat(570),
  '🦔',
  'the of and to',
  '@everyone how many border posts in Tajikistan?',
  '<@123> <#1> </program:1> <t:0> `code` ||spoiler|| [x](http://y)',
  '\u202eevil\u202c border posts',
  'a\u0000b border posts in Tajikistan',
  '/program country:\u202etajikistan topic:```',
  '/program topic:@here',
  '/program country:a topic:b country:c',
  '/',
  '/ program',
  '/nothing at:all',
  '\n\n# heading\n- list',
  '',
  '   ',
]

describe('whatever is typed', () => {
  for (const input of HOSTILE)
    it(`gets a reply that keeps the rules: ${JSON.stringify(input.slice(0, 40))}`, async () => {
      keepsTheRules(await respondTo(input, bot))
    })

  it('gets a reply that keeps the rules, for any text and any words of the field', async () => {
    const words = fc.constantFrom(
      ...'how many police border INL Azerbaijan FY2007 cost who RLA training @here `'.split(' '),
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
      fc.array(words, { maxLength: 8 }).map((list) => `/program country:${list.join(' ')} topic:${list.join(' ')}`),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (input) => {
        keepsTheRules(await respondTo(input, bot))
      }),
      { numRuns: 300 },
    )
  })

  it('never shows a control or direction mark that somebody typed', async () => {
    const { message } = await respondTo('/program country:\u202e\u0007tajik\u200bistann topic:x', bot)
    expect(JSON.stringify(message)).not.toMatch(/\\u202e|\\u0007|\u202e|\u200b/)
  })
})
