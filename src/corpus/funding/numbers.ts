/**
 * Numbers as printed. The arithmetic is decimal and exact: digits are moved, never multiplied. A number that is not
 * well-formed has no value, whatever it was probably meant to be.
 */
import { scaleAt } from './scales.ts'
import { lower, type Token } from './tokens.ts'
import type { CaveatKind } from './types.ts'
import { yearAt } from './years.ts'

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

export interface NumberRun {
  readonly digits: string
  readonly problems: readonly CaveatKind[]
  readonly next: number
}

const LINKING = /^(?:for|to|in|of|and|or|from|with|was|were|is|has|by|on|at|under|through|since|as|request|requested)$/

/** A word in small letters that may name what a number counts. */
function opensPhrase(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.kind === 'word' ? (tokens[i]?.text ?? '') : ''
  return /^\p{Ll}/u.test(word) && !LINKING.test(word) && !scaleAt(tokens, i)
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
    // `$5, 300 officers` are two numbers. `20,000, 000` and `2, 500,000` can only be one.
    const sure = torn.text.startsWith('000') || (comma === 1 && torn.text.includes(','))
    if (!sure && opensPhrase(tokens, next + comma + 1)) break
    ambiguous ||= !sure && !(comma === 1 && digits.includes(','))
    digits += `,${torn.text}`
    next += comma + 1
  }
  if (next === i + 1) return null
  const groups = digits.split(',').length
  return { digits, next, problems: ambiguous && groups < 3 ? ['malformed'] : ['space-in-number'] }
}

export function numberRun(tokens: readonly Token[], i: number): NumberRun | null {
  const number = tokens[i]
  if (number?.kind !== 'number') return null
  const torn = tornGroups(tokens, i)
  if (torn) return torn
  const [point, rest] = [tokens[i + 1], tokens[i + 2]]
  // `$2. 25 million (FSA)`: a decimal with a space in it, or a sentence's end? Not to be told.
  if (point?.kind === 'stop' && rest?.kind === 'number' && scaleAt(tokens, i + 3)) {
    if (!opensPhrase(tokens, i + 4)) {
      return { digits: `${number.text}.${rest.text}`, next: i + 3, problems: ['malformed'] }
    }
  }
  return { digits: number.text, next: i + 1, problems: [] }
}

/** Index after what is glued to the token before `i` and makes its number another one: `1½`, `1,200,000$300`. */
function afterGlued(tokens: readonly Token[], i: number): number {
  const token = tokens[i]
  const odd = token?.kind === 'number' || (token?.kind === 'other' && /[\p{N}%~]/u.test(token.text))
  return token && !token.spaced && odd ? i + 1 : i
}

/** Whether another number follows that is no year and counts nothing: two numbers where one should stand. */
function strayNumber(tokens: readonly Token[], i: number): number {
  let at = i
  while (/^(?:comma|stop)$/.test(tokens[at]?.kind ?? '')) at += 1
  // `$8, million`: a scale that punctuation has cut off.
  const cut = at > i ? scaleAt(tokens, at) : null
  if (cut) return cut[1]
  const stray = tokens[at]
  if (stray?.kind !== 'number' || opensPhrase(tokens, at + 1)) return i
  const year = yearAt(tokens, at) !== null && /^(?:colon|dash|currency|bar)$/.test(tokens[at + 1]?.kind ?? '')
  return year ? i : at + 1
}

/** Index after a second number of a range, or `i`: `2-3`, `2/3`. A year after a free dash is a line of its own. */
function afterSpread(tokens: readonly Token[], i: number): number {
  const [joint, after] = [tokens[i], tokens[i + 1]]
  if (joint?.kind !== 'dash' && joint?.kind !== 'slash') return i
  const sign = after?.kind === 'currency' && !joint.spaced && !after.spaced ? 1 : 0
  if (tokens[i + 1 + sign]?.kind !== 'number') return i
  if (joint.spaced && (joint.kind === 'slash' || yearAt(tokens, i + 1) !== null)) return i
  return i + 2 + sign
}

export interface Slip {
  readonly kind: CaveatKind
  readonly next: number
}

/** What stands after a number (and its scale) at token `i` and makes it no single number. */
export function slipAfter(tokens: readonly Token[], i: number): Slip | null {
  const spread = afterSpread(tokens, i)
  if (spread > i) return { kind: 'amount-range', next: scaleAt(tokens, spread)?.[1] ?? spread }
  const beside = tokens[i]
  if (beside?.kind === 'currency' && !beside.spaced) return { kind: 'run-together', next: i }
  const next = Math.max(afterGlued(tokens, i), strayNumber(tokens, i))
  return next > i ? { kind: 'malformed', next: scaleAt(tokens, next)?.[1] ?? next } : null
}

/** A word that the text's end cut short, such as `milli`. */
export function cutScale(tokens: readonly Token[], i: number): boolean {
  const word = lower(tokens[i])
  return (
    word !== '' && i === tokens.length - 1 && ['thousand', 'million', 'billion'].some((name) => name.startsWith(word))
  )
}

/** Columns of a table without what stood between them: `209,74042,000`. */
export function looksRunTogether(digits: string): boolean {
  return digits.split(/[.,]/).some((group, i) => i > 0 && group.length > 3) && digits.includes(',')
}
