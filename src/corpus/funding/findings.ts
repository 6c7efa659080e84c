/**
 * What does not add up among funding lines: sums, years with two figures, figures ten times their neighbours. The
 * same rules serve one sheet (as caveats of its lines) and the whole corpus (for its keeper). Nothing is corrected.
 */
import type { Span } from '../model.ts'
import type { FundingLine } from './types.ts'

export interface Located {
  /** The fact sheet's id. */
  readonly sheet: string
  readonly line: FundingLine
}

export interface Finding {
  readonly kind: 'sum-mismatch' | 'conflict' | 'conflict-across-sheets' | 'tenfold'
  readonly message: string
  readonly lines: readonly Located[]
  readonly years: readonly number[]
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' }

/** `$2,250,000`; `CAD 2,250,000` where the currency has no sign of its own. */
export function amountText(amount: number, currency: string): string {
  const digits = String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',')
  const symbol = SYMBOLS[currency]
  return symbol ? symbol + digits : `${currency} ${digits}`
}

/** `FY2007`, `FY2006–2008`, or `an unnamed year`. */
export function yearText(line: Pick<FundingLine, 'fiscalYear' | 'throughFiscalYear'>): string {
  if (line.fiscalYear === null) return 'an unnamed year'
  return line.throughFiscalYear === null ? `FY${line.fiscalYear}` : `FY${line.fiscalYear}–${line.throughFiscalYear}`
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

/** What lines must share before their figures can be compared. */
function basis({ line }: Located): string {
  const account = (line.account ?? '').toLowerCase()
  return [line.countries.join('+'), line.currency, account].join('|')
}

function grouped(items: readonly Located[], key: (item: Located) => string): Located[][] {
  return [...Map.groupBy(items, key).values()]
}

/** The parts of a line against the sum that it states itself. */
export function sumFindings(items: readonly Located[]): Finding[] {
  return items
    .filter(({ line }) => line.total)
    .flatMap((total): Finding[] => {
      const { line } = total
      const same = items.filter((one) => one.sheet === total.sheet && sameSpan(one.line.span, line.span))
      const parts = same.filter((one) => one.line.part && one.line.fiscalYear === line.fiscalYear && !isShare(one.line))
      const amounts = parts.map((part) => part.line.amount)
      if (line.amount === null || amounts.length === 0 || amounts.includes(null)) return []
      const sum = amounts.reduce<number>((all, one) => all + (one ?? 0), 0)
      if (sum === line.amount) return []
      const said = amountText(line.amount, line.currency)
      const message = `The line for ${yearText(line)} states a sum of ${said}, but its parts come to ${amountText(sum, line.currency)}.`
      return [
        {
          kind: 'sum-mismatch',
          message,
          lines: [total, ...parts],
          years: line.fiscalYear === null ? [] : [line.fiscalYear],
        },
      ]
    })
}

/** So much less or more than its parts a total may be: they are printed rounded. */
const ROUNDED = 0.005

/** A longer one is a sentence, which may speak of more than the lines above it. */
const LONGEST_TOTAL = 80

/** The lines before one in its own passage, and in those before it without a gap. */
function rightAbove(total: Located, items: readonly Located[]): Located[] {
  const own = items.filter((one) => one.sheet === total.sheet && one.line.span.start < total.line.span.start)
  const passages = new Set(own.map((one) => one.line.passage))
  let first = total.line.passage
  while (passages.has(first - 1)) first -= 1
  return own.filter((one) => one.line.passage >= first)
}

/** The total of several years against the lines of these years right above it. */
export function totalFindings(items: readonly Located[]): Finding[] {
  return items.flatMap((total): Finding[] => {
    const { line } = total
    const { fiscalYear: first, throughFiscalYear: last, amount } = line
    if (line.status !== 'cumulative' || first === null || last === null || amount === null) return []
    if (line.span.end - line.span.start > LONGEST_TOTAL) return []
    const years = rightAbove(total, items).filter(
      (one) =>
        one.line.throughFiscalYear === null &&
        one.line.currency === line.currency &&
        (line.account === null || one.line.account === line.account) &&
        !one.line.part &&
        !isShare(one.line),
    )
    const within = years.filter((one) => (one.line.fiscalYear ?? 0) >= first && (one.line.fiscalYear ?? 0) <= last)
    const amounts = within.map((one) => one.line.amount)
    if (new Set(within.map((one) => one.line.fiscalYear)).size < 2 || amounts.includes(null)) return []
    const sum = amounts.reduce<number>((all, one) => all + (one ?? 0), 0)
    if (Math.abs(sum - amount) <= amount * ROUNDED) return []
    const message = `The total of ${yearText(line)} is stated as ${amountText(amount, line.currency)}, but the lines above it come to ${amountText(sum, line.currency)}.`
    return [{ kind: 'sum-mismatch', message, lines: [total, ...within], years: [first] }]
  })
}

function isShare(line: FundingLine): boolean {
  return line.caveats.some((caveat) => caveat.kind === 'included')
}

/** One country, account and year with different figures. No figure wins. */
export function conflictFindings(items: readonly Located[]): Finding[] {
  const comparable = items.filter(({ line }) => line.fiscalYear !== null && line.amount !== null && !isShare(line))
  const settled = comparable.filter(({ line }) => line.status === 'stated' || line.status === 'zero')
  const key = (item: Located) =>
    `${basis(item)}|${item.line.fiscalYear}-${item.line.throughFiscalYear}|${item.line.total}`
  return grouped(settled, key).flatMap((group): Finding[] => {
    const places = new Set(group.map(({ sheet, line }) => `${sheet}:${line.span.start}`))
    const amounts = new Set(group.map(({ line }) => line.amount))
    const [first] = group
    if (places.size < 2 || amounts.size < 2 || !first) return []
    const across = new Set(group.map(({ sheet }) => sheet)).size > 1
    const figures = [...amounts].map((amount) => amountText(amount ?? 0, first.line.currency)).join(' and ')
    const where = across ? 'The fact sheets state' : 'The fact sheet states'
    const account = first.line.account === null ? '' : ` (${first.line.account})`
    const message = `${where} different figures for ${yearText(first.line)}${account}: ${figures}.`
    const years = first.line.fiscalYear === null ? [] : [first.line.fiscalYear]
    return [{ kind: across ? 'conflict-across-sheets' : 'conflict', message, lines: group, years }]
  })
}

/** Figures ten times (or a tenth of) those of the years next to them: often a slip of a digit in the source. */
export function tenfoldFindings(items: readonly Located[]): Finding[] {
  const single = items.filter(
    ({ line }) =>
      line.fiscalYear !== null &&
      line.throughFiscalYear === null &&
      line.status === 'stated' &&
      line.amount !== null &&
      !isShare(line),
  )
  return grouped(single, (item) => `${item.sheet}|${basis(item)}|${item.line.total}`).flatMap((group) => {
    const sorted = group.toSorted((a, b) => (a.line.fiscalYear ?? 0) - (b.line.fiscalYear ?? 0))
    const amounts = sorted.map(({ line }) => line.amount ?? 0)
    const byYear = sorted.map(({ line }) => line.fiscalYear)
    const years = [...new Set(byYear)]
    const beforeOf = (i: number): number =>
      byYear.lastIndexOf(years[years.indexOf(byYear[i] ?? null) - 1] ?? Number.NaN)
    const afterOf = (i: number): number => byYear.indexOf(years[years.indexOf(byYear[i] ?? null) + 1] ?? Number.NaN)
    const tenth = amounts.map((amount, i) => isTenth(amount, amounts[beforeOf(i)], amounts[afterOf(i)]))
    return sorted.flatMap((item, i): Finding[] => {
      const neighbours = [beforeOf(i), afterOf(i)].flatMap((at) =>
        amounts[at] === undefined || tenth[at] ? [] : [amounts[at]],
      )
      const tenfold = neighbours.length > 0 && neighbours.every((one) => (amounts[i] ?? 0) >= 10 * one)
      if (!tenth[i] && !tenfold) return []
      const how = tenth[i] ? 'a tenth or less of' : 'ten times or more'
      const message = `${item.line.printed} for ${yearText(item.line)} is ${how} the figures of the years next to it.`
      return [{ kind: 'tenfold', message, lines: [item], years: [item.line.fiscalYear ?? 0] }]
    })
  })
}

function isTenth(amount: number, before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && after !== undefined && 10 * amount <= before && 10 * amount <= after
}
