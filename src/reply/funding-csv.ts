/**
 * Funding lines as CSV (RFC 4180: CRLF, quotes doubled) for a spreadsheet, each row with its citation. A cell that a
 * spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises.
 */
import type { FundingLine } from '#src/corpus/funding/types.ts'

/** A funding line and where it stands. */
export interface FundingCsvRow {
  readonly line: FundingLine
  /** The country's name; its code is `country` of the line or the one asked for. */
  readonly countryName: string
  readonly countryCode: string
  /** The whole line or sentence as printed. */
  readonly text: string
  /** The id that `/cite` takes. */
  readonly citation: string
  readonly file: string
  readonly title: string
  readonly publisher: string | null
  /** As printed in the source; null where none is. */
  readonly date: string | null
  readonly notBefore: string | null
  readonly url: string | null
}

type Cell = string | number | boolean | null

const COLUMNS: readonly (readonly [string, (row: FundingCsvRow) => Cell])[] = [
  ['country', ({ countryName }) => countryName],
  ['country_code', ({ countryCode }) => countryCode],
  ['fiscal_year', ({ line }) => line.fiscalYear],
  ['through_fiscal_year', ({ line }) => line.throughFiscalYear],
  ['amount', ({ line }) => line.amount],
  ['currency', ({ line }) => line.currency],
  ['as_printed', ({ line }) => line.printed],
  ['approximate', ({ line }) => line.approximate],
  ['account', ({ line }) => line.account],
  ['account_name', ({ line }) => line.accountName],
  ['status', ({ line }) => line.status],
  ['total', ({ line }) => line.total],
  ['part', ({ line }) => line.part],
  ['caveats', ({ line }) => [...new Set(line.caveats.map(({ message }) => message))].join(' ')],
  ['source_line', ({ text }) => text],
  ['citation', ({ citation }) => citation],
  ['source_title', ({ title }) => title],
  ['publisher', ({ publisher }) => publisher],
  ['source_date', ({ date }) => date],
  ['source_not_before', ({ notBefore }) => notBefore],
  ['url', ({ url }) => url],
  ['file', ({ file }) => file],
]

/** What spreadsheets take for a formula, also behind blanks and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /["\r\n,]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The whole file, header first, without a byte order mark. */
export function fundingCsv(rows: readonly FundingCsvRow[]): string {
  const records = [
    COLUMNS.map(([name]) => name),
    ...rows.map((row) => COLUMNS.map(([, value]) => cellText(value(row)))),
  ]
  return records.map((record) => `${record.join(',')}\r\n`).join('')
}
