/** The grammar of years: `FY07`, `FY 2006-08`, `fiscal year 2007`, `2006 to 2008`, and a bare `2007`. */
import { lower, type Token } from './tokens.ts'

export interface YearNode {
  readonly type: 'year'
  readonly first: number
  /** The last year of a range. */
  readonly last: number | null
  /** Whether the source calls it a fiscal year. */
  readonly fiscal: boolean
  readonly from: number
  readonly to: number
  /** Index of the token after it. */
  readonly next: number
}

const SCALES = /^(?:thousand|million|billion|trillion|mil|mill|mln|bn|hundred|dollars?|percent)$/i
const LONGEST_RANGE = 25

/** Two digits are a year of 1970 to 2069. */
function fullYear(digits: string): number | null {
  if (/^\d\d$/.test(digits)) return Number(digits) + (Number(digits) >= 70 ? 1900 : 2000)
  return /^(?:19[5-9]|20\d)\d$/.test(digits) ? Number(digits) : null
}

/** Index after `FY`, `F.Y.`, `fiscal`, `fiscal year(s)`; `i` itself where none stands. */
function afterFiscal(tokens: readonly Token[], i: number): number {
  const word = lower(tokens[i])
  let next = i
  if (word === 'fy' || word === 'fys') next = i + 1
  else if (word === 'f' && tokens[i + 1]?.kind === 'stop' && lower(tokens[i + 2]) === 'y') next = i + 3
  else if (word === 'fiscal') next = /^(?:years?|yrs?)$/.test(lower(tokens[i + 1])) ? i + 2 : i + 1
  if (next === i) return i
  while (next > i + 1 && tokens[next]?.kind === 'stop') next += 1
  const glue = tokens[next]
  const glued = glue && (glue.kind === 'dash' || glue.kind === 'stop' || /^['’‘]$/.test(glue.text))
  return glued && tokens[next + 1]?.kind === 'number' ? next + 1 : next
}

function yearDigits(tokens: readonly Token[], i: number, short: boolean): number | null {
  const token = tokens[i]
  if (token?.kind !== 'number' || (!short && token.text.length !== 4)) return null
  if (SCALES.test(tokens[i + 1]?.text ?? '') || /^%$/.test(tokens[i + 1]?.text ?? '')) return null
  return fullYear(token.text)
}

function rangeEnd(tokens: readonly Token[], i: number, first: number, fiscal: boolean): [number, number] | null {
  const joint = tokens[i]
  const word = /^(?:to|through|thru|until)$/.test(lower(joint))
  if (!word && joint?.kind !== 'dash' && joint?.kind !== 'slash') return null
  const at = afterFiscal(tokens, i + 1)
  const last = yearDigits(tokens, at, at > i + 1 || !word || fiscal)
  // `FY 2007 - 20 000`: a torn number, not a year.
  if (last !== null && tokens[at]?.text.length === 2 && tokens[at + 1]?.kind === 'number') return null
  // `FY07 - 2007 …` and the like are a separator and something else, not a range.
  return last !== null && last > first && last - first <= LONGEST_RANGE ? [last, at + 1] : null
}

/** The year or range of years that begins at token `i`. */
export function yearAt(tokens: readonly Token[], i: number): YearNode | null {
  const start = tokens[i]
  if (!start) return null
  const at = afterFiscal(tokens, i)
  const fiscal = at > i
  if (!fiscal && (tokens[i - 1]?.kind === 'currency' || start.kind !== 'number')) return null
  const first = yearDigits(tokens, at, fiscal)
  if (first === null) return null
  const range = rangeEnd(tokens, at + 1, first, fiscal)
  const next = range ? range[1] : at + 1
  const end = tokens[next - 1] ?? start
  return { type: 'year', first, last: range ? range[0] : null, fiscal, from: start.from, to: end.to, next }
}
