/**
 * A link straight to the words: the sheet's own address with a text fragment (WICG, "URL Fragment Text Directives"). The
 * browser takes the first place that fits, so what is written here must fit nowhere earlier in the sheet. What the live
 * page has beyond the sheet is unknown; the words come from the reading, as the page has no Markdown.
 */
import type { FactSheet, Span } from '../corpus/model.ts'
import { type Quotable, quotables, readingRange } from './readable.ts'

/** Discord's limit for the address of a link button. */
export const LONGEST_LINK = 512
/** Longer quotes are named by their first and last words. */
const LONGEST_EXACT = 120
/** Shorter ones may stand in the page's own furniture, too: what stands around them goes along. */
const SHORT = 24
const MOST_WORDS = 14

/** The link, or null for a source without an address (or with one that is neither http nor https). */
export function textLink(sheet: FactSheet, span: Span): string | null {
  const address = sourceLink(sheet)
  if (address === null) return null
  const page = pageOf(sheet)
  const quote = quoteIn(page, span)
  if (quote === null) return address
  const joint = address.includes('#') ? '' : '#'
  for (const directive of directives(page.text, quote)) {
    const link = `${address}${joint}:~:text=${directive}`
    if (link.length <= LONGEST_LINK) return link
  }
  return address
}

/** The sheet's address as it may be shown as a link; null where it has none that is http or https. */
export function sourceLink(sheet: FactSheet): string | null {
  const url = sheet.meta.url === null ? null : URL.parse(sheet.meta.url)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  // A text directive in the address would come before ours.
  return url.href.replace(/:~:.*$/, '').replace(/#$/, '')
}

/** Everything but ASCII letters and digits is percent-encoded: the directive's own syntax is made of punctuation. */
export function encodeFragment(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*._~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

interface Page {
  readonly parts: readonly { readonly quotable: Quotable; readonly offset: number }[]
  /** What a reader sees, a block after the other on lines of their own. */
  readonly text: string
}

function pageOf(sheet: FactSheet): Page {
  let text = ''
  const parts = quotables(sheet).map((quotable) => {
    const offset = text.length
    text += `${quotable.text.replace(/[^\S\n]/g, ' ')}\n`
    return { quotable, offset }
  })
  return { parts, text }
}

/** The quote in the page's text, widened to whole words: `[from, to)`. */
function quoteIn(page: Page, span: Span): { from: number; to: number } | null {
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const { quotable, offset } of page.parts) {
    if (quotable.end <= span.start || quotable.start >= span.end) continue
    const whole = { from: 0, to: quotable.text.length }
    const range = quotable.passage === null ? whole : readingRange(quotable.passage, span)
    if (range === null) continue
    from = Math.min(from, offset + range.from)
    to = Math.max(to, offset + range.to)
  }
  while (from < to && /\s/.test(page.text.charAt(from))) from++
  while (to > from && /\s/.test(page.text.charAt(to - 1))) to--
  if (from >= to) return null
  while (inWord(page.text, from)) from--
  while (inWord(page.text, to)) to++
  return { from, to }
}

const inWord = (text: string, at: number): boolean =>
  at > 0 && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at))

/** Directives that name the quote, the best first; later ones are shorter. */
function* directives(text: string, { from, to }: { from: number; to: number }): Generator<string> {
  const quote = text.slice(from, to)
  const before = (words: number): string => lastWords(text.slice(lineStart(text, from), from), words)
  const after = (words: number): string => firstWords(text.slice(to, lineEnd(text, to)), words)
  if (!quote.includes('\n') && quote.length <= LONGEST_EXACT) {
    const alone = { prefix: '', start: quote, end: '', suffix: '' }
    if (quote.length > SHORT && hits(text, alone, from, to)) yield serialize(alone)
    for (const words of [3, 6, 10]) {
      const around = { ...alone, prefix: before(words), suffix: after(words) }
      const bare = around.prefix === '' && around.suffix === ''
      if (!bare && hits(text, around, from, to)) yield serialize(around)
    }
    for (const words of [3, 8]) {
      // A short line by itself, or the same line more than once: the blocks before and after tell it apart.
      const across = {
        ...alone,
        prefix: lastWords(lineBefore(text, from), words),
        suffix: firstWords(lineAfter(text, to), words),
      }
      if (hits(text, across, from, to)) yield serialize(across)
    }
    yield serialize(alone)
    return
  }
  const [first, last] = [quote.split('\n', 1)[0] ?? '', quote.slice(quote.lastIndexOf('\n') + 1)]
  for (let words = 4; words <= MOST_WORDS; words += 2) {
    const range = { prefix: '', start: firstWords(first, words), end: lastWords(last, words), suffix: '' }
    if (range.start.length + range.end.length >= quote.length) break
    if (hits(text, range, from, to)) yield serialize(range)
    const around = { ...range, prefix: before(3), suffix: after(3) }
    if (hits(text, around, from, to)) yield serialize(around)
    const across = {
      ...range,
      prefix: lastWords(lineBefore(text, from), 5),
      suffix: firstWords(lineAfter(text, to), 5),
    }
    if (hits(text, across, from, to)) yield serialize(across)
  }
  yield serialize({ prefix: '', start: firstWords(first, 4), end: lastWords(last, 4), suffix: '' })
}

interface Directive {
  readonly prefix: string
  readonly start: string
  /** Empty where `start` is all of the quote. */
  readonly end: string
  readonly suffix: string
}

function serialize({ prefix, start, end, suffix }: Directive): string {
  const parts = [start, end].filter((part) => part !== '').map(tidy)
  if (prefix !== '') parts.unshift(`${tidy(prefix)}-`)
  if (suffix !== '') parts.push(`-${tidy(suffix)}`)
  return parts.join(',')
}

const tidy = (text: string): string =>
  encodeFragment(
    text
      .replace(/\u00AD/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/** Whether the first place that a browser finds for a directive is the quote's. */
function hits(text: string, directive: Directive, from: number, to: number): boolean {
  const page = folded(text)
  const [prefix, start, end, suffix] = [directive.prefix, directive.start, directive.end, directive.suffix].map(folded)
  if (!start) return false
  for (let at = page.indexOf(start); at !== -1 && at <= from; at = page.indexOf(start, at + 1)) {
    const startEnd = at + start.length
    if (inWord(text, at) || inWord(text, startEnd) || !precedes(page, prefix ?? '', at)) continue
    if (!end) {
      if (follows(page, suffix ?? '', startEnd)) return at === from && startEnd === to
      continue
    }
    for (let last = page.indexOf(end, startEnd); last !== -1; last = page.indexOf(end, last + 1)) {
      if (inWord(text, last) || inWord(text, last + end.length) || !follows(page, suffix ?? '', last + end.length))
        continue
      return at === from && last + end.length === to
    }
  }
  return false
}

/** In lower case where that keeps every offset. */
function folded(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

const precedes = (page: string, prefix: string, at: number): boolean =>
  prefix === '' || squeezed(page.slice(Math.max(0, at - prefix.length - 8), at)).endsWith(squeezed(prefix))

const follows = (page: string, suffix: string, at: number): boolean =>
  suffix === '' || squeezed(page.slice(at, at + suffix.length + 8)).startsWith(squeezed(suffix))

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
const lineEnd = (text: string, at: number): number => (text.indexOf('\n', at) + text.length + 1) % (text.length + 1)

/** What stands before a place in its line, or where that is nothing the line before: no part of a directive crosses lines. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(0, at).trimEnd()
  return before.slice(before.lastIndexOf('\n') + 1)
}

function lineAfter(text: string, at: number): string {
  return text.slice(at).trimStart().split('\n', 1)[0] ?? ''
}

/** The first words of a text, whole, as far as white space tells them apart. */
function firstWords(text: string, count: number): string {
  return new RegExp(`^\\s*(?:\\S+\\s*){0,${count}}`).exec(text)?.[0].trim() ?? ''
}

function lastWords(text: string, count: number): string {
  return text
    .trimEnd()
    .split(/(?<=\s)(?=\S)/)
    .slice(-count)
    .join('')
    .trim()
}
