/** Chance that repeats itself: the same seed gives the same numbers on every machine. */

export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. The generator is Mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(items: readonly [T, ...T[]]): T
  pick<T>(items: readonly T[]): T | undefined
  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.next() * items.length)]
  }
}

/** Draws items so that the nth comes 1/n as often as the first, as words do in texts (Zipf). */
export class ZipfDraw {
  readonly #items: readonly string[]
  readonly #sums: Float64Array

  /** @param shift flattens the top: rank 1 counts as rank 1 + shift */
  constructor(items: readonly string[], shift: number) {
    this.#items = items
    this.#sums = new Float64Array(items.length)
    let sum = 0
    for (let at = 0; at < items.length; at += 1) {
      sum += 1 / (at + 1 + shift)
      this.#sums[at] = sum
    }
  }

  draw(random: Random): string {
    const wanted = random.next() * (this.#sums.at(-1) ?? 0)
    let low = 0
    let high = this.#sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return this.#items[low] ?? ''
  }
}
