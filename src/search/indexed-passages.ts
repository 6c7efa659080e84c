/**
 * MiniSearch over the passages of every sheet that was added to it. A corpus that changes keeps most of its sheets: the
 * next library goes on with the same index and tells its own passages by their numbers. Nothing is changed or taken out
 * again, so whoever still holds an older library finds what it found before.
 */
import MiniSearch from 'minisearch'

interface Document {
  readonly id: number
  readonly text: string
  readonly title: string
}

export class IndexedPassages {
  readonly #engine = new MiniSearch<Document>({
    fields: ['text', 'title'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  })
  #size = 0

  /** How many numbers are taken: one a passage, those of sheets that are gone included. */
  get size(): number {
    return this.#size
  }

  /** Numbers for so many passages, one after the other; the first of them. */
  reserve(passages: number): number {
    const first = this.#size
    this.#size += passages
    return first
  }

  /** @param text its terms, each once, with a blank between any two; so with `title` */
  add(id: number, text: string, title: string): void {
    this.#engine.add({ id, text, title })
  }

  /** Tells the number of every passage that holds a term, first those with it in their text, then those in their title. */
  find(term: string, found: (id: number) => void): void {
    this.#engine.search(term, {
      // Asked of every entry before anything is made of it, field by field; 0 leaves it at that.
      boostDocument: (id) => {
        found(Number(id))
        return 0
      },
    })
  }
}
