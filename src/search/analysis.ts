/**
 * Text becomes terms, the same way for what is indexed and for what is asked: lower case, one spelling, Porter2 stems
 * of base forms, numbers and money kept whole, fiscal years in one form. Offsets are those of the text given.
 */
import { createRequire } from 'node:module'
import type { StemmedWord } from '../corpus/phrases.ts'
import { baseForm, termApart } from './irregular.ts'
import { normaliseSpelling } from './spelling.ts'

const require = createRequire(import.meta.url)
const porter2 = require('wink-porter2-stemmer') as (word: string) => string

export interface Token {
  /** What is compared: a stem, a number without grouping commas, or a fiscal year as `fy2007`. */
  readonly term: string
  /** The word as it stands in the text. */
  readonly word: string
  readonly start: number
  readonly end: number
}

const MEMORY_LIMIT = 50_000
/** No word of any language is longer: stemming would take the square of its length, and remembering it its whole length. */
export const LONGEST_WORD = 100
const stems = new Map<string, string>()

/** The Porter2 stem of a lower-case word in its American spelling; remembered, since words recur. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= MEMORY_LIMIT) stems.clear()
  const made = porter2(word)
  stems.set(word, made)
  return made
}

/** Fiscal years (with an optional second year), amounts and numbers, words with inner apostrophes or dots (U.S.). */
const TOKEN =
  /\b(?:FY|fiscal\s+years?|fiscal)[\s\u00a0]*['’]?((?:19|20)?\d{2})(?!\d)|([$€£]?\d+(?:,\d{3})*(?:\.\d+)?)(?![\p{Ll}\d])|((?:\p{L}\.){2,})|([\p{L}\p{M}\d]+(?:['’][\p{L}]+)*)/giu

/** Four digits for a year printed with two. */
export function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year >= 70 ? 1900 + year : 2000 + year
}

const terms = new Map<string, string>()

/** The term of a word as it is written; remembered, since words recur. */
export function wordTerm(word: string): string {
  if (word.length > LONGEST_WORD) return word.toLowerCase()
  const known = terms.get(word)
  if (known !== undefined) return known
  if (terms.size >= MEMORY_LIMIT) terms.clear()
  const made = makeTerm(word)
  terms.set(word, made)
  return made
}

function makeTerm(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$|'$/, '')
    .replaceAll("'", '')
  const base = baseForm(normaliseSpelling(plain))
  return termApart(base) ?? stem(base)
}

/** The terms of a text as the phrase tables of vocabulary and lexicon take them. */
export function stemWords(text: string): readonly StemmedWord[] {
  return analyse(text).map(({ term, start, end }) => ({ stem: term, start, end }))
}

/** The terms of a text in order. A hyphen separates words. */
export function analyse(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [word, fiscal, number, dotted, plain] = match
    const start = match.index
    const end = start + word.length
    if (fiscal !== undefined) tokens.push({ term: `fy${fullYear(fiscal)}`, word, start, end })
    else if (number !== undefined) tokens.push({ term: number.replaceAll(',', ''), word, start, end })
    else if (dotted !== undefined) tokens.push({ term: dotted.replaceAll('.', '').toLowerCase(), word, start, end })
    else if (plain !== undefined) tokens.push({ term: wordTerm(plain), word, start, end })
  }
  return tokens
}
