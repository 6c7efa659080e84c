/**
 * The quotations in somebody's message: what stands in quotation marks of any kind, and block quotes. A message menu
 * takes them from here; `/verify` itself takes its whole value as one quotation.
 */

/** More than these are not looked for; a message that holds more is checked in pieces. */
export const MOST_QUOTATIONS = 10

/**
 * Opening marks and what closes them. German and Polish open low, Swedish opens as it closes, French leaves spaces.
 */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['‚', '‘’'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
  ['"', '"'],
  ["'", "'"],
])

/** Marks that can be nothing else, also next to a letter: Chinese and Japanese leave no space. */
const ONLY_OPEN = '“„「『'

const LETTER = /[\p{L}\p{N}]/u

export interface Quotation {
  readonly text: string
  /** Offsets in the message, without the marks. */
  readonly start: number
  readonly end: number
}

/** The message's quotations in order, each text once, at most {@link MOST_QUOTATIONS}; outermost marks only. */
export function findQuotations(message: string): Quotation[] {
  const blocks = blockQuotes(message)
  const inside = (at: number): boolean => blocks.some((block) => at >= block.start && at < block.end)
  const found = [...blocks, ...marked(message).filter((quotation) => !inside(quotation.start))]
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ text }) => LETTER.test(text) && !seen.has(text) && seen.add(text))
    .slice(0, MOST_QUOTATIONS)
}

/** Consecutive lines that begin with `> `, and all that follows `>>> `. */
function blockQuotes(message: string): Quotation[] {
  const found: Quotation[] = []
  for (const match of message.matchAll(/^[ \t]*>>>[ \t]+(?<rest>[\s\S]+)$|(?:^[ \t]*>[ \t]+[^\n]*(?:\n|$))+/gm)) {
    const text = (match.groups?.['rest'] ?? match[0]).replace(/^[ \t]*>[ \t]+/gm, '').trim()
    found.push({ text: unwrapped(text), start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** A block quote that is also in quotation marks as a whole. */
function unwrapped(text: string): string {
  const [only, ...more] = marked(text)
  return only !== undefined && more.length === 0 && only.start === 1 && only.end === text.length - 1 ? only.text : text
}

function marked(message: string): Quotation[] {
  const found: Quotation[] = []
  for (let at = 0; at < message.length; at++) {
    const closing = CLOSING.get(message.charAt(at))
    if (closing === undefined || !opens(message, at)) continue
    const end = closedAt(message, at, closing)
    if (end === -1) continue
    const text = message.slice(at + 1, end)
    const start = at + 1 + (text.length - text.trimStart().length)
    found.push({ text: text.trim(), start, end: start + text.trim().length })
    at = end
  }
  return found
}

/** A mark that follows a letter is an apostrophe, an inch, or closes something. */
function opens(message: string, at: number): boolean {
  const spaced = message.charAt(at) === '«' || message.charAt(at) === '»'
  const apart = ONLY_OPEN.includes(message.charAt(at)) || !LETTER.test(message.charAt(at - 1))
  return apart && (spaced || /\S/.test(message.charAt(at + 1)))
}

/** Where the quotation that opens at `at` closes; a mark of the same kind that opens within it must close first. */
function closedAt(message: string, at: number, closing: string): number {
  const open = message.charAt(at)
  let depth = 0
  for (let end = at + 1; end < message.length; end++) {
    const mark = message.charAt(end)
    if (message.startsWith('\n\n', end)) return -1
    if (closing.includes(mark) && closes(message, end)) {
      if (depth === 0) return end
      depth--
    } else if (mark === open && !closing.includes(open) && opens(message, end)) depth++
  }
  return -1
}

/** An apostrophe stands between letters, or after a plural's s where the real mark is still to come. */
function closes(message: string, at: number): boolean {
  const mark = message.charAt(at)
  const next = message.charAt(at + 1)
  if (mark !== '’' && mark !== "'" && mark !== '‘') return true
  if (LETTER.test(next)) return false
  const line = message.slice(at + 1).split('\n\n', 1)[0] ?? ''
  const laterCloses = new RegExp(`[^\\s${mark}]${mark}(?![\\p{L}\\p{N}])`, 'u').test(line)
  const laterOpens = /(?:^|[\s(])[‘'](?=\p{L})/u.test(line)
  return !(message.charAt(at - 1) === 's' && /^\s\p{Ll}/u.test(line) && laterCloses && !laterOpens)
}
