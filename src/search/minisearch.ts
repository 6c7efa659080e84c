/** The engine for one process: MiniSearch over terms that our own analysis made. */
import { atOnce, type Steps } from '../corpus/turns.ts'
import type { Candidate, SearchEngine, WeightedTerm } from './engine.ts'
import type { TermId, TermIndex } from './index-terms.ts'
import { PostingLists } from './postings.ts'

/**
 * Passages found, as a multiple of those wanted, after which further words only add to them. The rarest words come
 * first, so a passage that holds none of these but only more frequent ones would not be among the best.
 */
const ENOUGH = 1.5
/** Words of a question that are looked up; what is rarer and weighs more goes first. */
const MOST_TERMS = 48
/** Entries of the index that are read for one question: so many, or twice the number of passages. */
const MOST_ENTRIES = 10_000

interface Telling {
  readonly id: TermId
  readonly weight: number
}

export class MiniSearchEngine implements SearchEngine {
  readonly #index: TermIndex
  readonly #lists: PostingLists
  /** For each passage what the words looked up so far are worth; 0 for all between questions. */
  readonly #scores: Float64Array

  constructor(index: TermIndex, lists = atOnce(PostingLists.building(index))) {
    this.#index = index
    this.#lists = lists
    this.#scores = new Float64Array(index.passages.length)
  }

  /**
   * As the constructor, in steps.
   * @param before an engine whose work on the same sheets is taken over; it stays as it is
   */
  static *building(index: TermIndex, before?: SearchEngine): Steps<MiniSearchEngine> {
    const known = before instanceof MiniSearchEngine ? before.#lists : undefined
    return new MiniSearchEngine(index, yield* PostingLists.building(index, known))
  }

  async candidates(terms: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]> {
    const scores = this.#scores
    const found: number[] = []
    for (const { id, weight } of this.#telling(terms)) {
      const open = found.length < limit * ENOUGH
      const { positions, worth } = this.#lists.of(id)
      for (let at = 0; at < positions.length; at += 1) {
        const position = positions[at] ?? 0
        const score = scores[position] ?? 0
        if (score === 0) {
          if (!open) continue
          found.push(position)
        }
        scores[position] = score + weight * (worth[at] ?? 0)
      }
    }
    const best = bestOf(found, scores, limit)
    for (const position of found) scores[position] = 0
    return best
  }

  /** The terms worth looking up, those that tell most first; the most frequent are left out where they are too many. */
  #telling(terms: readonly WeightedTerm[]): readonly Telling[] {
    const passages = this.#index.passages.length
    const most = Math.max(MOST_ENTRIES, 2 * passages)
    let entries = 0
    return terms
      .flatMap(({ term, weight }) => {
        const id = this.#index.id(term)
        const held = this.#lists.entries(id)
        return held === 0 ? [] : [{ id, weight, held, worth: weight * Math.log(1 + passages / held) }]
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

/** The `limit` best in order; the others, most of what was found, are put in none. */
function bestOf(found: readonly number[], scores: Float64Array, limit: number): readonly Candidate[] {
  const sorted = scoresOf(found, scores).sort()
  const least = sorted[sorted.length - limit] ?? 0
  const best: Candidate[] = []
  for (const position of found) {
    const score = scores[position] ?? 0
    if (score >= least) best.push({ position, score })
  }
  return best.sort((one, other) => other.score - one.score || one.position - other.position).slice(0, limit)
}

function scoresOf(found: readonly number[], scores: Float64Array): Float64Array {
  const list = new Float64Array(found.length)
  for (let at = 0; at < found.length; at += 1) list[at] = scores[found[at] ?? 0] ?? 0
  return list
}
