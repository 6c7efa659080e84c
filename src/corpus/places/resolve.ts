/** Which country the value of a `country:` option means. */
import type { CountryCode } from '#src/corpus/model.ts'
import { countryOfCode, countryOfFlag } from './codes.ts'
import { allCountries } from './countries.ts'
import { COMMON_WORDS } from './data/common-words.ts'
import { entryOf } from './lexicon.ts'
import { nearest } from './nearness.ts'
import { suggestCountries } from './suggest.ts'
import { findTypedPlaces } from './typed.ts'
import { phraseOf } from './words.ts'

export type ResolvedCountry =
  | { readonly kind: 'country'; readonly code: CountryCode }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CountryCode[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly CountryCode[] }

/** How many countries an unknown value is answered with. */
const NEAREST = 3

/** Longer than any country's name with words around it: nothing is looked for in it. */
const LONGEST = 200

/**
 * The country that a value names: by name, demonym, capital, code or flag, in any case, with a slip of the keyboard or
 * with words around it ("the Government of Tajikistan"). A value that several countries fit as well is ambiguous, with
 * all of them; anything else is unknown, with up to three that begin so or are nearest.
 */
export function resolveCountry(typed: string): ResolvedCountry {
  const value = typed.slice(0, LONGEST)
  const phrase = phraseOf(value).replace(/^the (?=.)/, '')
  const flag = countryOfFlag(value)
  if (flag !== null) return { kind: 'country', code: flag }
  const entry = entryOf(phrase)
  if (entry !== null && entry.codes.length > 0) return among(entry.codes)
  const code = /^\p{L}{2,3}$/u.test(phrase) ? countryOfCode(phrase) : null
  if (code !== null) return { kind: 'country', code }
  const core = entryOf(phrase.replace(FORMAL, ''))
  if (core?.codes.length === 1 && isNamed(value, core.codes)) return among(core.codes)
  if (entry === null && !COMMON_WORDS.has(phrase)) {
    const codes = nearOrWithin(value, phrase)
    if (codes.length > 0) return among(codes)
  }
  const every = allCountries().map((country) => country.code)
  return { kind: 'unknown', nearest: phrase === '' ? [] : suggestCountries(value, every).slice(0, NEAREST) }
}

/** What may stand before a country's name in its full form: "the Republic of", "Government of". */
const FORMAL =
  /^(?:(?:arab|commonwealth|co|democratic|federal|federation|federative|government|grand|duchy|islamic|kingdom|country|nation|operative|principality|republic|socialist|state|sultanate|union|of|the) )+/

/** Whether the words around a name leave it a country ("State of Qatar", not "state of Georgia"). */
function isNamed(value: string, codes: readonly CountryCode[]): boolean {
  return findTypedPlaces(value).mentions.some((mention) => codes.includes(mention.code))
}

/** Countries near the whole value, or within it; both where they differ and the nearness rests on two slips. */
function nearOrWithin(value: string, phrase: string): readonly CountryCode[] {
  const near = nearest(phrase.replaceAll(' ', ''))
  if (near !== null && near.slips < 2) return near.codes
  const { mentions, doubtful } = findTypedPlaces(value)
  const within = [...mentions.map((mention) => mention.code), ...doubtful.flatMap((place) => place.candidates)]
  return [...new Set([...(near?.codes ?? []), ...within])]
}

function among(codes: readonly CountryCode[]): ResolvedCountry {
  const [code] = codes
  return code !== undefined && codes.length === 1 ? { kind: 'country', code } : { kind: 'ambiguous', candidates: codes }
}
