/**
 * Peers know no refusal. To compare them fairly they are given one: no answer below a score, and the score is the one
 * with the best net score on the questions for tuning.
 */

/** A question as a peer answers it when it never refuses. */
export interface Scored {
  /** Score of what it puts first; null where it finds nothing. */
  readonly score: number | null
  readonly right: boolean
}

/** The lowest score at which to answer; infinite where refusing everything is best. Of equals the higher. */
export function bestThreshold(scored: readonly Scored[]): number {
  const found = scored.flatMap(({ score, right }) => (score === null ? [] : [{ score, right }]))
  found.sort((one, other) => other.score - one.score)
  let best = { net: 0, threshold: Number.POSITIVE_INFINITY }
  let net = 0
  found.forEach(({ score, right }, at) => {
    net += right ? 1 : -1
    if (net > best.net && score !== found[at + 1]?.score) best = { net, threshold: score }
  })
  return best.threshold
}
