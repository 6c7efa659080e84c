/** The order of fact sheets where nothing else decides: newer dated ones, older dated ones, those without a date. */
import type { FactSheet } from '../corpus/model.ts'

/** Negative where `one` comes first. What is printed less finely (2009) comes after what falls within it (2009-01). */
export function newerFirst(one: FactSheet, other: FactSheet): number {
  const [a, b] = [one.meta.date, other.meta.date]
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? 1 : -1
}

/** Sheets in that order; those of equal date keep the order they have. */
export function inNewerOrder(sheets: readonly FactSheet[]): readonly FactSheet[] {
  return [...sheets].sort(newerFirst)
}
