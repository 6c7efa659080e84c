/** The words and letters that scale a number. */
import { lower, type Token } from './tokens.ts'
import type { FundingLine } from './types.ts'

export type Scale = NonNullable<FundingLine['scale']>

export const POWERS: Readonly<Record<Scale, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 }
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

/** The scale at token `i` and the index after it: `million`, `-million`, a glued `M`. */
export function scaleAt(tokens: readonly Token[], i: number): [Scale, number] | null {
  const hyphen = tokens[i]?.kind === 'dash' && !tokens[i]?.spaced && !tokens[i + 1]?.spaced ? 1 : 0
  const token = tokens[i + hyphen]
  const scale = SCALE_WORDS[lower(token)]
  if (!token || !scale) return null
  const letters = token.text.length <= 2
  // A letter that stands alone scales only as a capital: `$5 M`, not `$5 m`.
  if (letters && (hyphen === 1 || (token.spaced && token.text !== token.text.toUpperCase()))) return null
  return [scale, i + hyphen + 1]
}
