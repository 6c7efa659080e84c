/**
 * Which countries each sentence speaks of. Its own words decide; where they name none, what stands around it does:
 * an abbreviation that was explained with a country in it (HNP, the Haitian National Police), the heading above, the
 * sentence before when this one leans on it, and last the countries that the sheet as a whole is about.
 */
import type { Acronym, CountryCode } from './model.ts'

interface Drafted {
  readonly section: { readonly heading: string | null }
  readonly runIn: string | null
  readonly sentences: readonly { readonly text: string }[]
}

export interface SentencePlaces {
  readonly places: readonly CountryCode[]
  readonly named: readonly CountryCode[]
}

/** A sentence that opens so speaks on of what the one before spoke of. */
const LEANS =
  /^(?:It|Its|They|Their|These|Those|This|That|Such|He|She|Both|There|The (?:program|programme|project|training|initiative|course|unit|center|centre|academy|country|government|assistance|effort|latter|former|two|new|same)\b)/

/** The publisher's own country stands in nearly every sentence and says nothing of what a sheet is about. */
const PUBLISHER_COUNTRY = 'US'

/** Finds the countries in a text; `among` decides between countries that share a name. */
export interface PlaceFinder {
  places(text: string, among: readonly CountryCode[]): readonly { readonly code: CountryCode }[]
}

/** For each passage, for each of its sentences: the countries it speaks of and those that its words name. */
export function placesOfSentences(
  passages: readonly Drafted[],
  about: readonly CountryCode[],
  acronyms: readonly Acronym[],
  finders: PlaceFinder,
): readonly (readonly SentencePlaces[])[] {
  const countriesIn = (text: string): readonly CountryCode[] =>
    [...new Set(finders.places(text, about).map((mention) => mention.code))].filter(
      (code) => code !== PUBLISHER_COUNTRY || about.includes(code),
    )
  const implied = acronyms
    .map(({ short, long }) => ({ short, countries: countriesIn(long) }))
    .filter(({ countries }) => countries.length > 0)

  return passages.map((passage) => {
    const heading = countriesIn(`${passage.section.heading ?? ''}\n${passage.runIn ?? ''}`)
    let before: readonly CountryCode[] = []
    return passage.sentences.map(({ text }) => {
      const named = [
        ...new Set([
          ...countriesIn(text),
          ...implied.filter(({ short }) => hasWord(text, short)).flatMap(({ countries }) => countries),
        ]),
      ]
      const places = around(text, named, heading, before, about)
      before = places
      return { places, named }
    })
  })
}

function around(
  text: string,
  named: readonly CountryCode[],
  heading: readonly CountryCode[],
  before: readonly CountryCode[],
  about: readonly CountryCode[],
): readonly CountryCode[] {
  // A sheet about one country speaks of it in every sentence, whatever neighbours it names.
  if (about.length === 1) return [...new Set([...about, ...named])]
  if (named.length > 0) return named
  if (LEANS.test(text) && before.length > 0) return before
  if (heading.length > 0) return heading
  return about
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const edge = (index: number) => !/[\p{L}\d]/u.test(text[index] ?? ' ')
    if (edge(at - 1) && (edge(at + word.length) || text[at + word.length] === 's')) return true
  }
  return false
}
