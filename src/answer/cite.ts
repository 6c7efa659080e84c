/**
 * `/cite`: from an id or some words to what is cited. An id whose words are gone is told with the words that were cited,
 * as far as somebody remembers them.
 */
import { type CitationRecord, citationRecord, resolve } from '../cite/anchor.ts'
import { placesOfWords } from '../cite/by-words.ts'
import { parseId } from '../cite/id.ts'
import { resolveId } from '../cite/resolve-id.ts'
import { verifyQuote } from '../cite/verify/verify.ts'
import type { FactSheet, Span } from '../corpus/model.ts'
import { citedExcerpts, wholeSentences } from './cited.ts'
import type { Library } from './library.ts'
import { type Answer, makeAnswer, type Note } from './model.ts'
import { suggestCitations } from './suggest-citations.ts'

/** Places shown for words that stand in several. */
const MOST_SHOWN = 5
const MOST_SUGGESTED = 3
/** Places counted. */
const MOST_COUNTED = 100

/** What was cited under an id before; null where nobody remembers. Never rejects. */
export type Recall = (id: string) => Promise<CitationRecord | null>

export interface CitedAnswer {
  readonly answer: Answer
  /** What is cited, for the formats: as it stands now, else as it stood when it was cited; null where nothing is. */
  readonly record: CitationRecord | null
  /** The record's words stand in the corpus no more. */
  readonly gone: boolean
}

/** What an id, or words in or without quotation marks, stands for. */
export async function cite(typed: string, library: Library, recall: Recall): Promise<CitedAnswer> {
  const id = idIn(typed)
  if (id === null) return byWords(typed, library)
  const found = await byId(id, library, recall)
  if (found.record !== null || found.answer.excerpts.length > 0) return found
  // "U.S." could be an id, but is none.
  const words = byWords(typed, library)
  return words.answer.outcome === 'answered' ? words : found
}

/** An id has dots and no blanks, whatever marks it was pasted with. */
function idIn(typed: string): string | null {
  const bare = typed.trim().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return /^\S*\.\S*$/.test(bare) && parseId(bare) !== null ? bare : null
}

/** The one spelling under which an id is remembered. */
function spelled(id: string): string {
  const parsed = parseId(id)
  return parsed === null
    ? id
    : [parsed.sheet, ...(parsed.section === null ? [] : [parsed.section]), parsed.hash].join('.')
}

async function byId(typed: string, library: Library, recall: Recall): Promise<CitedAnswer> {
  const { sheets } = library
  const found = resolveId(typed, sheets)
  const old = await recall(spelled(typed))
  if (found.status === 'found') {
    const moved = old !== null && old.hash !== found.sheet.hash && old.start !== found.span.start
    return shown(found.sheet, found.span, moved ? [{ kind: 'citation-moved' }] : [])
  }
  if (old !== null) return remembered(old, sheets)
  if (found.status === 'replaced') {
    const note: Note = { kind: 'citation-replaced', sheet: found.sheet.meta.title, same: found.span !== null }
    if (found.span !== null) return shown(found.sheet, found.span, [note])
    return unknown([note])
  }
  const nearest = found.status === 'no-id' ? [] : found.didYouMean
  const ids = nearest.length > 0 ? nearest : sameSection(typed, library)
  const suggestions = ids.length > 0 ? ids.map((id) => `/cite id:${id}`) : ['/sources']
  return unknown([{ kind: 'citation-unknown', typed, nearest }], suggestions)
}

/** Where only the last part leads nowhere: ids that begin the same. */
function sameSection(typed: string, library: Library): readonly string[] {
  const parsed = parseId(typed)
  if (parsed === null) return []
  const starts = [`${parsed.sheet}.${parsed.section ?? ''}`, `${parsed.sheet}.`]
  for (const start of starts) {
    const found = suggestCitations(start, library, MOST_SUGGESTED).filter(({ id }) => id.startsWith(start))
    if (found.length > 0) return found.map(({ id }) => id)
  }
  return []
}

function shown(sheet: FactSheet, span: Span, notes: readonly Note[]): CitedAnswer {
  const record = citationRecord(sheet, span)
  const { excerpts, sentence } = citedExcerpts(sheet, span, record.id)
  return { answer: makeAnswer('answered', null, { excerpts, answer: sentence, notes }), record, gone: false }
}

function unknown(notes: readonly Note[], suggestions: readonly string[] = []): CitedAnswer {
  return { answer: makeAnswer('none', 'not-supported', { notes, suggestions }), record: null, gone: false }
}

/** A record of words that are not found by their id alone: moved, changed or gone with their sheet. */
function remembered(record: CitationRecord, sheets: readonly FactSheet[]): CitedAnswer {
  const now = resolve(record, sheets)
  if (now.status !== 'gone') {
    const there = shown(now.sheet, now.span, now.status === 'moved' ? [{ kind: 'citation-moved' }] : [])
    return { ...there, record: { ...citationRecord(now.sheet, now.span), id: record.id } }
  }
  const gone: Note = {
    kind: 'citation-gone',
    sheet: now.sheet?.meta.title ?? record.title,
    sheetIsThere: now.sheet !== null,
  }
  const { replacedBy } = now
  const newer = replacedBy !== null && replacedBy.sheet !== now.sheet ? replacedBy : null
  const notes: Note[] = [gone]
  if (newer !== null)
    notes.push({ kind: 'citation-replaced', sheet: newer.sheet.meta.title, same: newer.span !== null })
  const excerpts = replacedBy?.span == null ? [] : citedExcerpts(replacedBy.sheet, replacedBy.span).excerpts
  const outcome = excerpts.length > 0 ? 'related' : 'none'
  return { answer: makeAnswer(outcome, 'not-supported', { excerpts, notes }), record, gone: true }
}

function byWords(typed: string, library: Library): CitedAnswer {
  const found = placesOfWords(typed, library.sheets, MOST_COUNTED)
  const [first] = found
  if (first === undefined) return nearWords(typed, library)
  if (found.length === 1) return shown(first.sheet, wholeSentences(first.sheet, first.words), [])
  const listed = found.slice(0, MOST_SHOWN).map((place) => {
    const span = wholeSentences(place.sheet, place.words)
    return { sheet: place.sheet, span, cited: citedExcerpts(place.sheet, span) }
  })
  const excerpts = listed.flatMap(({ cited }) => cited.excerpts.slice(0, 1))
  const note: Note = {
    kind: 'words-in-places',
    count: found.length,
    shown: excerpts.length,
    more: found.length >= MOST_COUNTED,
  }
  const [one] = listed
  const record = one === undefined ? null : citationRecord(one.sheet, one.span)
  const answer = makeAnswer('answered', null, { excerpts, answer: one?.cited.sentence ?? null, notes: [note] })
  return { answer, record, gone: false }
}

function nearWords(typed: string, library: Library): CitedAnswer {
  const { passage, words } = verifyQuote(typed, library.sheets)
  const near = words ?? passage
  if (near === null) return unknown([{ kind: 'words-nowhere', typed }])
  const { excerpts } = citedExcerpts(near.sheet, passage?.span ?? near.span)
  const answer = makeAnswer('related', 'not-supported', { excerpts, notes: [{ kind: 'words-altered', typed }] })
  return { answer, record: null, gone: false }
}

/** The record behind an id, for saving it; null where the id is unknown. */
export async function recordOf(id: string, library: Library, recall: Recall): Promise<CitationRecord | null> {
  const { record, gone } = await byId(idIn(id) ?? id, library, recall)
  return gone ? null : record
}
