/**
 * A citation's id: `azerbaijan-2009.programs.k3m9x2q7`. The sheet and the section are for the person who reads it; the
 * last part alone tells which words of the sheet are meant, so a renamed heading breaks no id.
 */
import type { FactSheet, Span } from '../corpus/model.ts'
import { ID_HASH_LENGTH, idHash, spanKey, unitIndex } from './units.ts'

/** An id must fit into a Discord custom id (100) together with what a button has to say about it. */
const LONGEST_SHEET = 40
const LONGEST_SECTION = 15

/**
 * The id of any span of a sheet: lower-case letters, digits, hyphens and two dots. The same at every start, and after
 * edits elsewhere in the sheet.
 * @throws RangeError where the span isn't within the sheet's file or holds nothing but white space.
 */
export function citationId(sheet: FactSheet, span: Span): string {
  const words = sheet.text.slice(span.start, span.end)
  if (span.start < 0 || span.end > sheet.text.length || words.trim() === '') {
    throw new RangeError(`nothing to cite at ${span.start}–${span.end} of ${sheet.file}`)
  }
  return `${sheetSlug(sheet.id)}.${sectionSlug(sheet, span)}.${spanHash(sheet, span)}`
}

function spanHash(sheet: FactSheet, span: Span): string {
  const unit = unitIndex(sheet).bySpan.get(spanKey(span))
  if (unit !== undefined) return unit
  // Blanks around the words are no part of what is cited; inside they tell apart what stands in different places.
  const words = sheet.text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  const trimmed = { start, end: start + words.trim().length }
  return idHash(sheet.id, 'other', words.trim(), ordinal(sheet, trimmed))
}

/** The how manieth place of the body this is where exactly these characters stand, from 1. */
function ordinal(sheet: FactSheet, span: Span): number {
  const words = sheet.text.slice(span.start, span.end)
  let count = 1
  for (let at = sheet.text.indexOf(words, sheet.body.start); at !== -1 && at < span.start; ) {
    count++
    at = sheet.text.indexOf(words, at + 1)
  }
  return count
}

/** A sheet's id as it stands in citation ids; two sheets may share it, as their hashes differ. */
export function sheetSlug(id: string): string {
  return slug(id).slice(0, LONGEST_SHEET).replace(/-+$/, '') || 'sheet'
}

/** One word for where the span stands: of its run-in heading, else of its section's heading; `top` before any. */
function sectionSlug(sheet: FactSheet, span: Span): string {
  const holds = (outer: Span): boolean => outer.start <= span.start && span.start < outer.end
  const heading = sheet.passages.find(holds)?.runIn ?? sheet.sections.find(holds)?.heading ?? 'top'
  const words = slug(heading).split('-')
  return (words.find((word) => word.length > 3) ?? words[0] ?? '').slice(0, LONGEST_SECTION) || 'part'
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\p{M}]+/gu, '-')
    .replace(/\p{M}/gu, '')
    .replace(/^-+|-+$/g, '')

export interface ParsedId {
  readonly sheet: string
  readonly section: string | null
  readonly hash: string
}

/**
 * Takes apart what a person typed: in any case, with marks or spaces around it, with o for 0 and i or l for 1. Null where
 * it can't be an id.
 */
export function parseId(typed: string): ParsedId | null {
  const parts = typed
    .toLowerCase()
    .replace(/[–—−‐‑]/g, '-')
    .replace(/[^a-z0-9.-]+/g, '')
    .replace(/^[.-]+|[.-]+$/g, '')
    .split('.')
  const [sheet, ...rest] = parts
  const hash = rest.pop()
  if (!sheet || !hash || rest.length > 1) return null
  // A dot left out before the last part.
  const glued = rest.length === 0 ? hash.slice(0, -ID_HASH_LENGTH) : ''
  const last = hash.slice(glued.length).replace(/o/g, '0').replace(/[il]/g, '1')
  return { sheet, section: rest[0] ?? (glued || null), hash: last }
}
