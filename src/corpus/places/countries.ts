/** The countries themselves: their codes (ISO 3166-1, and XK for Kosovo) and everyday names. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import type { CountryCode } from '#src/corpus/model.ts'
import { EVERYDAY } from './data/names.ts'

/** Every name that the ISO list has for a country, the first of them its own. */
export const LISTED: ReadonlyMap<CountryCode, readonly string[]> = new Map(
  Object.entries(english.countries).map(([code, names]) => [code, typeof names === 'string' ? [names] : names]),
)

/** Alpha-3 codes by alpha-2 code. */
export const ALPHA3: ReadonlyMap<CountryCode, string> = new Map(
  codes.flatMap(([two, three]) => (two === undefined || three === undefined ? [] : [[two, three] as const])),
)

/** The short everyday name: "Tajikistan", "North Macedonia", "United States". A code that is none comes back as it is. */
export function countryName(code: CountryCode): string {
  return EVERYDAY[code] ?? LISTED.get(code)?.[0] ?? code
}

/** Whether this is an ISO 3166-1 alpha-2 code in capitals, or XK for Kosovo. */
export function isCountryCode(code: string): boolean {
  return LISTED.has(code)
}

const ALL: readonly { readonly code: CountryCode; readonly name: string }[] = [...LISTED.keys()]
  .map((code) => ({ code, name: countryName(code) }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))

const ORDER: ReadonlyMap<CountryCode, number> = new Map(ALL.map(({ code }, index) => [code, index]))

/** Compares two codes by the countries' names. */
export function byName(a: CountryCode, b: CountryCode): number {
  return (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size)
}

/** Every country with its everyday name, in the order of the names. */
export function allCountries(): readonly { readonly code: CountryCode; readonly name: string }[] {
  return ALL
}
