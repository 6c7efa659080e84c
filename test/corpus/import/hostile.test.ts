/** Files made to hang, crash or fill the program: each ends in a clear refusal, or in a body, and the next one works. */
import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, test } from 'vitest'
import type { Body, Refusal } from '#src/corpus/import/convert.ts'
import { unzip } from '#src/corpus/import/formats/zip.ts'
import { Sandbox } from '#src/corpus/import/sandbox.ts'
import { readSheet } from '#src/corpus/read.ts'
import { splitSentences, withoutLongRuns } from '#src/corpus/sentences.ts'
import { wordOf } from './made/documents.ts'

const N = 50_000
const sandbox = new Sandbox({ time: 60_000, memory: 300 })
afterAll(() => sandbox.close())

const html = (body: string) => `<!doctype html><html><body>${body}</body></html>`
const P = '<p>The courts were opened in May.</p>'
const word = (document: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'word/document.xml': strToU8(document),
    ...more,
  })
const w = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const pdf = (body: string) => `%PDF-1.4\n${body}\n%%EOF`

/** The same zip with the size that the directory claims for each file changed. */
function claiming(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0001\u0002', at + 1, 'latin1')
  )
    bytes.writeUInt32LE(size, at + 24)
  return bytes
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['asterisks', '*'.repeat(N)],
  ['underscores in letters', '_a'.repeat(N / 2)],
  ['open brackets', '('.repeat(N)],
  ['open square brackets', '['.repeat(N)],
  ['links without end', '[a]('.repeat(N / 4)],
  ['dashes', '-----'.repeat(N / 5)],
  ['one long word', 'a'.repeat(N)],
  ['a path', 'a/'.repeat(N / 2)],
  ['ampersands', '&'.repeat(N)],
  ['entities', '&amp;'.repeat(N / 5)],
  ['quotes in quotes', '> '.repeat(N / 2)],
  ['lists in lists', '- '.repeat(N / 2)],
  ['code marks', '`a``b'.repeat(N / 5)],
  ['tags', '<a '.repeat(N / 3)],
  ['figures', '1,'.repeat(N / 2)],
  ['money', 'FY07: $1 million (FSA) '.repeat(N / 23)],
  ['dates', 'January 1, 2009 '.repeat(N / 16)],
  ['short lines', 'Ab\n'.repeat(N / 3)],
  ['empty lines', `a${'\n'.repeat(N)}b`],
  ['blanks', `a${' '.repeat(N)}b`],
  ['no-break blanks', 'a\u00a0'.repeat(N / 2)],
  ['countries', 'Mali '.repeat(N / 5)],
  ['abbreviations', 'Ab Cd (AC) '.repeat(N / 11)],
  ['colons', 'A: '.repeat(N / 3)],
  ['marks over a letter', `e${'\u0301'.repeat(N)}`],
  ['turned text', '\u202e'.repeat(N)],
  ['breadcrumbs', 'Home > '.repeat(N / 7)],
  ['bars of links', 'Home | '.repeat(N / 7)],
]

const FILES: readonly (readonly [string, string, () => Promise<Uint8Array> | Uint8Array | string])[] = [
  ['a null byte', 'a.txt', () => 'a\0b'],
  ['half of a character', 'a.txt', () => Uint8Array.of(0xff, 0xfe, 0x41)],
  ['nothing', 'a.txt', () => ''],
  ['a picture', 'a.png', () => '\u0089PNG'],
  ['tags nested deep', 'a.html', () => html(`${'<div>'.repeat(N)}x`)],
  ['tables nested deep', 'a.html', () => html(`${'<table><tr><td>'.repeat(2000)}x`)],
  ['a script alone', 'a.html', () => html('<script>while(true){}</script>')],
  ['an attribute without end', 'a.html', () => `<p title="${'a'.repeat(N)}`],
  ['many attributes', 'a.html', () => html(`<p ${'a b '.repeat(N / 4)}>${P}`)],
  ['formatting left open', 'a.html', () => html(`${'<b><i>'.repeat(300)}${P}`)],
  ['entities of entities', 'a.html', () => `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${html('&b;')}`],
  ['a PDF of noise', 'a.pdf', () => pdf('\u0001\u0002'.repeat(1000))],
  ['a PDF cut off', 'a.pdf', async () => (await (await PDFDocument.create()).save()).subarray(0, 200)],
  [
    'a PDF that refers to itself',
    'a.pdf',
    () => pdf('1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj trailer<</Root 1 0 R>>'),
  ],
  ['a PDF nested deep', 'a.pdf', () => pdf(`1 0 obj ${'['.repeat(N)} endobj trailer<</Root 1 0 R>>`)],
  [
    'a PDF of many pages',
    'a.pdf',
    async () => {
      const made = await PDFDocument.create()
      for (let page = 0; page < 250; page++) made.addPage()
      return made.save()
    },
  ],
  [
    'a Word document cut off',
    'a.docx',
    async () => (await wordOf([{ kind: 'paragraph', text: 'x' }])).subarray(0, 900),
  ],
  ['a Word document without text', 'a.docx', () => zipSync({ 'a.xml': strToU8('<a/>') })],
  [
    'XML that grows',
    'a.docx',
    () => word(`<!DOCTYPE a [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${w('&b;')}`),
  ],
  [
    'XML that asks for a file',
    'a.docx',
    () => word(`<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>${w('&a;')}`),
  ],
  ['XML nested deep', 'a.docx', () => word(w(`${'<w:p>'.repeat(20_000)}${'</w:p>'.repeat(20_000)}`))],
  ['a Word document that unpacks to much', 'a.docx', () => word(w(' '.repeat(13_000_000)))],
  ['an archive in an archive', 'a.zip', () => zipSync({ 'a.zip': zipSync({ 'a.txt': strToU8('x') }) })],
]

async function converted(name: string, content: Uint8Array | string): Promise<Body | Refusal> {
  return sandbox.convert(name, typeof content === 'string' ? Buffer.from(content) : content, '2026-11-22')
}

describe('a text of nothing but', () => {
  test.each(TEXTS)('%s becomes a sheet that can be read, or is refused', async (_name, text) => {
    const body = await converted('a.txt', text)
    if (!body.ok) {
      expect(body).toEqual({ ok: false, message: expect.stringMatching(/\.$/), cure: expect.stringMatching(/\.$/) })
      expect(body.message).not.toMatch(/within|memory/)
      return
    }
    const sheet = `---\ntitle: x\ncountries: []\n---\n\n${body.markdown}`
    const read = readSheet('a.md', sheet, { places: () => [], topics: () => [] })
    for (const fault of read.ok ? [] : read.faults) expect(fault.cure).toMatch(/\w/)
  })
})

describe('a file of', () => {
  test.each(FILES)('%s ends in a body or a refusal, and the next one works', async (_name, name, make) => {
    const body = await converted(name, await make())
    if (!body.ok)
      expect(body).toEqual({ ok: false, message: expect.stringMatching(/\.$/), cure: expect.stringMatching(/\.$/) })
    expect(body.ok ? '' : body.message).not.toMatch(/within|memory/)
    expect(await converted('b.txt', 'The courts were opened.')).toMatchObject({ ok: true })
  })
  test('XML entities is refused for what it is', async () => {
    expect(await converted('a.docx', word(`<!DOCTYPE a [<!ENTITY a "b">]>${w('&a;')}`))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/entities/),
    })
  })
})

describe('an archive', () => {
  const LIMITS = { members: 3, member: 1000, total: 1500 }
  const zeros = (size: number) => zipSync({ 'a.txt': new Uint8Array(size) })
  test.each([
    ['says it is too large', zeros(2000), /"a\.txt" is too large/],
    ['holds more than it says', claiming(zeros(100_000), 10), /more than it says|damaged/],
    [
      'is too large together',
      zipSync({ 'a.txt': new Uint8Array(900), 'b.txt': new Uint8Array(900) }),
      /too large when/,
    ],
    ['holds too many', zipSync(Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}.txt`, strToU8('x')]))), /more than 3/],
    ['leads out of its folder', zipSync({ '../../a.txt': strToU8('x') }), /damaged/],
    ['is cut off', zeros(500).subarray(0, 60), /damaged or cut off/],
  ])('that %s is refused', async (_name, archive, message) => {
    expect(await unzip(archive, () => true, LIMITS)).toMatchObject({
      ok: false,
      message: expect.stringMatching(message),
    })
  })
})

describe('the thread', () => {
  const BIG = Buffer.from('Ab cd. '.repeat(280_000))
  test('is ended after its time, and a new one takes the next file', async () => {
    const short = new Sandbox({ time: 1, memory: 300 })
    expect(await short.convert('a.txt', BIG, '2026-11-22')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/within/),
    })
    await short.close()
    expect(await converted('b.txt', 'The courts were opened.')).toMatchObject({ ok: true })
  })
  test('is ended when it needs too much memory', async () => {
    const small = new Sandbox({ time: 60_000, memory: 12 })
    const many = Buffer.from(html('<p>a</p>'.repeat(200_000)))
    expect(await small.convert('a.html', many, '2026-11-22')).toMatchObject({
      ok: false,
      message: 'needs more than 12 MB of memory.',
    })
    await small.close()
  })
})

describe('sentences of a text with an endless word', () => {
  test.each(['*', '_a', 'a-', 'a/', '`a``b', 'e\u0301'])('of %j are found on a text of bounded words', (piece) => {
    const text = `The courts were opened. See ${piece.repeat(5000)} The police came.`
    const { short } = withoutLongRuns(text)
    expect(Math.max(...short.split(/\s/).map((one) => one.length))).toBeLessThanOrEqual(120)
    const spans = splitSentences(text)
    expect(spans[0]).toEqual([0, 23])
    expect(spans.at(-1)?.[1]).toBe(text.length)
    expect(
      spans
        .map(([from, to]) => text.slice(from, to))
        .join('')
        .replaceAll(/\s/g, ''),
    ).toBe(text.replaceAll(/\s/g, ''))
  })
})
