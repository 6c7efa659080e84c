/**
 * The grammar of amounts. The arithmetic is decimal and exact: the digits are moved, never multiplied. A number that
 * is not well-formed has no amount, whatever it was probably meant to be.
 */
import { lower, type Token } from './tokens.ts'
import type { CaveatKind, FundingLine } from './types.ts'

export type Scale = NonNullable<FundingLine['scale']>

export interface MoneyNode {
  readonly type: 'money'
  readonly amount: number | null
  readonly currency: string
  /** Whether the source prints a currency. */
  readonly marked: boolean
  readonly scale: Scale | null
  readonly problems: readonly CaveatKind[]
  readonly from: number
  readonly to: number
  readonly next: number
}

const POWERS: Readonly<Record<Scale, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 }
const SCALE_WORDS: Readonly<Record<string, Scale>> = {
  thousand: 'thousand',
  k: 'thousand',
  million: 'million',
  millions: 'million',
  mil: 'million',
  mill: 'million',
  mln: 'million',
  mn: 'million',
  m: 'million',
  mm: 'million',
  billion: 'billion',
  billions: 'billion',
  bln: 'billion',
  bn: 'billion',
  b: 'billion',
  trillion: 'trillion',
}
const CODES: Readonly<Record<string, string>> = {
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  cad: 'CAD',
  aud: 'AUD',
  chf: 'CHF',
}
const SIGN_CODES: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' }
const DOLLAR_OWNERS: Readonly<Record<string, string>> = {
  us: 'USD',
  a: 'AUD',
  au: 'AUD',
  c: 'CAD',
  ca: 'CAD',
  nz: 'NZD',
}
const NOUNS: Readonly<Record<string, string>> = { dollars: 'USD', dollar: 'USD', euro: 'EUR', euros: 'EUR' }

const WELL_FORMED = /^(?:(?:0|[1-9]\d*)|[1-9]\d{0,2}(?:,\d{3})+|(?=\.))(?:\.\d+)?$/

/** More characters than any amount that can be told exactly. */
const LONGEST_NUMBER = 40
const MOST_GROUPS = 5

/** Whole units of what `printed` says when scaled by ten to `power`; a problem instead where there is no such number. */
export function wholeAmount(printed: string, power: number): number | 'malformed' | 'not-whole' {
  if (printed.length > LONGEST_NUMBER || !WELL_FORMED.test(printed)) return 'malformed'
  const [whole = '', fraction = ''] = printed.replaceAll(',', '').split('.')
  if (/[1-9]/.test(fraction.slice(power))) return 'not-whole'
  const value = BigInt(whole + fraction.slice(0, power).padEnd(power, '0'))
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : 'malformed'
}

interface NumberRun {
  readonly digits: string
  readonly problems: readonly CaveatKind[]
  readonly next: number
}

/** `20,000, 000` and `20 000 000`: groups of three digits that white space has torn from their number. */
function tornGroups(tokens: readonly Token[], i: number): NumberRun | null {
  let digits = tokens[i]?.text ?? ''
  let next = i + 1
  let ambiguous = false
  for (let group = 1; group < MOST_GROUPS; group += 1) {
    const comma = tokens[next]?.kind === 'comma' ? 1 : 0
    const torn = tokens[next + comma]
    if (!/^\d{1,3}(?:,\d{3})*$/.test(digits) || torn?.kind !== 'number' || !torn.spaced) break
    if (!/^\d{3}(?:,\d{3})*(?:\.\d+)?$/.test(torn.text)) break
    const prose = /^[a-z]/.test(tokens[next + comma + 1]?.text ?? '') && !scaleAt(tokens, next + comma + 1)
    // `$5, 300 officers` are two numbers. `20,000, 000` and `2, 500,000` can only be one.
    const certain = (comma === 1 && (digits.includes(',') || torn.text.includes(','))) || torn.text.startsWith('000')
    if (prose && !certain) break
    if (!certain && comma === 0) ambiguous = true
    if (!certain && comma === 1) ambiguous = true
    digits += `,${torn.text}`
    next += comma + 1
  }
  if (next === i + 1) return null
  const groups = digits.split(',').length
  return { digits, next, problems: ambiguous && groups < 3 ? ['malformed'] : ['space-in-number'] }
}

function numberRun(tokens: readonly Token[], i: number): NumberRun | null {
  const number = tokens[i]
  if (number?.kind !== 'number') return null
  const torn = tornGroups(tokens, i)
  if (torn) return torn
  const [point, rest] = [tokens[i + 1], tokens[i + 2]]
  // `$2. 25 million (FSA)`: a decimal with a space in it, or a sentence's end? Not to be told.
  if (point?.kind === 'stop' && rest?.kind === 'number' && scaleAt(tokens, i + 3)) {
    if (!/^[a-z]/.test(tokens[i + 4]?.text ?? '')) {
      return { digits: `${number.text}.${rest.text}`, next: i + 3, problems: ['malformed'] }
    }
  }
  return { digits: number.text, next: i + 1, problems: [] }
}

/** The scale at token `i` and the index after it: `million`, `-million`, a glued `M`. */
function scaleAt(tokens: readonly Token[], i: number): [Scale, number] | null {
  const hyphen = tokens[i]?.kind === 'dash' && !tokens[i]?.spaced && !tokens[i + 1]?.spaced ? 1 : 0
  const token = tokens[i + hyphen]
  const scale = SCALE_WORDS[lower(token)]
  if (!token || !scale) return null
  const letters = token.text.length <= 2
  // A letter that stands alone scales only as a capital: `$5 M`, not `$5 m`.
  if (letters && (hyphen === 1 || (token.spaced && token.text !== token.text.toUpperCase()))) return null
  return [scale, i + hyphen + 1]
}

function currencyAfter(tokens: readonly Token[], i: number): [string, number] | null {
  const code = CODES[lower(tokens[i])]
  if (code) return [code, i + 1]
  let at = i
  let owner = ''
  if (lower(tokens[at]) === 'u' && lower(tokens[at + 2]) === 's' && tokens[at + 3]?.kind === 'stop') at += 4
  else if (/^(?:us|american|canadian|australian)$/.test(lower(tokens[at]))) owner = lower(tokens[at++])
  const noun = NOUNS[lower(tokens[at])]
  if (!noun) return null
  if (owner === 'canadian') return ['CAD', at + 1]
  return [owner === 'australian' ? 'AUD' : noun, at + 1]
}

interface Prefix {
  readonly currency: string
  readonly from: number
  readonly next: number
}

function currencyBefore(tokens: readonly Token[], i: number): Prefix | null {
  const token = tokens[i]
  if (!token) return null
  const following = tokens[i + 1]
  const owner = DOLLAR_OWNERS[lower(token)]
  if (owner && following?.text === '$' && !following.spaced) return { currency: owner, from: token.from, next: i + 2 }
  const code = CODES[lower(token)]
  if (code) return { currency: code, from: token.from, next: following?.text === '$' ? i + 2 : i + 1 }
  if (token.kind !== 'currency') return null
  return { currency: SIGN_CODES[token.text] ?? 'USD', from: token.from, next: i + 1 }
}

/** A word that the text's end cut short, such as `milli`. */
function cutScale(tokens: readonly Token[], i: number): boolean {
  const word = lower(tokens[i])
  return (
    word !== '' && i === tokens.length - 1 && ['thousand', 'million', 'billion'].some((name) => name.startsWith(word))
  )
}

/** What stands glued to a number and makes it something else than it seems: `1½`, `2-3`, `5x`, a second column. */
function gluedProblem(tokens: readonly Token[], i: number): CaveatKind | null {
  const [token, after] = [tokens[i], tokens[i + 1]]
  if (!token) return null
  const joined = token.kind === 'dash' || token.kind === 'slash' || /^(?:to|and|or)$/.test(lower(token))
  if (token.kind === 'slash' || token.kind === 'dash') {
    if (after?.kind === 'number' && (!token.spaced || token.kind === 'dash')) return 'amount-range'
  }
  if (joined && after?.kind === 'currency' && !token.spaced && !after.spaced && token.kind === 'dash')
    return 'amount-range'
  if (token.spaced) return null
  if (token.kind === 'currency') return 'run-together'
  return token.kind === 'number' || (token.kind === 'other' && /[\p{N}%~]/u.test(token.text)) ? 'malformed' : null
}

/** Columns of a table without what stood between them: `209,74042,000`. */
function looksRunTogether(digits: string): boolean {
  return digits.split(/[.,]/).some((group, i) => i > 0 && group.length > 3) && digits.includes(',')
}

/** The amount that begins at token `i`; without a printed currency only where `bare` allows it. */
export function moneyAt(tokens: readonly Token[], i: number, bare = false): MoneyNode | null {
  const prefix = currencyBefore(tokens, i)
  const at = prefix ? prefix.next : i
  const run = numberRun(tokens, at)
  const first = tokens[prefix ? i : at]
  if (!run || !first) return null
  const scaled = scaleAt(tokens, run.next)
  let next = scaled ? scaled[1] : run.next
  const suffix = prefix ? null : currencyAfter(tokens, next)
  if (suffix) next = suffix[1]
  if (!prefix && !suffix && !bare) return null
  const scale = scaled ? scaled[0] : null
  const whole = wholeAmount(run.digits, scale ? POWERS[scale] : 0)
  const problems = new Set(run.problems)
  if (typeof whole !== 'number') problems.add(looksRunTogether(run.digits) ? 'run-together' : whole)
  const glued = gluedProblem(tokens, next)
  if (glued) problems.add(glued)
  if (!scale && cutScale(tokens, next)) problems.add('cut-off').add('malformed')
  if (glued === 'amount-range') next = afterRange(tokens, next + 1)
  const exact = typeof whole === 'number' && [...problems].every((problem) => problem === 'space-in-number')
  return {
    type: 'money',
    amount: exact ? whole : null,
    currency: prefix?.currency ?? suffix?.[0] ?? 'USD',
    marked: Boolean(prefix ?? suffix),
    scale,
    problems: [...problems],
    from: first.from,
    to: tokens[next - 1]?.to ?? first.to,
    next,
  }
}

function afterRange(tokens: readonly Token[], i: number): number {
  const number = tokens[i]?.kind === 'currency' ? i + 1 : i
  const scaled = scaleAt(tokens, number + 1)
  return scaled ? scaled[1] : number + 1
}
