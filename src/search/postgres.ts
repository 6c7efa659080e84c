/**
 * The engine in PostgreSQL: a tsvector for each passage, made from our own analysis' terms, with a GIN index. It holds
 * one published corpus and goes on answering from that one while another is published beside it.
 * https://www.postgresql.org/docs/15/textsearch-controls.html#TEXTSEARCH-RANKING
 */
import type { Steps } from '../corpus/turns.ts'
import type { Database } from '../database/database.ts'
import type { Candidate, SearchEngine, WeightedTerm } from './engine.ts'
import type { PassageTerms, TermIndex } from './index-terms.ts'

/** What a term weighs by where it stands, as D, C, B, A: the sheet's title and countries are B, the passage is A. */
const WEIGHTS = '{0,0,0.5,1}'
/** PostgreSQL's limits: positions of a term, the highest position, bytes of a term. */
const MOST_POSITIONS = 255
const LAST_POSITION = 16_383
const LONGEST_TERM = 2046
/** Bytes of a passage's terms, a little below the limit. What comes after these finds it no more; it is still quoted whole. */
const MOST_BYTES = 1_000_000
/** Bytes that a term takes beside its own, and each of its positions. */
const TERM_BYTES = 4
const POSITION_BYTES = 2
/** `ts_rank`'s flag that divides by the logarithm of the length. */
const BY_LENGTH = 1
/**
 * Entries of the index, as a multiple of the passages wanted, after which further terms only add to what is found: the
 * rarest come first, so a passage that holds none of these would not be among the best.
 */
const ENOUGH = 4
/** Terms of a question that are scored; what is rarer and weighs more goes first. */
const MOST_TERMS = 48

/** The table of a published corpus. */
export const passagesTable = (number: number): string => `passages_${Math.trunc(number)}`

/** The passage's tsvector, in the form PostgreSQL reads. */
export function vectorOf(entry: PassageTerms, words: readonly string[]): string {
  const places = new Map<string, string[]>()
  let position = 0
  let bytes = 0
  const add = (ids: Int32Array, weight: 'A' | 'B'): void => {
    for (const id of ids) {
      const word = words[id] ?? ''
      position = Math.min(position + 1, LAST_POSITION)
      if (!fits(word)) continue
      const known = places.get(word)
      if (known !== undefined && known.length >= MOST_POSITIONS) continue
      const added = POSITION_BYTES + (known === undefined ? TERM_BYTES + Buffer.byteLength(word) : 0)
      if (bytes + added > MOST_BYTES) continue
      bytes += added
      if (known === undefined) places.set(word, [`${position}${weight}`])
      else known.push(`${position}${weight}`)
    }
  }
  add(entry.heading, 'A')
  add(entry.body, 'A')
  add(entry.sheetTerms, 'B')
  return Array.from(places, ([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ')
}

export class PostgresEngine implements SearchEngine {
  readonly #database: Database
  readonly #table: string
  readonly #index: TermIndex
  readonly #held: ReadonlyMap<number, number>

  private constructor(database: Database, number: number, index: TermIndex, held: ReadonlyMap<number, number>) {
    this.#database = database
    this.#table = passagesTable(number)
    this.#index = index
    this.#held = held
  }

  /** In steps. @param number the published corpus, of which `index` is the index */
  static *opening(database: Database, number: number, index: TermIndex): Steps<PostgresEngine> {
    /** For each term the passages that hold it, their sheets' titles included. */
    const held = new Map<number, number>()
    for (const { body, heading, sheetTerms } of index.passages) {
      for (const id of new Set([...body, ...heading, ...sheetTerms])) held.set(id, (held.get(id) ?? 0) + 1)
      yield
    }
    return new PostgresEngine(database, number, index, held)
  }

  async candidates(terms: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]> {
    const known = terms.filter(({ term }) => fits(term)).map((one) => ({ ...one, ...this.#weigh(one) }))
    if (known.length === 0) return []
    known.sort((one, other) => other.score - one.score)
    known.splice(MOST_TERMS)
    // All terms first; none can be in more passages than its rarest is.
    if (known.every(({ held }) => held >= limit)) {
      const all = await this.#find(known, known.map(({ term }) => quoted(term)).join(' & '), limit)
      if (all.length >= limit) return all
    }
    const any: string[] = []
    let entries = 0
    for (const { term, held } of known) {
      if (entries >= limit * ENOUGH) break
      any.push(quoted(term))
      entries += held
    }
    return this.#find(known, any.join(' | '), limit)
  }

  /** The rarer a term, the more it says: its inverse document frequency times its weight in the question. */
  #weigh({ term, weight }: WeightedTerm): { score: number; held: number } {
    const held = this.#held.get(this.#index.id(term)) ?? 0
    return { held, score: weight * Math.log(1 + this.#index.passages.length / Math.max(held, 1)) }
  }

  #find(
    terms: readonly { readonly term: string; readonly score: number }[],
    query: string,
    limit: number,
  ): Promise<readonly Candidate[]> {
    const values: unknown[] = [WEIGHTS, query, limit]
    const ranks = terms.map(({ term, score }) => {
      const at = values.push(quoted(term), score)
      return `ts_rank($1::float4[], terms, $${at - 1}::tsquery, ${BY_LENGTH}) * $${at}::float8`
    })
    const text = `select position, ${ranks.join(' + ')} as score from ${this.#table}
      where terms @@ $2::tsquery order by score desc, position limit $3`
    return this.#database.read((sql) => sql.query<Candidate>(text, values))
  }
}

const fits = (term: string): boolean => term !== '' && !term.includes('\0') && Buffer.byteLength(term) <= LONGEST_TERM

/** As a lexeme that is taken as it stands. */
const quoted = (term: string): string => `'${term.replaceAll(/['\\]/g, '$&$&')}'`
