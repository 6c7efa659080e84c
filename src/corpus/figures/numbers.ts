/** Which numbers of a sentence count something, and which are years, dates, times, labels or parts of names. */
import { moneyAt } from '../funding/money.ts'
import { wholeAmount } from '../funding/numbers.ts'
import { POWERS, scaleAt } from '../funding/scales.ts'
import { lower, type Token } from '../funding/tokens.ts'
import { yearAt } from '../funding/years.ts'
import { spelledAt } from './spelled.ts'

export interface CountNode {
  readonly value: number
  /** Index of the number's first token, and of the one after it. */
  readonly at: number
  readonly next: number
}

export const MONTH =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)$/
const LABEL =
  /^(?:articles?|arts?|sections?|secs?|chapters?|resolutions?|titles?|nos?|numbers?|paragraphs?|paras?|parts?|pages?|pp?|annex|protocols?|phases?|levels?|versions?|rooms?|suite|acts?|laws?|decrees?|orders?|figures?|tables?|steps?|types?|forms?|items?|rules?|amendments?|tiers?|highway|route|box|zones?|grades?|models?|unscr|goals?|objectives?|volumes?|appendix|tel|phone|fax|ext|agenda|category|categories|vision|windows|unit|fiscal)$/
const STREET = /^(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|NW|NE|SW|SE)$/
const YEAR_BEFORE =
  /^(?:in|since|the|of|by|during|from|until|till|to|through|and|early|late|mid|its|their|after|before|between|year|calendar|circa|around|a|for|&)$/
const QUALIFYING = /^(?:over|than|approximately|about|nearly|almost|least|some|estimated|roughly|exactly|only)$/

/** A number that looks like a year is one unless the words around it count with it. */
function isYear(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (!token || !/^(?:1[5-9]|20)\d\d$/.test(token.text)) return false
  const before = lower(tokens[i - 1])
  const after = tokens[i + 1]
  if (QUALIFYING.test(before) || scaleAt(tokens, i + 1)) return false
  const counts = after?.kind === 'word' && after.spaced && /^\p{Ll}.*s$/u.test(after.text)
  return !counts || tokens[i - 1]?.kind !== 'word' || YEAR_BEFORE.test(before) || MONTH.test(tokens[i - 1]?.text ?? '')
}

/** `1)`, `(2)`, `3.` at the front. */
function isListNumber(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]]
  if (after?.kind === 'close')
    return (
      before?.kind === 'open' ||
      !before ||
      /^(?:colon|comma|semicolon|stop)$/.test(before.kind) ||
      /^(?:and|or|to|are)$/.test(lower(before))
    )
  return i === 0 && after?.kind === 'stop'
}

/** Digits chained with signs: dates, times, telephone numbers, `9/11`. Index after the chain, `i` where there is none. */
function afterChain(tokens: readonly Token[], i: number): number {
  let [next, links] = [i + 1, 0]
  let range = true
  for (;;) {
    const [joint, digits] = [tokens[next], tokens[next + 1]]
    if (!joint || joint.spaced || digits?.kind !== 'number' || digits.spaced) break
    if (!/^(?:dash|slash|colon)$/.test(joint.kind)) break
    range &&= joint.kind === 'dash'
    links += 1
    next += 2
  }
  // A single dash is a range of counts.
  return links === 0 || (links === 1 && range) ? i : next
}

function isDay(tokens: readonly Token[], i: number): boolean {
  const listed = lower(tokens[i - 1]) === 'and' && tokens[i - 2]?.kind === 'number'
  const near = [tokens[i - 1], tokens[i + 1], listed ? tokens[i - 3] : undefined]
  const dashed =
    tokens[i + 1]?.kind === 'dash' ? tokens[i + 3] : tokens[i - 1]?.kind === 'dash' ? tokens[i - 3] : undefined
  return /^\d{1,2}$/.test(tokens[i]?.text ?? '') && [...near, dashed].some((token) => MONTH.test(token?.text ?? ''))
}

function isLabelled(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (!before) return false
  const named = before.kind === 'stop' ? tokens[i - 2] : before
  if (LABEL.test(lower(named)) && (before.kind !== 'stop' || tokens[i]?.spaced === true))
    return before.kind !== 'stop' || (named?.text.length ?? 9) <= 4
  if (/^[#№§]$/.test(before.text) || before.kind === 'currency' || (before.kind === 'plus' && !tokens[i]?.spaced))
    return true
  // `COVID-19`, `G8`, `C-130`: part of a name.
  if (!tokens[i]?.spaced && before.kind === 'word') return true
  return before.kind === 'dash' && !tokens[i]?.spaced && !before.spaced && tokens[i - 2]?.kind === 'word'
}

function isOtherwise(tokens: readonly Token[], i: number, next: number): boolean {
  const after = tokens[next]
  const glued = after && !after.spaced
  if (glued && after.kind === 'word' && /^(?:st|nd|rd|th|s|am|pm|x|a|b|c|d)$/i.test(after.text)) return true
  if (/^(?:am|pm|a|p)$/.test(lower(after)) && (after?.text.length === 2 || tokens[next + 1]?.kind === 'stop'))
    return true
  return (
    [next, next + 1, next + 2].some(
      (at) =>
        STREET.test(tokens[at]?.text ?? '') &&
        tokens[next]?.kind === 'word' &&
        /^\p{Lu}/u.test(tokens[next]?.text ?? ''),
    ) && i >= 0
  )
}

function digitsAt(tokens: readonly Token[], i: number): CountNode | null {
  const token = tokens[i]
  if (token?.kind !== 'number' || isYear(tokens, i) || isListNumber(tokens, i) || isDay(tokens, i)) return null
  if (isLabelled(tokens, i) || lower(tokens[i - 1]) === 'per') return null
  const scaled = scaleAt(tokens, i + 1)
  const scale = scaled && (tokens[scaled[1] - 1]?.text.length ?? 0) > 2 ? scaled : null
  const next = scale ? scale[1] : i + 1
  if (isOtherwise(tokens, i, next)) return null
  const whole = wholeAmount(token.text, scale ? POWERS[scale[0]] : 0)
  if (typeof whole === 'number') return { value: whole, at: i, next }
  // A decimal that is no whole number, such as `2.5 percent`; its digits are few enough to be exact.
  return whole === 'not-whole' && token.text.length < 12 && !scale
    ? { value: Number(token.text.replaceAll(',', '')), at: i, next }
    : null
}

/** A capital inside a sentence makes a number word part of a name: `Vision Twenty`. */
function isName(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return (
    /^\p{Lu}/u.test(tokens[i]?.text ?? '') &&
    before !== undefined &&
    !/^(?:stop|colon|newline|close|open)$/.test(before.kind) &&
    !/^["“”'‘]$/.test(before.text)
  )
}

/** The numbers that count something, in order. */
export function countsIn(tokens: readonly Token[]): CountNode[] {
  const counts: CountNode[] = []
  for (let i = 0; i < tokens.length; ) {
    const year = yearAt(tokens, i)
    const money = moneyAt(tokens, i)
    const chain = tokens[i]?.kind === 'number' ? afterChain(tokens, i) : i
    const skip = year?.fiscal ? year.next : money ? money.next : year?.last != null ? year.next : chain
    if (skip > i) {
      i = skip
      continue
    }
    const spelled = isLabelled(tokens, i) || isName(tokens, i) ? null : spelledAt(tokens, i)
    const count = digitsAt(tokens, i) ?? (spelled ? { ...spelled, at: i } : null)
    if (count) counts.push(count)
    i = count?.next ?? i + 1
  }
  return counts
}
