/**
 * Countries: which ones a text speaks of, and which one a person means. Knows the countries of ISO 3166-1 and Kosovo
 * and nothing finer; which country a fact sheet is about as a whole stands in its front matter.
 */
export { allCountries, countryName, isCountryCode } from './countries.ts'
export { findPlaces, type PlaceMention } from './prose.ts'
export { type ResolvedCountry, resolveCountry } from './resolve.ts'
export { suggestCountries } from './suggest.ts'
export { type DoubtfulPlace, findTypedPlaces, type TypedPlaces } from './typed.ts'
