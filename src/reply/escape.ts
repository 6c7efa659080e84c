/**
 * Text as Discord shows it unchanged. Everything that Discord would interpret gets a backslash, so that a reader sees
 * the very characters of the source: emphasis, code, spoilers, links, mentions, timestamps, headings, lists, quotes.
 */

const INLINE = /[\\*_~`|[\]()<>@#:]/g
/** What counts only at the start of a line: headings, lists, subtext. */
const LINE_START = /^(\s*)([-+]|\d+(?=[.)]))/
/** Ends of lines as any system writes them; Discord reads each as one. */
const LINE_END = /\r\n?|\n/
/** Marks that turn the direction of text; unbalanced ones would turn what follows the quote too. */
const DIRECTION_MARK = /[\u202a-\u202e\u2066-\u2069]/
const EMBEDS = /[\u202a\u202b\u202d\u202e]/
const ISOLATES = /[\u2066-\u2068]/
const FIRST_STRONG_ISOLATE = '\u2068'
const END_OF_EMBEDDING = '\u202c'
const END_OF_ISOLATE = '\u2069'

/** One line or several; lines stay lines. */
export function escapeMarkdown(text: string): string {
  return text
    .split(LINE_END)
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
  switch (sign) {
    case ':':
      // :name: becomes an emoji, :// a link; before a blank, or a digit with no colon to come, it is a colon.
      return /^(?:\s|$|\d[^\s:]*(?:\s|$))/.test(line.slice(at + 1))
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

/** Keeps direction marks inside the line they came with: they are shut in, and what they open is closed. */
export function isolate(text: string): string {
  return text
    .split(LINE_END)
    .map((line) => (DIRECTION_MARK.test(line) ? `${FIRST_STRONG_ISOLATE}${line}${closing(line)}` : line))
    .join('\n')
}

/** What ends an isolate that holds the line, and whatever the line leaves open in it. */
function closing(line: string): string {
  const open = [END_OF_ISOLATE]
  for (const sign of line) {
    if (EMBEDS.test(sign)) open.push(END_OF_EMBEDDING)
    else if (ISOLATES.test(sign)) open.push(END_OF_ISOLATE)
    else if (sign === END_OF_EMBEDDING && open.at(-1) === END_OF_EMBEDDING) open.pop()
    // The end of an isolate ends all that was opened inside it.
    else if (sign === END_OF_ISOLATE && open.includes(END_OF_ISOLATE)) open.length = open.lastIndexOf(END_OF_ISOLATE)
  }
  return open.reverse().join('')
}

/** The same words for comparing: without marks of direction, which show nothing, and with one kind of line end. */
export function seenText(text: string): string {
  return text
    .split(LINE_END)
    .map((line) => line.replaceAll(new RegExp(DIRECTION_MARK, 'g'), ''))
    .join('\n')
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
