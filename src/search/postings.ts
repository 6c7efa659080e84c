/**
 * Which passages hold a term, and what it is worth in each. MiniSearch says which, once a term; the worth is BM25 over
 * the forward index. A question then only adds up numbers, where MiniSearch makes objects for every word of it in every
 * passage.
 */
import type { FactSheet } from '../corpus/model.ts'
import type { Steps } from '../corpus/turns.ts'
import type { PassageTerms, TermId, TermIndex } from './index-terms.ts'
import { IndexedPassages } from './indexed-passages.ts'

/** BM25's parameters for short passages, measured on public collections: less saturation by length, no lower bound. */
const K = 1.2
const B = 0.7
/** What a term in the title counts beside one in the text. */
const TITLE_BOOST = 0.5

/** Entries that are kept between questions, 8 bytes each; beyond them the terms read first are read again. */
const MOST_KEPT = 1_000_000

/** Passages that are added before others get their turn. */
const PASSAGES_A_STEP = 16
/** Lists go on with an index while so large a share of its passages are still in use. */
const STILL_USED = 0.75

/** A term's passages, first those that hold it in their text, then those with it in their title. */
export interface Postings {
  readonly positions: Int32Array
  readonly worth: Float32Array
}

/** A field of the index: how many different terms it has in each passage, and on average. */
class Lengths {
  readonly #lengths: Float64Array
  #sum = 0

  constructor(passages: number) {
    this.#lengths = new Float64Array(passages)
  }

  set(position: number, length: number): void {
    this.#lengths[position] = length
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
  #indexed = new IndexedPassages()
  /** The number of each sheet's first passage there; the others follow. */
  readonly #numbers = new Map<FactSheet, number>()
  /** For each number there the passage's position in the index; -1 for one that this index does not have. */
  #positionOf = new Int32Array(0)
  readonly #text: Lengths
  readonly #title: Lengths
  /** For each term the passages under a title with it. */
  readonly #titled: Uint32Array
  readonly #kept = new Map<TermId, Postings>()
  #keptEntries = 0

  private constructor(index: TermIndex) {
    this.#index = index
    this.#text = new Lengths(index.passages.length)
    this.#title = new Lengths(index.passages.length)
    this.#titled = new Uint32Array(index.size)
  }

  /**
   * The lists of an index, in steps.
   * @param before lists whose sheets are not added again; they stay as they are
   */
  static *building(index: TermIndex, before?: PostingLists): Steps<PostingLists> {
    const lists = new PostingLists(index)
    yield* lists.#fill(before)
    return lists
  }

  *#fill(before?: PostingLists): Steps<void> {
    const { passages } = this.#index
    const sheets = new Set(passages.map(({ sheet }) => sheet))
    const known = before === undefined ? null : before.#takenOver(sheets, passages.length)
    if (known !== null) this.#indexed = known.indexed
    let position = 0
    for (const sheet of sheets) {
      yield
      const entries = passages.slice(position, position + sheet.passages.length)
      const number = known?.numbers.get(sheet) ?? (yield* this.#add(entries))
      this.#numbers.set(sheet, number)
      this.#measure(entries, position)
      position += entries.length
    }
    this.#positionOf = new Int32Array(this.#indexed.size).fill(-1)
    position = 0
    for (const [sheet, number] of this.#numbers)
      for (let at = 0; at < sheet.passages.length; at += 1) this.#positionOf[number + at] = position++
  }

  /** What lists over these sheets can go on with; null where too much of it would be of sheets that are gone. */
  #takenOver(sheets: ReadonlySet<FactSheet>, passages: number) {
    let shared = 0
    for (const sheet of this.#numbers.keys()) if (sheets.has(sheet)) shared += sheet.passages.length
    const size = this.#indexed.size + passages - shared
    return passages < size * STILL_USED ? null : { indexed: this.#indexed, numbers: this.#numbers }
  }

  /** Adds the passages of a sheet; the number of the first. */
  *#add(entries: readonly PassageTerms[]): Steps<number> {
    // Each once: how often a term stands there is read from the forward index.
    const join = (ids: Iterable<TermId>) => Array.from(new Set(ids), (id) => this.#index.term(id)).join(' ')
    const first = this.#indexed.reserve(entries.length)
    for (const [at, { heading, body, sheetTerms }] of entries.entries()) {
      if (at % PASSAGES_A_STEP === PASSAGES_A_STEP - 1) yield
      this.#indexed.add(first + at, join([...heading, ...body]), join(sheetTerms))
    }
    return first
  }

  /** What a term is worth depends on all passages: the lengths of a sheet's, from `position` on. */
  #measure(entries: readonly PassageTerms[], position: number): void {
    const inTitle = new Set(entries[0]?.sheetTerms)
    for (const id of inTitle) this.#titled[id] = (this.#titled[id] ?? 0) + entries.length
    for (const [at, { distinct }] of entries.entries()) {
      this.#title.set(position + at, inTitle.size)
      this.#text.set(position + at, distinct)
    }
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
    this.#indexed.find(this.#index.term(term), (number) => {
      const position = this.#positionOf[number] ?? -1
      if (position < 0) return
      positions[read] = position
      read += 1
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
