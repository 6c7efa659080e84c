/**
 * What finds candidates. An engine proposes passages for weighted terms, quickly and roughly; what stands first is
 * decided by the ranking, which is ours and the same for every engine.
 */

export interface WeightedTerm {
  /** As `analyse` makes it. */
  readonly term: string
  readonly weight: number
}

export interface Candidate {
  /** Where the passage stands in the term index. */
  readonly position: number
  /** The engine's own score: comparable within one question only. */
  readonly score: number
}

export interface SearchEngine {
  /** At most `limit` passages that hold any of the terms, best first. */
  candidates(terms: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]>
}
