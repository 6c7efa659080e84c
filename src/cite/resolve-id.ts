/** From an id that somebody typed to the words it stands for, without anything remembered. */
import { editDistance } from '../corpus/edit-distance.ts'
import type { FactSheet, Span } from '../corpus/model.ts'
import { citationId, parseId, sheetSlug } from './id.ts'
import { idHash, unitIndex } from './units.ts'

/** Equal sentences beyond this many in one sheet are no longer looked for after one of them was removed. */
const ORDINALS = 9

/** In the last part of an id. */
const SLIPS = 2

export type FoundId =
  | { readonly status: 'found'; readonly sheet: FactSheet; readonly span: Span }
  /** The sheet is there, these words aren't (any more), or the id was mistyped. */
  | { readonly status: 'no-such-words'; readonly sheet: FactSheet; readonly didYouMean: readonly string[] }
  /** The sheet was replaced by a newer one; the span is null where the newer doesn't say the same words. */
  | { readonly status: 'replaced'; readonly sheet: FactSheet; readonly span: Span | null }
  | { readonly status: 'no-such-sheet'; readonly didYouMean: readonly string[] }
  | { readonly status: 'no-id' }

/**
 * Resolves an id of a sentence, a run of sentences, a passage or a heading. Ids of other spans are known only to who
 * remembers their record (see anchor).
 */
export function resolveId(id: string, sheets: readonly FactSheet[]): FoundId {
  const parsed = parseId(id)
  if (parsed === null) return { status: 'no-id' }
  const named = sheets.filter((sheet) => sheetSlug(sheet.id) === parsed.sheet)
  for (const sheet of named) {
    const span = findHash(sheet, sheet.id, parsed.hash)
    if (span !== null) return { status: 'found', sheet, span }
  }
  const newer = sheets.find((sheet) => sheet.meta.replaces !== null && sheetSlug(sheet.meta.replaces) === parsed.sheet)
  if (newer !== undefined && named.length === 0) {
    const span = findHash(newer, newer.meta.replaces ?? '', parsed.hash)
    return { status: 'replaced', sheet: newer, span }
  }
  const suggestions = didYouMean(id, sheets)
  const [sheet] = named
  if (sheet !== undefined) return { status: 'no-such-words', sheet, didYouMean: suggestions }
  return { status: 'no-such-sheet', didYouMean: suggestions }
}

/**
 * The unit that an id's last part stands for, also where an edit since then changed how many equals it has, or made a
 * whole passage or sentence of what was part of one. `sheetId` is the id under which the words were cited.
 */
function findHash(sheet: FactSheet, sheetId: string, hash: string): Span | null {
  const { byHash, byWords } = unitIndex(sheet)
  const known = sheetId === sheet.id ? byHash.get(hash) : undefined
  if (known !== undefined) return known
  for (const [digest, spans] of byWords) {
    for (let ordinal = 1; ordinal <= ORDINALS; ordinal++) {
      const asPart = spans.some(
        ({ start, end }) => idHash(sheetId, 'other', sheet.text.slice(start, end).trim(), ordinal) === hash,
      )
      if (asPart || idHash(sheetId, 'unit', digest, ordinal) === hash)
        return spans[Math.min(ordinal, spans.length) - 1] ?? null
    }
  }
  return null
}

/** Ids that somebody may have meant, nearest first, at most `limit`: two slips in the last part, more in the names. */
export function didYouMean(id: string, sheets: readonly FactSheet[], limit = 3): string[] {
  const parsed = parseId(id)
  if (parsed === null) return []
  const candidates: { sheet: FactSheet; span: Span; distance: number }[] = []
  for (const sheet of sheets) {
    const slug = sheetSlug(sheet.id)
    // The dot after the sheet's id may have been left out.
    const typed = parsed.sheet.startsWith(slug) ? slug : parsed.sheet
    const most = Math.max(2, Math.floor(slug.length / 3))
    const fromSheet = editDistance(slug, typed, most)
    if (fromSheet > most) continue
    for (const [hash, span] of unitIndex(sheet).byHash) {
      const fromHash = editDistance(hash, parsed.hash, SLIPS)
      if (fromHash <= SLIPS) candidates.push({ sheet, span, distance: fromSheet + fromHash })
    }
  }
  candidates.sort((a, b) => a.distance - b.distance)
  return candidates.slice(0, limit).map(({ sheet, span }) => citationId(sheet, span))
}
