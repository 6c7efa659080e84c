/**
 * What the funding lines of a fact sheet are once they have been read. Amounts are whole units of their currency and
 * exactly what is printed; where that cannot be said the amount is null. Nothing here is a sum of ours.
 */
import type { Acronym, CountryCode, FrontMatter, Passage, Section, Sentence, Span } from '../model.ts'

export type FundingStatus = 'stated' | 'zero' | 'request' | 'malformed' | 'cumulative'

export type CaveatKind =
  | 'cut-off'
  | 'unclosed-bracket'
  | 'space-in-number'
  | 'malformed'
  | 'run-together'
  | 'amount-range'
  | 'not-whole'
  | 'no-currency'
  | 'request'
  | 'shared'
  | 'calendar-year'
  | 'year-from-heading'
  | 'scale-from-heading'
  | 'account-from-heading'
  | 'included'
  | 'years-absent'
  | 'year-outside-heading'
  | 'conflict'
  | 'sum-mismatch'
  | 'tenfold'

/** Something a reader of the figure must know. `message` is a plain sentence that can be shown as it stands. */
export interface Caveat {
  readonly kind: CaveatKind
  readonly message: string
  /** Where in the file it shows; null where it is about what is not there. */
  readonly span: Span | null
  /** Fiscal years it is about (`years-absent`, `year-outside-heading`, `conflict`). */
  readonly years?: readonly number[]
  /** Countries an amount is shared with (`shared`), as far as they are named. */
  readonly countries?: readonly CountryCode[]
}

/** One figure of a fact sheet. A line of three accounts and their sum is four of these with the same `span`. */
export interface FundingLine {
  /** The only country it is for; null where it is for none that is known, or for several (see `countries`). */
  readonly country: CountryCode | null
  readonly countries: readonly CountryCode[]
  /** Null where the line names no year. For a cumulative amount (`since 2013`) the first year. */
  readonly fiscalYear: number | null
  readonly throughFiscalYear: number | null
  /** Whole units of `currency`; null where what is printed cannot be read as one exact amount. */
  readonly amount: number | null
  /** ISO 4217. */
  readonly currency: string
  /** As printed, without brackets, footnote marks or `request`. */
  readonly account: string | null
  /** From the sheet's own footnotes or explanations. */
  readonly accountName: string | null
  readonly status: FundingStatus
  /** The sum that the line itself states; its parts are lines of their own with `part`. */
  readonly total: boolean
  readonly part: boolean
  /** The amount as a reader sees it in the source, such as `$2.25 million`. */
  readonly printed: string
  /** The word or letter that scales the number, spelled out; null for a plain number. */
  readonly scale: 'thousand' | 'million' | 'billion' | 'trillion' | null
  /** `approximately`, `more than` and the like, in small letters. */
  readonly approximate: string | null
  /** The whole line or sentence in the file. */
  readonly span: Span
  readonly amountSpan: Span
  /** Index of the passage. */
  readonly passage: number
  readonly caveats: readonly Caveat[]
}

/** The years that a heading promises, against the lines that stand under it. */
export interface PromisedYears {
  readonly heading: string
  readonly first: number
  readonly last: number
  readonly absent: readonly number[]
  readonly outside: readonly number[]
  readonly countries: readonly CountryCode[]
  /** The lines under the heading, from the first to the last. */
  readonly span: Span
  /** Index of the passage in which the first of these lines stands. */
  readonly passage: number
}

export interface FundingReading {
  readonly lines: readonly FundingLine[]
  readonly promised: readonly PromisedYears[]
}

export type FundingSentence = Pick<Sentence, 'start' | 'end' | 'places' | 'named'>

export type FundingPassage = Pick<Passage, 'index' | 'reading' | 'places'> & {
  readonly section: Pick<Section, 'heading'>
  readonly sentences: readonly FundingSentence[]
}

/** As much of a fact sheet as reading its funding takes. */
export interface FundingSource {
  readonly meta: Pick<FrontMatter, 'countries'>
  readonly passages: readonly FundingPassage[]
  readonly acronyms?: readonly Pick<Acronym, 'short' | 'long'>[]
}
