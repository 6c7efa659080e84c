/**
 * Which countries a person means in a question: in any case, by code, with a slip of the keyboard. A word that might be
 * of two countries is reported as doubtful, never decided.
 */
import type { CountryCode } from '#src/corpus/model.ts'
import { countryOfCode, countryOfCodeInSentence, countryOfFlag } from './codes.ts'
import { countriesAmong } from './context.ts'
import { kindOf, type PlaceMention } from './prose.ts'
import { longestAt, type Match, type Source, spanOf } from './scan.ts'
import { type Known, type Slip, slipOfPhrase, slipOfWord } from './slips.ts'
import { abbreviated, capitalised, wordsOf } from './words.ts'

/** A stretch of typed text that may mean any of several countries; offsets in UTF-16 code units. */
export interface DoubtfulPlace {
  readonly start: number
  readonly end: number
  readonly candidates: readonly CountryCode[]
}

export interface TypedPlaces {
  readonly mentions: readonly PlaceMention[]
  readonly doubtful: readonly DoubtfulPlace[]
}

/** Names that are ordinary words too: inside a sentence they need their capital. */
const NEED_CAPITAL: ReadonlySet<string> = new Set(['pole', 'poles', 'reunion', 'swede', 'swedes', 'emirates'])

/** Abbreviations that are ordinary words in small letters. */
const NEED_CAPITALS: ReadonlySet<string> = new Set(['us', 'car'])

function accepts(source: Source, { from, to, entry }: Match): boolean {
  const first = source.words[from]
  const last = source.words[to - 1]
  if (first === undefined || last === undefined) return false
  if (NEED_CAPITAL.has(entry.phrase)) return source.words.length === 1 || capitalised(source.text, first)
  if (!entry.abbreviation) return true
  const upper = abbreviated(source.text, first.start, last.end)
  if (to - from > 1) return upper || source.text.charAt(first.end) === '.'
  return NEED_CAPITALS.has(entry.phrase) ? upper && !(from > 0 && shouts(source.text)) : true
}

const shouts = (text: string): boolean => !/\p{Ll}/u.test(text)

/**
 * Mentions of countries in what a person typed, in order and without overlap, and the stretches that may be of several
 * countries. `known` says of a lower-case word that the texts use it, so that it is no misspelled country; offsets into
 * the text given, UTF-16.
 */
export function findTypedPlaces(text: string, known: Known = () => false): TypedPlaces {
  const source = { text, words: wordsOf(text), prose: false }
  const whole = countryOfWhole(source)
  if (whole !== null) return { mentions: [whole], doubtful: [] }
  const matches: Match[] = []
  const slips: Slip[] = []
  for (let at = 0; at < source.words.length; ) {
    const match = longestAt(source, at, accepts)
    const slip = slipAt(source, at, match, known)
    if (slip !== null) slips.push(slip)
    else if (match !== null) matches.push(match)
    at = slip?.to ?? match?.to ?? at + 1
  }
  return sorted(source, countriesAmong(source, matches), slips)
}

/** A slip at this word, unless a name that stands there as it should reaches as far. */
function slipAt(source: Source, at: number, match: Match | null, known: Known): Slip | null {
  const phrase = slipOfPhrase(source, at, known)
  if (phrase !== null && phrase.to > (match?.to ?? at)) return phrase
  if (match !== null) return null
  const word = source.words[at]
  if (word === undefined) return null
  const code = countryOfCodeInSentence(source.text.slice(word.start, word.end), shouts(source.text))
  if (code !== null) return { from: at, to: at + 1, codes: [code], kind: 'name' }
  return slipOfWord(source, at, known)
}

/** Where the whole text is one code, in any case, or one flag. */
function countryOfWhole(source: Source): PlaceMention | null {
  const flag = countryOfFlag(source.text)
  if (flag !== null) return { code: flag, start: 0, end: source.text.length, kind: 'name' }
  const [word] = source.words
  if (word === undefined || source.words.length > 1 || source.text.trim().length > 3) return null
  const code = countryOfCode(source.text.slice(word.start, word.end))
  return code === null ? null : { code, start: word.start, end: word.end, kind: 'name' }
}

function sorted(source: Source, matches: readonly Match[], slips: readonly Slip[]): TypedPlaces {
  const mentions: PlaceMention[] = []
  const doubtful: DoubtfulPlace[] = []
  const put = (span: { start: number; end: number }, codes: readonly CountryCode[], kind: PlaceMention['kind']) => {
    const [code] = codes
    if (code !== undefined && codes.length === 1) mentions.push({ code, ...span, kind })
    else doubtful.push({ ...span, candidates: codes })
  }
  for (const match of matches) {
    const kind = kindOf(match.entry)
    if (kind !== null) put(spanOf(source, match), match.entry.codes, kind)
  }
  for (const slip of slips) {
    const first = source.words[slip.from]
    const last = source.words[slip.to - 1]
    if (first !== undefined && last !== undefined) put({ start: first.start, end: last.end }, slip.codes, slip.kind)
  }
  const inOrder = <T extends { readonly start: number }>(a: T, b: T) => a.start - b.start
  return { mentions: mentions.sort(inOrder), doubtful: doubtful.sort(inOrder) }
}
