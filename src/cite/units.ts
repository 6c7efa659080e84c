/**
 * The spans of a sheet that an id can be resolved to without anything remembered: headings, passages, sentences, and
 * runs of sentences within a passage (which is what a shortened excerpt is).
 */
import { hash } from 'node:crypto'
import type { FactSheet, Passage, Span } from '../corpus/model.ts'
import { headingSpan } from './readable.ts'

/** Runs longer than this, in characters of the file, can't be excerpts (700) and are left out of the index. */
const LONGEST_RUN = 900

/** Crockford's base 32: no i, l, o or u, so that a typed id can't go wrong by look-alikes. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
export const ID_HASH_LENGTH = 8

/** A unit's words are told apart from any other span's: both kinds count their equals in their own way. */
export type Kind = 'unit' | 'other'

export interface UnitIndex {
  /** From the last part of an id to its span. */
  readonly byHash: ReadonlyMap<string, Span>
  /** From `start:end` to the last part of its id. */
  readonly bySpan: ReadonlyMap<string, string>
  /** From the digest of some words to the spans that say exactly these, in the file's order. */
  readonly byWords: ReadonlyMap<string, readonly Span[]>
}

const indexes = new WeakMap<FactSheet, UnitIndex>()

/** The sheet's index, made at the first call; a sheet never changes once read, so it's kept as long as the sheet. */
export function unitIndex(sheet: FactSheet): UnitIndex {
  let index = indexes.get(sheet)
  if (index === undefined) {
    index = build(sheet)
    indexes.set(sheet, index)
  }
  return index
}

export const spanKey = (span: Span): string => `${span.start}:${span.end}`

/** What stands for a span's words in a hash: white space counts as one space, so a line broken elsewhere stays itself. */
export function wordsDigest(sheet: FactSheet, span: Span): string {
  return hash('sha256', sheet.text.slice(span.start, span.end).trim().replace(/\s+/gu, ' '), 'base64url')
}

/**
 * The last part of an id: 40 bits of SHA-256 over the sheet's id, the words, and the how manieth of their equals in the
 * sheet they are (from 1). No offset goes in, so edits elsewhere leave it alone.
 */
export function idHash(sheetId: string, kind: Kind, digest: string, ordinal: number): string {
  const hex = hash('sha256', `${sheetId}\0${kind}\0${ordinal}\0${digest}`, 'hex')
  let rest = Number.parseInt(hex.slice(0, 10), 16)
  let text = ''
  for (let i = 0; i < ID_HASH_LENGTH; i++) {
    text = (DIGITS[rest % 32] ?? '0') + text
    rest = Math.floor(rest / 32)
  }
  return text
}

function build(sheet: FactSheet): UnitIndex {
  const spans = new Map<string, Span>()
  for (const section of sheet.sections) {
    const heading = headingSpan(sheet, section)
    if (heading !== null) spans.set(spanKey(heading), heading)
  }
  for (const passage of sheet.passages) {
    for (const span of passageUnits(passage)) spans.set(spanKey(span), span)
  }
  const inOrder = [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end)
  const byWords = new Map<string, Span[]>()
  const byHash = new Map<string, Span>()
  const bySpan = new Map<string, string>()
  for (const span of inOrder) {
    const digest = wordsDigest(sheet, span)
    const equals = byWords.get(digest) ?? []
    equals.push(span)
    byWords.set(digest, equals)
    const id = idHash(sheet.id, 'unit', digest, equals.length)
    byHash.set(id, span)
    bySpan.set(spanKey(span), id)
  }
  return { byHash, bySpan, byWords }
}

function* passageUnits(passage: Passage): Generator<Span> {
  yield { start: passage.start, end: passage.end }
  for (const [at, first] of passage.sentences.entries()) {
    yield { start: first.start, end: first.end }
    for (const last of passage.sentences.slice(at + 1)) {
      if (last.end - first.start > LONGEST_RUN) break
      yield { start: first.start, end: last.end }
    }
  }
  // The answer may open the passage together with its run-in heading, which is part of no sentence.
  for (const last of passage.sentences) {
    if (last.end - passage.start > LONGEST_RUN) break
    yield { start: passage.start, end: last.end }
  }
}
