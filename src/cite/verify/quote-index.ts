/** Every word of the corpus by its place, so that a quote is looked up rather than searched for. */
import type { FactSheet } from '../../corpus/model.ts'
import { atOnce, type Steps } from '../../corpus/turns.ts'
import { type Quotable, quotables } from '../readable.ts'
import { type Token, tokenize } from './tokens.ts'

export interface QuoteIndex {
  readonly quotables: readonly Quotable[]
  /** All tokens of all quotables in order, as numbers of {@link numberOf}; a quotable begins at `starts[i]`. */
  readonly tokens: Int32Array
  /** One longer than `quotables`: the last entry is the end. */
  readonly starts: Int32Array
  /** The number that stands for a key; undefined where the corpus doesn't have it. */
  numberOf(key: string): number | undefined
  /** Positions in `tokens` at which a number stands, ascending. */
  positions(number: number): Int32Array
  /** The quotable that a position in `tokens` belongs to. */
  quotableAt(position: number): number
}

const indexes = new WeakMap<readonly FactSheet[], QuoteIndex>()

/** Made at the first call for this list of sheets and kept as long as the list is. */
export function quoteIndex(sheets: readonly FactSheet[]): QuoteIndex {
  return indexes.get(sheets) ?? atOnce(indexingQuotes(sheets))
}

/** As `quoteIndex`, in steps. */
export function* indexingQuotes(sheets: readonly FactSheet[]): Steps<QuoteIndex> {
  const index = indexes.get(sheets) ?? (yield* building(sheets))
  indexes.set(sheets, index)
  return index
}

/** Stretches that are read before others get their turn. */
const A_STEP = 16
const EMPTY = new Int32Array(0)

function* building(sheets: readonly FactSheet[]): Steps<QuoteIndex> {
  const all: Quotable[] = []
  for (const sheet of sheets) {
    yield
    for (const quotable of quotables(sheet)) all.push(quotable)
  }
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const flat: number[] = []
  const starts = new Int32Array(all.length + 1)
  for (const [at, quotable] of all.entries()) {
    if (at % A_STEP === 0) yield
    starts[at] = flat.length
    for (const { key } of tokenize(quotable.text)) {
      let number = numbers.get(key)
      if (number === undefined) {
        number = counts.length
        numbers.set(key, number)
        counts.push(0)
      }
      counts[number] = (counts[number] ?? 0) + 1
      flat.push(number)
    }
  }
  starts[all.length] = flat.length
  // The positions of all numbers in one list, one number after the other: a list each would be many small objects.
  const begins = new Int32Array(counts.length + 1)
  for (const [number, count] of counts.entries()) {
    if (number % (A_STEP * 100) === 0) yield
    begins[number + 1] = (begins[number] ?? 0) + count
  }
  const tokens = new Int32Array(flat.length)
  const positions = new Int32Array(flat.length)
  const next = begins.slice()
  for (const [position, number] of flat.entries()) {
    if (position % (A_STEP * 100) === 0) yield
    tokens[position] = number
    const at = next[number] ?? 0
    positions[at] = position
    next[number] = at + 1
  }
  return {
    quotables: all,
    tokens,
    starts,
    numberOf: (key) => numbers.get(key),
    positions: (number) => (number < 0 ? EMPTY : positions.subarray(begins[number], begins[number + 1])),
    quotableAt: (position) => lastAtMost(starts, position),
  }
}

function lastAtMost(starts: Int32Array, position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** A run of the quote's tokens that stands, without a gap, in one quotable. */
export interface Run {
  readonly quotable: number
  /** The first token of the run, counted within its quotable. */
  readonly at: number
  /** The run in the quote, as token indexes `[from, to)`. */
  readonly from: number
  readonly to: number
}

/** The quote's tokens as the index numbers them; -1 for what the corpus doesn't have. */
export const numbersOf = (index: QuoteIndex, quote: readonly Token[]): number[] =>
  quote.map((token) => index.numberOf(token.key) ?? -1)

/** Every place where the quote stands as it is, in the corpus' order; `limit` stops the search early. */
export function places(index: QuoteIndex, numbers: readonly number[], limit: number): Run[] {
  if (numbers.length === 0 || numbers.includes(-1)) return []
  const rarest = numbers.reduce(
    (best, number, at) => (index.positions(number).length < index.positions(numbers[best] ?? -1).length ? at : best),
    0,
  )
  const found: Run[] = []
  for (const position of index.positions(numbers[rarest] ?? -1)) {
    const start = position - rarest
    const quotable = index.quotableAt(position)
    const first = index.starts[quotable] ?? 0
    const fits = start >= first && start + numbers.length <= (index.starts[quotable + 1] ?? 0)
    if (!fits || !numbers.every((number, at) => index.tokens[start + at] === number)) continue
    found.push({ quotable, at: start - first, from: 0, to: numbers.length })
    if (found.length >= limit) break
  }
  return found
}

/** The longest run that begins at the quote's token `from`; of equals one in `preferred`, else the first. */
export function longestRun(
  index: QuoteIndex,
  numbers: readonly number[],
  from: number,
  preferred: number | null,
): Run | null {
  let best: Run | null = null
  const second = numbers[from + 1]
  for (const position of index.positions(numbers[from] ?? -1)) {
    // Most places fail at once; only others are worth finding out where they are.
    const longEnough = best === null || best.to - from < 2 || index.tokens[position + 1] === second
    if (!longEnough) continue
    const quotable = index.quotableAt(position)
    const end = index.starts[quotable + 1] ?? 0
    let length = 1
    while (position + length < end && from + length < numbers.length) {
      if (index.tokens[position + length] !== numbers[from + length]) break
      length++
    }
    const longest: number = best === null ? 0 : best.to - from
    if (length > longest || (length === longest && quotable === preferred && best?.quotable !== preferred)) {
      best = { quotable, at: position - (index.starts[quotable] ?? 0), from, to: from + length }
    }
  }
  return best
}
