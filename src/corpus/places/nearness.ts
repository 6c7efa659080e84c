/**
 * How near a typed word stands to the names of countries: the Damerau–Levenshtein distance (optimal string alignment:
 * a letter more, less, other, or two neighbours swapped). Says how near, not whether that is near enough to act on.
 */
import { editDistance, letterBits, mayBeNear } from '#src/corpus/edit-distance.ts'
import type { CountryCode } from '#src/corpus/model.ts'
import { ENTRIES } from './lexicon.ts'

/** Fewer letters than this leave too little to tell a slip from another word. */
const SHORTEST = 5
/**
 * A word of so few letters can only be a name of one letter more, with the same first: "hati". What lacks the last letter
 * may be half typed.
 */
const SHORTENED = 4

/** Slips allowed in a word of this many letters. */
export function allowance(letters: number): number {
  if (letters < SHORTEST) return 0
  return letters < 8 ? 1 : 2
}

interface Target {
  readonly key: string
  readonly letters: number
  readonly codes: readonly CountryCode[]
  readonly capital: boolean
}

/** Doubled letters as one: "morroco" and "morocco" differ in nothing else. */
const undoubled = (word: string): string => word.replace(/(.)\1+/g, '$1')

/** Names of several words as one word: the space is a letter that people forget too. */
const TARGETS: readonly Target[] = ENTRIES.flatMap((entry): Target[] => {
  const key = entry.phrase.replaceAll(' ', '')
  const short = key.length < SHORTEST || entry.abbreviation || entry.phrase.charAt(1) === ' '
  if (short || (entry.kind === 'capital' && key.length < 6)) return []
  const { codes } = entry
  return [{ key, letters: letterBits(key), codes, capital: entry.kind === 'capital' }]
})

const BY_LENGTH: ReadonlyMap<number, readonly Target[]> = Map.groupBy(TARGETS, (target) => target.key.length)
const BY_SINGLE: ReadonlyMap<string, readonly Target[]> = Map.groupBy(TARGETS, (target) => undoubled(target.key))

/** Spellings that sound alike, as one: other languages write Mozambik, Ekuador, Filipines. */
const sounding = (word: string): string =>
  undoubled(
    word
      .replaceAll(/que?(?![a-z])|qu/g, 'k')
      .replaceAll('ph', 'f')
      .replaceAll(/c(?=[eiy])/g, 's')
      .replaceAll(/ck?|q/g, 'k')
      .replaceAll('z', 's')
      .replaceAll('y', 'i'),
  )
const BY_SOUND: ReadonlyMap<string, readonly Target[]> = Map.groupBy(TARGETS, (target) => sounding(target.key))

export interface Near {
  /** The smallest distance; 0 when the word is a name. */
  readonly slips: number
  /** All countries at that distance: more than one and nobody can tell. */
  readonly codes: readonly CountryCode[]
  /** Whether a name at that distance begins with the same letter. */
  readonly sameStart: boolean
  readonly capital: boolean
}

function shortened(word: string): Near | null {
  const found = (BY_LENGTH.get(SHORTENED + 1) ?? []).filter(
    ({ key, capital }) =>
      !capital && key.charAt(0) === word.charAt(0) && !key.startsWith(word) && editDistance(word, key, 1) === 1,
  )
  if (found.length === 0) return null
  return { slips: 1, codes: [...new Set(found.flatMap(({ codes }) => codes))], sameStart: true, capital: false }
}

/** The countries nearest to a folded word without spaces, within `limit` slips; null when there is none. */
export function nearest(word: string, limit = allowance(word.length)): Near | null {
  if (word.length === SHORTENED) return shortened(word)
  if (word.length < SHORTEST || limit === 0) return null
  const bits = letterBits(word)
  let slips = limit + 1
  let found: Target[] = []
  const consider = (target: Target, far: number) => {
    if (far > limit || far > slips) return
    if (far < slips) found = []
    slips = far
    found.push(target)
  }
  for (const target of BY_SINGLE.get(undoubled(word)) ?? []) consider(target, target.key === word ? 0 : 1)
  for (const target of BY_SOUND.get(sounding(word)) ?? []) consider(target, target.key === word ? 0 : 1)
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const target of BY_LENGTH.get(length) ?? []) {
      if (mayBeNear(bits, target.letters, limit))
        consider(target, editDistance(word, target.key, Math.min(limit, slips)))
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
