/** The places that a sentence names: towns, districts and what stands after a word of place with a capital. */
import type { CountryCode } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import { MONTHS } from './months.ts'

/** Words with a capital that name the sort of a body, not which one it is. */
export const BODIES =
  'Offices?|Units?|Cent(?:er|re)s?|Bureaus?|Governments?|Ministry|Ministries|Departments?|Projects?|Programm?e?s?|Missions?|Agency|Agencies|Courts?|Teams?|Services?|Commissions?|Embassy|Country|State|Police|Council|Assembly|Parliament|Committee|Board|Congress|Senate'
/** A name with a capital after a word of place, months, sorts of bodies and abbreviations aside. */
const PLACE = new RegExp(
  `(?<!\\bCo-?operation\\s)\\b(?:[Ii]n|[Aa]t|[Aa]round|[Aa]cross|[Nn]ear|[Ff]rom|to|into|[Tt]hroughout|[Aa]long|[Bb]etween|[Oo]utside)\\s+(?:the\\s+)?(?:\\p{Ll}+\\s+(?:of\\s+)?){0,2}(?!(?:${MONTHS}|${BODIES}|International|National|Federal|Regional|General|Special|Supreme)\\b)(\\p{Lu}[\\p{Ll}’'-]\\p{L}+)(?!(?:\\s\\p{Lu}[\\p{L}’'-]+){0,3}\\s(?:${BODIES})\\b)`,
  'gu',
)
/** "In eleven locations around the country: Shabran, Guba, …". */
const PLACES_LISTED =
  /\b(?:locations|cities|towns|villages|places|districts|provinces|regions)\b[^.:;]{0,40}:\s*(?:the\s+)?\p{Lu}/u

/** Whether the text names a place of its own; a hospital or a school stands in one, whichever that is. */
export function namesPlace(text: string): boolean {
  return [...text.matchAll(PLACE)].some(({ index, 0: { length } }) => !SITE.test(text.slice(index + length)))
}

/** Behind the first word of a name: what makes it one of a building. */
const SITE =
  /^(?:-\p{Lu}[\p{L}’'-]+)?(?:\s\p{Lu}[\p{L}’'-]+){0,3}\s(?:Hospital|School|University|College|Institute|Academy|Building|Palace|Hotel)\b/u

/** Whether a text names a place that the question does not: the country it asks about is none, in whatever form. */
export function placesNew(text: string, question: string, countries: readonly CountryCode[]): boolean {
  const asked = countries.map(countryName).join(' ')
  if (PLACES_LISTED.test(text)) return true
  return [...text.matchAll(PLACE)].some(([, name = '']) => !question.includes(name) && !asked.includes(name))
}
