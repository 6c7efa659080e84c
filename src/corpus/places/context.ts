/**
 * Which of the phrases found are not countries after all: a language, a person, a town or the U.S. state of Georgia,
 * a treaty named after a capital. Looks only at the words around a phrase.
 */
import { FAMILY_NAMES, GIVEN_LIKE, GIVEN_NAMES, PERSONAL, TITLES } from './data/people.ts'
import {
  INSTRUMENTS,
  LANGUAGE_AFTER,
  LANGUAGE_BEFORE,
  LANGUAGE_PREPOSITIONS,
  LANGUAGES,
  PRONOUN_BEFORE,
  SMALL_WORDS,
} from './data/traps.ts'
import { type Match, type Source, spanOf } from './scan.ts'
import { isStateOfGeorgia, isTownOfState } from './us-states.ts'
import { abbreviated, besides, capitalised, joins, type Word } from './words.ts'

/** The matches that speak of a country. */
export function countriesAmong(source: Source, matches: readonly Match[]): Match[] {
  const languages = languageMatches(source, matches)
  const states = new Set<Match>()
  for (const [at, match] of matches.entries()) {
    if (isStateOfGeorgia(source, matches, at, states)) states.add(match)
  }
  return matches.filter(
    (match, at) =>
      match.entry.codes.length > 0 &&
      !states.has(match) &&
      !languages.has(match) &&
      !isTownOfState(source, matches, at, states) &&
      !isPerson(source, matches, at) &&
      !isInstrument(source, match) &&
      !isEthnic(source, match) &&
      !isOtherAbbreviation(source, match) &&
      !isLanguageOnly(source, match),
  )
}

const LIST_WORDS: ReadonlySet<string> = new Set(['and', 'or', ','])

/**
 * Languages: names of widely spoken ones beside a word of speaking, writing or translating, or bare after "in" or
 * "into". Languages joined in a list ("English and French speaking") are judged as one. A language of one country
 * alone ("Azerbaijani language books") does speak of that country.
 */
function languageMatches(source: Source, matches: readonly Match[]): Set<Match> {
  const found = new Set<Match>()
  for (let at = 0; at < matches.length; ) {
    const first = matches[at]
    if (first === undefined || !LANGUAGES.has(first.entry.phrase)) {
      at++
      continue
    }
    const chain = [first]
    for (let last = first, next = matches[at + 1]; next !== undefined; next = matches[at + chain.length]) {
      const between = source.words.slice(last.to, next.from)
      const listed = between.length <= 2 && between.every((word) => LIST_WORDS.has(word.fold))
      if (!LANGUAGES.has(next.entry.phrase) || !listed) break
      chain.push(next)
      last = next
    }
    if (spoken(source, chain)) for (const match of chain) found.add(match)
    at += chain.length
  }
  return found
}

function spoken(source: Source, chain: readonly Match[]): boolean {
  const first = chain[0]
  const last = chain.at(-1)
  if (first === undefined || last === undefined) return false
  const before = source.words[first.from - 1]
  const tail = source.words[last.to - 1]
  const after = source.words[last.to]
  const follows = after !== undefined && tail !== undefined && joins(source.text, tail, after) ? after.fold : ''
  if (LANGUAGE_AFTER.has(follows)) return true
  if (before === undefined) return false
  const open = follows === '' || follows === ',' || SMALL_WORDS.has(follows)
  if (LANGUAGE_BEFORE.has(before.fold)) return open || before.fold.startsWith('sp')
  return LANGUAGE_PREPOSITIONS.has(before.fold) && open
}

/** "Michael Jordan", "Mr. Chad", "Chad Smith", "Jordan B. Lee". */
function isPerson(source: Source, matches: readonly Match[], at: number): boolean {
  const match = matches[at]
  if (match === undefined || match.to - match.from !== 1 || !PERSONAL.has(match.entry.phrase)) return false
  const { text, words } = source
  const own = words[match.from]
  const before = words[match.from - 1]
  const after = words[match.to]
  if (own === undefined) return false
  if (before !== undefined && besides(text, before, own) && named(source, before)) {
    if (GIVEN_NAMES.has(before.fold)) return true
    if (match.entry.kind === 'name' && TITLES.has(before.fold)) return true
    const given = words[match.from - 2]
    if (
      before.fold.length === 1 &&
      given !== undefined &&
      besides(text, given, before) &&
      GIVEN_NAMES.has(given.fold)
    ) {
      return true
    }
  }
  if (!GIVEN_LIKE.has(match.entry.phrase) || after === undefined || matches[at + 1]?.from === match.to) return false
  if (!/^[ \t\u00a0]+$/.test(text.slice(own.end, after.start)) || !capitalised(text, after)) return false
  const initial = after.end - after.start === 1 && text.charAt(after.end) === '.'
  return initial || (FAMILY_NAMES.has(after.fold) && !shouted(source, own))
}

/** A name is written with a capital in prose; what a person types may go without. */
function named(source: Source, word: Word): boolean {
  return !source.prose || capitalised(source.text, word)
}

/** In a heading all in capitals, capitals tell nothing. */
function shouted(source: Source, word: Word): boolean {
  return source.prose && abbreviated(source.text, word.start, word.end)
}

/** "Rome Statute", "Bangkok Rules", "ILEA Budapest". */
function isInstrument(source: Source, match: Match): boolean {
  if (match.entry.kind !== 'capital') return false
  if (source.words[match.from - 1]?.fold === 'ilea') return true
  const last = source.words[match.to - 1]
  const after = source.words[match.to]
  if (last === undefined || after === undefined || !INSTRUMENTS.has(after.fold)) return false
  return besides(source.text, last, after) && named(source, after)
}

/** "ethnic Uzbeks" live anywhere. */
function isEthnic(source: Source, match: Match): boolean {
  return match.entry.kind === 'demonym' && source.words[match.from - 1]?.fold === 'ethnic'
}

/** "CONTACT US", "US$5 million", "U.S. dollars", "CAR THEFT": capitals that stand for no country. */
function isOtherAbbreviation(source: Source, match: Match): boolean {
  if (!match.entry.abbreviation) return false
  const { text, words } = source
  const before = words[match.from - 1]
  const after = words[match.to]
  if (match.entry.codes.includes('US')) {
    const pronoun = match.entry.phrase === 'us' && before !== undefined && PRONOUN_BEFORE.has(before.fold)
    if (pronoun && abbreviated(text, before.start, before.end)) return true
    return text.charAt(spanOf(source, match).end) === '$' || /^dollars?$/.test(after?.fold ?? '')
  }
  if (match.entry.phrase !== 'car') return false
  const inCapitals = (word: Word | undefined) =>
    word !== undefined && word.fold.length > 2 && abbreviated(text, word.start, word.end)
  return inCapitals(before) || inCapitals(after)
}

/** "English" is the language; fact sheets call the country's people and things British. */
function isLanguageOnly(source: Source, match: Match): boolean {
  return match.entry.kind === 'demonym' && match.entry.typedOnly && source.words.length > 1
}
