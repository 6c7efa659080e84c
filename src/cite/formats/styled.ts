/**
 * Text with italics that becomes plain (for a code block) or Markdown (for a message). The marks are private-use
 * characters, which no source's title is left with.
 */
const [OPEN, CLOSE] = ['\uE000', '\uE001']

export type Styled = string

export const italic = (text: string): Styled => `${OPEN}${text.replace(/[\uE000\uE001]/g, '')}${CLOSE}`

export const plain = (text: Styled): string => text.replace(/[\uE000\uE001]/g, '')

/** Escapes what Discord would read as markup; addresses stay as they are, they are links of their own. */
export const markdown = (text: Styled): string =>
  text
    .split(/(https?:\S+)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[\\*_~`|<>[\]#]/g, '\\$&')))
    .join('')
    .replaceAll(OPEN, '*')
    .replaceAll(CLOSE, '*')

/** In double quotation marks, with those inside made single, and the closing stop or comma inside, as Americans print. */
export function quoted(title: string, stop: ',' | '.'): string {
  const inner = title.replace(/[“"](?=[\p{L}\p{N}(])/gu, '‘').replace(/[”"]/g, '’')
  // A title's own question mark takes the full stop's place, but a comma still follows it.
  const ends = /[.?!…]$/.test(title)
  return `“${inner}${ends && stop === '.' ? '' : stop}”`
}

/** A sentence's end, unless the text has one. */
export const stopped = (text: string): string => (/[.?!…]\uE001?$/.test(text) ? text : `${text}.`)
