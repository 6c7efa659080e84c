/** A quote cut into the stretches that stand as they are somewhere, to see whether it was put together of several. */
import type { Span } from '../../corpus/model.ts'
import { longestRun, numbersOf, type QuoteIndex, type Run } from './quote-index.ts'
import { measured, type Token, tokenize } from './tokens.ts'

/** Content words that make a stretch a part of its own; fewer are names and set phrases that stand everywhere. */
export const PART_WORDS = 4
/** Nor has a whole sentence or line of the source, such as `FY07: $2 million`, to be longer than this to be a part. */
const SENTENCE_WORDS = 3

export interface Part extends Run {
  /** Its content words. */
  readonly content: number
  /** Of these, the ones that the nearest passage doesn't have there. */
  readonly foreign: number
  /** Whether it holds a whole sentence or line of its passage. */
  readonly sentence: boolean
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
    const sentence = content >= SENTENCE_WORDS && holdsSentence(index, run)
    if (content >= PART_WORDS || sentence) {
      parts.push({ ...run, content, foreign, sentence })
      from = run.to
    } else from++
  }
  return parts
}

function holdsSentence(index: QuoteIndex, run: Run): boolean {
  const quotable = index.quotables[run.quotable]
  if (quotable === undefined) return false
  const tokens = tokenize(quotable.text)
  const [first, last] = [tokens[run.at], tokens[run.at + run.to - run.from - 1]]
  if (first === undefined || last === undefined) return false
  const span = quotable.span(first.from, last.to)
  // The full stop may be missing in the quote.
  const within = (outer: Span): boolean => outer.start >= span.start && outer.end <= span.end + 1
  return (quotable.passage?.sentences ?? [quotable]).some(within)
}
