/**
 * Links opened in Chromium against a local copy of the page. What the browser marks by the link must look, pixel by pixel,
 * like the very words marked by script. Without Chromium there is nothing to open them with.
 */
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textLink } from '#src/cite/link.ts'
import { readingRange } from '#src/cite/readable.ts'
import { loadSheets } from '#src/corpus/load.ts'
import type { FactSheet, Passage, Span } from '#src/corpus/model.ts'
import { plainSheet } from './sheets.ts'

const CHROMIUM = '/usr/bin/chromium'
const STYLE =
  'body{width:700px;font:12px sans-serif}::target-text,::highlight(wanted){background:rgb(255,0,0);color:black}'

const { sheets } = await loadSheets(fileURLToPath(new URL('../../corpus', import.meta.url)), {
  places: () => [],
  topics: () => [],
})
const repeated = plainSheet(
  'repeated',
  'INL supports “cops, courts, and corrections” & more – well-known since 2010.\n\nAlbania\n\nIt works in Albania, in Kosovo.\n\nAlbania\n\nFY07: $2\nFY08: $2.25\nFY09: $2',
)
const all = [...sheets, repeated]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function pageOf(sheet: FactSheet): string {
  const blocks = sheet.passages.map((passage, at) => {
    const { section } = passage
    const opens = at === 0 || sheet.passages[at - 1]?.section !== section
    const heading = opens && section.heading !== null ? `<h2>${escaped(section.heading)}</h2>` : ''
    return `${heading}<p id="p${passage.index}">${escaped(passage.reading.text).replaceAll('\n', '<br>\n')}</p>`
  })
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${blocks.join('\n')}`
}

/** For the page: marks characters `[from, to)` of a paragraph whose line breaks are elements followed by a newline. */
const MARK = `(id, from, to) => {
  const places = []
  const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at++) places.push([node, at])
  }
  const range = new Range()
  range.setStart(...places[from])
  range.setEnd(places[to - 1][0], places[to - 1][1] + 1)
  CSS.highlights.set('wanted', new Highlight(range))
}`

describe.runIf(existsSync(CHROMIUM))('a link opened in Chromium marks the very words', () => {
  let server: Server
  let browser: Browser
  let page: Page
  let base = ''

  beforeAll(async () => {
    server = createServer((request, response) => {
      const sheet = all.find((one) => `/${one.id}` === new URL(request.url ?? '/', 'http://local').pathname)
      response.setHeader('content-type', 'text/html').end(sheet === undefined ? '' : pageOf(sheet))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    base = `http://127.0.0.1:${address.port}`
    const args = ['--no-sandbox', '--disable-background-networking']
    browser = await chromium.launch({ executablePath: CHROMIUM, args })
    // As high as the page, so that nothing scrolls.
    page = await browser.newPage({ viewport: { width: 800, height: 3500 } })
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  async function check(sheet: FactSheet, passage: Passage, span: Span): Promise<void> {
    const url = `${base}/${sheet.id}`
    const link = textLink({ ...sheet, meta: { ...sheet.meta, url } }, span)
    const range = readingRange(passage, span)
    if (link === null || range === null) throw new Error('no link')
    await page.goto('about:blank')
    await page.goto(url)
    const bare = await page.screenshot()
    await page.evaluate(`(${MARK})('p${passage.index}', ${range.from}, ${range.to})`)
    const wanted = await page.screenshot()
    expect(wanted.equals(bare)).toBe(false)
    await page.goto('about:blank')
    await page.goto(link)
    await expect.poll(async () => (await page.screenshot()).equals(wanted), { timeout: 10_000 }).toBe(true)
  }

  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))('of a sentence and a passage of %s', async (_, sheet) => {
    const long = sheet.passages.toSorted((a, b) => b.reading.text.length - a.reading.text.length)[0]
    const sentence = long?.sentences[1]
    if (long === undefined || sentence === undefined) throw new Error('no sentences')
    await check(sheet, long, sentence)
    await check(sheet, long, long)
  })

  it('of a word, of a line that comes twice, of lines within a block', async () => {
    const [prose, first, , second, lines] = repeated.passages
    if (prose === undefined || first === undefined || second === undefined || lines === undefined)
      throw new Error('none')
    const cops = repeated.text.indexOf('cops')
    await check(repeated, prose, { start: cops, end: cops + 'cops, courts, and corrections'.length })
    await check(repeated, first, first)
    await check(repeated, second, second)
    await check(repeated, lines, lines)
    await check(repeated, lines, lines.sentences[2] ?? lines)
  })
})
