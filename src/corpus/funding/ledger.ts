/**
 * The grammar of ledger lines, which open with a year and go on to amounts:
 *
 *   line   := lead? entry+            entry  := year between amount (('+' | ',' | 'and')? amount)* ('=' amount)?
 *   amount := qualifier? money (bracket | mark | account | words)*
 *
 * Prose that happens to open with a year is left to prose.ts: a verb between year and amount is enough to tell.
 */
import { isShortName } from './accounts.ts'
import { readAmounts, zeroMoney } from './amounts.ts'
import type { Draft } from './draft.ts'
import { type Element, elementsOf, isSign, wordOf } from './elements.ts'
import { readLabel } from './label.ts'
import type { Scale } from './scales.ts'
import { tokenize } from './tokens.ts'
import type { YearNode } from './years.ts'

export interface LedgerContext {
  /** Whether the heading speaks of funding, so that a number without a currency may be an amount. */
  readonly funding: boolean
  /** The year that a line above left open (`FY07:` on a line of its own, or a heading's only year). */
  readonly open: YearNode | null
  /** The unit that a heading gives for numbers (`$ in thousands`). */
  readonly scale: Scale | null
}

export interface LedgerLine {
  readonly drafts: readonly Draft[]
  /** The year of the last entry, for lines that go on with it. */
  readonly year: YearNode | null
}

const SEPARATORS = ['colon', 'dash', 'comma', 'stop', 'equals', 'bar', 'other', 'slash', 'semicolon'] as const
const QUIET =
  /^(?:approximately|approx|about|around|roughly|nearly|almost|over|more|less|than|up|to|at|least|most|an|estimated|estimate|request|requested|proposed|actual|enacted|planned|of|in|for|the|and|grand|total|funding|assistance|budget|level|base|supplemental|was|were|is|totaled|totalled|us|u|s|government)$/
const PROSE_LEADS =
  /^(?:in|since|from|between|during|by|through|until|for|before|after|as|on|to|starting|beginning|and|or|of)$/
const LONGEST_LEAD = 12

/** What may stand between a year and its amount without making the line prose. */
function isQuiet(element: Element): boolean {
  if (element.type !== 'token') return element.type !== 'money'
  if (element.token.kind === 'word') return QUIET.test(wordOf(element)) || /^\p{Lu}/u.test(element.token.text)
  return true
}

/** Whether a number without a currency stands where only an amount can. */
function standsAsAmount(elements: readonly Element[], i: number, context: LedgerContext, fiscal: boolean): boolean {
  const money = elements[i]
  if (money?.type !== 'money') return false
  if (money.marked) return true
  const after = elements[i + 1]
  const account = after?.type === 'token' && /^[A-Z]{2,}$/.test(after.token.text)
  const alone =
    !after ||
    after.type === 'mark' ||
    after.type === 'year' ||
    isSign(after, 'plus', 'equals', 'semicolon', 'bar', 'newline')
  const bracket = after?.type === 'bracket'
  if (!(alone || bracket || account)) return false
  return (
    context.funding ||
    (fiscal && money.problems.includes('run-together')) ||
    (fiscal && (bracket || account || money.scale !== null))
  )
}

/** Index of the amount that the year at `i` leads to; -1 where it leads to none. */
function amountAfter(elements: readonly Element[], i: number, context: LedgerContext): number {
  const year = elements[i]
  for (let at = i + 1; at < elements.length && at - i <= LONGEST_LEAD; at += 1) {
    const element = elements[at]
    if (!element) break
    if (element.type === 'money') {
      return standsAsAmount(elements, at, context, year?.type === 'year' && year.fiscal) ? at : -1
    }
    if (element.type === 'year') return -1
    if (zeroMoney(elements, at)) return at
    if (!isQuiet(element)) return -1
  }
  return -1
}

function opensLine(elements: readonly Element[], i: number): boolean {
  if (i > LONGEST_LEAD || PROSE_LEADS.test(wordOf(elements[i - 1]))) return false
  const lead = elements.slice(0, i)
  return lead.every(
    (element) =>
      element.type === 'mark' ||
      (element.type === 'bracket' && element.closed) ||
      (element.type === 'token' &&
        (element.token.kind === 'word'
          ? /^(?:of|and|for|the|by|fiscal|in|total|funding|funds|assistance|budget|request|requested|estimate)$/.test(
              wordOf(element),
            ) || /^\p{Lu}/u.test(element.token.text)
          : true)),
  )
}

interface Entry {
  readonly year: YearNode
  /** Elements before the amounts, the year aside, and the amounts with what follows them. */
  readonly lead: readonly Element[]
  readonly body: readonly Element[]
}

function entriesOf(elements: readonly Element[], context: LedgerContext): Entry[] {
  const starts: { at: number; amount: number; year: YearNode }[] = []
  for (let i = 0; i < elements.length; i += 1) {
    const year = elements[i]
    if (year?.type !== 'year') continue
    if (starts.length === 0 && !opensLine(elements, i)) return []
    const amount = amountAfter(elements, i, context)
    if (amount >= 0 && (starts.length === 0 || !PROSE_LEADS.test(wordOf(elements[i - 1]))))
      starts.push({ at: i, amount, year })
    // A year that leads to nothing ends the hope for a ledger line unless it follows an entry.
    else if (starts.length === 0) return []
  }
  return starts.map(({ at, amount, year }, n) => {
    // What stands before the first year is said of every entry: `FSA - FY07: …, FY08: …`.
    const before =
      n === 0 ? elements.slice(0, at) : elements.slice(0, starts[0]?.at).filter((element) => element.type === 'token')
    return {
      year,
      lead: [...before, ...elements.slice(at + 1, amount)],
      body: [...elements.slice(amount - trailingQualifier(elements, amount), starts[n + 1]?.at)],
    }
  })
}

/** Qualifiers belong to the amount: up to three words right before it. */
function trailingQualifier(elements: readonly Element[], amount: number): number {
  let n = 0
  while (
    n < 3 &&
    /^(?:token)$/.test(elements[amount - n - 1]?.type ?? '') &&
    !isSign(elements[amount - n - 1], ...SEPARATORS)
  )
    n += 1
  return isSign(elements[amount - 1], 'other') ? 1 : n
}

function readEntry(entry: Entry, text: string): Draft[] {
  const label = readLabel(entry.lead, text)
  const drafts = readAmounts(entry.body, entry.year, text)
  for (const one of drafts) {
    if (!one.total) one.account ??= label.account
    one.marks.push(...label.marks)
    one.request ||= label.request
    one.shared ??= label.shared
    one.cumulative ||= label.total && entry.year.last !== null
  }
  const unclosed = entry.lead.some((element) => element.type === 'bracket' && !element.closed)
  for (const one of drafts) one.unclosed ||= unclosed
  return drafts
}

/** Before an amount without a year of its own: separators and short names, no words of a sentence. */
function isLabel(element: Element): boolean {
  if (element.type !== 'token') return element.type === 'bracket'
  return element.token.kind !== 'word' || QUIET.test(wordOf(element)) || isShortName(element.token)
}

/** After it: brackets, names, or what it is for; a verb makes it prose. */
function goesOnQuietly(after: readonly Element[]): boolean {
  const word = after.find((element) => wordOf(element) !== '')
  return !word || /^(?:for|in|from|and|to)$/.test(wordOf(word)) || (word.type === 'token' && isShortName(word.token))
}

/** A line that goes on with the year above: it opens with an amount, a bracket, a plus or an equals sign. */
function continuation(elements: readonly Element[], context: LedgerContext, text: string): Draft[] {
  const { open } = context
  if (!open || elements.some((element) => element.type === 'year' && element.fiscal)) return []
  const amount = elements.findIndex((element) => element.type === 'money')
  if (
    amount < 0 ||
    !elements.slice(0, amount).every(isLabel) ||
    !goesOnQuietly(elements.slice(amount + 1)) ||
    !standsAsAmount(elements, amount, context, open.fiscal)
  )
    return []
  return readEntry({ year: open, lead: elements.slice(0, amount), body: elements.slice(amount) }, text)
}

/** Reads the characters `[from, to)` of `text` as a ledger line; null where they are none. */
export function readLedgerLine(text: string, from: number, to: number, context: LedgerContext): LedgerLine | null {
  const tokens = tokenize(text, from, to)
  const elements = elementsOf(tokens, { bare: true, scale: context.scale })
  const entries = entriesOf(elements, context)
  if (entries.length > 0) {
    return { drafts: entries.flatMap((entry) => readEntry(entry, text)), year: entries.at(-1)?.year ?? null }
  }
  const drafts = continuation(elements, context, text)
  if (drafts.length > 0) return { drafts, year: context.open }
  const [only] = elements
  const alone = only?.type === 'year' && elements.slice(1).every((element) => isSign(element, 'colon', 'dash', 'stop'))
  return alone ? { drafts: [], year: only } : null
}
