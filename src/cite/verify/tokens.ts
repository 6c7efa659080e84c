/**
 * Words, numbers and single marks, each with the key by which quote and source are compared. What the interface calls no
 * difference (curly or straight, dashes, white space, letter case) is gone from the key; everything else is kept: `2.25`,
 * `2,25` and `225` have three keys. Not a search analysis: nothing is stemmed and no word is dropped.
 */

export interface Token {
  readonly key: string
  /** Offsets in the text that was cut, in UTF-16 code units. */
  readonly from: number
  readonly to: number
  readonly word: boolean
}

/** Characters that no reader sees: soft hyphen, zero-width ones, directional marks, variation selectors. */
export const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]|[\u202A-\u202E\u2066-\u2069]|[\uFE00-\uFE0F]/g

const PART = '[\\p{L}\\p{M}\\p{N}\\u00AD\\u200B-\\u200F\\u2060-\\u2064\\uFEFF\\uFE00-\\uFE0F]'
/** An apostrophe within a word, and a point or comma within a number, are part of it. */
const WORD = `${PART}+(?:(?:['’ʼ‘]|(?<=\\p{N})[.,](?=\\p{N}))${PART}+)*`
const ELLIPSIS = '\\.(?:\\s?\\.){2,}|…'
const DASHES = '[\\p{Pd}−]+'
const TOKEN = new RegExp(`(?<word>${WORD})|${ELLIPSIS}|${DASHES}|[^\\s]`, 'gu')

const MARKS: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟″«»＂〝〞'].map((mark) => [mark, '"'] as const),
  ...[...'‘’‚‛′‹›ʼ`´＇'].map((mark) => [mark, "'"] as const),
])

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const word = match.groups?.['word'] !== undefined
    const key = word ? wordKey(raw) : markKey(raw)
    if (key !== '') tokens.push({ key, from: match.index, to: match.index + raw.length, word })
  }
  return tokens
}

function wordKey(raw: string): string {
  return /^[a-z0-9]+$/.test(raw)
    ? raw
    : raw
        .replace(INVISIBLE, '')
        .normalize('NFC')
        .toLowerCase()
        .replace(/[’ʼ‘]/g, "'")
        // Written in capitals these two can't be told from what they become.
        .replace(/ß/g, 'ss')
        .replace(/ς/g, 'σ')
}

function markKey(raw: string): string {
  const shown = raw.replace(INVISIBLE, '')
  if (/^[\p{Pd}−]/u.test(shown)) return '-'
  if (/^(?:…|\..*\.)$/s.test(shown)) return '…'
  return MARKS.get(shown) ?? shown
}

// The words that carry a sentence rather than its matter. Only for counting how much of a quote stands somewhere: for
// being verbatim every one of them counts, above all "not".
const FUNCTION_WORDS = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both but by
  can could did do does doing down during each few for from further had has have having he her here hers him his how i if in
  into is it its itself just may me might more most must my no nor not of off on once only or other our out over own same
  shall she should so some such than that the their them then there these they this those through to too under until up very
  was we were what when where which while who whom why will with would you your`.split(/\s+/),
)

export const isContent = (token: Token): boolean => token.word && !FUNCTION_WORDS.has(token.key)

/**
 * The tokens by which a quote's presence is measured: its content words, or all its words where it has none, or all its
 * marks where it has not even words.
 */
export function measured(tokens: readonly Token[]): readonly boolean[] {
  if (tokens.some(isContent)) return tokens.map(isContent)
  if (tokens.some((token) => token.word)) return tokens.map((token) => token.word)
  return tokens.map(() => true)
}
