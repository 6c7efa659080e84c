import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeFragment, LONGEST_LINK, sourceLink, textLink } from '#src/cite/link.ts'
import { loadSheets } from '#src/corpus/load.ts'
import type { FactSheet, Span } from '#src/corpus/model.ts'
import { plainSheet } from './sheets.ts'
import { blocks } from './text.ts'

const FINDERS = { places: () => [], topics: () => [] }
const { sheets } = await loadSheets(fileURLToPath(new URL('../../corpus', import.meta.url)), FINDERS)

interface Directive {
  readonly prefix: string | null
  readonly start: string
  readonly end: string | null
  readonly suffix: string | null
}

/** Reads a directive by the grammar of the WICG draft, and nothing of ours. */
function parse(link: string): Directive {
  const parts = (link.split(':~:text=')[1] ?? '').split(',')
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : null
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : null
  const [start, end] = parts
  const text = (part: string | null | undefined): string | null => (part == null ? null : decodeURIComponent(part))
  return { prefix: text(prefix), start: text(start) ?? '', end: text(end), suffix: text(suffix) }
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** What a browser marks: the first match, in any case, white space collapsed. */
function marked(page: string, link: string): string | null {
  const { prefix, start, end, suffix } = parse(link)
  const edge = (text: string): [string, string] => [
    /^[\p{L}\p{N}]/u.test(text) ? '(?<![\\p{L}\\p{M}\\p{N}])' : '',
    /[\p{L}\p{N}]$/u.test(text) ? '(?![\\p{L}\\p{M}\\p{N}])' : '',
  ]
  const whole = (text: string): string => `${edge(text)[0]}${literal(text)}${edge(text)[1]}`
  const body = end === null ? whole(start) : `${whole(start)}[\\s\\S]*?${whole(end)}`
  const pattern = `${prefix === null ? '' : `${whole(prefix)}\\s*`}(?<hit>${body})${suffix === null ? '' : `(?=\\s*${whole(suffix)})`}`
  return new RegExp(pattern, 'iu').exec(page)?.groups?.['hit'] ?? null
}

const pageOf = (sheet: FactSheet): string =>
  sheet.sections
    .flatMap((section) => [
      section.heading ?? '',
      ...sheet.passages
        .filter((passage) => passage.section.index === section.index)
        .map((passage) => passage.reading.text),
    ])
    .join('\n')

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('a link to the words', () => {
  it('marks exactly the words of every sentence and passage of the corpus', () => {
    for (const sheet of sheets) {
      const page = pageOf(sheet)
      for (const passage of sheet.passages) {
        const passages = { start: passage.start, end: passage.end, text: passage.reading.text }
        for (const { start, end, text } of [passages, ...passage.sentences]) {
          const link = textLink(sheet, { start, end })
          if (link === null) throw new Error(sheet.id)
          expect(link.length).toBeLessThanOrEqual(LONGEST_LINK)
          expect(link.startsWith(sourceLink(sheet) ?? '-')).toBe(true)
          expect(squeezed(marked(page, link) ?? '')).toBe(squeezed(text))
        }
      }
    }
  })

  it('marks the words of any sentence, in whatever text', () => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const sheet = plainSheet('one', parts.join('\n\n'))
        const page = pageOf(sheet)
        for (const span of sheet.passages.flatMap((passage) => passage.sentences)) {
          const link = textLink(sheet, span)
          if (link === null) throw new Error('no link')
          expect(squeezed(marked(page, link) ?? '').toLowerCase()).toBe(squeezed(span.text).toLowerCase())
          expect(link.split(':~:text=')[1]).toMatch(/^(?:[A-Za-z0-9]|%[0-9A-F]{2}|,|-(?=,)|(?<=,)-)+$/)
        }
      }),
      { numRuns: 25 },
    )
  })

  const sheet = plainSheet(
    'one',
    'INL supports “cops, courts, and corrections” & more – well-known since 2010.\n\nAlbania\n\nIt works in Albania and in Kosovo.\n\nAlbania',
  )
  const find = (words: string, from = 0): Span => {
    const start = sheet.text.indexOf(words, from)
    return { start, end: start + words.length }
  }
  const fragment = (span: Span): string => textLink(sheet, span)?.split('#')[1] ?? ''

  it('encodes all punctuation, as commas and hyphens are syntax', () => {
    expect(fragment(find('cops, courts, and corrections” & more – well-known'))).toBe(
      ':~:text=cops%2C%20courts%2C%20and%20corrections%E2%80%9D%20%26%20more%20%E2%80%93%20well%2Dknown',
    )
    expect(encodeFragment("a-b,c&d.e_f~g!h*i'j(k)l%m#n\ud800")).toBe(
      'a%2Db%2Cc%26d%2Ee%5Ff%7Eg%21h%2Ai%27j%28k%29l%25m%23n%EF%BF%BD',
    )
  })

  it('names what stands around short and repeated words', () => {
    expect(fragment(find('cops'))).toBe(':~:text=INL%20supports%20%E2%80%9C-,cops,-%2C%20courts%2C%20and')
    expect(fragment(find('Albania'))).toContain('Albania')
    const second = sheet.text.lastIndexOf('Albania')
    expect(parse(`#${fragment(find('Albania', second))}`)).toMatchObject({ prefix: 'and in Kosovo.', start: 'Albania' })
  })

  it('holds whole words even where the quote does not', () => {
    expect(parse(`#${fragment(find('ops, courts, and correct'))}`).start).toBe('cops, courts, and corrections')
  })

  it('is none for a source without an address, or with another than http', () => {
    const span = { start: sheet.body.start, end: sheet.body.end }
    for (const url of [null, 'ftp://example.org/a', 'javascript:alert(1)', 'not an address']) {
      const other = { ...sheet, meta: { ...sheet.meta, url } }
      expect(textLink(other, span)).toBeNull()
      expect(sourceLink(other)).toBeNull()
    }
  })

  it('keeps an anchor that the address has', () => {
    const other = { ...sheet, meta: { ...sheet.meta, url: 'https://example.org/a#part' } }
    expect(textLink(other, find('courts, and corrections” & more'))).toContain(
      'https://example.org/a#part:~:text=courts%2C',
    )
  })
})
