/** What a person asks: countries, years, topics, the kind of thing wanted, and the concepts to look for. */
import type { CountryCode, Span } from '../corpus/model.ts'
import { findTypedPlaces, type PlaceMention, type TypedPlaces } from '../corpus/places/index.ts'
import type { AmbiguousWord, TopicMatch } from '../corpus/topics.ts'
import { analyse, fullYear } from '../search/analysis.ts'
import type { Concept } from '../search/concepts.ts'
import { isEnglish } from '../search/everyday.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { Hint } from '../search/paraphrase.ts'
import { type AskedFor, readAsked } from './asked.ts'
import { FEW_NUMBERS } from './few-numbers.ts'
import type { Library } from './library.ts'
import type { Understood } from './model.ts'

export interface Question {
  readonly text: string
  readonly asked: AskedFor
  /** What it asks about; the publisher's own country is not, unless a sheet is about it. */
  readonly countries: readonly CountryCode[]
  /** Where these countries, or cities that stand for them, are typed. */
  readonly places: readonly PlaceMention[]
  /** Words that may name one of several countries. */
  readonly doubtful: readonly { readonly typed: string; readonly candidates: readonly CountryCode[] }[]
  /** Years in full, fiscal or not. */
  readonly years: readonly number[]
  readonly fiscalYears: readonly number[]
  /** "According to the 2014 sheet": the years of the fact sheets to look in, not of what they tell. */
  readonly sheetYears: readonly number[]
  /** Ids of topics. */
  readonly topics: readonly string[]
  readonly ambiguous: readonly AmbiguousWord[]
  /** What is looked for; countries, years and framing words are not among them. */
  readonly concepts: readonly Concept[]
}

/** Longer inputs are a pasted text, not a question; its beginning says enough. */
const LONGEST_QUESTION = 600

/** More than any question has; a text that was pasted in whole is no more than that. */
const MOST_CONCEPTS = 20
/** The country of the sheets' publisher stands in nearly every sentence. */
const PUBLISHER_COUNTRY = 'US'

/** Reads a question; nothing in it can make this slow or fail. */
export function understand(input: string, library: Library): Question {
  const text = input
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, LONGEST_QUESTION)
  const first = text.slice(0, firstAsked(text))
  const asked = readAsked(first)
  const typed = findTypedPlaces(text, (word) => isWord(word, library))
  const { mentions, doubtful } = settled(withoutAbbreviations(typed, text, library), library)
  const publishers = library.about.has(PUBLISHER_COUNTRY)
    ? []
    : [...typed.mentions.filter(({ code }) => code === PUBLISHER_COUNTRY), ...stretchesOf(text, PUBLISHER_SEAT)]
  const { years, fiscalYears, stretches, sheetYears } = yearsIn(text)
  const named = mentions.filter((mention) => mention.kind !== 'capital' || isGovernment(mention, text))
  // "Kosovo's" is the country, whatever stands after it.
  const skip = [
    ...asked.frames,
    ...stretches,
    ...named.map(({ start, end }) => [start, end + (/^['’]s?\b/.exec(text.slice(end))?.[0].length ?? 0)] as const),
  ]
  const funding = /\b(?:funding|funds|funded|appropriations?|allocations?|budget)\b/i.test(text)
  const kind = asked.kind === 'anything' && funding && (mentions.length > 0 || years.length > 0) ? 'money' : asked.kind
  const topics = library.vocabulary.asked(text)
  return {
    text,
    asked: { ...asked, kind },
    countries: [...new Set(mentions.map((mention) => mention.code))],
    places: mentions,
    doubtful: doubtful.map(({ start, end, candidates }) => ({ typed: text.slice(start, end), candidates })),
    years,
    fiscalYears,
    sheetYears,
    topics: [...new Set(topics.topics.map((match) => match.topic))],
    ambiguous: topics.ambiguous,
    concepts: distinct(library.paraphraser.concepts(text, skip, hintsOf(topics.topics, library)))
      .slice(0, MOST_CONCEPTS)
      .filter((concept) => !isOwner(concept, asked))
      .map((concept) => weighed(concept, asked, text))
      .map((concept) => (concept.start < first.length && !isIn(concept, publishers) ? concept : lightened(concept))),
  }
}

/** "Why did Washington stop it": the publisher's government by the name of its seat. */
const PUBLISHER_SEAT = /\bWashington\b(?!\s+(?:State|Post|Times|County))/g

function stretchesOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
}

const isIn = (concept: Concept, places: readonly Span[]): boolean =>
  places.some(({ start, end }) => concept.start >= start && concept.end <= end)

/** "What does the unit of the Office in Baku do": whose unit it is tells which one is meant, not what it does. */
function isOwner({ start, end }: Concept, { needs: { deeds } }: AskedFor): boolean {
  return deeds !== null && start >= deeds[0] && end <= deeds[1]
}

const lightened = (concept: Concept): Concept => ({ ...concept, importance: LIGHT_WEIGHT })

/** Where a second question begins that is asked in the same breath: "…, and how many of them were convicted?" */
const SECOND =
  /(?<=\S\s+\S+\s+\S+),?\s+(?:and|&|plus)\s+(?:by\s+|to\s+|for\s+|in\s+|of\s+)?(?=(?:how\s+(?:many|much|long|often)|who|whom|when|where|why|what|which)\b)/i

/** The end of the question that is to be answered: the first, which the second leans on. */
function firstAsked(text: string): number {
  const second = SECOND.exec(text)
  return second === null ? text.length : second.index
}

/** Before a capital that stands for the government of its country: "What has Baku adopted", "officials in Dushanbe". */
const GOVERNMENT =
  /\b(?:(?:has|have|had|did|does|do|will|would|can|could|should|must)|(?:government|authorities|officials|leaders|leadership|ministers?)\s+in)\s+$/i

function isGovernment({ start }: PlaceMention, text: string): boolean {
  return GOVERNMENT.test(text.slice(0, start))
}

/** Concepts that say what is asked about, without the words that only lead to it. */
export function contentOf(question: Question): readonly Concept[] {
  return question.concepts.filter((concept) => concept.importance > LIGHT_WEIGHT)
}

/** What to tell the person was understood. */
export function understoodOf(question: Question, library: Library): Understood {
  return {
    countries: question.countries,
    topics: question.topics.map((id) => library.vocabulary.topic(id)?.name ?? id),
    years: question.years,
    asked: question.asked.kind,
  }
}

/** "SMR prisoners": the code of a country that the fact sheets themselves use for something else. */
function withoutAbbreviations(typed: TypedPlaces, text: string, library: Library): TypedPlaces {
  const mentions = typed.mentions.filter(({ code, start, end }) => {
    const word = text.slice(start, end)
    const isCode = /^\p{Lu}{2,3}$/u.test(word) && code !== PUBLISHER_COUNTRY && !library.covered.includes(code)
    return !isCode || !library.paraphraser.knowsAbbreviation(word.toLowerCase())
  })
  return { ...typed, mentions }
}

/**
 * The publisher's own country is no place that an answer must be about, unless a sheet is. A word of several countries
 * means the ones that the corpus covers, where it covers any.
 */
function settled({ mentions, doubtful }: TypedPlaces, library: Library): TypedPlaces {
  const kept = mentions.filter(({ code }) => code !== PUBLISHER_COUNTRY || library.about.has(code))
  const meant = doubtful.flatMap(({ start, end, candidates }) =>
    candidates
      .filter((code) => library.covered.includes(code))
      .map((code): PlaceMention => ({ code, start, end, kind: 'demonym' })),
  )
  const open = doubtful.filter(({ candidates }) => !candidates.some((code) => library.covered.includes(code)))
  return { mentions: [...kept, ...meant].sort((one, other) => one.start - other.start), doubtful: open }
}

/** How many are asked for is told by a list, not by the number. */
function weighed(concept: Concept, { needs }: AskedFor, text: string): Concept {
  const isNumber = needs.listed !== null && concept.own.join() === String(needs.listed)
  // What is asked for is printed as such, seldom under its name.
  const isContact =
    needs.contact !== null &&
    /^(?:(?:phone |telephone )?numbers?|phone|telephone|address|e-?mail)$/i.test(concept.words)
  return isNumber || isContact || isEither(concept, text) ? { ...concept, importance: LIGHT_WEIGHT } : concept
}

const A_NUMBER = `(?:\\d[\\d,]*|${FEW_NUMBERS.join('|')})`
const IS_NUMBER = new RegExp(`^${A_NUMBER}$`, 'i')
const OR_NUMBER = new RegExp(`^\\s+or\\s+${A_NUMBER}\\b`, 'i')
const NUMBER_OR = new RegExp(`\\b${A_NUMBER}\\s+or\\s+$`, 'i')

/** "1,500 or 2,000", "is it four or five": one of the two will do, whichever it is. */
function isEither({ words, start, end }: Concept, text: string): boolean {
  if (!IS_NUMBER.test(words)) return false
  return OR_NUMBER.test(text.slice(end)) || NUMBER_OR.test(text.slice(0, start))
}

/** What is said twice is asked once. */
function distinct(concepts: readonly Concept[]): readonly Concept[] {
  const seen = new Set<string>()
  return concepts.filter(({ own }) => {
    const key = own.join(' ')
    return !seen.has(key) && seen.add(key) !== undefined
  })
}

/** The terms of each topic that the question names, for the words that name it. */
function hintsOf(matches: readonly TopicMatch[], library: Library): readonly Hint[] {
  return matches.map(({ topic, start, end }) => ({ start, end, names: library.topicTerms(topic) }))
}

/** Short words of English are near many names: "span" is no Spain. */
const SHORT_WORD = 4

/** Whether a lower-case word is one that texts use, so that it is no slip of the keyboard for a country. */
function isWord(word: string, library: Library): boolean {
  if (word.length <= SHORT_WORD && isEnglish(word)) return true
  const [token] = analyse(word)
  return token !== undefined && (library.index.has(token.term) || library.paraphraser.knowsAbbreviation(token.term))
}

function yearsIn(text: string): {
  years: readonly number[]
  fiscalYears: readonly number[]
  sheetYears: readonly number[]
  stretches: readonly (readonly [number, number])[]
} {
  const years = new Set<number>()
  const fiscalYears = new Set<number>()
  const sheetYears = new Set<number>()
  const stretches: (readonly [number, number])[] = []
  for (const { index, 0: range, 1: first = '', 2: last = '' } of ABOUT_MONEY.test(text)
    ? text.matchAll(FISCAL_YEARS)
    : []) {
    const [from, to] = [fullYear(first), fullYear(last)]
    if (from > to || to - from > LONGEST_RANGE) continue
    for (let year = from; year <= to; year += 1) {
      years.add(year)
      fiscalYears.add(year)
    }
    stretches.push([index, index + range.length])
  }
  for (const { term, word, start, end } of analyse(text)) {
    if (stretches.some(([from, to]) => start >= from && end <= to)) continue
    // "2,000" is an amount.
    if (word.includes(',')) continue
    const fiscal = /^fy(\d{4})$/.exec(term)
    const year = fiscal?.[1] ?? (/^(?:19|20)\d{2}$/.test(term) ? term : null)
    if (year === null) continue
    stretches.push([start, end])
    if (fiscal === null && OF_SHEET.test(text.slice(end))) sheetYears.add(Number(year))
    else years.add(Number(year))
    if (fiscal !== null) fiscalYears.add(Number(year))
  }
  return { years: [...years], fiscalYears: [...fiscalYears], sheetYears: [...sheetYears], stretches }
}

/** A range of years asks for each of them where amounts are asked for; else it is the name of a program or plan. */
const ABOUT_MONEY = /\bfund|\bbudget|\bamounts?\b|\bmoney\b|\$|\bappropriat|\ballocat/i
/** `FY2006-08`, `FY 09–10`: all years from one to the other. */
const FISCAL_YEARS = /\bFY\s?((?:19|20)?\d{2})\s?[-–]\s?(?:FY\s?)?((?:19|20)?\d{2})\b(?!\d)/gi
const LONGEST_RANGE = 10

/** Behind the year of a fact sheet. */
const OF_SHEET = /^\s+(?:\p{L}+\s+){0,2}(?:fact\s?sheet|sheet|page)\b/iu
