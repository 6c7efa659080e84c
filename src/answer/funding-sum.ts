/** A sum of ours over funding lines, only where nothing in it is in doubt; it is told as ours and is never a row. */
import type { FundingEntry } from './funding-index.ts'
import type { Note } from './model.ts'

/** What makes adding up unsafe, whatever else is right with the figure. */
const UNSAFE = new Set([
  'conflict',
  'sum-mismatch',
  'tenfold',
  'shared',
  'included',
  'amount-range',
  'space-in-number',
  'no-currency',
])

/**
 * The sum of the lines as a note; none where a figure is not plainly stated, is approximate or in doubt, where accounts
 * or currencies differ, where a year stands twice, or where there is only one.
 */
export function ownSum(entries: readonly FundingEntry[]): readonly Note[] {
  const lines = entries.map(({ line }) => line).filter((line) => !line.part)
  const [first] = lines
  if (first === undefined || lines.length < 2) return []
  // Without an account, figures of running text may be for anything; those of a list are for one thing.
  const listed = entries.every(({ sheet, line }) => sheet.passages[line.passage]?.kind === 'line')
  if (first.account === null && !listed) return []
  const years = new Set<number>()
  let sum = 0
  for (const line of lines) {
    const { amount, fiscalYear } = line
    const plain =
      line.status === 'stated' &&
      amount !== null &&
      line.approximate === null &&
      !line.caveats.some(({ kind }) => UNSAFE.has(kind))
    if (!plain || fiscalYear === null || line.throughFiscalYear !== null || years.has(fiscalYear)) return []
    if (line.account !== first.account || line.currency !== first.currency || line.total !== first.total) return []
    years.add(fiscalYear)
    sum += amount
  }
  if (!Number.isSafeInteger(sum)) return []
  const sorted = [...years].sort((a, b) => a - b)
  return [{ kind: 'funding-sum', amount: sum, currency: first.currency, account: first.account, years: sorted }]
}
