/**
 * The grammar of ledger lines, which open with a year and go on to amounts:
 *
 *   line   := lead? entry+            entry  := year between amount (('+' | ',' | 'and')? amount)* ('=' amount)?
 *   amount := qualifier? money (bracket | mark | account | words)*
 *
 * Prose that happens to open with a year is left to prose.ts: a verb between year and amount is enough to tell.
 */
import { isRequest, isShared, namedFundsAt, readBracket, shortNameAt } from './accounts.ts'
import { addBracket, type Draft, draft, qualifierBefore } from './draft.ts'
import { type Element, elementsOf, isSign, wordOf } from './elements.ts'
import type { MoneyNode } from './money.ts'
import type { Scale } from './scales.ts'
import { type Token, tokenize } from './tokens.ts'
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
  /^(?:approximately|approx|about|around|roughly|nearly|almost|over|more|less|than|up|to|at|least|most|an|estimated|estimate|request|requested|proposed|actual|enacted|planned|of|in|for|the|and|total|funding|assistance|budget|level|base|supplemental|was|were|is|totaled|totalled|us|u|s|government)$/
const PROSE_LEADS =
  /^(?:in|since|from|between|during|by|through|until|for|before|after|as|on|to|starting|beginning|and|or|of)$/
const ZERO_WORDS = /^(?:zero|none|nil)$/
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
    if (ZERO_WORDS.test(wordOf(element)) || zeroPhrase(elements, at)) return at
    if (!isQuiet(element)) return -1
  }
  return -1
}

/** `no funding` says zero as plainly as `$0` does. */
function zeroPhrase(elements: readonly Element[], i: number): boolean {
  return wordOf(elements[i]) === 'no' && /^(?:funding|funds|assistance|money)$/.test(wordOf(elements[i + 1]))
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

function zeroMoney(elements: readonly Element[], i: number): MoneyNode | null {
  const [word, noun] = [elements[i], elements[i + 1]]
  const phrase = zeroPhrase(elements, i)
  if (!word || !(ZERO_WORDS.test(wordOf(word)) || phrase)) return null
  const to = phrase && noun ? noun.to : word.to
  return {
    type: 'money',
    amount: 0,
    currency: 'USD',
    marked: true,
    scale: null,
    problems: [],
    from: word.from,
    to,
    next: i + 1,
  }
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
    const before = n === 0 ? elements.slice(0, at) : []
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

interface Label {
  account: string | null
  readonly marks: string[]
  request: boolean
  total: boolean
  shared: string | null
}

/** What the words before an amount say about it: `FY07 INCLE:`, `FY 2010 request:`. */
function readLabel(elements: readonly Element[], text: string): Label {
  const label: Label = { account: null, marks: [], request: false, total: false, shared: null }
  const tokens = elements.flatMap((element) => (element.type === 'token' ? [element.token] : []))
  for (const element of elements) {
    if (element.type === 'mark') label.marks.push(element.mark)
    if (element.type === 'bracket') {
      const reading = readBracket(element, text)
      label.account ??= reading.account
      label.marks.push(...reading.marks)
      label.request ||= reading.request
      label.shared ??= reading.shared
    }
    if (isRequest(wordOf(element))) label.request = true
    if (wordOf(element) === 'total') label.total = true
    if (isShared(wordOf(element))) label.shared ??= text.slice(element.from, element.to)
  }
  for (let i = 0; i < tokens.length && label.account === null; i += 1) {
    label.account = shortNameAt(tokens, i, text)?.account ?? null
  }
  return label
}

const INCLUDED = /^(?:including|includes|include|which)$/

/** Reads amounts with what stands beside them. */
function readAmounts(body: readonly Element[], year: YearNode, text: string): Draft[] {
  const drafts: Draft[] = []
  let [included, total, equals]: [boolean, boolean, number] = [false, false, -1]
  let near = true
  let pending: string | null = null
  for (let i = 0; i < body.length; i += 1) {
    const element = body[i]
    if (!element) break
    const last = drafts.at(-1)
    const money =
      element.type === 'money'
        ? element.marked || last === undefined || numberGoesOn(body, i)
          ? element
          : null
        : drafts.length === 0
          ? zeroMoney(body, i)
          : null
    if (money) {
      const next = draft(money, year, qualifierBefore(body, i, text))
      next.included = included
      next.total = total
      next.account = pending
      ;[near, total, pending] = [true, false, null]
      drafts.push(next)
    } else if (element.type === 'bracket' && last) addAmountBracket(drafts, last, element, text, year)
    else if (element.type === 'mark') last?.marks.push(element.mark)
    else if (isSign(element, 'equals')) equals = drafts.length
    else if (isSign(element, 'plus')) near = false
    else if (element.type === 'token') {
      const word = wordOf(element)
      const tokens = tokensFrom(body, i)
      const name =
        near || (last && last.account === null)
          ? (namedFundsAt(tokens, 0, text) ?? (near ? shortNameAt(tokens, 0, text) : null))
          : null
      if (name && last && last.account === null && !nameLeadsOn(body, i + name.next)) {
        last.account = name.account
        last.accountName = name.long
        i += name.next - 1
      } else if (name && near) pending = name.account
      if (isRequest(word) && last) last.request = true
      if (INCLUDED.test(word)) included = true
      if (word === 'total') total = true
      if (isShared(word) && last && word !== 'region') last.shared ??= rest(body, i, text)
      if (element.token.kind === 'word' && !name && !/^(?:in|from|of|and|request|requested)$/.test(word)) near = false
      if (isSign(element, 'comma', 'semicolon') || word === 'and') near = true
    }
  }
  markSum(drafts, equals)
  return drafts
}

/** `FY07: INCLE $1 million, FSA $2 million`: a name right before the next amount is that amount's. */
function nameLeadsOn(body: readonly Element[], next: number): boolean {
  const after = body[next]
  const beyond = isSign(after, 'colon', 'dash', 'equals') ? body[next + 1] : after
  return beyond?.type === 'money' && beyond.marked && !isSign(after, 'equals')
}

/** A number without a currency after an amount is one only where a sum goes on. */
function numberGoesOn(body: readonly Element[], i: number): boolean {
  return isSign(body[i - 1], 'plus', 'equals', 'bar')
}

function tokensFrom(body: readonly Element[], i: number): Token[] {
  const tokens: Token[] = []
  for (let at = i; at < body.length && at < i + 16; at += 1) {
    const element = body[at]
    if (element?.type !== 'token') break
    tokens.push(element.token)
  }
  return tokens
}

function rest(body: readonly Element[], i: number, text: string): string {
  const [first, last] = [body[i], body.at(-1)]
  return first && last ? text.slice(first.from, last.to) : ''
}

function addAmountBracket(
  drafts: Draft[],
  last: Draft,
  bracket: Element & { type: 'bracket' },
  text: string,
  year: YearNode,
): void {
  const reading = readBracket(bracket, text)
  addBracket(last, bracket, reading)
  for (const money of reading.amounts) {
    const share = draft(money, year, null)
    share.included = true
    share.account = shortNameIn(bracket.inner, text)
    drafts.push(share)
  }
}

function shortNameIn(tokens: readonly Token[], text: string): string | null {
  for (let i = 0; i < tokens.length; i += 1) {
    const name = shortNameAt(tokens, i, text)
    if (name) return name.account
  }
  return null
}

/** Which amounts are parts and which their stated sum. `equals` is the number of amounts before the equals sign. */
function markSum(drafts: readonly Draft[], equals: number): void {
  const own = drafts.filter((one) => !one.included)
  for (const one of drafts) one.part = one.included
  if (equals > 0 && own.length > equals) {
    // `$3 million = $1 million + $2 million` states the sum first.
    const first = equals === 1 && own.length > 2
    const sum = first ? own[0] : own[equals]
    for (const one of own) {
      one.total = one === sum
      one.part = one !== sum && own.length > 1
    }
    return
  }
  const sum = own.findIndex((one) => one.total)
  if (sum < 0 || own.length < 3) for (const one of own) one.total = false
  else
    own.forEach((one, n) => {
      one.total = n === sum
      one.part = n !== sum
    })
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

/** A line that goes on with the year above: it opens with an amount, a bracket, a plus or an equals sign. */
function continuation(elements: readonly Element[], context: LedgerContext, text: string): Draft[] {
  const { open } = context
  if (!open || elements.some((element) => element.type === 'year' && element.fiscal)) return []
  const amount = elements.findIndex((element) => element.type === 'money')
  if (
    amount < 0 ||
    !elements.slice(0, amount).every(isQuiet) ||
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
