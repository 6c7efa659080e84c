/**
 * Text as Discord shows it unchanged. Everything that Discord would interpret gets a backslash, so that a reader sees
 * the very characters of the source: emphasis, code, spoilers, links, mentions, timestamps, headings, lists, quotes.
 */

const INLINE = /[\\*_~`|[\]()<>@#:]/g
/** What counts only at the start of a line: headings, lists, subtext. */
const LINE_START = /^(\s*)([-+]|\d+(?=[.)]))/
/** Marks that turn the direction of text; unbalanced ones would turn what follows the quote too. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/

/** One line or several; lines stay lines. */
export function escapeMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const escaped = line.replaceAll(INLINE, (sign, at: number) => (isPlain(line, sign, at) ? sign : `\\${sign}`))
      return escaped.replace(LINE_START, (_, blanks: string, mark: string) =>
        /\d/.test(mark) ? `${blanks}${mark}\\` : `${blanks}\\${mark}`,
      )
    })
    .join('\n')
}

/** Signs that Discord leaves alone where they stand, kept bare so that the text stays readable in the payload. */
function isPlain(line: string, sign: string, at: number): boolean {
  const after = line[at + 1] ?? ' '
  switch (sign) {
    case ':':
      // :name: becomes an emoji, :// a link; a colon before a blank or a digit is one.
      return /[\s\d]/.test(after)
    case '(':
    case ')':
      // Only ]( makes a link, and the ] is escaped.
      return true
    case '#':
      return !/^\s*#{0,2}$/.test(line.slice(0, at))
    default:
      return false
  }
}

/** Keeps direction marks inside the text they came with. */
export function isolate(text: string): string {
  return BIDI.test(text)
    ? `\u2068${text}${'\u202c'.repeat((text.match(/[\u202a\u202b\u202d\u202e]/g) ?? []).length)}\u2069`
    : text
}

/** Something a person typed, said back: on one line, without control and direction marks, shortened, escaped. */
export function echo(typed: string, limit = 80): string {
  const clean = typed
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const characters = [...clean]
  return escapeMarkdown(characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : clean)
}
