/** The funding lines of all sheets, by country; read once a library, on first need. */

import { readFunding } from '../corpus/funding/read.ts'
import type { FundingLine, FundingReading, PromisedYears } from '../corpus/funding/types.ts'
import type { CountryCode, FactSheet } from '../corpus/model.ts'
import { perSheet } from '../corpus/per-sheet.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import type { Library } from './library.ts'

export interface FundingEntry {
  readonly sheet: FactSheet
  readonly line: FundingLine
}

export interface FundingIndex {
  readonly entries: readonly FundingEntry[]
  readonly promised: readonly { readonly sheet: FactSheet; readonly promise: PromisedYears }[]
  /** Countries that some line is for, alone. */
  readonly countries: readonly CountryCode[]
}

const known = new WeakMap<Library, FundingIndex>()

const fundingOn = perSheet(readFunding)

/** Superseded texts of a page (named by another sheet's `replaces`) are left out: their newer text speaks for them. */
export function fundingOf(library: Library): FundingIndex {
  return atOnce(readingFunding(library))
}

/** As `fundingOf`, in steps. */
export function* readingFunding(library: Library): Steps<FundingIndex> {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const superseded = new Set(library.sheets.map((sheet) => sheet.meta.replaces))
  const readings: { readonly sheet: FactSheet; readonly reading: FundingReading }[] = []
  for (const sheet of library.sheets) {
    yield
    if (!superseded.has(sheet.id)) readings.push({ sheet, reading: fundingOn(sheet) })
  }
  const entries = readings.flatMap(({ sheet, reading }) => reading.lines.map((line) => ({ sheet, line })))
  const index: FundingIndex = {
    entries,
    promised: readings.flatMap(({ sheet, reading }) => reading.promised.map((promise) => ({ sheet, promise }))),
    countries: [...new Set(entries.flatMap(({ line }) => (line.country === null ? [] : [line.country])))].sort(),
  }
  known.set(library, index)
  return index
}

/** Fiscal years and accounts that a country has lines for, newest first and in order of appearance. */
export function fundingChoices(
  library: Library,
  country: CountryCode | null,
): { readonly years: readonly number[]; readonly accounts: readonly string[] } {
  const lines = fundingOf(library)
    .entries.map(({ line }) => line)
    .filter((line) => country === null || line.country === country)
  return {
    years: [...new Set(lines.flatMap(({ fiscalYear }) => (fiscalYear === null ? [] : [fiscalYear])))].sort(
      (a, b) => b - a,
    ),
    accounts: [...new Set(lines.flatMap(({ account }) => (account === null ? [] : [account])))],
  }
}
