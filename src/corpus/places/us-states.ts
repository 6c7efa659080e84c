/** Tells the U.S. state of Georgia, and towns of U.S. states that share a country's name, from the countries. */
import { STATE_BEFORE, STATE_BODIES, TOWNS_OF_GEORGIA } from './data/traps.ts'
import type { Match, Source } from './scan.ts'
import { besides, capitalised } from './words.ts'

/**
 * Whether the match at `at` is the state of Georgia: "state of Georgia", "Atlanta, Georgia", "Georgia Department of
 * Corrections", or beside another state in a list. `states` holds the earlier matches that were found to be.
 */
export function isStateOfGeorgia(
  source: Source,
  matches: readonly Match[],
  at: number,
  states: ReadonlySet<Match>,
): boolean {
  const match = matches[at]
  if (match?.entry.phrase !== 'georgia') return false
  const { text, words } = source
  const before = words[match.from - 1]?.fold
  const earlier = words[match.from - 2]?.fold ?? ''
  if (before === 'of' && STATE_BEFORE.has(earlier)) return true
  if (before === ',' && TOWNS_OF_GEORGIA.has(earlier)) return true
  if (!source.prose && before !== undefined && before === 'atlanta') return true
  const own = words[match.to - 1]
  const after = words[match.to]
  if (own !== undefined && after !== undefined && STATE_BODIES.has(after.fold) && besides(text, own, after)) {
    if (!source.prose || capitalised(text, after)) return true
  }
  const previous = matches[at - 1]
  const next = matches[at + 1]
  const isState = (other: Match) => other.entry.kind === 'state' || states.has(other)
  if (previous !== undefined && isState(previous) && listed(source, previous, match)) return true
  return next !== undefined && isState(next) && listed(source, match, next)
}

/**
 * Whether a match is a town that a state's name follows ("Lebanon, Pennsylvania"). A list that goes on after the state
 * is a list of countries and states.
 */
export function isTownOfState(
  source: Source,
  matches: readonly Match[],
  at: number,
  states: ReadonlySet<Match>,
): boolean {
  const match = matches[at]
  const next = matches[at + 1]
  if (match === undefined || next === undefined || match.entry.codes.length === 0) return false
  if (next.entry.kind !== 'state' && !states.has(next)) return false
  if (states.has(match) || next.from !== match.to + 1 || source.words[match.to]?.fold !== ',') return false
  const previous = matches[at - 1]
  const following = matches[at + 2]
  if (previous !== undefined && listed(source, previous, match)) return false
  return following === undefined || !listed(source, next, following)
}

/** Whether only commas, "and" or "or" stand between two matches. */
function listed(source: Source, left: Match, right: Match): boolean {
  const between = source.words.slice(left.to, right.from)
  return (
    between.length > 0 &&
    between.length <= 2 &&
    between.every((word) => word.fold === ',' || word.fold === 'and' || word.fold === 'or')
  )
}
