/**
 * Text becomes terms, the same way for what is indexed and for what is asked: lower case, one spelling, Porter2 stems
 * of base forms, numbers and money kept whole, fiscal years in one form. Offsets are those of the text given.
 */
import { createRequire } from 'node:module'
import type { StemmedWord } from '../corpus/phrases.ts'
import { remembered } from '../corpus/remembered.ts'
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

/** No word of any language is longer: stemming would take the square of its length, and remembering it its whole length. */
export const LONGEST_WORD = 100
/** Words whose terms are remembered: more than the sheets of most corpora hold. */
const MEMORY_LIMIT = 10_000

/**
 * Fiscal years (with an optional second year), amounts and numbers, words with inner apostrophes or dots (U.S.), or with
 * soft hyphens and the like inside, which no reader sees.
 */
const TOKEN =
  /\b(?:FY|fiscal\s+years?|fiscal)[\s\u00a0]*['’]?((?:19|20)?\d{2})(?!\d)|([$€£]?\d+(?:,\d{3})*(?:\.\d+)?)(?![\p{Ll}\d])|((?:\p{L}\.){2,})|((?:co-(?=oper|ordin))?[\p{L}\p{M}\d]+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+[\p{L}\p{M}\d]+)*(?:['’][\p{L}]+)*)/giu

/** Four digits for a year printed with two. */
export function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year >= 70 ? 1900 + year : 2000 + year
}

const rememberedTerm = remembered(MEMORY_LIMIT, makeTerm)

/** The term of a word as it is written; remembered, since words recur. */
export function wordTerm(word: string): string {
  return word.length > LONGEST_WORD ? word.toLowerCase() : rememberedTerm(word)
}

function makeTerm(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('-', '')
    .replace(/'s$|'$/, '')
    .replaceAll("'", '')
  const base = baseForm(normaliseSpelling(plain))
  return termApart(base) ?? porter2(base)
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
