/** Files made to hang, crash or fill the program. */
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { wordOf } from './documents.ts'

export type HostileFile = readonly [what: string, name: string, make: () => Promise<Uint8Array> | Uint8Array | string]

const N = 50_000

export const html = (body: string) => `<!doctype html><html><body>${body}</body></html>`
const P = '<p>The courts were opened in May.</p>'
export const word = (document: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'word/document.xml': strToU8(document),
    ...more,
  })
export const w = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const pdf = (body: string) => `%PDF-1.4\n${body}\n%%EOF`

/** Texts of nothing but one thing. */
export const TEXTS: readonly (readonly [what: string, text: string])[] = [
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

/** Files by what they are, the name that they come under, and how they are made. */
export const FILES: readonly HostileFile[] = [
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

/** A page whose content is `piece` so many times over, packed small. */
function packed(piece: string, times: number, font = ''): Uint8Array {
  const stream = deflateSync(Buffer.alloc(piece.length * times, piece))
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n${stream.toString('latin1')}\nendstream`,
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica${font}>>`,
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF`, 'latin1')
}

const MOST = 1_900_000
const filled = (piece: string, size = MOST) => piece.repeat(Math.floor(size / piece.length))

/** Files as large as they may be, and small ones that grow: what they cost in memory is what matters. */
export const LARGE: readonly HostileFile[] = [
  ['a text of words', 'a.txt', () => filled('Ab cd ef. ')],
  ['a text of short lines', 'a.txt', () => filled('Ab\n')],
  ['a text of paragraphs', 'a.txt', () => filled('Ab cd.\n\n')],
  ['a text of list items', 'a.txt', () => filled('• Mali: ab\n')],
  ['a text of money', 'a.txt', () => filled('FY07: $1 million (FSA)\n')],
  ['a text of countries', 'a.txt', () => filled('Mali ')],
  ['a page of paragraphs', 'a.html', () => html(filled('<p>a</p>'))],
  ['a page of marks', 'a.html', () => html(filled('<b>a</b>'))],
  ['a page of cells', 'a.html', () => html(`<table>${filled('<td>a')}</table>`)],
  ['a page of lists', 'a.html', () => html(filled('<li>a'))],
  ['a page of entities', 'a.html', () => html(filled('&amp;'))],
  ['a page of open marks', 'a.html', () => html(filled('<i>'))],
  ['a page of attributes', 'a.html', () => html(filled('<p a=b c=d>'))],
  ['Markdown of lists', 'a.md', () => filled('- a\n')],
  ['Markdown of links', 'a.md', () => filled('[a](b) c\n\n')],
  ['a PDF that unpacks to blanks', 'a.pdf', () => packed(' ', 200_000_000)],
  [
    'a PDF that unpacks to text',
    'a.pdf',
    () => packed('BT /F 9 Tf 9 9 Td (The courts were opened) Tj ET\n', 1_000_000),
  ],
  ['a PDF that unpacks to letters', 'a.pdf', () => packed('BT /F 9 Tf 1 0 0 1 9 9 Tm (a) Tj ET\n', 1_000_000)],
  ['a PDF that unpacks to names', 'a.pdf', () => packed('/a ', 20_000_000)],
  ['a PDF of brackets', 'a.pdf', () => packed('[', 50_000_000)],
  ['a PDF as large as may be', 'a.pdf', () => pdf(filled('1 0 obj<</A[1 2 3]>>endobj\n', 19_000_000))],
  ['a PDF of strings', 'a.pdf', () => pdf(`1 0 obj(${'a'.repeat(19_000_000)})endobj`)],
  ['a Word document of paragraphs', 'a.docx', () => word(w(filled('<w:p><w:r><w:t>a</w:t></w:r></w:p>', 11_900_000)))],
  [
    'a Word document of tables',
    'a.docx',
    () => word(w(filled('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>', 11_900_000))),
  ],
  ['a Word document of attributes', 'a.docx', () => word(w(filled('<w:p w:a="b" w:c="d"/>', 11_900_000)))],
  ['a Word document of empty elements', 'a.docx', () => word(w(filled('<a/>', 11_900_000)))],
  [
    'a Word document of much else',
    'a.docx',
    () => word(w('<w:p><w:r><w:t>a</w:t></w:r></w:p>'), { 'word/media/a.png': new Uint8Array(29_000_000) }),
  ],
]
