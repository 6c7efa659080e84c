/**
 * What an answer is before anybody sees it: what was understood, what was found, and what there is to say about it in
 * typed notes. Wording is the reply's business; nothing here knows a surface.
 */
import type { CaveatKind, FundingLine } from '../corpus/funding/types.ts'
import type { CountryCode, FactSheet, Passage, Span } from '../corpus/model.ts'

export type Outcome = 'answered' | 'related' | 'none' | 'invalid'

export type Reason =
  | 'country-not-covered'
  | 'topic-not-covered'
  | 'not-understood'
  | 'figure-not-stated'
  | 'not-supported'
  | 'no-such-country'
  | 'bad-value'
  | 'missing-option'
  | 'unknown-command'

/** A passage or whole sentences of one, shown verbatim: `sheet.text.slice(start, end)`. */
export interface Excerpt extends Span {
  readonly sheet: FactSheet
  readonly passage: Passage
  /** The id that /cite takes. */
  readonly citation: string
  /** Ids of other fact sheets on which the same passage stands. */
  readonly alsoIn: readonly string[]
}

/** The kind of thing a question asks for. */
export type Asked =
  | 'count'
  | 'money'
  | 'date'
  | 'duration'
  | 'person'
  | 'who'
  | 'where'
  | 'which'
  | 'meaning'
  | 'list'
  | 'yes-no'
  | 'explain'
  | 'anything'

/** What was understood of the input, for the reply to say. */
export interface Understood {
  readonly countries: readonly CountryCode[]
  /** Topics by id, or the words that were searched as they stand. */
  readonly topics: readonly string[]
  readonly years: readonly number[]
  readonly asked: Asked
}

/** One figure of a funding answer. */
export interface FundingRow {
  /** The country asked for; the line's own may be null where it is for several. */
  readonly country: CountryCode
  readonly line: FundingLine
  /** Index into the answer's excerpts. */
  readonly excerpt: number
}

export interface FigureRow {
  readonly value: number
  readonly unit: string
  readonly qualifier: string | null
  readonly since: string | null
  readonly asOf: string | null
  readonly excerpt: number
}

export interface CheckRow {
  readonly quote: string
  readonly verdict: 'verbatim' | 'altered' | 'stitched' | 'absent'
  readonly citation: string | null
  readonly differences: readonly { readonly quote: string; readonly source: string }[]
}

export interface ClaimRow {
  readonly text: string
  readonly verdict: 'stated' | 'different' | 'not-stated'
  readonly citation: string | null
}

/** What a value should have been. */
export type Expected =
  /** In the reader's words already. */
  | { readonly kind: 'said'; readonly text: string }
  /** `known`: the years that there are figures for. */
  | { readonly kind: 'fiscal-year'; readonly known: readonly number[] }
  | { readonly kind: 'countries'; readonly least: number; readonly most: number; readonly such: readonly CountryCode[] }

/** Something to be said in our own words. Each kind has one wording in the catalogue. */
export type Note =
  | { readonly kind: 'country-not-covered'; readonly country: CountryCode }
  | { readonly kind: 'country-only-mentioned'; readonly country: CountryCode }
  /** `topics`: names or words as typed, any of which would have done; empty for every listed one. */
  | { readonly kind: 'topic-not-covered'; readonly country: CountryCode | null; readonly topics: readonly string[] }
  | { readonly kind: 'covered-countries'; readonly countries: readonly CountryCode[] }
  | { readonly kind: 'covered-topics'; readonly country: CountryCode | null; readonly topics: readonly string[] }
  /** Topics that an overview tells of and does not show. */
  | { readonly kind: 'more-topics'; readonly country: CountryCode; readonly topics: readonly string[] }
  | { readonly kind: 'not-understood' }
  /** A question whose words stand nowhere near one another on any sheet. */
  | { readonly kind: 'nothing-found'; readonly about: string }
  | { readonly kind: 'no-such-country'; readonly typed: string; readonly candidates: readonly CountryCode[] }
  | { readonly kind: 'country-assumed'; readonly typed: string; readonly country: CountryCode }
  /** `topics`: the names of those it may mean, all of which are shown. */
  | { readonly kind: 'topic-ambiguous'; readonly typed: string; readonly topics: readonly string[] }
  | { readonly kind: 'topic-searched-as-words'; readonly typed: string }
  | { readonly kind: 'not-stated'; readonly asked: Asked; readonly about: string }
  | { readonly kind: 'not-supported'; readonly missing: readonly string[] }
  | { readonly kind: 'year-not-found'; readonly years: readonly number[] }
  | { readonly kind: 'missing-country'; readonly country: CountryCode }
  | { readonly kind: 'bad-value'; readonly option: string; readonly value: string; readonly expected: Expected }
  /** Any of these options would do. */
  | { readonly kind: 'missing-option'; readonly options: readonly string[] }
  | { readonly kind: 'unknown-command'; readonly command: string; readonly nearest: readonly string[] }
  | {
      readonly kind: 'funding-not-stated'
      /** Null where none was asked for. */
      readonly country: CountryCode | null
      readonly years: readonly number[]
      readonly account: string | null
    }
  | { readonly kind: 'funding-countries'; readonly countries: readonly CountryCode[] }
  | { readonly kind: 'funding-none' }
  | {
      readonly kind: 'funding-have'
      readonly country: CountryCode
      readonly years: readonly number[]
      readonly accounts: readonly string[]
    }
  | { readonly kind: 'funding-promised'; readonly heading: string; readonly years: readonly number[] }
  | {
      readonly kind: 'funding-caveat'
      readonly caveat: CaveatKind
      /** The figure it is about; null where the message names its figures itself. */
      readonly printed: string | null
      readonly year: number | null
      readonly message: string
    }
  | {
      readonly kind: 'funding-sum'
      readonly amount: number
      readonly currency: string
      readonly account: string | null
      readonly years: readonly number[]
    }
  | { readonly kind: 'sheet-dated'; readonly title: string }
  | { readonly kind: 'no-dates'; readonly country: CountryCode }
  | { readonly kind: 'no-named-programs'; readonly country: CountryCode }
  | { readonly kind: 'term-unknown'; readonly typed: string; readonly nearest: readonly string[] }
  | { readonly kind: 'sheets-differ' }
  | { readonly kind: 'funding-differs'; readonly country: CountryCode; readonly years: readonly number[] }
  | { readonly kind: 'figures-none'; readonly country: CountryCode | null; readonly topic: string | null }
  | { readonly kind: 'citation-unknown'; readonly typed: string; readonly nearest: readonly string[] }
  | { readonly kind: 'citation-moved' }
  | { readonly kind: 'citation-gone'; readonly sheet: string; readonly sheetIsThere: boolean }
  | { readonly kind: 'citation-replaced'; readonly sheet: string; readonly same: boolean }
  | { readonly kind: 'words-nowhere'; readonly typed: string }
  | { readonly kind: 'words-altered'; readonly typed: string }
  | { readonly kind: 'words-in-places'; readonly count: number; readonly shown: number; readonly more: boolean }
  | { readonly kind: 'country-default'; readonly country: CountryCode }
  | { readonly kind: 'did-you-mean-topic'; readonly nearest: readonly string[] }

/** A heading over some of the excerpts: a country, a topic by name, or the source's words. */
export interface Group {
  readonly label: { readonly country: CountryCode } | { readonly topic: string } | { readonly text: string }
  /** Indexes into the answer's excerpts. */
  readonly excerpts: readonly number[]
  readonly notes: readonly Note[]
}

export interface Answer {
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly understood: Understood
  /** The one sentence or line that answers, inside `excerpts[0]`. */
  readonly answer: Span | null
  /** Best first. */
  readonly excerpts: readonly Excerpt[]
  readonly groups: readonly Group[]
  readonly notes: readonly Note[]
  readonly funding: readonly FundingRow[]
  readonly figures: readonly FigureRow[]
  readonly checks: readonly CheckRow[]
  readonly claims: readonly ClaimRow[]
  /** Inputs worth trying instead, as they would be typed. */
  readonly suggestions: readonly string[]
}

const NOTHING_UNDERSTOOD: Understood = { countries: [], topics: [], years: [], asked: 'anything' }

/** An answer from what differs from an empty one. */
export function makeAnswer(outcome: Outcome, reason: Reason | null, parts: Partial<Answer> = {}): Answer {
  return {
    understood: NOTHING_UNDERSTOOD,
    answer: null,
    excerpts: [],
    groups: [],
    notes: [],
    funding: [],
    figures: [],
    checks: [],
    claims: [],
    suggestions: [],
    ...parts,
    outcome,
    reason,
  }
}
