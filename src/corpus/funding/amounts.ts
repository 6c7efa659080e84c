/** The amounts of a ledger entry with what stands beside them: accounts, marks, requests, shares and the stated sum. */
import { isRequest, isShared, namedFundsAt, readBracket, shortNameAt } from './accounts.ts'
import { addBracket, type Draft, draft, qualifierBefore } from './draft.ts'
import { type Element, isSign, wordOf } from './elements.ts'
import type { MoneyNode } from './money.ts'
import type { Token } from './tokens.ts'
import type { YearNode } from './years.ts'

const ZERO_WORDS = /^(?:zero|none|nil)$/

/** `no funding` says zero as plainly as `$0` does. */
function zeroPhrase(elements: readonly Element[], i: number): boolean {
  return wordOf(elements[i]) === 'no' && /^(?:funding|funds|assistance|money)$/.test(wordOf(elements[i + 1]))
}

/** `none`, `zero`, `no funding`: an amount of nothing, said in words. */
export function zeroMoney(elements: readonly Element[], i: number): MoneyNode | null {
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

const INCLUDED = /^(?:including|includes|include|which)$/

/** Reads the amounts of `body`, whose offsets are in `text`. */
export function readAmounts(body: readonly Element[], year: YearNode, text: string): Draft[] {
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
