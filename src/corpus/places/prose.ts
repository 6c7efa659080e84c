/**
 * Which countries a source's own prose speaks of. Capitals tell: "turkey" is a bird and "Turkey" a country. What a
 * person types is read by typed.ts instead.
 */
import type { CountryCode } from '#src/corpus/model.ts'
import { countriesAmong } from './context.ts'
import { PRINCIPAL } from './data/names.ts'
import type { Entry } from './lexicon.ts'
import { type Match, type Source, scan, spanOf } from './scan.ts'
import { abbreviated, capitalised, wordsOf } from './words.ts'

/** A stretch of text that names a country, its demonym or its capital; offsets into the text given, UTF-16. */
export interface PlaceMention {
  readonly code: CountryCode
  readonly start: number
  readonly end: number
  readonly kind: 'name' | 'demonym' | 'capital'
}

/** Words inside a name that prose writes small. */
const SMALL: ReadonlySet<string> = new Set(
  'and au d da de del des du e es i in la le ni of pig pigs s the worm fowl y ,'.split(' '),
)

function accepts(source: Source, { from, to, entry }: Match): boolean {
  const first = source.words[from]
  const last = source.words[to - 1]
  if (first === undefined || last === undefined) return false
  if (entry.typedOnly && entry.kind === 'capital') return false
  if (!capitalised(source.text, first)) return false
  if (entry.abbreviation) return abbreviated(source.text, first.start, last.end)
  if (entry.kind === 'trap') return true
  for (let at = from + 1; at < to; at++) {
    const word = source.words[at]
    if (word === undefined || (!SMALL.has(word.fold) && !capitalised(source.text, word))) return false
  }
  return true
}

/**
 * Mentions of countries in a source's own words, in order and without overlap. A word of several countries
 * ("Congolese") means the one of them in `among` (the countries the text is known to be about), else the one that the
 * same text names outright, else the one that English prose means by it (PRINCIPAL).
 */
export function findPlaces(text: string, among: readonly CountryCode[] = []): readonly PlaceMention[] {
  const source = { text, words: wordsOf(text), prose: true }
  const matches = countriesAmong(source, scan(source, accepts))
  const named = new Set(matches.flatMap(({ entry }) => (entry.codes.length === 1 ? entry.codes : [])))
  return matches.flatMap((match) => {
    const code = meant(match.entry, among, named)
    const kind = kindOf(match.entry)
    return code === null || kind === null ? [] : [{ code, ...spanOf(source, match), kind }]
  })
}

/** What kind of mention an entry makes; null for one that is no country. */
export function kindOf(entry: Entry): PlaceMention['kind'] | null {
  return entry.kind === 'trap' || entry.kind === 'state' ? null : entry.kind
}

function meant(entry: Entry, among: readonly CountryCode[], named: ReadonlySet<CountryCode>): CountryCode | null {
  const only = (codes: readonly CountryCode[]) => (codes.length === 1 ? codes[0] : undefined)
  return (
    only(entry.codes) ??
    only(entry.codes.filter((code) => among.includes(code))) ??
    only(entry.codes.filter((code) => named.has(code))) ??
    PRINCIPAL[entry.phrase] ??
    entry.codes[0] ??
    null
  )
}
