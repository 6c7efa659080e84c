/** A question that leans on the one before: "and in Tajikistan?" is the same for another country, "in 2008?" for another year. */
import { countryName, resolveCountry } from '../corpus/places/index.ts'
import { analyse } from '../search/analysis.ts'
import type { Library } from './library.ts'
import { contentOf, type Question, understand } from './understand.ts'

/** Brackets around a citation's words, at most so many in one message. */
const MOST_CITED = 5
const CITED = /\[\[([^[\]\n]{1,200})\]\]/g

/** The question in full: what it leaves out is taken from the one before it. */
export function carriedOn(before: string, now: string, library: Library): string {
  const next = understand(now, library)
  const last = understand(before, library)
  if (contentOf(next).length > 0) {
    const [country] = last.countries
    return next.countries.length > 0 || country === undefined ? now : `${now} (${countryName(country)})`
  }
  if (next.countries.length === 0 && next.years.length === 0) return now
  const stretches: Stretch[] = []
  let added = ''
  if (next.countries.length > 0) {
    const names = next.countries.map(countryName).join(', ')
    stretches.push(...last.places.map(({ start, end }, order): Stretch => [start, end, order === 0 ? names : '']))
    if (last.places.length === 0) added += ` (${names})`
  }
  if (next.years.length > 0) {
    const years = next.years.map((year) => (next.fiscalYears.includes(year) ? `FY${year}` : String(year))).join(', ')
    const old = yearsIn(last)
    stretches.push(...old.map(([start, end], order): Stretch => [start, end, order === 0 ? years : '']))
    if (old.length === 0) added += ` ${years}`
  }
  const full = stretches
    .sort(([one], [other]) => other - one)
    .reduce((text, [start, end, instead]) => text.slice(0, start) + instead + text.slice(end), last.text)
  return `${full}${added}`
}

type Stretch = readonly [start: number, end: number, instead: string]

function yearsIn({ text }: Question): readonly (readonly [number, number])[] {
  return analyse(text).flatMap(({ term, start, end }) =>
    /^(?:fy)?(?:19|20)\d{2}$/.test(term) ? [[start, end] as const] : [],
  )
}

/** Short as it is typed in brackets: a code of a covered country at its beginning is that country. */
export function spelledOut(cited: string, library: Library): string {
  return cited.replace(/^[a-z]{2,3}(?=\s)/i, (code) => {
    const country = resolveCountry(code)
    return country.kind === 'country' && library.covered.includes(country.code) ? countryName(country.code) : code
  })
}

/** What stands in double brackets, to be cited each on a line of its own. */
export function bracketed(text: string): readonly string[] {
  return [...text.matchAll(CITED)]
    .map(([, words = '']) => words.trim())
    .filter((words) => words !== '')
    .slice(0, MOST_CITED)
}
