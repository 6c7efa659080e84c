/** Which passage a quote that doesn't stand anywhere as it is comes nearest to, and how they lie beside each other. */
import { longestRun, numbersOf, type QuoteIndex } from './quote-index.ts'
import { measured, type Token } from './tokens.ts'

export interface Nearest {
  readonly quotable: number
  /** Of the quote's content words, how many stand in it in order. */
  readonly inOrder: number
  /** Of the quote's content words, how many there are. */
  readonly of: number
}

/** Passages looked at closely for the number of words they share; beyond that the number hardly tells them apart. */
const MOST_CANDIDATES = 60

interface Fit extends Nearest {
  readonly all: number
  readonly width: number
}

/**
 * The passage in which most of the quote's content words stand in order; of equals the one that has more of its other
 * words and marks, then the one that holds them closest.
 */
export function nearestPassage(index: QuoteIndex, quote: readonly Token[]): Nearest | null {
  const numbers = numbersOf(index, quote)
  const counts = measured(quote)
  const content = numbers.filter((_, at) => counts[at])
  let best: Fit | null = null
  for (const { quotable, bound } of candidatesFor(index, numbers, counts, content)) {
    if (best !== null && bound < best.inOrder) continue
    const start = index.starts[quotable] ?? 0
    const tokens = index.tokens.subarray(start, index.starts[quotable + 1] ?? start)
    const inOrder = commonInOrder(content, tokens).length
    if (inOrder === 0 || (best !== null && inOrder < best.inOrder)) continue
    const { length, width } = commonInOrder(numbers, tokens)
    const fit = { quotable, inOrder, of: content.length, all: length, width }
    if (best === null || better(fit, best)) best = fit
  }
  return best
}

const better = (a: Fit, b: Fit): boolean =>
  (a.inOrder - b.inOrder || a.all - b.all || b.width - a.width || b.quotable - a.quotable) > 0

/** Passages by how many of the quote's content words they could hold at most, most first. */
function candidatesFor(
  index: QuoteIndex,
  numbers: readonly number[],
  counts: readonly boolean[],
  content: readonly number[],
): { quotable: number; bound: number }[] {
  const wanted = new Map<number, number>()
  for (const number of content) if (number !== -1) wanted.set(number, (wanted.get(number) ?? 0) + 1)
  const bounds = new Map<number, number>()
  for (const [number, times] of wanted) {
    let quotable = -1
    let end = 0
    let seen = 0
    for (const position of index.positions(number)) {
      if (position >= end) {
        quotable = index.quotableAt(position)
        end = index.starts[quotable + 1] ?? 0
        seen = 0
      }
      if (seen++ < times) bounds.set(quotable, (bounds.get(quotable) ?? 0) + 1)
    }
  }
  const ranked = [...bounds]
    .map(([quotable, bound]) => ({ quotable, bound }))
    .sort((a, b) => b.bound - a.bound || a.quotable - b.quotable)
  // Many passages share a few words; the ones that have them in a row come first, however many there are.
  const inRow = new Set<number>()
  for (let from = 0; from < numbers.length; from++) {
    if (!counts[from]) continue
    const run = longestRun(index, numbers, from, null)
    if (run !== null && run.to - run.from > 1) inRow.add(run.quotable)
  }
  return [...ranked.filter((one) => inRow.has(one.quotable)), ...ranked.slice(0, MOST_CANDIDATES)]
}

/** The longest common subsequence, and the fewest source tokens within which it stands. */
function commonInOrder(quote: readonly number[], source: Int32Array): { length: number; width: number } {
  const length = new Int32Array(quote.length + 1)
  // Where, at the latest, the common words up to here began in the source.
  const began = new Int32Array(quote.length + 1).fill(-1)
  let best = { length: 0, width: 0 }
  for (let at = 0; at < source.length; at++) {
    let diagonalLength = 0
    let diagonalBegan = at
    for (let q = 1; q <= quote.length; q++) {
      const [oldLength, oldBegan] = [length[q] ?? 0, began[q] ?? -1]
      let [newLength, newBegan] = [oldLength, oldBegan]
      const [leftLength, leftBegan] = [length[q - 1] ?? 0, began[q - 1] ?? -1]
      if (leftLength > newLength || (leftLength === newLength && leftBegan > newBegan)) {
        newLength = leftLength
        newBegan = leftBegan
      }
      if (source[at] === quote[q - 1]) {
        const [long, start] = [diagonalLength + 1, diagonalLength === 0 ? at : diagonalBegan]
        if (long > newLength || (long === newLength && start > newBegan)) {
          newLength = long
          newBegan = start
        }
      }
      diagonalLength = oldLength
      diagonalBegan = oldBegan
      length[q] = newLength
      began[q] = newBegan
    }
    const total = length[quote.length] ?? 0
    const width = at - (began[quote.length] ?? 0) + 1
    if (total > best.length || (total === best.length && total > 0 && width < best.width))
      best = { length: total, width }
  }
  return best
}
