/** A quote cut into the stretches that stand as they are somewhere, to see whether it was put together of several. */
import { longestRun, numbersOf, type QuoteIndex, type Run } from './quote-index.ts'
import { measured, type Token } from './tokens.ts'

/** Content words that make a stretch a part of its own; fewer are names and set phrases that stand everywhere. */
export const PART_WORDS = 4

export interface Part extends Run {
  /** Its content words. */
  readonly content: number
  /** Of these, the ones that the nearest passage doesn't have there. */
  readonly foreign: number
}

/**
 * The longest stretches, from the quote's beginning to its end, with at least {@link PART_WORDS} content words.
 * @param nearest the passage preferred where several have the same stretch
 * @param partner the quote's alignment with that passage
 */
export function verbatimParts(
  index: QuoteIndex,
  quote: readonly Token[],
  nearest: number,
  partner: readonly number[],
): Part[] {
  const numbers = numbersOf(index, quote)
  const counts = measured(quote)
  const parts: Part[] = []
  for (let from = 0; from < quote.length; ) {
    const run = longestRun(index, numbers, from, nearest)
    if (run === null) {
      from++
      continue
    }
    let content = 0
    let foreign = 0
    for (let at = run.from; at < run.to; at++) {
      if (!counts[at]) continue
      content++
      if (partner[at] === -1) foreign++
    }
    if (content >= PART_WORDS) {
      parts.push({ ...run, content, foreign })
      from = run.to
    } else from++
  }
  return parts
}
