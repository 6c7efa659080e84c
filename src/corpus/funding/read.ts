/**
 * Reads the funding of one fact sheet from its passages: ledger lines by line, everything else by sentence. Offsets
 * are the file's. Never throws for what a sheet says.
 */
import type { CountryCode } from '../model.ts'
import { type Column, countsOtherThings, nameColumns, readAccounts, readColumns, readRow } from './columns.ts'
import type { Draft } from './draft.ts'
import { conflictFindings, type Finding, sumFindings, tenfoldFindings, totalFindings } from './findings.ts'
import { type Footnotes, readFootnotes } from './footnotes.ts'
import { type FundingHeading, lineHeading, readHeading } from './headings.ts'
import { readLedgerLine } from './ledger.ts'
import { locate, type Stretch } from './locate.ts'
import { type LineGroup, promisedYears, yearCaveats } from './promised.ts'
import { readProse } from './prose.ts'
import { type Place, recordOf } from './record.ts'
import type { Caveat, FundingLine, FundingPassage, FundingReading, FundingSource } from './types.ts'
import type { YearNode } from './years.ts'

/** A row of a table that has its years in the first column. */
const ROW = /^(?:FY\s*)?'?(?:\d{2}|(?:19|20)\d\d)\b/i

/** A line that sums up those above it. */
const TOTAL = /^[^\p{L}]*(?:grand |overall )?totals?\b/iu

/** The giver, whose name in a sentence does not make an amount its own. */
const DONOR = 'US'

class Reader {
  readonly lines: FundingLine[] = []
  readonly groups: LineGroup[] = []
  readonly #source: FundingSource
  readonly #footnotes: Footnotes
  readonly #end: FundingPassage | undefined
  #section: unknown = null
  #heading: FundingHeading = { text: '', funding: false, years: null, scale: null, account: null }
  /** The year that following lines may go on with. */
  #open: YearNode | null = null
  /** The years at the head of the table that is being read. */
  #columns: readonly YearNode[] | null = null
  /** The accounts at the head of a table that has its years in the first column. */
  #accounts: readonly Column[] | null = null
  /** Whether the table that is being read counts something else than money. */
  #counted = false

  constructor(source: FundingSource) {
    this.#source = source
    this.#footnotes = readFootnotes(source)
    this.#end = source.passages.findLast((passage) => passage.reading.text.trim() !== '')
  }

  read(): void {
    for (const passage of this.#source.passages) this.#readPassage(passage)
  }

  #under(heading: FundingHeading): void {
    this.#heading = heading
    this.#columns = null
    this.#accounts = null
    this.#counted = false
    this.#open = this.#headingYear()
    this.groups.push({ heading, lines: [] })
  }

  #headingYear(): YearNode | null {
    const { funding, years } = this.#heading
    return funding && years?.last === null ? years : null
  }

  #readPassage(passage: FundingPassage): void {
    if (passage.section !== this.#section) {
      this.#section = passage.section
      this.#under(readHeading(passage.section.heading ?? ''))
    }
    const covered: Stretch[] = []
    for (const line of linesOf(passage.reading.text)) if (this.#readLine(passage, line)) covered.push(line)
    for (const sentence of passage.sentences) {
      const at = locate(passage.reading, sentence)
      if (covered.some((line) => line.from < at.to && at.from < line.to)) continue
      const drafts = readProse(passage.reading.text, at.from, at.to, this.#heading.funding)
      this.#add(drafts, this.#place(passage, at, false))
    }
  }

  /** Whether the line was a ledger line or a heading, so that it is no prose. */
  #readLine(passage: FundingPassage, line: Stretch): boolean {
    const { text } = passage.reading
    const funding = this.#heading.funding && !this.#counted
    const context = { funding, open: this.#open, scale: this.#heading.scale }
    const ledger = readLedgerLine(text, line.from, line.to, context)
    if (!ledger) {
      this.#accounts = readAccounts(text.slice(line.from, line.to))
      if (this.#accounts !== null) return true
      const heading = lineHeading(text.slice(line.from, line.to))
      if (heading) {
        // A line that only gives the unit (`$ in thousands`) adds to the heading above it.
        if (heading.funding || heading.account) this.#under(heading)
        else this.#heading = { ...this.#heading, funding: true, scale: heading.scale }
        return true
      }
      this.#open = this.#headingYear()
      const printed = text.slice(line.from, line.to)
      this.#counted = countsOtherThings(printed) || (this.#counted && ROW.test(printed))
      return !this.#counted && this.#readTable(passage, line)
    }
    const fromAbove = ledger.year !== null && ledger.year === this.#open
    const all = fromAbove && TOTAL.test(text.slice(line.from, line.to)) ? this.#yearsAbove(ledger.year) : null
    if (all !== null) for (const one of ledger.drafts) Object.assign(one, { year: all, cumulative: true })
    if (this.#accounts !== null) nameColumns(ledger.drafts, this.#accounts)
    for (const one of ledger.drafts) this.#nameAccount(one)
    const added = this.#add(ledger.drafts, this.#place(passage, line, fromAbove))
    this.groups.at(-1)?.lines.push(...added)
    this.#open = ledger.year
    return true
  }

  /** From the first to the last year of the lines above, where they are of several: what a total sums up. */
  #yearsAbove(year: YearNode): YearNode | null {
    const above = (this.groups.at(-1)?.lines ?? []).flatMap((index) => this.lines[index]?.fiscalYear ?? [])
    const [first, ...others] = above.toSorted((a, b) => a - b)
    const last = others.at(-1)
    return first === undefined || last === undefined || first === last ? null : { ...year, first, last }
  }

  /** A table with its years in the first row. */
  #readTable(passage: FundingPassage, line: Stretch): boolean {
    const { text } = passage.reading
    const head = readColumns(text, line.from, line.to)
    if (head) {
      this.#columns = head
      return true
    }
    const row = this.#columns ? readRow(text, line.from, line.to, this.#columns, this.#heading) : null
    if (!row) {
      this.#columns = null
      return false
    }
    this.groups.at(-1)?.lines.push(...this.#add(row, this.#place(passage, line, true)))
    return true
  }

  #nameAccount(one: Draft): void {
    if (one.account !== null || one.total) return
    one.account = this.#heading.account
    one.accountFromHeading = one.account !== null
  }

  #add(drafts: readonly Draft[], place: Place): number[] {
    return drafts.map((one) => this.lines.push(recordOf(one, place, this.#footnotes)) - 1)
  }

  #place(passage: FundingPassage, at: Stretch, yearFromHeading: boolean): Place {
    const { text } = passage.reading
    const last = passage === this.#end && text.slice(at.to).trim() === ''
    return { passage, ...at, last, yearFromHeading, ...this.#countries(passage, at) }
  }

  /** A sheet about one country speaks of that one; any other sheet of the countries that the sentence speaks of. */
  #countries(
    passage: FundingPassage,
    at: Stretch,
  ): { countries: readonly CountryCode[]; others: readonly CountryCode[] } {
    const sentences = passage.sentences.filter((sentence) => {
      const place = locate(passage.reading, sentence)
      return place.from < at.to && at.from < place.to
    })
    const named = unique(sentences.flatMap((sentence) => sentence.named))
    const { countries } = this.#source.meta
    if (countries.length === 1) return { countries, others: named.filter((code) => !countries.includes(code)) }
    const spoken = unique(sentences.flatMap((sentence) => sentence.places))
    const found = [named, spoken, unique(passage.places), countries].find((codes) => codes.length > 0) ?? []
    return { countries: found, others: [] }
  }
}

function unique(codes: readonly CountryCode[]): CountryCode[] {
  return [...new Set(codes)].filter((code) => code !== DONOR)
}

/** The lines of a reading without the white space around them; empty ones are left out. */
function linesOf(text: string): Stretch[] {
  const lines: Stretch[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const from = start + line.length - line.trimStart().length
    const to = start + line.trimEnd().length
    const above = lines.at(-1)
    // A sum or a bracket that was wrapped belongs to the line above; a footnote's `[1]` does not.
    const wrapped =
      above && /^(?:[+=(]|\[(?!\d))/.test(text.slice(from, to)) && /\d/.test(text.slice(above.from, above.to))
    if (wrapped) lines.splice(-1, 1, { from: above.from, to })
    else if (to > from) lines.push({ from, to })
    start += line.length + 1
  }
  return lines
}

/** What the lines say against each other, as caveats of the lines concerned. */
function comparisons(lines: readonly FundingLine[]): Map<FundingLine, Caveat[]> {
  const items = lines.map((line) => ({ sheet: '', line }))
  const findings: Finding[] = [
    ...sumFindings(items),
    ...totalFindings(items),
    ...conflictFindings(items),
    ...tenfoldFindings(items),
  ]
  const caveats = new Map<FundingLine, Caveat[]>()
  for (const { kind, message, lines: concerned, years } of findings) {
    if (kind === 'conflict-across-sheets') continue
    const span = concerned[0]?.line.span ?? null
    for (const { line } of concerned) caveats.set(line, [...(caveats.get(line) ?? []), { kind, message, span, years }])
  }
  return caveats
}

/** The funding lines of a fact sheet in the order of its text, and what its headings promise. */
export function readFunding(source: FundingSource): FundingReading {
  const reader = new Reader(source)
  reader.read()
  const { lines, groups } = reader
  const promised = groups.flatMap((group) => promisedYears(group, lines) ?? [])
  const compared = comparisons(lines)
  const years = yearCaveats(groups, lines)
  const complete = lines.map((line, i) => ({
    ...line,
    caveats: [...line.caveats, ...(years.get(i) ?? []), ...(compared.get(line) ?? [])],
  }))
  return { lines: complete.toSorted((a, b) => a.span.start - b.span.start), promised }
}

/** The lines that are for a country, alone or among others. */
export function linesFor(reading: FundingReading, country: CountryCode): FundingLine[] {
  return reading.lines.filter((line) => line.countries.includes(country))
}
