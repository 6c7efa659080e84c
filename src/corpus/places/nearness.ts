/**
 * How near a typed word stands to the names of countries: the Damerau–Levenshtein distance (optimal string alignment:
 * a letter more, less, other, or two neighbours swapped). Says how near, not whether that is near enough to act on.
 */
import type { CountryCode } from '#src/corpus/model.ts'
import { ENTRIES } from './lexicon.ts'

/** Fewer letters than this leave too little to tell a slip from another word. */
const SHORTEST = 5

/** Slips allowed in a word of this many letters. */
export function allowance(letters: number): number {
  if (letters < SHORTEST) return 0
  return letters < 8 ? 1 : 2
}

/** The distance of two words, or `limit + 1` where it is more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min(
        (above[column] ?? limit) + 1,
        (here[column - 1] ?? limit) + 1,
        (above[column - 1] ?? limit) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? limit) + 1)
      here.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = above
    above = here
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1)
}

interface Target {
  readonly key: string
  readonly single: string
  readonly letters: number
  readonly codes: readonly CountryCode[]
  readonly capital: boolean
}

/** Doubled letters as one: "morroco" and "morocco" differ in nothing else. */
const undoubled = (word: string): string => word.replace(/(.)\1+/g, '$1')

/** One bit a letter; words that differ in more bits than two a slip cannot be near. */
function letterBits(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Names of several words as one word: the space is a letter that people forget too. */
const TARGETS: ReadonlyMap<number, readonly Target[]> = Map.groupBy(
  ENTRIES.flatMap((entry): Target[] => {
    const key = entry.phrase.replaceAll(' ', '')
    const short = key.length < SHORTEST || entry.abbreviation
    if (short || (entry.kind === 'capital' && key.length < 6)) return []
    const { codes } = entry
    return [{ key, single: undoubled(key), letters: letterBits(key), codes, capital: entry.kind === 'capital' }]
  }),
  (target) => target.key.length,
)

export interface Near {
  /** The smallest distance; 0 when the word is a name. */
  readonly slips: number
  /** All countries at that distance: more than one and nobody can tell. */
  readonly codes: readonly CountryCode[]
  /** Whether a name at that distance begins with the same letter. */
  readonly sameStart: boolean
  readonly capital: boolean
}

/** The countries nearest to a folded word without spaces, within `limit` slips; null when there is none. */
export function nearest(word: string, limit = allowance(word.length)): Near | null {
  if (word.length < SHORTEST || limit === 0) return null
  const single = undoubled(word)
  const bits = letterBits(word)
  let slips = limit + 1
  let found: Target[] = []
  const reach = Math.max(limit, 2)
  for (let length = word.length - reach; length <= word.length + reach; length++) {
    for (const target of TARGETS.get(length) ?? []) {
      const doubled = target.single === single
      if (!doubled && bitCount(bits ^ target.letters) > 2 * limit) continue
      const far = doubled && target.key !== word ? 1 : distance(word, target.key, Math.min(limit, slips))
      if (far > limit || far > slips) continue
      if (far < slips) found = []
      slips = far
      found.push(target)
    }
  }
  if (found.length === 0) return null
  return {
    slips,
    codes: [...new Set(found.flatMap((target) => target.codes))],
    sameStart: found.some((target) => target.key.charAt(0) === word.charAt(0)),
    capital: found.every((target) => target.capital),
  }
}
