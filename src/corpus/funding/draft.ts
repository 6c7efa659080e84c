/** A figure on its way to becoming a funding line: what the grammar found, before the sheet around it is known. */
import type { BracketReading } from './accounts.ts'
import type { BracketNode, Element } from './elements.ts'
import { isSign, wordOf } from './elements.ts'
import type { MoneyNode } from './money.ts'
import { qualifierLength } from './qualifiers.ts'
import type { YearNode } from './years.ts'

export interface Draft {
  year: YearNode | null
  readonly money: MoneyNode
  account: string | null
  accountName: string | null
  accountFromHeading: boolean
  readonly marks: string[]
  request: boolean
  total: boolean
  part: boolean
  /** A share of an amount that stands on the same line (`of which …`). */
  included: boolean
  cumulative: boolean
  /** What the source says about sharing, as printed. */
  shared: string | null
  readonly approximate: string | null
  /** A bracket that never closes. */
  unclosed: boolean
}

export function draft(money: MoneyNode, year: YearNode | null, approximate: string | null): Draft {
  return {
    year,
    money,
    account: null,
    accountName: null,
    accountFromHeading: false,
    marks: [],
    request: false,
    total: false,
    part: false,
    included: false,
    cumulative: false,
    shared: null,
    approximate,
    unclosed: false,
  }
}

/** Adds what the bracket beside an amount says. The first account named is the amount's account. */
export function addBracket(to: Draft, bracket: BracketNode, reading: BracketReading): void {
  to.account ??= reading.account
  to.marks.push(...reading.marks)
  to.request ||= reading.request
  to.shared ??= reading.shared
  to.unclosed ||= !bracket.closed
  to.total ||= reading.total
}

/** The qualifier that stands right before element `i`, in small letters; null where none does. */
export function qualifierBefore(elements: readonly Element[], i: number, text: string): string | null {
  const before = elements[i - 1]
  if (before && isSign(before, 'other') && /^[~≈]$/.test(text.slice(before.from, before.to))) {
    return text.slice(before.from, before.to)
  }
  const end = isSign(before, 'stop') ? i - 1 : i
  const length = qualifierLength((at) => wordOf(elements[at]), end)
  const first = elements[end - length]
  return length > 0 && first && before ? text.slice(first.from, before.to).toLowerCase() : null
}
