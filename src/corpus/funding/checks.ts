/** What the keeper of a corpus should look at in its funding lines. Findings point at the file; nothing is changed. */
import type { Span } from '../model.ts'
import { conflictFindings, type Located, sumFindings, tenfoldFindings, totalFindings } from './findings.ts'
import { promisedMessages } from './promised.ts'
import type { CaveatKind, FundingReading } from './types.ts'

export interface FundingFinding {
  readonly kind: CaveatKind | 'conflict-across-sheets'
  /** A plain sentence. */
  readonly message: string
  readonly at: readonly { readonly sheet: string; readonly span: Span }[]
}

/** Caveats that speak of the source's own slips rather than of what kind of figure it is. */
const SLIPS: ReadonlySet<CaveatKind> = new Set([
  'malformed',
  'run-together',
  'cut-off',
  'unclosed-bracket',
  'space-in-number',
  'not-whole',
  'no-currency',
])

/**
 * Sums, heading years, conflicts within and across sheets, tenfold neighbours and printing slips of all sheets given.
 * `sheet` is a fact sheet's id, spans are in its file. Superseded texts of the same page (`replaces`) are best left
 * out by the caller.
 */
export function checkFunding(
  sheets: readonly { readonly sheet: string; readonly reading: FundingReading }[],
): FundingFinding[] {
  const items: Located[] = sheets.flatMap(({ sheet, reading }) => reading.lines.map((line) => ({ sheet, line })))
  const promises = sheets.flatMap(({ sheet, reading }) =>
    reading.promised.flatMap((promised) =>
      promisedMessages(promised).map(({ kind, message }) => ({ kind, message, at: [{ sheet, span: promised.span }] })),
    ),
  )
  const slips = items.flatMap(({ sheet, line }) =>
    line.caveats
      .filter(({ kind }) => SLIPS.has(kind))
      .map(({ kind, message }) => ({
        kind,
        message: `“${line.printed}”: ${message}`,
        at: [{ sheet, span: line.amountSpan }],
      })),
  )
  const compared = [
    ...sumFindings(items),
    ...totalFindings(items),
    ...conflictFindings(items),
    ...tenfoldFindings(items),
  ].map(({ kind, message, lines }) => ({
    kind,
    message,
    at: lines.map(({ sheet, line }) => ({ sheet, span: line.amountSpan })),
  }))
  return [...promises, ...compared, ...slips]
}
