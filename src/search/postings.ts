/**
 * Which passages hold a term, and what it is worth in each. MiniSearch says which, once a term; the worth is BM25 over
 * the forward index. A question then only adds up numbers, where MiniSearch makes objects for every word of it in every
 * passage.
 */
import MiniSearch from 'minisearch'
import type { PassageTerms, TermId, TermIndex } from './index-terms.ts'

/** BM25's parameters for short passages, measured on public collections: less saturation by length, no lower bound. */
const K = 1.2
const B = 0.7
/** What a term in the title counts beside one in the text. */
const TITLE_BOOST = 0.5

/** Entries that are kept between questions, 8 bytes each; beyond them the terms read first are read again. */
const MOST_KEPT = 1_000_000

/** A term's passages, first those that hold it in their text, then those with it in their title. */
export interface Postings {
  readonly positions: Int32Array
  readonly worth: Float32Array
}

interface Document {
  readonly id: number
  readonly text: string
  readonly title: string
}

/** A field of the index: how many different terms it has in each passage, and on average. */
class Lengths {
  readonly #lengths: number[] = []
  #sum = 0

  add(length: number): void {
    this.#lengths.push(length)
    this.#sum += length
  }

  /** What `times` occurrences of a term in one passage are worth, its rarity aside. */
  saturation(times: number, position: number): number {
    const length = ((this.#lengths[position] ?? 0) * this.#lengths.length) / this.#sum
    return (times * (K + 1)) / (times + K * (1 - B + B * length))
  }

  /** What the rarity of a term is worth that stands in so many passages. */
  rarity(held: number): number {
    return Math.log(1 + (this.#lengths.length - held + 0.5) / (held + 0.5))
  }
}

export class PostingLists {
  readonly #index: TermIndex
  readonly #words: readonly string[]
  readonly #engine = new MiniSearch<Document>({
    fields: ['text', 'title'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  })
  readonly #text = new Lengths()
  readonly #title = new Lengths()
  /** For each term the passages under a title with it. */
  readonly #titled: Uint32Array
  readonly #kept = new Map<TermId, Postings>()
  #keptEntries = 0

  /** Knows the terms of the index, but no passage yet. */
  constructor(index: TermIndex) {
    this.#index = index
    this.#words = [...index.terms()]
    this.#titled = new Uint32Array(this.#words.length)
  }

  /** Adds the next passage of the index. */
  add(entry: PassageTerms, position: number): void {
    // Each once: how often a term stands there is read from the forward index.
    const join = (ids: Iterable<TermId>) => Array.from(new Set(ids), (id) => this.#words[id] ?? '').join(' ')
    const inTitle = new Set(entry.sheetTerms)
    for (const id of inTitle) this.#titled[id] = (this.#titled[id] ?? 0) + 1
    this.#title.add(inTitle.size)
    this.#text.add(entry.distinct)
    const text = join([...entry.heading, ...entry.body])
    this.#engine.add({ id: position, text, title: join(inTitle) })
  }

  /** How many entries the list of a term has: none for -1. */
  entries(term: TermId): number {
    return term < 0 ? 0 : this.#index.documents(term) + (this.#titled[term] ?? 0)
  }

  /** @param term of the index */
  of(term: TermId): Postings {
    const known = this.#kept.get(term)
    if (known !== undefined) return known
    const made = this.#read(term)
    this.#keptEntries += made.positions.length
    for (const [oldest, { positions }] of this.#kept) {
      if (this.#keptEntries <= MOST_KEPT) break
      this.#kept.delete(oldest)
      this.#keptEntries -= positions.length
    }
    this.#kept.set(term, made)
    return made
  }

  #read(term: TermId): Postings {
    const positions = new Int32Array(this.entries(term))
    let read = 0
    this.#engine.search(this.#words[term] ?? '', {
      // Asked of every entry before anything is made of it, field by field; 0 leaves it at that.
      boostDocument: (id) => {
        positions[read] = Number(id)
        read += 1
        return 0
      },
    })
    const inText = this.#index.documents(term)
    const worth = new Float32Array(positions.length)
    const [textRarity, titleRarity] = [this.#text.rarity(inText), this.#title.rarity(positions.length - inText)]
    for (const [at, position] of positions.entries()) {
      const entry = this.#index.passages[position]
      if (entry === undefined) continue
      const { body, heading, sheetTerms } = entry
      worth[at] =
        at < inText
          ? textRarity * this.#text.saturation(times(term, body) + times(term, heading), position)
          : TITLE_BOOST * titleRarity * this.#title.saturation(times(term, sheetTerms), position)
    }
    return { positions, worth }
  }
}

function times(term: TermId, terms: Int32Array): number {
  let count = 0
  for (let at = 0; at < terms.length; at += 1) if (terms[at] === term) count += 1
  return count
}
