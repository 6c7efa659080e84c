/**
 * Cuts text into the tokens that the funding grammar is written in. It knows characters, not meanings: what a year or
 * an amount is, is said in years.ts and money.ts. Every character but spaces belongs to exactly one token.
 */

export type TokenKind =
  | 'number'
  | 'word'
  | 'currency'
  | 'dash'
  | 'plus'
  | 'equals'
  | 'open'
  | 'close'
  | 'mark'
  | 'colon'
  | 'comma'
  | 'semicolon'
  | 'stop'
  | 'slash'
  | 'bar'
  | 'newline'
  | 'other'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Offsets in the text that was cut. */
  readonly from: number
  readonly to: number
  /** Whether white space stands before it. */
  readonly spaced: boolean
}

// A number is digits with the dots and commas between them, well-formed or not: judging is the grammar's business.
const NUMBER = /(?:\d|(?<![\p{L}\p{N}.,])\.\d)(?:[\d.,]*\d)?/uy
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’&][\p{L}\p{M}]+)*/uy
const MARK = /[*†‡]+|[⁰¹²³⁴-⁹]+/uy
const SPACE = /[^\S\n]+/uy

const SIGNS: Readonly<Record<string, TokenKind>> = {
  $: 'currency',
  '€': 'currency',
  '£': 'currency',
  '-': 'dash',
  '‐': 'dash',
  '‑': 'dash',
  '–': 'dash',
  '—': 'dash',
  '−': 'dash',
  '+': 'plus',
  '=': 'equals',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  ':': 'colon',
  ',': 'comma',
  ';': 'semicolon',
  '.': 'stop',
  '/': 'slash',
  '|': 'bar',
  '\n': 'newline',
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** The tokens of `text` from `from` to `to`, with offsets in `text`. Time is linear in the length. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  const part = to < text.length ? text.slice(0, to) : text
  let spaced = false
  for (let at = from; at < to; ) {
    const space = matchAt(SPACE, part, at)
    if (space) {
      at += space.length
      spaced = true
      continue
    }
    const [kind, value] = tokenAt(part, at)
    tokens.push({ kind, text: value, from: at, to: at + value.length, spaced })
    at += value.length
    spaced = false
  }
  return tokens
}

function tokenAt(text: string, at: number): [TokenKind, string] {
  const number = matchAt(NUMBER, text, at)
  if (number) return ['number', number]
  const word = matchAt(WORD, text, at)
  if (word) return ['word', word]
  const mark = matchAt(MARK, text, at)
  if (mark) return ['mark', mark]
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return [SIGNS[sign] ?? 'other', sign]
}

/** The token's word in lower case, or '' where it is no word. */
export function lower(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text.toLowerCase() : ''
}
