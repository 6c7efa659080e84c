/**
 * How much went to a country: the source's own figures with their fiscal year, account and caveats, or none. A sum of
 * ours is a note, never a row; a cumulative or shared amount is shown as near, never as the answer.
 */
import { citationId } from '../cite/id.ts'
import type { CountryCode } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import { MAX_EXCERPT, makeExcerpt } from './excerpt.ts'
import { sheetsDiffering } from './funding-differ.ts'
import { type FundingEntry, fundingChoices, fundingOf } from './funding-index.ts'
import { ownSum } from './funding-sum.ts'
import type { Library } from './library.ts'
import {
  type Answer,
  type Excerpt,
  type FundingRow,
  type Group,
  makeAnswer,
  type Note,
  type Understood,
} from './model.ts'

export interface FundingQuery {
  /** Empty: what is covered. */
  readonly countries: readonly CountryCode[]
  /** Fiscal years in full; empty: all. */
  readonly years: readonly number[]
  /** As typed; null: all. */
  readonly account: string | null
}

/** Answers one country, or several side by side. */
export function funding(query: FundingQuery, library: Library): Answer {
  const [only, second] = query.countries
  if (only === undefined) {
    const countries = fundedIn(query, library)
    return countries.length === 0 ? coveredByFunding(query, library) : funding({ ...query, countries }, library)
  }
  if (second === undefined) return fundingOfCountry(only, query, library)
  return sideBySide(query.countries, query, library)
}

function understoodOf(query: FundingQuery): Understood {
  const topics = query.account === null ? ['funding'] : ['funding', query.account]
  return { countries: query.countries, topics, years: query.years, asked: 'money' }
}

/** Amounts that are near an answer and none: for several countries or years, or for no year at all. */
function isShared({ line }: FundingEntry): boolean {
  const shared = line.country === null || line.caveats.some(({ kind }) => kind === 'shared')
  return shared || line.status === 'cumulative' || line.fiscalYear === null
}

function matchesYears({ line }: FundingEntry, years: readonly number[]): boolean {
  if (years.length === 0) return true
  // A range is one amount for several years: it tells no single one of them.
  return line.throughFiscalYear === null && line.fiscalYear !== null && years.includes(line.fiscalYear)
}

const folded = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

function matchesAccount({ line }: FundingEntry, account: string | null): boolean {
  if (account === null) return true
  return [line.account, line.accountName].some((name) => name !== null && folded(name) === folded(account))
}

/** Most countries that are shown side by side where none was asked for. */
const MOST_COUNTRIES = 4

/**
 * The countries with a figure of the years or the account asked for; none where neither narrows the question, or where
 * there are too many to show.
 */
export function fundedIn({ years, account }: FundingQuery, library: Library): readonly CountryCode[] {
  if (years.length === 0 && account === null) return []
  const matching = fundingOf(library).entries.filter(
    (entry) => !isShared(entry) && matchesYears(entry, years) && matchesAccount(entry, account),
  )
  const countries = [...new Set(matching.flatMap(({ line }) => line.country ?? []))]
  return countries.length > MOST_COUNTRIES ? [] : countries
}

/** Newest year first; within a year and a sheet in the order of the text; newer dated sheets before older. */
function byYear(one: FundingEntry, other: FundingEntry): number {
  const year = (other.line.fiscalYear ?? 0) - (one.line.fiscalYear ?? 0)
  if (year !== 0) return year
  const date = (other.sheet.meta.date ?? '').localeCompare(one.sheet.meta.date ?? '')
  return date !== 0 ? date : one.line.span.start - other.line.span.start
}

function fundingOfCountry(country: CountryCode, query: FundingQuery, library: Library): Answer {
  const understood = understoodOf(query)
  const index = fundingOf(library)
  const own = index.entries.filter(({ line }) => line.countries.includes(country))
  if (own.length === 0) return nothingStated(country, query, library)
  const stated = own.filter((entry) => !isShared(entry))
  const matching = stated
    .filter((entry) => matchesYears(entry, query.years) && matchesAccount(entry, query.account))
    .sort(byYear)
  if (matching.length > 0) {
    const shown = rowsOf(matching, country)
    return makeAnswer('answered', null, {
      ...shown,
      understood,
      notes: [
        ...yearNotes(matching, country, query, library),
        ...sheetsDiffering(matching, country),
        ...caveatNotes(matching),
        ...ownSum(matching),
      ],
    })
  }
  const near = own.filter((entry) => isShared(entry) && matchesAccount(entry, query.account))
  const shown = near.length > 0 ? rowsOf(near.sort(byYear), country) : excerptsOnly(stated.sort(byYear))
  return makeAnswer('related', 'figure-not-stated', {
    ...shown,
    answer: null,
    understood,
    notes: [
      { kind: 'funding-not-stated', country, years: query.years, account: query.account },
      ...promisedNotes(country, query.years, library),
      ...haveNotes(country, library),
      ...caveatNotes(near),
    ],
  })
}

function nothingStated(country: CountryCode, query: FundingQuery, library: Library): Answer {
  const covered = library.covered.includes(country)
  const notes: Note[] = [
    covered
      ? { kind: 'funding-not-stated', country, years: [], account: null }
      : { kind: 'country-not-covered', country },
    { kind: 'funding-countries', countries: fundingOf(library).countries },
  ]
  return makeAnswer('none', covered ? 'figure-not-stated' : 'country-not-covered', {
    understood: understoodOf(query),
    notes,
  })
}

/** One excerpt a line or sentence, one row a figure. */
function rowsOf(
  entries: readonly FundingEntry[],
  country: CountryCode,
): Pick<Answer, 'answer' | 'excerpts' | 'funding'> {
  const excerpts: Excerpt[] = []
  const places = new Map<string, number>()
  const rows = entries.map(({ sheet, line }): FundingRow => {
    const key = `${sheet.id} ${line.span.start}`
    let excerpt = places.get(key)
    if (excerpt === undefined) {
      excerpt = excerpts.length
      places.set(key, excerpt)
      excerpts.push(excerptOf({ sheet, line }))
    }
    return { country: line.country ?? country, line, excerpt }
  })
  const [newest] = entries
  return { answer: newest === undefined ? null : newest.line.span, excerpts, funding: rows }
}

/** The line with its passage, where that is short; else the line alone. */
function excerptOf({ sheet, line }: FundingEntry): Excerpt {
  const passage = sheet.passages[line.passage]
  if (passage === undefined) throw new RangeError(`${sheet.file} has no passage ${line.passage}`)
  const sentence = passage.sentences.find(({ start, end }) => start <= line.span.start && line.span.end <= end) ?? null
  const excerpt = makeExcerpt(sheet, passage, sentence)
  if (excerpt.start <= line.span.start && line.span.end <= excerpt.end) return excerpt
  const end = Math.min(line.span.end, line.span.start + MAX_EXCERPT)
  const span = { start: line.span.start, end }
  return { ...span, sheet, passage, citation: citationId(sheet, span), alsoIn: [] }
}

function excerptsOnly(entries: readonly FundingEntry[]): Pick<Answer, 'excerpts'> {
  const seen = new Set<number>()
  const lines = entries.filter(({ line }) => !seen.has(line.span.start) && seen.add(line.span.start))
  return { excerpts: lines.slice(0, 3).map(excerptOf) }
}

/** What the source itself makes doubtful or incomplete in the figures shown. */
function caveatNotes(entries: readonly FundingEntry[]): readonly Note[] {
  const said = new Set<string>()
  return entries.flatMap(({ line }) =>
    line.caveats.flatMap((caveat): Note[] => {
      // The years that a heading promises are told once, not with every line under it.
      if (caveat.kind === 'years-absent') return []
      // What two figures say against each other is told once, for both.
      const printed = caveat.kind === 'conflict' ? null : line.printed
      const key = `${printed} ${caveat.message}`
      if (said.has(key)) return []
      said.add(key)
      return [{ kind: 'funding-caveat', caveat: caveat.kind, printed, year: line.fiscalYear, message: caveat.message }]
    }),
  )
}

/** Years asked for that have no line, and years that a heading promises and nothing tells. */
function yearNotes(
  matching: readonly FundingEntry[],
  country: CountryCode,
  query: FundingQuery,
  library: Library,
): readonly Note[] {
  const missing = query.years.filter((year) => !matching.some(({ line }) => line.fiscalYear === year))
  const notes: Note[] =
    missing.length === 0 ? [] : [{ kind: 'funding-not-stated', country, years: missing, account: query.account }]
  return [...notes, ...promisedNotes(country, query.years, library)]
}

function promisedNotes(country: CountryCode, years: readonly number[], library: Library): readonly Note[] {
  return fundingOf(library).promised.flatMap(({ promise }): Note[] => {
    if (!promise.countries.includes(country)) return []
    const absent = promise.absent.filter((year) => years.length === 0 || years.includes(year))
    return absent.length === 0 ? [] : [{ kind: 'funding-promised', heading: promise.heading, years: absent }]
  })
}

function haveNotes(country: CountryCode, library: Library): readonly Note[] {
  const { years, accounts } = fundingChoices(library, country)
  return years.length === 0 ? [] : [{ kind: 'funding-have', country, years, accounts }]
}

/** No country: the countries that have figures, with their years; that is no answer to who asked for a year or an account. */
function coveredByFunding(query: FundingQuery, library: Library): Answer {
  const { countries } = fundingOf(library)
  const notes = countries.flatMap((country) => haveNotes(country, library))
  const understood = understoodOf(query)
  if (notes.length === 0)
    return makeAnswer('none', 'figure-not-stated', { understood, notes: [{ kind: 'funding-none' }] })
  const suggestions = countries.slice(0, 3).map((country) => `/funding country:${countryName(country)}`)
  const { years, account } = query
  const matched = fundingOf(library).entries.some(
    (entry) => !isShared(entry) && matchesYears(entry, years) && matchesAccount(entry, account),
  )
  if (!matched)
    return makeAnswer('none', 'figure-not-stated', {
      understood,
      notes: [{ kind: 'funding-not-stated', country: null, years, account }, ...notes],
      suggestions,
    })
  return makeAnswer('answered', null, { understood, notes, suggestions })
}

/** Countries side by side; one without a figure is said to have none. */
function sideBySide(countries: readonly CountryCode[], query: FundingQuery, library: Library): Answer {
  const excerpts: Excerpt[] = []
  const rows: FundingRow[] = []
  const notes: Note[] = []
  let answer: Answer['answer'] = null
  const groups = countries.map((country): Group => {
    const single = fundingOfCountry(country, { ...query, countries: [country] }, library)
    if (single.outcome !== 'answered') {
      const note: Note = { kind: 'funding-not-stated', country, years: query.years, account: query.account }
      return { label: { country }, excerpts: [], notes: [note] }
    }
    const offset = excerpts.length
    answer ??= single.answer
    excerpts.push(...single.excerpts)
    rows.push(...single.funding.map((row) => ({ ...row, excerpt: row.excerpt + offset })))
    notes.push(...single.notes.filter(({ kind }) => kind === 'funding-caveat' || kind === 'funding-differs'))
    return { label: { country }, excerpts: single.excerpts.map((_, order) => offset + order), notes: [] }
  })
  const understood = understoodOf(query)
  if (rows.length === 0)
    return makeAnswer('none', 'figure-not-stated', {
      understood,
      notes: [
        ...groups.flatMap((group) => group.notes),
        { kind: 'funding-countries', countries: fundingOf(library).countries },
      ],
    })
  return makeAnswer('answered', null, { understood, excerpts, funding: rows, groups, answer, notes })
}
