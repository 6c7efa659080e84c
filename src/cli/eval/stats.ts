/** Shares with their uncertainty. A share over a few dozen questions says little without its interval. */

export interface Share {
  readonly hits: number
  readonly of: number
}

/** The normal distribution's quantile for a two-sided 95 %. */
const Z = 1.959963984540054

/**
 * The 95 % score interval of a share after Wilson (1927), without continuity correction. It stays within 0 and 1 and
 * holds for few trials and for shares near the ends, where the usual `p ± z·s` does not.
 */
export function wilson({ hits, of }: Share): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const share = hits / of
  const square = Z * Z
  const middle = (share + square / (2 * of)) / (1 + square / of)
  const half = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  return { low: hits === 0 ? 0 : middle - half, high: hits === of ? 1 : middle + half }
}

export function countIf<T>(items: readonly T[], holds: (item: T) => boolean): Share {
  return { hits: items.filter(holds).length, of: items.length }
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** `0.93 [0.88–0.96]`, or a dash where nothing was counted. */
export function shareText(share: Share): string {
  if (share.of === 0) return '–'
  const { low, high } = wilson(share)
  return `${(share.hits / share.of).toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`
}
