/** The engine for one process: MiniSearch over terms that our own analysis made. */
import MiniSearch from 'minisearch'
import { atOnce, type Steps } from '../corpus/turns.ts'
import type { Candidate, SearchEngine, WeightedTerm } from './engine.ts'
import type { TermIndex } from './index-terms.ts'

interface Document {
  readonly id: number
  readonly text: string
  readonly title: string
}

/** BM25's parameters for short passages, measured on public collections: less saturation by length, no lower bound. */
const BM25 = { k: 1.2, b: 0.7, d: 0 } as const
const TITLE_BOOST = 0.5

/**
 * Passages found, as a multiple of those wanted, after which further words only add to them. The rarest words come
 * first, so a passage that holds none of these but only more frequent ones would not be among the best.
 */
const ENOUGH = 1.5
/** Words of a question that are looked up; what is rarer and weighs more goes first. */
const MOST_TERMS = 48
/** Entries of the index that are read for one question: so many, or twice the number of passages. */
const MOST_ENTRIES = 10_000

/** Passages that are indexed before others get their turn. */
const PASSAGES_A_STEP = 16

const splitTerms = (text: string): string[] => text.split(' ')

export class MiniSearchEngine implements SearchEngine {
  readonly #index: MiniSearch<Document>
  /** For each term the passages that hold it, those under a title with it counted again. */
  readonly #entries = new Map<string, number>()
  readonly #passages: number

  /** @param filled false where the passages are added in steps */
  constructor(index: TermIndex, filled = true) {
    this.#passages = index.passages.length
    this.#index = new MiniSearch<Document>({
      fields: ['text', 'title'],
      tokenize: splitTerms,
      processTerm: (term) => (term === '' ? null : term),
    })
    if (filled) atOnce(this.#fill(index))
  }

  /** As the constructor, in steps. */
  static *building(index: TermIndex): Steps<MiniSearchEngine> {
    const engine = new MiniSearchEngine(index, false)
    yield* engine.#fill(index)
    return engine
  }

  *#fill(index: TermIndex): Steps<void> {
    const words = [...index.terms()]
    const join = (ids: Int32Array) => Array.from(ids, (id) => words[id] ?? '').join(' ')
    words.forEach((word, id) => {
      this.#entries.set(word, index.documents(id))
    })
    for (const { sheetTerms } of index.passages) {
      yield
      for (const id of new Set(sheetTerms)) {
        const word = words[id] ?? ''
        this.#entries.set(word, (this.#entries.get(word) ?? 0) + 1)
      }
    }
    for (const [id, entry] of index.passages.entries()) {
      if (id % PASSAGES_A_STEP === 0) yield
      const text = `${join(entry.heading)} ${join(entry.body)}`
      this.#index.add({ id, text, title: join(entry.sheetTerms) })
    }
  }

  async candidates(terms: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]> {
    if (terms.length === 0) return []
    const weights = new Map(this.#telling(terms).map(({ term, weight }) => [term, weight]))
    const results = this.#index.search([...weights.keys()].join(' '), {
      prefix: false,
      fuzzy: false,
      combineWith: 'OR',
      boost: { title: TITLE_BOOST },
      bm25: BM25,
      boostTerm: (term) => weights.get(term) ?? 1,
      boostDocument: onlyTheFirst(limit * ENOUGH),
    })
    // MiniSearch multiplies by the number of matched terms; undone, since it favours long passages over rare words.
    return results
      .map((result): Candidate => ({ position: Number(result.id), score: result.score / result.queryTerms.length }))
      .sort((one, other) => other.score - one.score || one.position - other.position)
      .slice(0, limit)
  }

  /** The terms worth looking up, those that tell most first; the most frequent are left out where they are too many. */
  #telling(terms: readonly WeightedTerm[]): readonly WeightedTerm[] {
    const most = Math.max(MOST_ENTRIES, 2 * this.#passages)
    let entries = 0
    return terms
      .map(({ term, weight }) => {
        const held = this.#entries.get(term) ?? 0
        return { term, weight, held, worth: weight * Math.log(1 + this.#passages / Math.max(held, 1)) }
      })
      .sort((one, other) => other.worth - one.worth)
      .slice(0, MOST_TERMS)
      .filter(({ held }, at) => {
        if (at > 0 && entries + held > most) return false
        entries += held
        return true
      })
  }
}

/** For MiniSearch's `boostDocument`: a term adds documents while fewer than `enough` are found, and then none. */
function onlyTheFirst(enough: number): (id: number, term: string) => number {
  const found = new Set<number>()
  let current = ''
  let open = true
  return (id, term) => {
    if (term !== current) {
      current = term
      open = found.size < enough
    }
    if (!open) return found.has(id) ? 1 : 0
    found.add(id)
    return 1
  }
}
