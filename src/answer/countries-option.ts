/**
 * The value of a `countries:` option: several countries as a person lists them, with commas, "and", "vs" or nothing
 * between them. Names that hold an "and" of their own (Bosnia and Herzegovina) stay whole.
 */
import type { CountryCode } from '../corpus/model.ts'
import { countryOfCode } from '../corpus/places/codes.ts'
import { findTypedPlaces } from '../corpus/places/index.ts'
import { readCountry } from './country-option.ts'
import { type Answer, makeAnswer, type Note } from './model.ts'

export type CountriesOption =
  | { readonly ok: true; readonly codes: readonly CountryCode[]; readonly notes: readonly Note[] }
  | { readonly ok: false; readonly refusal: Answer }

/** Longer than four countries can be. */
const LONGEST = 300
/** What parts two countries whatever stands around it. */
const PARTS = /[,;|/+\n]+|\bv(?:s|ersus)?\b\.?|(?<=\s)[-–—](?=\s)/iu
/** What may stand between two countries, or before one. */
const BETWEEN = /\b(?:and|or|with|to|against|between|compared|compare|both|the)\b|&/giu

/** Reads between `least` and `most` countries, in the order typed, each once. */
export function readCountries(
  typed: string,
  { least, most, such }: { readonly least: number; readonly most: number; readonly such: readonly CountryCode[] },
): CountriesOption {
  if (typed.trim() === '')
    return {
      ok: false,
      refusal: makeAnswer('invalid', 'missing-option', { notes: [{ kind: 'missing-option', options: ['countries'] }] }),
    }
  const codes: CountryCode[] = []
  const notes: Note[] = []
  for (const name of namesIn(typed.slice(0, LONGEST))) {
    const read = readCountry(name)
    if (!read.ok) return read
    if (codes.includes(read.code)) continue
    codes.push(read.code)
    notes.push(...read.notes)
  }
  if (codes.length >= least && codes.length <= most && typed.length <= LONGEST) return { ok: true, codes, notes }
  return {
    ok: false,
    refusal: makeAnswer('invalid', 'bad-value', {
      notes: [
        { kind: 'bad-value', option: 'countries', value: typed, expected: { kind: 'countries', least, most, such } },
      ],
    }),
  }
}

/** The stretches that each should be one country. */
function namesIn(typed: string): readonly string[] {
  return typed
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const { mentions, doubtful } = findTypedPlaces(part)
      const several = new Set(mentions.map(({ code }) => code)).size + doubtful.length > 1
      if (!several && part.search(BETWEEN) < 0) return codesIn(part) ?? [part]
      const names: string[] = []
      let at = 0
      for (const { start, end } of [...mentions, ...doubtful].sort((one, other) => one.start - other.start)) {
        names.push(...looseNames(part.slice(at, start)), part.slice(start, end))
        at = end
      }
      return [...names, ...looseNames(part.slice(at))]
    })
}

/** "az tj": nothing but codes, each of which is a country; null for anything else. */
function codesIn(part: string): readonly string[] | null {
  const words = part.split(/\s+/)
  return words.length > 1 && words.every((word) => countryOfCode(word) !== null) ? words : null
}

/** What stands between recognised countries: names that are none, or nothing but what parts them. */
function looseNames(gap: string): readonly string[] {
  return gap
    .split(BETWEEN)
    .map((name) =>
      name
        .replaceAll(/^[\s.'’]+|[\s.'’]+$/g, '')
        .replace(/^s\b/, '')
        .trim(),
    )
    .filter((name) => /[\p{L}\d]/u.test(name) && !/^(?:(?:republic|state|government|of)\s*)+$/iu.test(name))
}
