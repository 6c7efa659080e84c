/** Documents of any content, made by writers that know nothing of the readers, come back with all their words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertSource } from '#src/corpus/import/source.ts'
import { linesRead } from '#src/corpus/import/verify.ts'
import { countries } from './fake-countries.ts'
import { type Block, pdfOf, type Setting, wordOf } from './made/documents.ts'

async function body(name: string, bytes: Uint8Array) {
  const converted = await convertSource(name, bytes, countries)
  if (!converted.ok) throw new Error(converted.message)
  expect(converted.furniture).toEqual([])
  return { words: linesRead(converted.markdown).flatMap((line) => line.split(/\s+/)), warnings: converted.warnings }
}
const wordsOf = (blocks: readonly Block[]) => blocks.flatMap(({ text }) => text.split(' '))

const LONG = 'representatives investigators anti-corruption institutions counternarcotics'.split(' ')
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('police', 'courts', 'the', 'of', 'training', 'in', '2009', 'INL', ...LONG) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('$2.25', '(FSA)', '“ten”', 'U.S.', '*', '#', '[1]', '<b>', '&amp;', 'a_b', '1.5%'),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ0-9&<>"'.,;()-]{1,9}$/) },
)
const text = fc
  .array(word, { minLength: 1, maxLength: 60 })
  .map((words) => `The courts ${words.join(' ')} were opened in the whole country.`)
const cells = fc
  .array(fc.constantFrom('FY07', 'FY08', '2010', '$2.25', '$1,500,000', 'INCLE', 'FSA', 'Total'), {
    minLength: 2,
    maxLength: 4,
  })
  .map((words) => words.join(' '))
const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('heading' as const),
      text: fc.constantFrom('Goals', 'Police and Courts'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('item' as const), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cells' as const), text: cells }) },
)
const blocks = fc
  .array(block, { minLength: 1, maxLength: 12 })
  .filter((all) => all.some(({ kind }) => kind === 'paragraph'))
const setting: fc.Arbitrary<Setting> = fc.record({
  width: fc.integer({ min: 300, max: 520 }),
  lines: fc.integer({ min: 8, max: 40 }),
  pieces: fc.constantFrom('line', 'word', 'bold start'),
  columns: fc.constantFrom(1, 2),
  hyphens: fc.boolean(),
})
/** Stands before every text and on no narrow line, so that each word that may be broken stands whole somewhere. */
const WHOLE: readonly Block[] = LONG.map((text) => ({ kind: 'heading', text: `On ${text}` }))

/** Where a line of a PDF begins with one of these it is a list's. */
const isNoMark = (word: string): boolean => !/^[*o+–-]$/.test(word)

describe('every word comes back, in order,', () => {
  test('from a Word document', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, async (all) => {
        expect((await body('a.docx', await wordOf(all))).words).toEqual(wordsOf(all))
      }),
      { numRuns: 25 },
    )
  })
  test('from a PDF, however it is set', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, setting, async (all, set) => {
        const given = set.hyphens ? [...WHOLE, ...all] : all
        const { words } = await body('a.pdf', await pdfOf(given, set))
        expect(words.filter(isNoMark)).toEqual(wordsOf(given).filter(isNoMark))
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a PDF prints around its text', () => {
  const page = (number: number): Block[] => [
    { kind: 'line', text: 'Help for the Courts' },
    { kind: 'paragraph', text: `The courts of the ${number}th district were opened in the whole` },
    { kind: 'line', text: `country, with ${number} judges.` },
    { kind: 'line', text: `FY0${number}: $${number} million (FSA)` },
    { kind: 'paragraph', text: `Page ${number} of 4` },
  ]
  test('is listed, and nothing of the text with it', async () => {
    const blocks = [1, 2, 3, 4].flatMap(page)
    const converted = await convertSource('a.pdf', await pdfOf(blocks, { lines: 7 }), countries)
    if (!converted.ok) throw new Error(converted.message)
    expect(converted.furniture.map(({ line, text, reason }) => `${line} ${reason}: ${text}`)).toEqual([
      '1 page number, page 1: Page 1 of 4',
      ...[2, 3, 4].flatMap((number) => [
        `${number} head or foot of the page, page ${number}: Help for the Courts`,
        `${number} page number, page ${number}: Page ${number} of 4`,
      ]),
    ])
    expect(converted.markdown.match(/Help for the Courts/g)).toHaveLength(1)
    expect(converted.markdown.match(/^FY0\d: \$\d million \(FSA\)$/gm)).toHaveLength(4)
  })
})

describe('a word that a PDF breaks at the end of a line', () => {
  const linesOf = async (...lines: string[]) => {
    const made = lines.map((line): Block => ({ kind: 'line', text: line }))
    return body('a.pdf', await pdfOf(made))
  }
  test('is whole again where it stands so elsewhere, with its own hyphen or without', async () => {
    const { words, warnings } = await linesOf(
      'Police and law-enforcement officers of both countries met the repre-',
      'sentatives, and the Representatives of the ministries paid for law-',
      'enforcement in the north. It was the counter-',
      'narcotics unit.',
    )
    expect(words.join(' ')).toBe(
      'Police and law-enforcement officers of both countries met the representatives, and the Representatives of the ministries paid for law-enforcement in the north. It was the counter- narcotics unit.',
    )
    expect(warnings).toContainEqual(expect.stringMatching(/left so: counter-narcotics$/))
  })
  test('is whole again across pages, and a line that ends with a dash is none', async () => {
    const pages = await pdfOf(
      [
        { kind: 'paragraph', text: 'The investigators came.' },
        { kind: 'paragraph', text: 'There were 40 inves-' },
        { kind: 'paragraph', text: 'tigators of the police from pre- and post-war Bosnia.' },
      ],
      { lines: 4 },
    )
    expect((await body('a.pdf', pages)).words.join(' ')).toContain(
      '40 investigators of the police from pre- and post-war',
    )
  })
})
