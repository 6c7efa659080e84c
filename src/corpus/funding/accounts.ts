/** The grammar of accounts: what a bracket or the words beside an amount say about where the money comes from. */
import type { BracketNode } from './elements.ts'
import { markIn } from './elements.ts'
import { type MoneyNode, moneyAt } from './money.ts'
import { lower, type Token } from './tokens.ts'
import { type YearNode, yearAt } from './years.ts'

export interface BracketReading {
  readonly account: string | null
  readonly marks: readonly string[]
  readonly request: boolean
  /** The words that say an amount is shared or regional, as printed. */
  readonly shared: string | null
  readonly total: boolean
  readonly year: YearNode | null
  readonly amounts: readonly MoneyNode[]
}

const REQUEST = /^(?:request|requests|requested|proposed)$/
const SHARED = /^(?:shared|regional|region|jointly|multi|multicountry|countries|states)$/
const LEADING = /^(?:no|of|in|from|under|through|via|the|all|using|for|and|budget|as|–|-)$/
const TRAILING = /^(?:funds?|funding|account|accounts|money|monies|budget|level|levels|and|appropriations?)$/
const LAW = /^(?:sec|section|title|pl)$/
const NAMES = /^(?:Act|Fund|Funds|Account|Initiative|Assistance|Authority|Program|Programs|Supplemental)$/
/** Capitals that name who gives or gets, or what is printed anyway; never an account. */
const NOT_ACCOUNTS = new Set([
  'FY',
  'US',
  'USG',
  'USD',
  'INL',
  'UN',
  'EU',
  'OSCE',
  'NATO',
  'USAID',
  'TBD',
  'NA',
  'IN',
  'REQUEST',
  'TOTAL',
  'FUNDING',
  'BUDGET',
  'ACTUAL',
  'ESTIMATE',
  'ENACTED',
  'NONE',
  'ZERO',
  'FOR',
])

export function isRequest(word: string): boolean {
  return REQUEST.test(word)
}

export function isShared(word: string): boolean {
  return SHARED.test(word)
}

/** A short name in capitals: `FSA`, `INCLE`, `AEECA`. */
export function isShortName(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}[\p{Lu}&]{1,9}$/u.test(token.text) && !NOT_ACCOUNTS.has(token.text)
}

function looksLikeAccount(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, i) =>
      isShortName(token) || (LAW.test(lower(token)) && tokens[i + 1] !== undefined) || NAMES.test(token.text),
  )
}

/** The text of tokens without the footnote marks between them, otherwise as printed. */
function printed(tokens: readonly Token[], text: string): string {
  let out = ''
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]
    const mark = markIn(tokens, i)
    if (!mark && token) out += (token.spaced && out !== '' ? ' ' : '') + text.slice(token.from, token.to)
    i = mark?.next ?? i + 1
  }
  return out.trim()
}

const isGlue = (token: Token): boolean => /^(?:comma|semicolon|colon|dash|slash|stop|newline|bar)$/.test(token.kind)

/** Without what only introduces or follows a name. */
function trimmed(tokens: readonly Token[]): Token[] {
  const out = [...tokens]
  for (let first = out[0]; first && (isGlue(first) || LEADING.test(lower(first))); first = out[0]) out.shift()
  for (let last = out.at(-1); last; last = out.at(-1)) {
    const glue = isGlue(last) || TRAILING.test(lower(last))
    // `Funds` with a capital may be part of a name; `INCLE Funds` is not.
    if (!glue || (NAMES.test(last.text) && !isShortName(out.at(-2)))) break
    out.pop()
  }
  return out
}

/** Where the note about sharing begins; the tokens' length where there is none. */
function sharedFrom(tokens: readonly Token[]): number {
  const at = tokens.findIndex((token) => isShared(lower(token)))
  return at < 0 ? tokens.length : at
}

/** The first pieces of a bracket that look like accounts: `FSA, INCLE` of `FSA, INCLE, for courts`. */
function accountIn(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  let piece: Token[] = []
  const close = (): boolean => {
    const fits = looksLikeAccount(trimmed(piece))
    if (fits) out.push(...piece)
    piece = []
    return fits || out.length === 0
  }
  for (const token of tokens) {
    const splits = /^(?:comma|semicolon|colon)$/.test(token.kind) || (token.kind === 'dash' && token.spaced)
    if (splits && !close()) return trimmed(out)
    piece.push(token)
  }
  close()
  return trimmed(out)
}

/** What a bracket says. `text` is the text that its tokens were cut from. */
export function readBracket(bracket: BracketNode, text: string): BracketReading {
  const marks: string[] = []
  // Stretches of what is left when marks, years, amounts and `request` are taken out.
  const stretches: Token[][] = [[]]
  const amounts: MoneyNode[] = []
  let [year, request, total]: [YearNode | null, boolean, boolean] = [null, false, false]
  const { inner } = bracket
  for (let i = 0; i < inner.length; ) {
    const token = inner[i]
    if (!token) break
    const mark = markIn(inner, i)
    const money = mark ? null : moneyAt(inner, i)
    const found: YearNode | null = mark || money || year ? null : yearAt(inner, i)
    if (mark) marks.push(mark.mark)
    else if (money) amounts.push(money)
    else if (found) year = found
    else if (isRequest(lower(token))) request = true
    else if (/^total$/.test(lower(token))) total = true
    else stretches.at(-1)?.push(token)
    if (!mark && (money || found || isRequest(lower(token)) || lower(token) === 'total')) stretches.push([])
    i = mark?.next ?? money?.next ?? found?.next ?? i + 1
  }
  const rest = stretches.flat()
  const note = sharedFrom(rest)
  const sharing = note < rest.length ? rest.slice(note) : []
  const name = stretches
    .map((stretch) => accountIn(stretch.slice(0, sharedFrom(stretch))))
    .find((one) => one.length > 0)
  const account = name && amounts.length === 0 ? printed(name, text) : null
  return { account, marks, request, shared: sharing.length > 0 ? printed(sharing, text) : null, total, year, amounts }
}

export interface NameReading {
  readonly account: string
  /** The name in words, where both are printed: `FREEDOM Support Act (FSA) funds`. */
  readonly long: string | null
  readonly next: number
}

/** A short name at token `i`, with what is glued to it: `INCLE`, `NADR-ATA`, `FSA/INCLE`, `Sec. 1004`. */
export function shortNameAt(tokens: readonly Token[], i: number, text: string): NameReading | null {
  const start = tokens[i]
  if (!start) return null
  let next = i
  if (LAW.test(lower(start)) && /^\p{Lu}/u.test(start.text)) {
    next = tokens[i + 1]?.kind === 'stop' ? i + 2 : i + 1
    const label = tokens[next]
    if (label?.kind !== 'number' && !/^[IVX]+$/.test(label?.text ?? '')) return null
    return { account: text.slice(start.from, label?.to), long: null, next: next + 1 }
  }
  if (!isShortName(start)) return null
  next = i + 1
  for (;;) {
    const [glue, part] = [tokens[next], tokens[next + 1]]
    const glued = glue && part && !glue.spaced && !part.spaced && (glue.kind === 'dash' || glue.kind === 'slash')
    if (!glued || !(isShortName(part) || part.kind === 'number')) break
    next += 2
  }
  return { account: text.slice(start.from, tokens[next - 1]?.to), long: null, next }
}

const JOINING = /^(?:of|for|and|the|on|to)$/
const FUNDS = /^(?:funds?|funding|account|accounts|assistance|monies|money|resources|appropriations?)$/

/** `in INCLE funds`, `from the FREEDOM Support Act (FSA) account`: the name between a preposition and `funds`. */
export function namedFundsAt(tokens: readonly Token[], i: number, text: string): NameReading | null {
  if (!/^(?:in|of|from|under|through|using|with|via)$/.test(lower(tokens[i]))) return null
  let next = lower(tokens[i + 1]) === 'the' ? i + 2 : i + 1
  const start = next
  let short: string | null = null
  let longEnd = start
  for (; next < tokens.length && next - start < 14; next += 1) {
    const token = tokens[next]
    if (!token || FUNDS.test(token.text)) break
    if (token.kind === 'open') {
      const name = shortNameAt(tokens, next + 1, text)
      if (!name || tokens[name.next]?.kind !== 'close') return null
      short = name.account
      next = name.next
      continue
    }
    const part =
      /^\p{Lu}/u.test(token.text) || JOINING.test(token.text) || token.kind === 'dash' || token.kind === 'slash'
    if (!part && token.kind !== 'stop' && token.kind !== 'number' && token.kind !== 'comma' && token.kind !== 'mark')
      return null
    if (!short) longEnd = next + 1
  }
  const words = tokens.slice(start, longEnd)
  if (!FUNDS.test(tokens[next]?.text ?? '') || words.length === 0) return null
  const long = printed(words, text)
  if (short) return { account: short, long, next: next + 1 }
  return looksLikeAccount(words) && !NOT_ACCOUNTS.has(long) ? { account: long, long: null, next: next + 1 } : null
}
