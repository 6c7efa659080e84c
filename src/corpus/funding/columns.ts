/** Tables whose first row gives the years: each row below has one amount a column, or is not told apart. */
import { isShortName } from './accounts.ts'
import { type Draft, draft } from './draft.ts'
import { type Element, elementsOf, isSign, wordOf } from './elements.ts'
import type { FundingHeading } from './headings.ts'
import { readLabel } from './label.ts'
import type { MoneyNode } from './money.ts'
import { tokenize } from './tokens.ts'
import type { YearNode } from './years.ts'

/** The years of a table's head: two or more on a line with neither amounts nor prose. Null for any other line. */
export function readColumns(text: string, from: number, to: number): YearNode[] | null {
  const elements = elementsOf(tokenize(text, from, to), { bare: true })
  const years = elements.filter((element) => element.type === 'year')
  const words = elements.filter((element) => wordOf(element) !== '')
  const short = words.length <= 3 && words.every((element) => /^\p{Lu}/u.test(text.slice(element.from, element.to)))
  const other = elements.some((element) => element.type === 'money' || isSign(element, 'stop', 'comma', 'colon'))
  return years.length >= 2 && short && !other && years.every((year) => year.last === null) ? years : null
}

const CELLS = /\s*[|\t]\s*|\u00a0\s+| {2,}/
const TIMES = /^(?:fiscal |calendar )?(?:years?|date|period)$|^FY$/i
const MONEY =
  /[$€£]|\b(?:amounts?|totals?|sums?|funds?|funded|funding|assistance|aid|budgets?|costs?|dollars|usd|millions?|thousands?|value|levels?|requests?|requested|actual|enacted|estimates?|appropriat\w*|allocat\w*|obligat\w*|expenditures?|spending|spent|support)\b/i

/** The head of a table that counts something else than money by years: `Year | Hectares`. */
export function countsOtherThings(line: string): boolean {
  const [times = '', ...columns] = line.trim().split(CELLS)
  const counted = (cell: string) => /\p{Lu}?\p{Ll}{2}/u.test(cell) && !/\d/.test(cell) && !MONEY.test(cell)
  return TIMES.test(times) && columns.length > 0 && columns.every(counted)
}

/** What a column's amounts are: of an account, or the sum of those beside it. */
export interface Column {
  readonly account: string | null
  readonly total: boolean
}

/** The head of a table that has its years in the first column and an account in each other: `Year | INCLE | ESF | Total`. */
export function readAccounts(line: string): readonly Column[] | null {
  const [times = '', ...cells] = line
    .replace(/^[\s|]*(?:fiscal|calendar)\s+/i, '')
    .split(/\s*\|\s*|\s+/)
    .filter((cell) => cell !== '')
  if (!TIMES.test(times) || cells.length < 2) return null
  const columns = cells.map((cell): Column | null => {
    if (/^totals?$/i.test(cell)) return { account: null, total: true }
    return tokenize(cell).length === 1 && isShortName(tokenize(cell)[0]) ? { account: cell, total: false } : null
  })
  const known = columns.filter((column) => column !== null)
  return known.length === columns.length && known.some(({ account }) => account !== null) ? known : null
}

/** Says of the amounts of a row which account each is of; with more or fewer amounts than columns nobody can. */
export function nameColumns(drafts: readonly Draft[], columns: readonly Column[]): void {
  if (drafts.length !== columns.length || drafts.some(({ account }) => account !== null)) return
  const summed = columns.some(({ total }) => total)
  for (const [at, one] of drafts.entries()) {
    const { account = null, total = false } = columns[at] ?? {}
    one.account = account
    one.accountFromHeading = account !== null
    one.total = total
    one.part = summed && !total
  }
}

function amountsOf(elements: readonly Element[]): MoneyNode[] {
  return elements.filter((element) => element.type === 'money')
}

/**
 * A row's amounts under their years. With more or fewer amounts than columns nobody can say which is whose: none is
 * read. Null where the line is no row.
 */
export function readRow(
  text: string,
  from: number,
  to: number,
  years: readonly YearNode[],
  heading: Pick<FundingHeading, 'funding' | 'scale'>,
): Draft[] | null {
  const elements = elementsOf(tokenize(text, from, to), { bare: true, scale: heading.scale })
  const first = elements.findIndex((element) => element.type === 'money')
  const amounts = amountsOf(elements)
  const rest = elements
    .slice(first)
    .every((element) => element.type === 'money' || isSign(element, 'bar', 'dash', 'other'))
  // A table of arrests has years at its head too.
  const money = heading.funding || amounts.some((amount) => amount.marked)
  if (first < 0 || !rest || !money) return null
  const label = readLabel(elements.slice(0, first), text)
  const fits = amounts.length === years.length
  return amounts.map((money, i) => {
    const torn = { ...money, amount: null, problems: [...money.problems, 'run-together' as const] }
    const one = draft(fits ? money : torn, fits ? (years[i] ?? null) : null, null)
    one.account = label.account
    one.marks.push(...label.marks)
    one.request = label.request
    return one
  })
}
