/**
 * What stands behind a citation, in the manner of the Web Annotation selectors: the position, the exact words, and what
 * stood around them. Enough to find the words again in a sheet that was edited, or to say that they are gone.
 */
import type { FactSheet, Span } from '../corpus/model.ts'
import { citationId } from './id.ts'
import { readerText } from './readable.ts'

/** Characters kept of what stands before and after. */
const CONTEXT = 32

/** Plain data: what the store keeps. Offsets are in UTF-16 code units of the file as it was. */
export interface CitationRecord extends Span {
  readonly id: string
  readonly sheet: string
  readonly file: string
  /** Exactly `file.slice(start, end)`. */
  readonly text: string
  /** The same as a reader sees it. */
  readonly shown: string
  readonly before: string
  readonly after: string
  /** SHA-256 of the file as it was. */
  readonly hash: string
  readonly section: string | null
  readonly title: string
  readonly publisher: string | null
  readonly date: string | null
  readonly notBefore: string | null
  readonly url: string | null
  readonly retrieved: string | null
}

/** @throws RangeError as {@link citationId} does. */
export function citationRecord(sheet: FactSheet, span: Span): CitationRecord {
  const { meta } = sheet
  return {
    id: citationId(sheet, span),
    sheet: sheet.id,
    file: sheet.file,
    start: span.start,
    end: span.end,
    text: sheet.text.slice(span.start, span.end),
    shown: readerText(sheet, span),
    before: sheet.text.slice(Math.max(sheet.body.start, span.start - CONTEXT), span.start),
    after: sheet.text.slice(span.end, span.end + CONTEXT),
    hash: sheet.hash,
    section: sheet.sections.find((one) => one.start <= span.start && span.start < one.end)?.heading ?? null,
    title: meta.title,
    publisher: meta.publisher,
    date: meta.date,
    notBefore: meta.notBefore,
    url: meta.url,
    retrieved: meta.retrieved,
  }
}

export type Resolution =
  /** The words stand where they stood. */
  | { readonly status: 'same'; readonly sheet: FactSheet; readonly span: Span }
  /** The same words stand elsewhere in the sheet now. */
  | { readonly status: 'moved'; readonly sheet: FactSheet; readonly span: Span }
  | Gone

export interface Gone {
  readonly status: 'gone'
  /** The sheet as it is now; null where the corpus has it no more. */
  readonly sheet: FactSheet | null
  /** What stands in its place: in the same sheet between the old surroundings, or the newer sheet that replaces this. */
  readonly replacedBy: { readonly sheet: FactSheet; readonly span: Span | null } | null
  /** The words that were cited. */
  readonly oldText: string
}

/** Finds a remembered citation in the sheets as they are now: by position, then by exact words and surroundings. */
export function resolve(record: CitationRecord, sheets: readonly FactSheet[]): Resolution {
  const sheet = sheets.find((one) => one.id === record.sheet) ?? null
  if (sheet !== null) {
    const { start, end } = record
    const equal = start >= sheet.body.start && sheet.text.slice(start, end) === record.text
    const stands = equal && wholeWords(record, sheet.text, start)
    if (stands && surroundings(record, sheet, start) > 0) return { status: 'same', sheet, span: { start, end } }
    const span = findWords(record, sheet)
    if (span !== null) return { status: span.start === start ? 'same' : 'moved', sheet, span }
  }
  const newer = sheets.find((one) => one.meta.replaces === record.sheet)
  const between = sheet === null ? null : standsBetween(record, sheet)
  let replacedBy: Gone['replacedBy'] = null
  if (sheet !== null && between !== null) replacedBy = { sheet, span: between }
  else if (newer !== undefined) replacedBy = { sheet: newer, span: findWords(record, newer) }
  return { status: 'gone', sheet, replacedBy, oldText: record.text }
}

/** Of all places with the exact words the one whose surroundings agree most; of equals the one nearest to the old. */
function findWords(record: CitationRecord, sheet: FactSheet): Span | null {
  let best: { start: number; score: number } | null = null
  for (let at = sheet.text.indexOf(record.text, sheet.body.start); at !== -1; ) {
    const score = surroundings(record, sheet, at)
    const nearer = best !== null && Math.abs(at - record.start) < Math.abs(best.start - record.start)
    if (wholeWords(record, sheet.text, at) && (!best || score > best.score || (score === best.score && nearer))) {
      best = { start: at, score }
    }
    at = sheet.text.indexOf(record.text, at + 1)
  }
  return best && { start: best.start, end: best.start + record.text.length }
}

/** `$2.2` must not be found again inside `$2.25`, unless what was cited ended within a word to begin with. */
function wholeWords(record: CitationRecord, text: string, at: number): boolean {
  const { before, after } = record
  const old = before + record.text + after
  const wasCut = joinsAt(old, before.length) || joinsAt(old, before.length + record.text.length)
  return wasCut || !(joinsAt(text, at) || joinsAt(text, at + record.text.length))
}

/** Whether a word or number runs over this offset. */
function joinsAt(text: string, at: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^(?:[\p{L}\p{N}]|[.,]\p{N})/u.test(text.slice(at, at + 2))
  )
}

/** How many characters next to the words at this place are those that stood next to them. */
function surroundings(record: CitationRecord, sheet: FactSheet, at: number): number {
  const before = sheet.text.slice(Math.max(sheet.body.start, at - CONTEXT), at)
  const end = at + record.text.length
  const after = sheet.text.slice(end, end + CONTEXT)
  const exact = before === '' && record.before === '' ? 1 : 0
  return exact + commonPrefix(reversed(before), reversed(record.before)) + commonPrefix(after, record.after)
}

const reversed = (text: string): string => [...text].reverse().join('')

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** What stands now between the old surroundings, where both are found once and not too far apart. */
function standsBetween(record: CitationRecord, sheet: FactSheet): Span | null {
  const { before, after } = record
  if (before.trim() === '' || after.trim() === '') return null
  const from = sheet.text.indexOf(before, sheet.body.start)
  if (from === -1 || sheet.text.indexOf(before, from + 1) !== -1) return null
  const start = from + before.length
  const end = sheet.text.indexOf(after, start)
  const words = sheet.text.slice(start, end)
  if (end === -1 || words.trim() === '' || words.length > 2 * record.text.length + 200) return null
  return { start, end }
}
