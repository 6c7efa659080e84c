/** The engine for one process: MiniSearch over terms that our own analysis made. */
import MiniSearch from 'minisearch'
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

const splitTerms = (text: string): string[] => text.split(' ')

export class MiniSearchEngine implements SearchEngine {
  readonly #index: MiniSearch<Document>

  constructor(index: TermIndex) {
    const words = [...index.terms()]
    const join = (ids: Int32Array) => Array.from(ids, (id) => words[id] ?? '').join(' ')
    this.#index = new MiniSearch<Document>({
      fields: ['text', 'title'],
      tokenize: splitTerms,
      processTerm: (term) => (term === '' ? null : term),
    })
    this.#index.addAll(
      index.passages.map((entry, id) => ({
        id,
        text: `${join(entry.heading)} ${join(entry.body)}`,
        title: join(entry.sheetTerms),
      })),
    )
  }

  async candidates(terms: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]> {
    if (terms.length === 0) return []
    const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
    const results = this.#index.search([...weights.keys()].join(' '), {
      prefix: false,
      fuzzy: false,
      combineWith: 'OR',
      boost: { title: TITLE_BOOST },
      bm25: BM25,
      boostTerm: (term) => weights.get(term) ?? 1,
    })
    // MiniSearch multiplies by the number of matched terms; undone, since it favours long passages over rare words.
    return results
      .map((result): Candidate => ({ position: Number(result.id), score: result.score / result.queryTerms.length }))
      .sort((one, other) => other.score - one.score || one.position - other.position)
      .slice(0, limit)
  }
}
