/**
 * `/verify`: is a quotation the corpus' own words? The verdicts and their boundaries are those of the interface file. A
 * number that differs is a difference, however little; so is a word left out, put in or swapped, and a mark.
 */
import type { FactSheet, Span } from '../../corpus/model.ts'
import { citationId } from '../id.ts'
import { type Alignment, align, type Difference, slice } from './align.ts'
import { nearestPassage } from './nearest.ts'
import { type Part, verbatimParts } from './parts.ts'
import { numbersOf, places, type QuoteIndex, quoteIndex } from './quote-index.ts'
import { measured, type Token, tokenize } from './tokens.ts'
import { type Told, toldDifferences } from './told.ts'
import { attempts } from './unmark.ts'

export type Verdict = 'verbatim' | 'altered' | 'stitched' | 'absent'

export interface Found {
  readonly sheet: FactSheet
  /** In the sheet's file. */
  readonly span: Span
  readonly citation: string
}

export interface QuoteCheck {
  /** As it was given. */
  readonly quote: string
  readonly verdict: Verdict
  /** The passage (or heading) it is, or is nearest to; null when absent. */
  readonly passage: Found | null
  /** The very words in it; null unless verbatim or altered. */
  readonly words: Found | null
  /** For altered: what differs, in order. For stitched: what stands in none of its parts. */
  readonly differences: readonly Difference[]
  /** What was passed over as no difference. */
  readonly told: readonly Told[]
  /** For stitched: where each part comes from. */
  readonly parts: readonly { readonly quote: string; readonly from: Found }[]
  /** For verbatim: in how many places it stands, counted up to {@link MOST_PLACES}. */
  readonly places: number
}

export const MOST_PLACES = 100
/** A quote is a passage at most; what is beyond this many tokens is not compared word by word. */
const MOST_TOKENS = 2000

/** Checks one quotation against all sheets. Any text will do; nothing throws. */
export function verifyQuote(quote: string, sheets: readonly FactSheet[]): QuoteCheck {
  const index = quoteIndex(sheets)
  const tries = attempts(quote).map((attempt) => ({ ...attempt, tokens: tokenize(attempt.text).slice(0, MOST_TOKENS) }))
  for (const { text, tokens, told } of tries) {
    const check = verbatim(index, { text, tokens })
    if (check !== null) return { ...check, quote, told: [...told, ...check.told] }
  }
  // What differs is told of the barest form, so that marks around the quote are none of the differences.
  const { text, tokens } = tries.at(-1) ?? { text: quote, tokens: [] }
  return { ...different(index, { text, tokens }), quote }
}

interface Cut {
  readonly text: string
  readonly tokens: readonly Token[]
}

const NOTHING = { passage: null, words: null, differences: [], told: [], parts: [], places: 0 }

function verbatim(index: QuoteIndex, cut: Cut): Omit<QuoteCheck, 'quote'> | null {
  if (!cut.tokens.some((token) => /[\p{L}\p{N}]/u.test(token.key))) return null
  const found = places(index, numbersOf(index, cut.tokens), MOST_PLACES)
  const [first] = found
  if (first === undefined) return null
  const source = sourceCut(index, first.quotable)
  const count = cut.tokens.length
  const told = toldDifferences({ ...cut, from: 0 }, { ...source, from: first.at }, count)
  return {
    ...NOTHING,
    verdict: 'verbatim',
    passage: whole(index, first.quotable),
    words: stretch(index, first.quotable, source, first.at, first.at + count),
    told,
    places: found.length,
  }
}

function different(index: QuoteIndex, cut: Cut): Omit<QuoteCheck, 'quote'> {
  const nearest = cut.tokens.some((token) => token.word) ? nearestPassage(index, cut.tokens) : null
  if (nearest === null) return { ...NOTHING, verdict: 'absent' }
  const source = sourceCut(index, nearest.quotable)
  const alignment = align(cut, source)
  const parts = verbatimParts(index, cut.tokens, nearest.quotable, alignment.partner)
  const content = measured(cut.tokens).filter(Boolean).length
  const covered = parts.reduce((sum, part) => sum + part.content, 0)
  const largest = parts.reduce<Part | null>((best, part) => (best && best.content >= part.content ? best : part), null)
  // A part is another passage's only where it brings words that the nearest passage doesn't have there.
  const foreign = parts.filter((part) => part.quotable !== nearest.quotable && isForeign(part))
  const origins = new Set(foreign.map((part) => part.quotable))
  const others = parts.some((part) => !foreign.includes(part))
  if (largest !== null && origins.size + (others ? 1 : 0) >= 2 && covered * 2 >= content) {
    return {
      ...NOTHING,
      verdict: 'stitched',
      passage: whole(index, largest.quotable),
      differences: uncovered(cut, parts),
      parts: parts.map((part) => ({ quote: slice(cut, part.from, part.to), from: partSource(index, part) })),
    }
  }
  // Sentences of one passage in another order are its words too, though not half of them stand in order.
  const shuffled = parts.every((part) => part.quotable === nearest.quotable) && covered * 2 >= content
  if (nearest.inOrder * 2 < nearest.of && !shuffled) return { ...NOTHING, verdict: 'absent' }
  return {
    ...NOTHING,
    verdict: 'altered',
    passage: whole(index, nearest.quotable),
    words: altered(index, nearest.quotable, source, alignment),
    differences: alignment.differences,
  }
}

/** Words of a part that the nearest passage must lack: a swapped name has fewer, and is no sentence. */
const isForeign = (part: Part): boolean => part.foreign >= (part.sentence ? 2 : 4)

function sourceCut(index: QuoteIndex, quotable: number): Cut {
  const text = index.quotables[quotable]?.text ?? ''
  return { text, tokens: tokenize(text) }
}

function whole(index: QuoteIndex, at: number): Found | null {
  const quotable = index.quotables[at]
  if (quotable === undefined) return null
  const span = { start: quotable.start, end: quotable.end }
  return { sheet: quotable.sheet, span, citation: citationId(quotable.sheet, span) }
}

function stretch(index: QuoteIndex, at: number, source: Cut, from: number, to: number): Found | null {
  const quotable = index.quotables[at]
  const [first, last] = [source.tokens[from], source.tokens[to - 1]]
  if (quotable === undefined || first === undefined || last === undefined) return null
  const span = quotable.span(first.from, last.to)
  return { sheet: quotable.sheet, span, citation: citationId(quotable.sheet, span) }
}

const altered = (index: QuoteIndex, at: number, source: Cut, { from, to }: Alignment): Found | null =>
  from < to ? stretch(index, at, source, from, to) : whole(index, at)

function partSource(index: QuoteIndex, part: Part): Found {
  const source = sourceCut(index, part.quotable)
  const found = stretch(index, part.quotable, source, part.at, part.at + part.to - part.from)
  if (found === null) throw new Error(`no words behind a part of ${part.to - part.from} words`)
  return found
}

/** The quote's words between its parts. */
function uncovered(cut: Cut, parts: readonly Part[]): Difference[] {
  const gaps: Difference[] = []
  let from = 0
  for (const part of [...parts, { from: cut.tokens.length, to: cut.tokens.length }]) {
    const quote = slice(cut, from, part.from)
    if (/[\p{L}\p{N}]/u.test(quote)) gaps.push({ quote, source: '' })
    from = part.to
  }
  return gaps
}
