import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Added, addSources, type Failed } from '#src/corpus/import/add.ts'
import { readOriginals } from '#src/corpus/import/originals.ts'
import { convertSource } from '#src/corpus/import/source.ts'
import { sourcesOf } from '#src/corpus/import/sources.ts'
import { linesRead } from '#src/corpus/import/verify.ts'
import { countries } from './fake-countries.ts'
import { type Block, pdfOf, wordOf } from './made/documents.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'formats-'))
})
afterEach(() => rm(root, { recursive: true }))

const PAGE: readonly Block[] = [
  { kind: 'heading', text: 'Help for the Courts' },
  {
    kind: 'paragraph',
    text: 'The courts of Georgia were given forty computers in 2012, and Georgia paid for the desks on which they stand to this day.',
  },
  { kind: 'heading', text: 'Police' },
  { kind: 'item', text: 'The police of Georgia have 200 radios, of which 40 are in use.' },
  { kind: 'item', text: 'A second school will open in the north.' },
  { kind: 'paragraph', text: 'The money was given in 2011.' },
]

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(root, 'in', name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

async function add(paths: readonly string[]): Promise<(Added | Failed)[]> {
  const { sources, failed } = await sourcesOf(paths)
  const results: (Added | Failed)[] = [...failed]
  const options = { facts: new Map(), countries, today: '2026-11-22', write: true, keepOriginals: true }
  for await (const result of addSources(sources, { ...options, folder: join(root, 'corpus') })) results.push(result)
  return results
}

const words = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

async function markdownOf(name: string, bytes: Uint8Array): Promise<string> {
  const body = await convertSource(name, bytes, countries)
  if (!body.ok) throw new Error(body.message)
  return body.markdown
}

describe('a Word document', () => {
  test('keeps its headings, paragraphs and lists', async () => {
    expect(await markdownOf('a.docx', await wordOf(PAGE))).toBe(
      `# ${PAGE[0]?.text}\n\n${PAGE[1]?.text}\n\n## Police\n\n- ${PAGE[3]?.text}\n- ${PAGE[4]?.text}\n\n${PAGE[5]?.text}\n`,
    )
  })
  test('has its notes numbered, its tables in rows, and what every page repeats listed', async () => {
    const cells = (...texts: string[]) =>
      new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) })
    const document = new Document({
      footnotes: {
        1: { children: [new Paragraph('Freedom Support Act.')] },
        2: { children: [new Paragraph('A request.')] },
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Ministry & Courts')] }) },
          footers: { default: new Footer({ children: [new Paragraph('Draft'), new Paragraph('')] }) },
          children: [
            new Paragraph({ text: 'Help for Georgia', heading: HeadingLevel.TITLE }),
            new Paragraph({
              children: [
                new TextRun('The courts of Georgia were given desks'),
                new FootnoteReferenceRun(1),
                new TextRun(' and forty computers'),
                new FootnoteReferenceRun(2),
                new TextRun('.'),
              ],
            }),
            new Table({ rows: [cells('Year', 'Amount'), cells('FY 2011', '$2 million')] }),
          ],
        },
      ],
    })
    const converted = await convertSource('a.docx', await Packer.toBuffer(document), countries)
    expect(converted).toMatchObject({
      ok: true,
      markdown: `# Help for Georgia

The courts of Georgia were given desks\\[1] and forty computers\\[2].

Year\u00a0 Amount
FY 2011\u00a0 $2 million

\\[1] Freedom Support Act.

\\[2] A request.
`,
    })
    expect(converted.ok && converted.furniture.map(({ text, reason }) => [text, reason])).toEqual([
      ['Ministry & Courts', 'header of the pages'],
      ['Draft', 'footer of the pages'],
    ])
  })
  test('keeps every word of any text', async () => {
    const text = fc.array(fc.stringMatching(/^[A-Za-zÀ-ž0-9*_#&<>"'.,;()-]{1,12}$/), { minLength: 1, maxLength: 12 })
    const block = fc.record({
      kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'item' as const),
      text: text.map((list) => `The courts ${list.join(' ')} were opened in the whole country in May.`),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const lines = linesRead(await markdownOf('a.docx', await wordOf(blocks)))
        expect(words(lines.join(' '))).toBe(words(blocks.map((one) => one.text).join(' ')))
      }),
      { numRuns: 25 },
    )
  })
})

describe('a PDF', () => {
  test('gives its words in order, and its headings and lists by their place', async () => {
    const markdown = await markdownOf('a.pdf', await pdfOf(PAGE))
    expect(words(markdown)).toBe(words(PAGE.map(({ text }) => text).join(' ')))
    expect(markdown).toMatch(/^# Help for the Courts\n\nThe courts of Georgia/)
    expect(markdown).toContain('\n\n## Police\n\n- The police of Georgia')
  })
  test('has a title that was broken to fit in one line, and paragraphs of one line apart', async () => {
    const title = 'Help for the Courts of Georgia and for its Patrol Police'
    const blocks: Block[] = [
      { kind: 'heading', text: title },
      { kind: 'paragraph', text: 'The courts of Georgia have forty computers.' },
      { kind: 'paragraph', text: 'The police have radios.' },
      { kind: 'heading', text: 'Schools' },
      {
        kind: 'paragraph',
        text: 'A school opened in the north of the country, and a second one will open in the south.',
      },
      { kind: 'paragraph', text: 'The teachers of both have been to a course, and the pupils have books and desks.' },
    ]
    const markdown = await markdownOf('a.pdf', await pdfOf(blocks, { width: 320 }))
    expect(markdown).toMatch(
      /^# Help for the Courts of Georgia and for its Patrol Police\n\nThe courts of Georgia have forty computers\.\n\nThe police have radios\.\n\n## Schools\n\nA school/,
    )
  })
  test('has its furniture set aside over all the lines into which it was broken', async () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: 'Home > Bureau of Courts and of All Other Houses > Releases > Fact Sheets' },
      { kind: 'heading', text: 'Help for Georgia' },
      {
        kind: 'paragraph',
        text: 'The courts of Georgia have forty computers, and the police have radios of their own.',
      },
      {
        kind: 'paragraph',
        text: 'The Office of Website Management, Bureau of Public Affairs, manages this site as a portal for information.',
      },
    ]
    const converted = await convertSource('a.pdf', await pdfOf(blocks, { width: 330 }), countries)
    if (!converted.ok) throw new Error(converted.message)
    expect(converted.furniture.map(({ text }) => text).join(' ')).toBe(`${blocks[0]?.text} ${blocks[3]?.text}`)
    expect(converted.markdown).toMatch(/^# Help for Georgia\n\nThe courts/)
  })
  test('has what a browser printed over it set aside, in however many pieces', async () => {
    const pdf = await PDFDocument.load(await pdfOf(PAGE))
    const [page] = pdf.getPages()
    const y = (page?.getHeight() ?? 0) - 8
    page?.drawText('11/22/26, 8:05 AM', { x: 20, y, size: 8 })
    page?.drawText('Help - Ministry of Justice', { x: 300, y, size: 8 })
    const converted = await convertSource('a.pdf', await pdf.save(), countries)
    if (!converted.ok) throw new Error(converted.message)
    expect(converted.furniture.map(({ text }) => text).join(' ')).toMatch(/8:05 AM\s+Help - Ministry of Justice$/)
    expect(converted.markdown).toMatch(/^# Help for the Courts\n/)
  })
  test('is one whatever its name says', async () => {
    expect(await markdownOf('a.txt', await pdfOf(PAGE))).toContain('# Help for the Courts')
  })
  test('of pictures is refused with a cure', async () => {
    expect(await convertSource('a.pdf', await pdfOf([{ kind: 'paragraph', text: ' ' }]), countries)).toMatchObject({
      ok: false,
      cure: expect.stringMatching(/OCR/),
    })
  })
})

describe('Markdown', () => {
  test('that is a fact sheet stays the very file', async () => {
    const text =
      '---\ntitle: Help\nurl: https://example.org/a\ncountries: [GE]\nretrieved: 2025-01-01\n---\n\n# Help\n\nThe *courts* of [Georgia](https://example.org).\n'
    await add([await file('help.md', text)])
    expect(await readFile(join(root, 'corpus/help.md'), 'utf8')).toBe(text)
  })
  test('without front matter is given one, and keeps its marks', async () => {
    await add([await file('help.md', '# Help for Georgia\n\nThe **courts** of Georgia were opened on May 3, 2011.\n')])
    expect(await readFile(join(root, 'corpus/help.md'), 'utf8')).toBe(
      '---\ntitle: Help for Georgia\nnot_before: 2011-05-03\ncountries: [GE]\nretrieved: 2026-11-22\n---\n\n# Help for Georgia\n\nThe **courts** of Georgia were opened on May 3, 2011.\n',
    )
  })
  test('with front matter of something else is refused with the line', async () => {
    const [result] = await add([await file('post.md', '---\nlayout: post\n---\n\nText.\n')])
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/line \d.*layout|title/) })
  })
})

describe('several at once', () => {
  const TEXT = 'Help\n\nThe courts of Georgia were given forty computers in 2012.\n'
  test('from an archive: what can be read of it', async () => {
    const archive = zipSync({ 'in/a.txt': strToU8(TEXT), '__MACOSX/a.txt': strToU8('x'), 'logo.png': strToU8('x') })
    expect(await add([await file('pages.zip', archive)])).toMatchObject([{ ok: true, file: 'a.md' }])
  })
  test('from a list, whose paths are its own folder’s', async () => {
    await file('a.txt', TEXT)
    await file('b/c.txt', `${TEXT}The police too.`)
    const list = await file('all.list', '# all\na.txt\n\nb/c.txt\nmissing.txt\n')
    const results = await add([list])
    expect(results.map((result) => (result.ok ? result.file : result.message))).toEqual([
      'no such file or folder.',
      'a.md',
      'c.md',
    ])
  })
  test('from a folder: not what is about the folder', async () => {
    await file('a.txt', TEXT)
    await file('README.md', 'About these pages.')
    await add([join(root, 'in')])
    expect((await readdir(join(root, 'corpus'))).filter((name) => name.endsWith('.md'))).toEqual(['a.md'])
  })
})

test('what was received is kept byte for byte, with its hash and where it came from', async () => {
  const bytes = await wordOf(PAGE)
  const path = await file('Courts 2012.docx', bytes)
  await add([path])
  const index = await readOriginals(join(root, 'corpus'))
  expect(index).toEqual({
    'courts-2012.md': {
      original: 'courts-2012.docx',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      source: 'Courts 2012.docx',
      received: '2026-11-22',
    },
  })
  expect(await readFile(join(root, 'corpus/originals/courts-2012.docx'))).toEqual(bytes)
})
