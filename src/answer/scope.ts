/**
 * Where an answer may stand, by the countries of a question. All of them together come first (a sentence about one of
 * them that names the others); then each that the corpus covers, where the question lists them side by side.
 */
import type { CountryCode, FactSheet, Sentence } from '../corpus/model.ts'
import { analyse } from '../search/analysis.ts'
import type { PassageTerms } from '../search/index-terms.ts'
import type { Eligible } from '../search/rank.ts'
import { bearing, type Library } from './library.ts'
import type { Question } from './understand.ts'

export interface Scope {
  /** A sentence is about one of these, and it or its passage names the others. None: any sentence will do. */
  readonly countries: readonly CountryCode[]
  /** Terms that let a sentence in whatever it is about, when its passage holds one: the city that was typed. */
  readonly words: readonly string[]
  /** Where a sentence about another country will do that names them after these words. */
  readonly inPassing?: RegExp
  /** Whether such a sentence has to say all that is asked by itself. */
  readonly whole?: true
}

export const ANYWHERE: Scope = { countries: [], words: [] }

/** @param words the names of cities that stand for a country in the question */
export function scopeOf(countries: readonly CountryCode[], words: readonly string[] = []): Scope {
  return { countries, words }
}

/** Where an answer may stand, for the ranking: it asks of every sentence of a hundred passages. */
export function eligibleIn(scope: Scope, library: Library): Eligible {
  const words = scope.words.map((word) => library.index.id(word))
  const bySheet = new Map<FactSheet, boolean | null>()
  return {
    passage(entry) {
      if (scope.countries.length === 0) return true
      if (scope.inPassing !== undefined) return null
      if (words.some((id) => entry.body.includes(id))) return true
      const known = bySheet.get(entry.sheet)
      if (known !== undefined) return known
      const found = wholeSheet(scope, entry.sheet, library)
      bySheet.set(entry.sheet, found)
      return found
    },
    sentence: (sentence, entry) => inScope(scope, entry, sentence, library),
  }
}

/** Whether all sentences of a sheet stand in scope, or none, whatever they say; null where that depends on them. */
function wholeSheet({ countries }: Scope, sheet: FactSheet, library: Library): boolean | null {
  const subjects = library.subjects(sheet)
  if (subjects.length === 0) return null
  if (!countries.some((code) => subjects.includes(code))) return false
  return countries.length === 1 && subjects.length === 1 ? true : null
}

/** Whether a sentence stands where an answer may, the words of the scope aside. */
function inScope(scope: Scope, entry: PassageTerms, sentence: Sentence, library: Library): boolean {
  const { countries } = scope
  if (scope.inPassing !== undefined)
    return scope.inPassing.test(sentence.text) && countries.every((code) => sentence.named.includes(code))
  if (!countries.some((code) => bearing(entry.sheet, sentence, code, library) === 'about')) return false
  if (countries.length === 1) return true
  const subjects = library.subjects(entry.sheet)
  return countries.every((code) => subjects.includes(code) || entry.passage.places.includes(code))
}

export interface Scopes {
  /** In the order in which they are tried; empty where no asked country is covered. */
  readonly scopes: readonly Scope[]
  /** The countries asked about, the publisher's own left out where no sheet is about it. */
  readonly asked: readonly CountryCode[]
  /** Of these, the ones that no sheet speaks about. */
  readonly missing: readonly CountryCode[]
}

/** Said of a country that something comes from or goes to: what is told of another country may say so too. */
const RELATION = /\b(from|to|via|through|towards?|against)\s+(?:the\s+)?$/i

/**
 * Sentences about other countries that name the asked ones in the very relation in which the question does ("scrap metal
 * from Bolivia"), or all of several; null where it gives none. What is done in one country is told only by what is about it.
 */
export function passingScope({ text, places, countries }: Question, library: Library): Scope | null {
  const [place, second] = places
  // What is told of several countries that no sheet is about stands where all of them are named.
  const known = countries.every((code) => library.mentioned.includes(code) && !library.covered.includes(code))
  if (countries.length > 1 && known) return { countries, words: [], inPassing: /\p{L}/u }
  const relation = place === undefined ? null : RELATION.exec(text.slice(0, place.start))?.[1]
  if (place === undefined || second !== undefined) return null
  if (relation == null)
    return known && !library.covered.includes(place.code)
      ? { countries: [place.code], words: [], inPassing: /\p{L}/u, whole: true }
      : null
  if (!library.mentioned.includes(place.code) && !library.covered.includes(place.code)) return null
  return { countries: [place.code], words: [], inPassing: new RegExp(`\\b${relation}\\s+(?:\\p{L}+,?\\s+){0,3}`, 'iu') }
}

/** Countries named one after the other, each for itself: "Armenia and Azerbaijan". */
const LISTED = /^\s*(?:,|and|or|&|\/|vs\.?|versus|,\s*and)\s*$/i

/** Countries that are also tried each for itself; a question about more of them is no comparison that a reply could hold. */
const MOST_APART = 8

/** The scopes of a question, from the countries it names. */
export function scopesOf(question: Question, library: Library): Scopes {
  const { countries } = question
  if (countries.length === 0) return { scopes: [ANYWHERE], asked: [], missing: [] }
  const covered = countries.filter((code) => library.covered.includes(code))
  const missing = countries.filter((code) => !library.covered.includes(code))
  const cities = question.places
    .filter(({ kind }) => kind === 'capital')
    .flatMap(({ start, end }) => analyse(question.text.slice(start, end)).map(({ term }) => term))
    .filter((term) => library.index.has(term))
  if (covered.length === 0 && cities.length === 0) return { scopes: [], asked: countries, missing }
  const scopes: Scope[] = [scopeOf(countries, cities)]
  if (countries.length > 1 && covered.length <= MOST_APART && (missing.length === 0 || areListed(question)))
    scopes.push(...covered.map((code) => scopeOf([code], cities)))
  return { scopes, asked: countries, missing }
}

function areListed({ places, text }: Question): boolean {
  return places.every((place, at) => {
    const next = places[at + 1]
    return next === undefined || next.start === place.start || LISTED.test(text.slice(place.end, next.start))
  })
}
