/**
 * A table of phrases that are looked up in running text by the stems of their words. What the phrases mean is the
 * caller's affair. One pass over the words; no word is looked at more often than the longest phrase has words.
 */

/** A word of a text: its stem and where it stands (`end` exclusive, UTF-16 code units of that text). */
export interface StemmedWord {
  readonly stem: string
  readonly start: number
  readonly end: number
}

/**
 * Splits a text into words and stems them: spaces, hyphens and punctuation part words, and no word is left out, stop
 * words included, so that a phrase with an "of" in it can be found.
 */
export type StemWords = (text: string) => readonly StemmedWord[]

/** A phrase found in a list of words: the words `[from, to)`, and what was stored under it. */
export interface FoundPhrase<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** Most words end a phrase and lead to no longer one, or the other way round: what is empty is not made. */
interface Node<T> {
  next: Map<string, Node<T>> | null
  values: T[] | null
}

/** Whether a value may stand for the words `[from, to)`; the longest phrase that may is the one found. */
export type Accept<T> = (value: T, from: number, to: number) => boolean

export class PhraseTable<T> {
  readonly #root: Node<T> = { next: null, values: null }

  /** Stores `value` under the stems of a phrase; a phrase without words is not stored. */
  add(stems: readonly string[], value: T): void {
    if (stems.length === 0) return
    let node = this.#root
    for (const stem of stems) {
      node.next ??= new Map()
      const next = node.next.get(stem) ?? { next: null, values: null }
      node.next.set(stem, next)
      node = next
    }
    node.values ??= []
    node.values.push(value)
  }

  /** What is stored under exactly these stems. */
  get(stems: readonly string[]): readonly T[] {
    let node: Node<T> | undefined = this.#root
    for (const stem of stems) node = node?.next?.get(stem)
    return (stems.length > 0 ? node?.values : null) ?? []
  }

  /**
   * The longest phrase at each word, left to right, all its values. A phrase that lies wholly inside another is not
   * found; two that share only some words both are.
   */
  find(stems: readonly string[], accept: Accept<T> = () => true): FoundPhrase<T>[] {
    const found: FoundPhrase<T>[] = []
    let reached = 0
    for (let from = 0; from < stems.length; from++) {
      const longest = this.#longestAt(stems, from, accept)
      if (longest === null || longest.to <= reached) continue
      reached = longest.to
      for (const value of longest.values) found.push({ from, to: longest.to, value })
    }
    return found
  }

  #longestAt(stems: readonly string[], from: number, accept: Accept<T>): { to: number; values: T[] } | null {
    let longest: { to: number; values: T[] } | null = null
    let node: Node<T> | undefined = this.#root
    for (let at = from; at < stems.length; at++) {
      node = node.next?.get(stems[at] ?? '')
      if (node === undefined) break
      const values = node.values?.filter((value) => accept(value, from, at + 1)) ?? []
      if (values.length > 0) longest = { to: at + 1, values }
    }
    return longest
  }
}
