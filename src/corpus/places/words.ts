/**
 * Text as words to compare: lower case, without accents, each with its place in the text. A comma is a word of its
 * own, so that "Korea, Republic of" and a list of countries can be told from names that stand side by side.
 */

export interface Word {
  readonly fold: string
  readonly start: number
  readonly end: number
}

/** Letters that no decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ə: 'a' }

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** Lower case, without accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđıßæœə]/g, (letter) => PLAIN[letter] ?? letter)
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/uy

const isAsciiLetterOrDigit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)

/** Where the word that begins at `start` ends; `start` itself where none does. Plain ASCII, the usual case, goes fast. */
function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isAsciiLetterOrDigit(text.charCodeAt(end))) end++
  if (end === text.length || text.charCodeAt(end) < 128) return end
  WORD.lastIndex = start
  return WORD.test(text) ? WORD.lastIndex : start
}

/** The words of a text, in order; offsets in UTF-16 code units. Takes time in proportion to the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (let start = 0; start < text.length; ) {
    const sign = text.charAt(start)
    const end = sign === ',' || sign === '&' ? start + 1 : wordEnd(text, start)
    if (end > start) words.push({ fold: sign === '&' ? 'and' : fold(text.slice(start, end)), start, end })
    start = Math.max(end, start + 1)
  }
  return words
}

/** The folded words of a name, one space between them: the form in which names are compared. */
export function phraseOf(name: string): string {
  return wordsOf(name)
    .map((word) => word.fold)
    .join(' ')
}

const MAX_GAP = 4

/**
 * Whether two neighbouring words can belong to one name: white space (a line may end, a paragraph may not), a hyphen,
 * an apostrophe, a bracket or an abbreviation's full stop lies between them, and nothing else.
 */
export function joins(text: string, left: Word, right: Word): boolean {
  if (left.end === right.start) return true
  const gap = text.slice(left.end, right.start)
  if (/^\s+$/.test(gap)) return gap.indexOf('\n') === gap.lastIndexOf('\n')
  if (gap.length > MAX_GAP || !/^[\s\-‐‑–'’‘`.()/]+$/.test(gap)) return false
  return !gap.includes('.') || left.end - left.start <= 4
}

/** Whether only blanks (and an initial's or title's full stop) stand between two words. */
export function besides(text: string, left: Word, right: Word): boolean {
  return /^\.?[ \t\u00a0]+$/.test(text.slice(left.end, right.start))
}

/** Whether a word begins with a capital letter. */
export function capitalised(text: string, word: Word): boolean {
  const first = text.codePointAt(word.start)
  if (first === undefined) return false
  if (first < 128) return first >= 65 && first <= 90
  return /^\p{Lu}/u.test(String.fromCodePoint(first))
}

/** Whether a stretch begins and ends in a capital letter, as an abbreviation does ("US", "BiH", "U.S"). */
export function abbreviated(text: string, start: number, end: number): boolean {
  return /^\p{Lu}$/u.test(text.charAt(start)) && /^\p{Lu}$/u.test(text.charAt(end - 1))
}
