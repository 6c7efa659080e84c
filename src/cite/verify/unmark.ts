/**
 * A pasted quote may wear what is not the source's: the marks around it, a chat's markup, bullets, dots for what was left
 * out before and after. Each step here is tried only after the quote as it is was not found.
 */
import type { Told } from './told.ts'

export interface Attempt {
  readonly text: string
  readonly told: readonly Told[]
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['“', '“'],
  ['„', '“'],
  ['„', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['‘', '’'],
  ['‚', '‘'],
  ["'", "'"],
  ['「', '」'],
  ['『', '』'],
]

/** The quote as it is, then without what may be around and on it; each text once. */
export function attempts(quote: string): Attempt[] {
  const found: Attempt[] = [{ text: quote, told: [] }]
  const add = (text: string, told: readonly Told[]): void => {
    if (text.trim() !== '' && !found.some((attempt) => attempt.text === text)) found.push({ text, told })
  }
  const bare = withoutFrame(quote)
  add(bare, ['marks around it'])
  const plain = withoutMarkup(quote)
  add(plain, ['markup'])
  add(withoutFrame(plain), ['markup', 'marks around it'])
  return found
}

/** Without quotation marks that enclose all of it, and without dots that begin or end it. */
function withoutFrame(quote: string): string {
  let text = quote.trim()
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(
      /^(?:…|\.(?:\s?\.){2,}|\[\s?(?:…|\.{3})\s?\])\s*|\s*(?:…|\.(?:\s?\.){2,}|\[\s?(?:…|\.{3})\s?\])$/g,
      '',
    )
    const pair = PAIRS.find(([open, close]) => text.length > 2 && text.startsWith(open) && text.endsWith(close))
    if (pair !== undefined) text = text.slice(1, -1).trim()
  }
  return text
}

/** Without Discord's and Markdown's marks: emphasis, code, spoilers, block quotes, bullets, links, backslashes. */
function withoutMarkup(quote: string): string {
  return quote
    .replace(/^[ \t]*(?:>{1,3}[ \t]+|#{1,6}[ \t]+|[-*+•◦▪·][ \t]+)+/gm, '')
    .replace(/\[([^\]\n]+)\]\(<?https?:[^)\s]*>?\)/g, '$1')
    .replace(/(\*\*\*|\*\*|__|~~|\|\||`{1,3})(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
