/**
 * Every place where some words stand, for who wants to cite words and not an id. Not for words that stand nowhere as they
 * are: those are verify's business.
 */
import type { FactSheet, Span } from '../corpus/model.ts'
import { numbersOf, places, quoteIndex } from './verify/quote-index.ts'
import { tokenize } from './verify/tokens.ts'
import { attempts } from './verify/unmark.ts'

export interface Place {
  readonly sheet: FactSheet
  /** The very words in the sheet's file. */
  readonly words: Span
}

/** In the corpus' order, at most `limit`; what `/verify` passes over (curly quotes, dashes, case) is passed over here. */
export function placesOfWords(words: string, sheets: readonly FactSheet[], limit: number): readonly Place[] {
  const index = quoteIndex(sheets)
  for (const { text } of attempts(words)) {
    const tokens = tokenize(text)
    if (!tokens.some(({ key }) => /[\p{L}\p{N}]/u.test(key))) continue
    const found = places(index, numbersOf(index, tokens), limit).flatMap(({ quotable: at, at: first }): Place[] => {
      const quotable = index.quotables[at]
      if (quotable === undefined) return []
      const source = tokenize(quotable.text)
      const [from, to] = [source[first], source[first + tokens.length - 1]]
      if (from === undefined || to === undefined) return []
      return [{ sheet: quotable.sheet, words: quotable.span(from.from, to.to) }]
    })
    if (found.length > 0) return found
  }
  return []
}
