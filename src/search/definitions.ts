/**
 * Abbreviations that a text explains without brackets: a footnote (`AEECA: Assistance for Europe, …`), an apposition
 * (`the Drug Control Agency, or DCA,`), a name in use (`mobile teams, known as MOBITs`). Brackets are the corpus' own.
 */

export interface Definition {
  readonly short: string
  readonly long: string
  /** Where the short form stands in the text. */
  readonly at: number
}

const SHORT = '\\p{Lu}[\\p{Lu}\\d./&-]{1,9}'
const NOTE = new RegExp(`^[\\s*†‡\\[\\]()\\d]*(${SHORT})\\s*(?::|–|—|-|=)\\s+(\\p{Lu}[^\\n]{5,120})$`, 'gmu')
const OR = new RegExp(
  `((?:\\p{Lu}[\\p{L}’'-]*\\s+(?:(?:of|for|and|the|on|in|against|to)\\s+){0,2}){1,7}\\p{Lu}[\\p{L}’'-]*),?\\s+(?:or|known\\s+as|abbreviated\\s+as|called)\\s+(?:the\\s+)?(${SHORT})s?\\b`,
  'gu',
)
const KNOWN_AS = new RegExp(`(\\p{L}+\\s+\\p{L}+),\\s+known\\s+as\\s+(?:the\\s+)?(${SHORT})s?\\b`, 'gu')

/** Without one of these there is nothing to look for. */
const MARKED = /\b(?:or|as|called)\s+(?:the\s+)?\p{Lu}{2}/u

/** The definitions of a text, each short form once. */
export function findDefinitions(text: string): readonly Definition[] {
  const found = new Map<string, Definition>()
  const add = (short: string, long: string, at: number) => {
    if (!found.has(short) && /\p{Lu}.*\p{Lu}/u.test(short))
      found.set(short, { short, long: long.trim().replace(/^(?:The|An?|Its|This)\s+/, ''), at })
  }
  for (const { 1: short = '', 2: long = '', index, 0: whole } of text.matchAll(NOTE))
    if (hasInitials(short, long)) add(short, long, index + whole.indexOf(short))
  for (const pattern of MARKED.test(text) ? [OR, KNOWN_AS] : [])
    for (const { 1: long = '', 2: short = '', index, 0: whole } of text.matchAll(pattern))
      add(short, long, index + whole.lastIndexOf(short))
  return [...found.values()]
}

/** Whether the letters of the short form stand in order at the beginning of words; "FY: Funding" and headings do not. */
function hasInitials(short: string, long: string): boolean {
  const initials = long
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toLowerCase())
    .join('')
  let at = 0
  for (const letter of short.toLowerCase().replaceAll(/[^\p{L}]/gu, '')) {
    at = initials.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
