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

/**
 * As `quoteIndex`, in steps.
 * @param before an earlier list: what its index has of the same sheets is taken over
 */
export function* indexingQuotes(
  sheets: readonly FactSheet[],
  before: readonly FactSheet[] | null = null,
): Steps<QuoteIndex> {
  const known = before === null ? undefined : indexes.get(before)
  const index = indexes.get(sheets) ?? (yield* building(sheets, known))
  indexes.set(sheets, index)
  return index
}

/** Tokens and numbers that are gone through before others get their turn. */
const A_STEP = 4096
/** An index goes on with the numbers of the one before it while so large a share of them are still in use. */
const STILL_USED = 0.5
const EMPTY = new Int32Array(0)

/** Keys by number. Append-only, so that an index can go on with the numbers of the one before it. */
type Numbers = Map<string, number>

interface SheetTokens {
  readonly quotables: readonly Quotable[]
  /** The tokens of all of them, one after the other. */
  readonly tokens: Int32Array
  /** How many tokens each has. */
  readonly lengths: readonly number[]
}

/** What an index keeps for the one after it. */
interface Kept {
  readonly numbers: Numbers
  /** Of those how many stand in the sheets. */
  readonly used: number
  /** Where a sheet's quotables stand, from the first to behind the last. */
  readonly places: ReadonlyMap<FactSheet, { readonly from: number; readonly to: number }>
}

const kept = new WeakMap<QuoteIndex, Kept>()

function* building(sheets: readonly FactSheet[], before: QuoteIndex | undefined): Steps<QuoteIndex> {
  const known = before === undefined ? undefined : kept.get(before)
  const goesOn = known !== undefined && known.used > known.numbers.size * STILL_USED
  const numbers: Numbers = goesOn ? known.numbers : new Map()
  const read: SheetTokens[] = []
  for (const sheet of sheets) {
    yield
    const place = goesOn ? known.places.get(sheet) : undefined
    read.push(before !== undefined && place !== undefined ? taken(before, place) : readTokens(sheet, numbers))
  }
  const size = numbers.size
  const total = read.reduce((sum, { tokens }) => sum + tokens.length, 0)
  const all: Quotable[] = []
  const tokens = new Int32Array(total)
  const starts = new Int32Array(read.reduce((sum, { quotables }) => sum + quotables.length, 1))
  const begins = new Int32Array(size + 1)
  const places = new Map<FactSheet, { from: number; to: number }>()
  let end = 0
  for (const [order, sheet] of sheets.entries()) {
    yield
    const made = read[order]
    if (made === undefined) continue
    places.set(sheet, { from: all.length, to: all.length + made.quotables.length })
    tokens.set(made.tokens, end)
    for (const [at, quotable] of made.quotables.entries()) {
      all.push(quotable)
      end += made.lengths[at] ?? 0
      starts[all.length] = end
    }
    for (const number of made.tokens) begins[number + 1] = (begins[number + 1] ?? 0) + 1
  }
  // The positions of all numbers in one list, one number after the other: a list each would be many small objects.
  let used = 0
  for (let number = 0; number < size; number += 1) {
    if (number % A_STEP === 0) yield
    const count = begins[number + 1] ?? 0
    if (count > 0) used += 1
    begins[number + 1] = (begins[number] ?? 0) + count
  }
  const positions = new Int32Array(total)
  const next = begins.slice()
  for (let position = 0; position < total; position += 1) {
    if (position % A_STEP === 0) yield
    const number = tokens[position] ?? 0
    const place = next[number] ?? 0
    positions[place] = position
    next[number] = place + 1
  }
  const index: QuoteIndex = {
    quotables: all,
    tokens,
    starts,
    numberOf: (key) => {
      const number = numbers.get(key)
      // A later index may have given out more.
      return number === undefined || number >= size || begins[number] === begins[number + 1] ? undefined : number
    },
    positions: (number) => (number < 0 ? EMPTY : positions.subarray(begins[number], begins[number + 1])),
    quotableAt: (position) => lastAtMost(starts, position),
  }
  kept.set(index, { numbers, used, places })
  return index
}

function taken(index: QuoteIndex, { from, to }: { readonly from: number; readonly to: number }): SheetTokens {
  const start = (at: number) => index.starts[at] ?? 0
  return {
    quotables: index.quotables.slice(from, to),
    tokens: index.tokens.subarray(start(from), start(to)),
    lengths: Array.from({ length: to - from }, (_none, at) => start(from + at + 1) - start(from + at)),
  }
}

function readTokens(sheet: FactSheet, numbers: Numbers): SheetTokens {
  const found = quotables(sheet)
  const lists = found.map(({ text }) => tokenize(text).map(({ key }) => numbered(key, numbers)))
  return { quotables: found, tokens: Int32Array.from(lists.flat()), lengths: lists.map((list) => list.length) }
}

function numbered(key: string, numbers: Numbers): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  const number = numbers.size
  numbers.set(key, number)
  return number
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
