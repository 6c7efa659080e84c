/** What a message claims in numbers, and what it is held against. The finders and records come from the corpus room. */
import type { CountryCode, FactSheet, Span } from '../../corpus/model.ts'

/** Offsets in the message, in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface FoundPlace extends Stretch {
  readonly code: CountryCode
}

/** A number that counts something: `over 1,500 officers` without what stands before the number. */
export interface FoundCount extends Stretch {
  readonly value: number
  /** What is counted, as written; `percent of …` for a share. */
  readonly unit: string
}

/** As much of a funding line as checking takes. */
export interface FundingFact {
  readonly sheet: FactSheet
  readonly countries: readonly CountryCode[]
  readonly fiscalYear: number | null
  readonly throughFiscalYear: number | null
  /** Null where the source prints no sound number. */
  readonly amount: number | null
  readonly currency: string
  readonly account: string | null
  /** The amount as printed. */
  readonly printed: string
  readonly total: boolean
  /** The line or sentence in the file. */
  readonly span: Span
}

/** As much of a figure as checking takes. */
export interface CountFact {
  readonly sheet: FactSheet
  readonly value: number
  readonly unit: string
  readonly places: readonly CountryCode[]
  /** The sentence in the file, and as a reader sees it. */
  readonly span: Span
  readonly sentence: string
}

export interface Facts {
  readonly funding: readonly FundingFact[]
  readonly counts: readonly CountFact[]
}

export interface Finders {
  places(text: string): readonly FoundPlace[]
  counts(text: string): readonly FoundCount[]
}

export interface Claim extends Stretch {
  /** The amount or count as the message has it. */
  readonly text: string
  readonly verdict: 'stated' | 'different' | 'not-stated'
  /** What the source says, where it says something; its sentence or line. */
  readonly source: { readonly sheet: FactSheet; readonly span: Span; readonly citation: string } | null
}
