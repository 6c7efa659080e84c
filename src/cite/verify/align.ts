/**
 * Quote and source side by side, word by word. The quote is aligned with the stretch of the passage that it fits best, so
 * that what stands before and after it in the passage is no difference.
 */
import type { Token } from './tokens.ts'

export interface Difference {
  /** What the quote says; empty where it leaves something out. */
  readonly quote: string
  /** What the source says there; empty where the quote adds something. */
  readonly source: string
}

export interface Alignment {
  readonly differences: readonly Difference[]
  /** The source's tokens `[from, to)` that the quote stands beside. */
  readonly from: number
  readonly to: number
  /** For each token of the quote the source's token that equals it, or -1. */
  readonly partner: readonly number[]
}

interface Cut {
  readonly text: string
  readonly tokens: readonly Token[]
}

// A word found is worth more than the words that must be skipped to reach it, or a dropped clause would tear the
// alignment apart; two words that differ side by side cost less than one left out and another put in; and of two ways
// that skip as much, the one with fewer differences is shown.
const WORD_FOUND = 24
const MARK_FOUND = 6
const NEW_DIFFERENCE = -4
const SIDE_BY_SIDE = -2
const QUOTE_ALONE = -2
const SOURCE_ALONE = -1
const NEVER = -1e9

/** How a cell of the table was reached; `AFTER` is added where the step before was of the other state. */
const STEP = { side: 1, quote: 2, source: 3 } as const
const AFTER = 4

/**
 * Aligns all of the quote with part of the source; gaps before and after that part are free. Gotoh's method with two
 * states: `equal` ends in a token that both have, `apart` within a difference.
 */
export function align(quote: Cut, source: Cut): Alignment {
  const [rows, width] = [quote.tokens.length, source.tokens.length + 1]
  const equalFrom = new Uint8Array((rows + 1) * width)
  const apartFrom = new Uint8Array((rows + 1) * width)
  let lastEqual = new Int32Array(width)
  let lastApart = new Int32Array(width).fill(NEVER)
  for (let i = 1; i <= rows; i++) {
    const equal = new Int32Array(width).fill(NEVER)
    const apart = new Int32Array(width).fill(NEVER)
    const a = quote.tokens[i - 1]
    for (let j = 0; j < width; j++) {
      const b = j > 0 ? source.tokens[j - 1] : undefined
      const cell = i * width + j
      const consider = (step: number, cost: number, fromEqual: number, fromApart: number): void => {
        const opened = fromEqual + cost + NEW_DIFFERENCE
        const best = Math.max(opened, fromApart + cost)
        if (best <= (apart[j] ?? NEVER)) return
        apart[j] = best
        apartFrom[cell] = step + (opened === best ? AFTER : 0)
      }
      if (a !== undefined && b !== undefined) {
        const [fromEqual, fromApart] = [lastEqual[j - 1] ?? NEVER, lastApart[j - 1] ?? NEVER]
        if (a.key === b.key) {
          equal[j] = Math.max(fromEqual, fromApart) + (a.word ? WORD_FOUND : MARK_FOUND)
          equalFrom[cell] = fromApart > fromEqual ? AFTER : 0
        } else if (a.word === b.word) consider(STEP.side, SIDE_BY_SIDE, fromEqual, fromApart)
        consider(STEP.source, SOURCE_ALONE, equal[j - 1] ?? NEVER, apart[j - 1] ?? NEVER)
      }
      consider(STEP.quote, QUOTE_ALONE, lastEqual[j] ?? NEVER, lastApart[j] ?? NEVER)
    }
    lastEqual = equal
    lastApart = apart
  }
  let end = 0
  const score = (j: number): number => Math.max(lastEqual[j] ?? NEVER, lastApart[j] ?? NEVER)
  // Where the quote's last words are other ones, the source's words there stand beside them, up to the sentence's end.
  const goesOn = (j: number): boolean =>
    j === end + 1 &&
    score(j) === score(end) &&
    (lastApart[j] ?? NEVER) === score(j) &&
    source.tokens[j - 1]?.word === true
  for (let j = 1; j < width; j++) if (score(j) > score(end) || goesOn(j)) end = j
  return walkBack(quote, source, { equalFrom, apartFrom }, end, (lastApart[end] ?? NEVER) > (lastEqual[end] ?? NEVER))
}

function walkBack(
  quote: Cut,
  source: Cut,
  { equalFrom, apartFrom }: { equalFrom: Uint8Array; apartFrom: Uint8Array },
  end: number,
  endsApart: boolean,
): Alignment {
  const width = source.tokens.length + 1
  const partner = quote.tokens.map(() => -1)
  const differences: Difference[] = []
  let [i, j, apart] = [quote.tokens.length, end, endsApart]
  let hunk = { i, j }
  while (i > 0) {
    const cell = i * width + j
    if (!apart) {
      partner[i - 1] = j - 1
      apart = equalFrom[cell] === AFTER
      i--
      j--
      hunk = { i, j }
      continue
    }
    const from = apartFrom[cell] ?? 0
    const step = from % AFTER
    apart = from < AFTER
    if (step !== STEP.source) i--
    if (step !== STEP.quote) j--
    if (!apart || i === 0) differences.push(difference(quote, source, i, hunk.i, j, hunk.j))
  }
  return { differences: differences.reverse(), from: j, to: end, partner }
}

function difference(quote: Cut, source: Cut, i: number, toI: number, j: number, toJ: number): Difference {
  return { quote: slice(quote, i, toI), source: slice(source, j, toJ) }
}

/** The words as they were written, from token `from` to before token `to`. */
export function slice(cut: Cut, from: number, to: number): string {
  const [first, last] = [cut.tokens[from], cut.tokens[to - 1]]
  return first === undefined || last === undefined || from >= to ? '' : cut.text.slice(first.from, last.to)
}
