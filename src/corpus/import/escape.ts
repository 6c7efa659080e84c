/**
 * Source text as Markdown that reads as that text: a backslash before each character that CommonMark would take for
 * markup, and no other. Proved for any text by the property test, and for each sheet by `verify.ts` before it is written.
 */

const PUNCTUATION = /[!-/:-@[-`{-~]/

/** `text`, a line or part of one, so that nothing inside it is emphasis, code, a link, HTML, an entity or a hard break. */
export function escapeInline(text: string): string {
  let escaped = ''
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (isMarkup(text, index, character)) escaped += '\\'
    escaped += character
  }
  return escaped
}

function isMarkup(text: string, index: number, character: string): boolean {
  const before = text.charAt(index - 1)
  const rest = text.slice(index + 1, index + 40)
  switch (character) {
    case '`':
    case '[':
      return true
    case '*':
      return !(/^\s?$/.test(before) && /^(?:\s|$)/.test(rest))
    case '_':
      // Inside a word an underscore is only itself; so it is between blanks.
      return (
        !(/[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(rest)) &&
        !(/^\s?$/.test(before) && /^(?:\s|$)/.test(rest))
      )
    case '<':
      return /^[A-Za-z/!?]/.test(rest)
    case '&':
      return /^(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,32});/.test(rest)
    case '\\':
      return rest === '' || PUNCTUATION.test(rest.charAt(0))
    default:
      return false
  }
}

/**
 * A line of a paragraph: inline markup escaped, and whatever would open another block at its beginning. `opens` is true
 * for the first line of its paragraph; some marks cannot break into one that has begun.
 */
export function escapeLine(text: string, opens: boolean): string {
  const ordered = /^(\d{1,9})([.)])(?=\s|$)/.exec(text)
  if (ordered !== null && (opens || ordered[1] === '1')) {
    const digits = ordered[1] ?? ''
    return `${digits}\\${escapeInline(text.slice(digits.length))}`
  }
  const escaped = escapeInline(text)
  if (escaped.startsWith('\\')) return escaped
  const opensBlock =
    /^#{1,6}(?:\s|$)/.test(text) ||
    /^>/.test(text) ||
    /^[-+*](?:\s|$)/.test(text) ||
    // Two dashes make a rule with the dash of their list item.
    /^(?:-[ \t]*){2,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/.test(text) ||
    /^~{3,}/.test(text) ||
    (!opens && /^(?:=+|-+)$/.test(text))
  return opensBlock ? `\\${escaped}` : escaped
}

/** The text of a heading: marks that open a block mean nothing there, but closing number signs would vanish. */
export function escapeHeading(text: string): string {
  const escaped = escapeInline(text)
  return /(?:^|[ \t])#+$/.test(text) ? escaped.replace(/#+$/, (signs) => `\\${signs}`) : escaped
}
