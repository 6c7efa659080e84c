/** Numbers in words: `eleven`, `seventy-five`, `two hundred`, `a dozen`. Ordinals, fractions and pronouns are none. */
import { lower, type Token } from '../funding/tokens.ts'

export interface SpelledNumber {
  readonly value: number
  /** Index of the token after it. */
  readonly next: number
}

const SMALL: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
)
const LARGE: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['dozen', 12],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
const FRACTION = /^(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)$/
/** After these, or before those, `one` counts nothing. */
const PRONOUN_BEFORE = /^(?:no|this|that|each|every|any|which|another|the|only|some|first|last|number|level|phase)$/
const PRONOUN_AFTER =
  /^(?:of|or|can|may|must|should|could|would|is|was|has|had|who|that|which|another|day|such|side|hand|by|to|and|in|for|on|at|with|as)$/

/** Below a hundred: `seventy-five`, `eleven`. */
function belowHundred(tokens: readonly Token[], i: number): SpelledNumber | null {
  const word = lower(tokens[i])
  const small = SMALL.get(word)
  if (small !== undefined) return { value: small, next: i + 1 }
  const tens = TENS.get(word)
  if (tens === undefined) return null
  const at = tokens[i + 1]?.kind === 'dash' && !tokens[i + 1]?.spaced ? i + 2 : i + 1
  const unit = SMALL.get(lower(tokens[at]))
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: tens + unit, next: at + 1 }
    : { value: tens, next: i + 1 }
}

function isPronoun(tokens: readonly Token[], i: number): boolean {
  if (lower(tokens[i]) !== 'one') return false
  const after = tokens[i + 1]
  return PRONOUN_BEFORE.test(lower(tokens[i - 1])) || after?.kind !== 'word' || PRONOUN_AFTER.test(lower(after))
}

/** The number in words that begins at token `i`; null where none does. */
export function spelledAt(tokens: readonly Token[], i: number): SpelledNumber | null {
  const article = /^an?$/.test(lower(tokens[i])) && LARGE.has(lower(tokens[i + 1]))
  let found = article ? { value: 1, next: i + 1 } : belowHundred(tokens, i)
  if (lower(tokens[i]) === 'half' && lower(tokens[i + 1]) === 'a' && lower(tokens[i + 2]) === 'dozen')
    return { value: 6, next: i + 3 }
  if (!found || (!article && isPronoun(tokens, i) && !LARGE.has(lower(tokens[i + 1])))) return null
  for (
    let large = LARGE.get(lower(tokens[found.next]));
    large !== undefined;
    large = LARGE.get(lower(tokens[found.next]))
  ) {
    found = { value: found.value * large, next: found.next + 1 }
    const at: number = lower(tokens[found.next]) === 'and' ? found.next + 1 : found.next
    const rest = large === 12 ? null : belowHundred(tokens, at)
    if (rest) found = { value: found.value + rest.value, next: rest.next }
  }
  const joined = tokens[found.next]?.kind === 'dash' ? tokens[found.next + 1] : tokens[found.next]
  return FRACTION.test(lower(joined)) ? null : found
}
