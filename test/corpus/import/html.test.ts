import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Body, convertHtml } from '#src/corpus/import/convert.ts'
import { convertSource } from '#src/corpus/import/source.ts'
import { linesRead } from '#src/corpus/import/verify.ts'
import { countries } from './fake-countries.ts'

function page(html: string): Body {
  const body = convertHtml(html, countries)
  if (!body.ok) throw new Error(body.message)
  return body
}

describe('a web page', () => {
  test('becomes a sheet: headings, lists, line breaks, entities, and its own furniture listed', () => {
    const { markdown, furniture } = page(`<!DOCTYPE html><title>x</title><script>alert(1)</script>
<nav><a>Home</a> <a>About</a></nav>
<h1>Help for&nbsp;Courts</h1>
<p>Fact Sheet<br>May 3, 2011</p>
<p>The courts of <b>Georgia</b> were
  given <i>forty</i> computers &amp; desks &lt;here&gt;.</p>
<h2>What is next?</h2>
<ul><li>Radios: ten.<ul><li>Small ones.</li><li>Big ones.</li></ul></li><li><p>Cars: two.<br>Old.</p></li></ul>
<p>FY07: $2 million<sup>1</sup></p>
<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2007</td><td>$2</td></tr></table>
<div hidden>Secret</div>
<p>Share</p><footer>Privacy</footer>`)
    expect(markdown).toBe(`# Help for\u00a0Courts

Fact Sheet
May 3, 2011

The courts of Georgia were given forty computers & desks \\<here>.

## What is next?

- Radios: ten.
  - Small ones.
  - Big ones.
- Cars: two.
  Old.

FY07: $2 million¹

Year\u00a0 Sum
2007\u00a0 $2
`)
    expect(furniture.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'navigation of the page'],
      [12, 'footer of the page'],
      [12, 'sharing links'],
    ])
  })

  test('has what stands beside its text set aside', () => {
    const { markdown, furniture } = page(`<h1>Help for Courts</h1>
<p>The courts of Georgia were given forty computers.</p>
<aside><h3>More stories</h3><p>Read how the ports of Mali were given forty cranes.</p></aside>`)
    expect(markdown).toBe('# Help for Courts\n\nThe courts of Georgia were given forty computers.\n')
    expect(furniture).toEqual([
      { line: 3, text: 'More stories Read how the ports of Mali were given forty cranes.', reason: 'beside the text' },
    ])
  })
  test.each([
    ['the only text', '<aside><p>The courts of Georgia were given forty computers.</p></aside>'],
    [
      'figures',
      '<p>The courts of Georgia were given forty computers.</p><aside>Funding<br>FY07: $2 million (FSA)</aside>',
    ],
  ])('keeps what stands beside it where that holds %s', (_name, html) => {
    expect(page(`<h1>Help for Courts</h1>${html}`).furniture).toEqual([])
  })
  test.each([
    ['<p><b>Court training</b><br>Judges are trained.</p>', '## Court training\n\nJudges are trained.'],
    ['<p><strong>Court training</strong></p><p>Judges are trained.</p>', '## Court training\n\nJudges are trained.'],
    ['<p>Court <b>training</b><br>Judges are trained.</p>', 'Court training\nJudges are trained.'],
    ['<p><b>Judges are trained.</b><br>They are few.</p>', 'Judges are trained.\nThey are few.'],
  ])('has its bold lines as headings: %s', (html, body) => {
    const prose = 'The courts of Georgia were given forty computers.'
    expect(page(`<h1>Help for Courts</h1><p>${prose}</p>${html}<p>${prose}</p>`).markdown).toContain(`\n\n${body}\n\n`)
  })

  const PROSE = 'The courts of Georgia were given forty computers, and desks to put them on.'
  const link = (name: string) => `<a href="/x">${name}</a>`

  test('that is laid out in tables, as in 2002, has its menu set aside and its headings found', () => {
    const menu = ['Issues & Press', 'Travel', 'Youth', 'The Department'].map(link).join('<br>')
    const { markdown, furniture } = page(`<table><tr><td colspan=2><img alt=x></td></tr>
<tr><td>${menu}</td><td><font size=4><b>Help for Courts</b></font><br><br>Fact Sheet<br>May 3, 2002<br>
<p>${PROSE}</p><p><b>Funding</b><br>FY 2001: $48 million</p>
<table><tr><th>Year</th><th>Courts</th></tr><tr><td><p>2001</p></td><td><p>12</p></td></tr></table>
<hr></td></tr></table>`)
    expect(markdown).toBe(`# Help for Courts

Fact Sheet
May 3, 2002

${PROSE}

## Funding

FY 2001: $48 million

Year\u00a0 Courts
2001\u00a0 12
`)
    expect(furniture.map(({ line, text }) => [line, text])).toEqual([
      [2, 'Issues & Press'],
      [2, 'Travel'],
      [2, 'Youth'],
      [2, 'The Department'],
    ])
  })

  test.each([
    ['a raised link', `${PROSE} It cost $2<sup><a href="#n1">[1]</a></sup>.`, `${PROSE} It cost $2\\[1].\n`],
    ['two line breaks', `${PROSE}<br><br>They work.`, `${PROSE}\n\nThey work.\n`],
    ['plain text', `<pre>${PROSE}\n\n    They  work.\n</pre>`, `${PROSE}\n\nThey  work.\n`],
    [
      'cells with paragraphs',
      `<p>${PROSE}</p><table><tr><td><p>Court</p></td><td><p>Radios</p><p>Cars</p></td></tr><tr><td>Lima</td><td>12</td></tr></table>`,
      `${PROSE}\n\nCourt\u00a0 Radios Cars\nLima\u00a0 12\n`,
    ],
  ])('has the paragraphs and rows that it shows: %s', (_name, html, body) => {
    expect(page(html).markdown).toBe(body)
  })

  test.each([
    ['<meta charset=windows-1251>', 'Полиция', [0xcf, 0xee, 0xeb, 0xe8, 0xf6, 0xe8, 0xff]],
    ['<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', 'Łódź', [0xa3, 0xf3, 0x64, 0xbc]],
    ['<meta charset="utf-8">', 'café', [0x63, 0x61, 0x66, 0xe9]],
    ['<meta charset="no-such-encoding">', 'café', [0x63, 0x61, 0x66, 0xe9]],
  ])('is read in the encoding that it gives, if it can be: %s', async (meta, word, bytes) => {
    const [before, after] = [`<html><head>${meta}</head><body><p>${PROSE} `, '.</p></body></html>'].map((text) =>
      Buffer.from(text, 'latin1'),
    )
    const file = Buffer.concat([before ?? Buffer.of(), Buffer.from(bytes), after ?? Buffer.of()])
    expect(await convertSource('a.html', file, countries)).toMatchObject({ ok: true, markdown: `${PROSE} ${word}.\n` })
  })

  test('keeps links that belong to its text', () => {
    const links = ['Goals', 'Police', 'Courts'].map((name) => `<a href="#${name}">${name}</a>`).join('<br>')
    const more = ['Report of 2001', 'Report of 2002', 'Report of 2003'].map(link).join('<br>')
    const html = `<h1>${link('Help for Courts')}</h1><p>${links}</p><p>${PROSE}</p><p>${more}</p>`
    expect(page(html).furniture).toEqual([])
  })

  const text = fc
    .array(
      fc.constantFrom(
        'police',
        'courts',
        '*a*',
        '[1]',
        '# x',
        '1.',

        '<b>',
        '&amp;',
        '\\',
        '$2',
        '_z_',
        '---',
        '`',
        'Über',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((words) => words.join(' '))
  const written = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const block = fc.oneof(
    ...['p', 'h2', 'h3', 'div', 'blockquote', 'pre'].map((tag) =>
      text.map((words) => ({ words: [words], html: `<${tag}>${written(words)}</${tag}>` })),
    ),
    fc
      .array(text, { minLength: 1, maxLength: 4 })
      .map((words) => ({ words, html: `<ul>${words.map((item) => `<li>${written(item)}</li>`).join('\n')}</ul>` })),
    fc
      .array(text, { minLength: 1, maxLength: 3 })
      .map((words) => ({ words, html: `<p>${words.map(written).join('<br>')}</p>` })),
  )

  test('keeps the words of any body, in order', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const prose = 'The courts of the north were given forty computers, and desks to put them on.'
        const { markdown, furniture } = page(
          `<body><p>${prose}</p>${blocks.map(({ html }) => html).join('\n')}<p>${prose}</p>`,
        )
        expect(furniture).toEqual([])
        const words = (lines: readonly string[]) => lines.join(' ').split(/\s+/)
        expect(words(linesRead(markdown))).toEqual(words([prose, ...blocks.flatMap((one) => one.words), prose]))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['elements in elements', '<div>'.repeat(5_000)],
    ['marks in marks', '<b>'.repeat(5_000)],
  ])('nested without end (%s) is refused', (_name, start) => {
    expect(convertHtml(`${start}x`, countries)).toMatchObject({ ok: false, message: expect.stringMatching(/nested/) })
  })
})
