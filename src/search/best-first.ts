/**
 * Things in the order of their scores, where a part of the score is dear to find: it is found only for what may come
 * next, and nothing is put in order that nobody asks for.
 */

export interface Scored {
  readonly score: number
}

interface Waiting<T> {
  readonly item: T
  readonly score: number
  /** Which was there first; of equal scores it comes first. */
  readonly order: number
}

const before = (one: Waiting<unknown>, other: Waiting<unknown>): boolean =>
  one.score > other.score || (one.score === other.score && one.order < other.order)

/** A binary heap: the best is at hand, the others are in no order. */
class Heap<T> {
  readonly #items: Waiting<T>[]

  constructor(items: Waiting<T>[]) {
    this.#items = items
    for (let at = (items.length >> 1) - 1; at >= 0; at -= 1) this.#sink(at)
  }

  get best(): Waiting<T> | undefined {
    return this.#items[0]
  }

  push(item: Waiting<T>): void {
    const items = this.#items
    let at = items.push(item) - 1
    for (let above = (at - 1) >> 1; at > 0; above = (at - 1) >> 1) {
      const parent = items[above]
      if (parent === undefined || before(parent, item)) break
      items[at] = parent
      at = above
    }
    items[at] = item
  }

  pop(): void {
    const last = this.#items.pop()
    if (last === undefined || this.#items.length === 0) return
    this.#items[0] = last
    this.#sink(0)
  }

  #sink(from: number): void {
    const items = this.#items
    const item = items[from]
    if (item === undefined) return
    let at = from
    for (;;) {
      let below = 2 * at + 1
      let child = items[below]
      if (child === undefined) break
      const right = items[below + 1]
      if (right !== undefined && before(right, child)) {
        child = right
        below += 1
      }
      if (before(item, child)) break
      items[at] = child
      at = below
    }
    items[at] = item
  }
}

/** Best first; may be gone through as often as wanted, and is worked out as far as anybody went. */
export class BestFirst<Found extends Scored, Made extends Scored> implements Iterable<Made> {
  readonly #found: Heap<Found>
  readonly #made = new Heap<Made>([])
  readonly #ordered: Made[] = []
  readonly #most: number
  readonly #make: (found: Found) => Made

  /**
   * @param most by how much the score may rise
   * @param make gives the thing with its whole score
   */
  constructor(found: readonly Found[], most: number, make: (found: Found) => Made) {
    this.#found = new Heap(found.map((item, order) => ({ item, score: item.score, order })))
    this.#most = most
    this.#make = make
  }

  *[Symbol.iterator](): Iterator<Made> {
    for (let at = 0; ; at += 1) {
      const made = this.#ordered[at] ?? this.#next()
      if (made === undefined) return
      yield made
    }
  }

  #next(): Made | undefined {
    for (;;) {
      const best = this.#made.best
      const rival = this.#found.best
      if (rival === undefined || (best !== undefined && best.score > rival.score + this.#most)) {
        if (best === undefined) return undefined
        this.#made.pop()
        this.#ordered.push(best.item)
        return best.item
      }
      this.#found.pop()
      const item = this.#make(rival.item)
      this.#made.push({ item, score: item.score, order: rival.order })
    }
  }
}
