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

/** Lower case, without accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (/^[\0-\x7f]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđıßæœə]/g, (letter) => PLAIN[letter] ?? letter)
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[,&]/gu

/** The words of a text, in order; offsets in UTF-16 code units. Takes time in proportion to the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const found of text.matchAll(WORD)) {
    const raw = found[0]
    words.push({ fold: raw === '&' ? 'and' : fold(raw), start: found.index, end: found.index + raw.length })
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
