import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '#src/corpus/blocks.ts'
import { readFrontMatter } from '#src/corpus/front-matter.ts'
import { convert, proposalOf, sheetText } from '#src/corpus/import/convert.ts'
import { linesRead } from '#src/corpus/import/verify.ts'
import { countries } from './fake-countries.ts'

const FRONT = { title: 'A title', countries: [] }

/** Bits that Markdown would like to read as something else, between ordinary words. */
const bit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('police', 'courts', 'training', 'Programs', 'INL', 'a', '2009', '$2.25') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '***',
        '[1]',
        '[a](b)',
        '![x](y)',
        '[x]: http://y',
        '#',
        '##',
        '######',
        '>',
        '>>',
        '1.',
        '1)',
      ],
      ...[
        '2.',
        '17)',
        '---',
        '- - -',
        '===',
        '=',
        '-',
        '--',
        '+',
        '~~~',
        '```',
        '`',
        '``',
        '<b>',
        '</b>',
        '<!-- x -->',
        '<?x?>',
      ],
      ...[
        '<http://x.org>',
        '<a@b.org>',
        '&amp;',
        '&copy;',
        '&#65;',
        '&',
        '\\',
        '\\\\',
        '\\*',
        '$',
        '|',
        '*FSA',
        '_x_',
        'a_b_c',
      ],
      ...[
        '**bold**',
        'http://x.org/a_b',
        '\u00a0',
        '\t',
        '  ',
        '\u200b',
        '•',
        '·',
        'o',
        '–',
        ':',
        '"',
        '(',
        ')',
        '!',
        '[',
        ']',
      ],
      ...['\u2028', '\u0085', '\v', '\ufeff', '\u202e', '<script>', '<div', '{', '}', '^', '😀', 'é', '~', '@everyone'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'binary', maxLength: 6 })
      .filter((text) => !text.includes('\0') && text.isWellFormed()),
  },
)
const glue = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t', '\u00a0')
const indent = fc.constantFrom('', '', '', ' ', '  ', '    ', '\t', '     ', '  • ', '- ', '* ', '1. ', '\u00a0')
const line = fc
  .tuple(indent, fc.array(fc.tuple(bit, glue), { maxLength: 8 }))
  .map(([start, bits]) => start + bits.map(([text, after]) => text + after).join(''))
const documents = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\f', '\n \n', '\n\n\n')), {
    maxLength: 14,
  })
  .map((lines) => lines.map(([text, end]) => text + end).join(''))

const words = (text: string): string[] => text.split(/[\s\u0085]+/).filter((word) => word !== '')
/** The body's lines as the source has them: furniture out, list marks out. */
const BULLET = /^(?:[•‣⁃▪■●◦]\s*|(?:--|[□○·*+o§»➢✓–—-])[ \t\u00a0]+)(?=\S)/

function kept(source: string) {
  const body = convert(source, countries)
  if (!body.ok) {
    expect(body.message).toMatch(/nothing but page furniture/)
    return
  }
  const removed = new Set(body.furniture.map((line) => line.line))
  const given = source
    .split(/\r\n|[\n\r\f]/)
    .filter((_line, index) => !removed.has(index + 1))
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const read = linesRead(body.markdown)
  expect(read).toHaveLength(given.length)
  for (const [index, text] of given.entries()) expect([text, text.replace(BULLET, '')]).toContain(read[index])
  const inSheet = readBlocks(sheetText(FRONT, body.markdown)).map((block) => block.reading.text)
  expect(words(inSheet.join('\n'))).toEqual(words(read.join('\n')))
}

describe('adding a text keeps its words', () => {
  test('of any document, whatever Markdown would read in it', () => {
    fc.assert(fc.property(documents, kept), { numRuns: 500 })
  })

  test('of any lines at all', () => {
    const anything = fc
      .string({ unit: 'binary', maxLength: 80 })
      .filter((text) => text.isWellFormed() && !text.includes('\0'))
    fc.assert(fc.property(anything, kept), { numRuns: 300 })
  })

  test('and what is written can always be read', () => {
    fc.assert(
      fc.property(documents, (source) => {
        const body = convert(source, countries)
        if (!body.ok) return
        const { front } = proposalOf(body, countries, '2026-11-22', null)
        const titled = { ...front, title: front.title || 'untitled' }
        expect(readFrontMatter('a.md', sheetText(titled, body.markdown))).toMatchObject({
          ok: true,
          meta: titled.date ? { date: titled.date } : {},
        })
      }),
      { numRuns: 300 },
    )
  })

  test.each(['azerbaijan-2009', 'azerbaijan-2016', 'osce-baku', 'rights-and-justice', 'tajikistan'])(
    'of %s',
    async (id) => {
      const file = await readFile(new URL(`../../../corpus/${id}.md`, import.meta.url), 'utf8')
      const body = file.slice(file.indexOf('\n---\n', 4) + 5)
      kept(linesRead(body).join('\n\n'))
    },
  )
})
