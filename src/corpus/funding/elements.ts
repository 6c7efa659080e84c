/**
 * One step above tokens: the years, amounts, brackets and footnote marks of a line or sentence, in order, with the
 * tokens between them. Both shapes of funding text (ledger lines and prose) are read from these.
 */
import { type MoneyNode, moneyAt, type Unit } from './money.ts'
import { lower, type Token } from './tokens.ts'
import { type YearNode, yearAt } from './years.ts'

export interface BracketNode {
  readonly type: 'bracket'
  readonly inner: readonly Token[]
  readonly closed: boolean
  readonly from: number
  readonly to: number
}

export interface MarkNode {
  readonly type: 'mark'
  readonly mark: string
  readonly from: number
  readonly to: number
}

export interface WordNode {
  readonly type: 'token'
  readonly token: Token
  readonly from: number
  readonly to: number
}

export type Element = YearNode | MoneyNode | BracketNode | MarkNode | WordNode

/** Index of the token that closes the bracket opened at `i`; the tokens' length where none does. */
function closing(tokens: readonly Token[], i: number): number {
  let depth = 0
  for (let at = i; at < tokens.length; at += 1) {
    const kind = tokens[at]?.kind
    if (kind === 'open') depth += 1
    else if (kind === 'close') depth -= 1
    if (depth === 0) return at
  }
  return tokens.length
}

/** A bracket that never closes holds what stands before the next fiscal year or amount. */
function lastOfUnclosed(tokens: readonly Token[], i: number): number {
  for (let at = i + 1; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === 'currency' || yearAt(tokens, at)?.fiscal) return at
  }
  return tokens.length
}

/** `[1]` and `(*)` are footnote marks, not brackets. */
export function markIn(tokens: readonly Token[], i: number): { mark: string; next: number } | null {
  const token = tokens[i]
  if (token?.kind === 'mark') return { mark: token.text, next: i + 1 }
  const [inner, end] = [tokens[i + 1], tokens[i + 2]]
  if (token?.kind !== 'open' || end?.kind !== 'close' || !inner) return null
  const numbered = token.text === '[' && /^\d{1,2}$/.test(inner.text)
  return numbered || inner.kind === 'mark' ? { mark: inner.text, next: i + 3 } : null
}

function bracketAt(tokens: readonly Token[], i: number): { node: BracketNode; next: number } | null {
  const open = tokens[i]
  if (open?.kind !== 'open') return null
  const close = closing(tokens, i)
  const end = close < tokens.length ? close : lastOfUnclosed(tokens, i)
  const inner = tokens.slice(i + 1, end)
  const last = tokens[close < tokens.length ? close : end - 1] ?? open
  return {
    node: { type: 'bracket', inner, closed: close < tokens.length, from: open.from, to: last.to },
    next: close < tokens.length ? close + 1 : end,
  }
}

/**
 * The elements of `tokens`. With `unit.bare`, numbers without a currency count as amounts too (ledger lines decide
 * whether they are any).
 */
export function elementsOf(tokens: readonly Token[], unit: Unit = {}): Element[] {
  const elements: Element[] = []
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]
    if (!token) break
    const year = yearAt(tokens, i)
    const money = year ? null : moneyAt(tokens, i, unit)
    const mark = markIn(tokens, i)
    const bracket = mark ? null : bracketAt(tokens, i)
    if (year) elements.push(year)
    else if (money) elements.push(money)
    else if (mark) {
      const end = tokens[mark.next - 1] ?? token
      elements.push({ type: 'mark', mark: mark.mark, from: token.from, to: end.to })
    } else if (bracket) elements.push(yearIn(bracket.node, elements.at(-1)) ?? bracket.node)
    else elements.push({ type: 'token', token, from: token.from, to: token.to })
    i = year?.next ?? money?.next ?? mark?.next ?? bracket?.next ?? i + 1
  }
  return joinRanges(joinYears(elements))
}

/** `Assistance (2006-2008): …`: a bracketed year that does not follow an amount is a year like any other. */
function yearIn(bracket: BracketNode, before: Element | undefined): YearNode | null {
  const year = before?.type === 'token' && before.token.kind === 'word' ? yearAt(bracket.inner, 0) : null
  return year && bracket.closed && year.next === bracket.inner.length ? year : null
}

/** The word of an element in lower case, '' for what is no word. */
export function wordOf(element: Element | undefined): string {
  return element?.type === 'token' ? lower(element.token) : ''
}

export function isSign(element: Element | undefined, ...kinds: readonly Token['kind'][]): boolean {
  return element?.type === 'token' && kinds.includes(element.token.kind)
}

/** `FY 2006 and FY 2007`, `between 2008 and 2012` become one range; lists that `respectively` pairs up stay lists. */
function joinYears(elements: readonly Element[]): Element[] {
  if (elements.some((element) => wordOf(element) === 'respectively')) return [...elements]
  const joined: Element[] = []
  for (let i = 0; i < elements.length; i += 1) {
    const element = elements[i]
    const [joint, next] = [elements[i + 1], elements[i + 2]]
    const and =
      wordOf(joint) === 'and' || (isSign(joint, 'other') && joint?.type === 'token' && joint.token.text === '&')
    const consecutive = element?.type === 'year' && next?.type === 'year' && next.first === element.first + 1
    const between = wordOf(elements[i - 1]) === 'between'
    if (
      element?.type === 'year' &&
      next?.type === 'year' &&
      and &&
      (consecutive || between) &&
      next.first > element.first
    ) {
      joined.push({ ...element, last: next.last ?? next.first, to: next.to, next: next.next })
      i += 2
    } else if (element) joined.push(element)
  }
  return joined
}

/** `$2 to $3 million`, `between $2 and $3 million`: one amount that is not one. */
function joinRanges(elements: readonly Element[]): Element[] {
  const joined: Element[] = []
  for (let i = 0; i < elements.length; i += 1) {
    const element = elements[i]
    const [joint, next] = [elements[i + 1], elements[i + 2]]
    const amounts = element?.type === 'money' && next?.type === 'money' && element.marked && next.marked
    const between = wordOf(elements[i - 1]) === 'between' && wordOf(joint) === 'and'
    const spread = wordOf(joint) === 'to' || isSign(joint, 'dash')
    const scaleless = amounts && element.scale === null && next.scale !== null
    if (amounts && (between || spread || (scaleless && /^(?:and|or)$/.test(wordOf(joint)) && short(element)))) {
      joined.push({ ...next, amount: null, problems: ['amount-range'], from: element.from })
      i += 2
    } else if (element) joined.push(element)
  }
  return joined
}

function short(money: MoneyNode): boolean {
  return money.amount === null || money.amount < 1000
}
