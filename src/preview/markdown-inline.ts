/**
 * Discord's Markdown inside a line: https://support.discord.com/hc/en-us/articles/210298617 and, for mentions and
 * timestamps, https://discord.com/developers/docs/reference#message-formatting. What comes out is data, never HTML.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** `at` in seconds since 1970; `style` is Discord's letter. */
  | { readonly kind: 'time'; readonly at: number; readonly style: string }
  | {
      readonly kind: 'mention'
      readonly of: 'user' | 'role' | 'channel' | 'everyone' | 'command'
      readonly text: string
    }

type Found = { readonly node: Inline; readonly length: number } | null

/** A nested mark deeper than this stays text; Discord has far fewer kinds of them. */
const MAX_DEPTH = 12

const WRAPS = [
  { mark: '**', kind: 'strong' },
  { mark: '__', kind: 'underline' },
  { mark: '~~', kind: 'strike' },
  { mark: '||', kind: 'spoiler' },
  { mark: '*', kind: 'em' },
  { mark: '_', kind: 'em' },
] as const

/** `text` may span several lines; each line break comes out as one. */
export function parseInline(text: string, depth = 0): Inline[] {
  const out: Inline[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') out.push({ kind: 'text', text: plain })
    plain = ''
  }
  let at = 0
  while (at < text.length) {
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(text.slice(at, at + 3))
    if (escaped?.[1] !== undefined) {
      plain += escaped[1]
      at += escaped[0].length
      continue
    }
    const found = depth < MAX_DEPTH ? nodeAt(text, at, depth) : null
    if (found === null) {
      plain += text[at]
      at += 1
    } else {
      flush()
      out.push(found.node)
      at += found.length
    }
  }
  flush()
  return out
}

/** The address when it is one that may be opened from a page, else null: `javascript:` and the like never are. */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}

function nodeAt(text: string, at: number, depth: number): Found {
  switch (text[at]) {
    case '\n':
      return { node: { kind: 'break' }, length: 1 }
    case '`':
      return codeAt(text, at)
    case '<':
      return angleAt(text.slice(at, at + 600))
    case '[':
      return maskedLinkAt(text, at, depth)
    case 'h':
      return bareLinkAt(text, at)
    case '@':
      return everyoneAt(text.slice(at, at + 9))
    default:
      return wrapAt(text, at, depth)
  }
}

function codeAt(text: string, at: number): Found {
  const fence = /^`+/.exec(text.slice(at))?.[0] ?? '`'
  const end = text.indexOf(fence, at + fence.length)
  if (end < 0 || end === at + fence.length) return null
  return { node: { kind: 'code', text: text.slice(at + fence.length, end) }, length: end + fence.length - at }
}

function angleAt(text: string): Found {
  const time = /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/.exec(text)
  if (time !== null) {
    return { node: { kind: 'time', at: Number(time[1]), style: time[2] ?? 'f' }, length: time[0].length }
  }
  const mention = /^<(@!?|@&|#)\d{1,20}>/.exec(text)
  if (mention !== null) {
    const of = mention[1] === '#' ? 'channel' : mention[1] === '@&' ? 'role' : 'user'
    return { node: { kind: 'mention', of, text: of === 'channel' ? '#channel' : `@${of}` }, length: mention[0].length }
  }
  const command = /^<(\/[^<>:\n]{1,100}):\d{1,20}>/.exec(text)
  if (command?.[1] !== undefined) {
    return { node: { kind: 'mention', of: 'command', text: command[1] }, length: command[0].length }
  }
  const emoji = /^<a?(:\w{2,32}:)\d{1,20}>/.exec(text)
  if (emoji?.[1] !== undefined) return { node: { kind: 'text', text: emoji[1] }, length: emoji[0].length }
  const link = /^<(https?:\/\/[^\s<>]+)>/.exec(text)
  const href = link?.[1] === undefined ? null : safeLink(link[1])
  if (link?.[1] === undefined || href === null) return null
  return { node: { kind: 'link', href, children: [{ kind: 'text', text: link[1] }] }, length: link[0].length }
}

function maskedLinkAt(text: string, at: number, depth: number): Found {
  const close = closingBracket(text, at)
  if (close < 0) return null
  const target = /^\]\(<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"\n]*")?\)/.exec(text.slice(close))
  const href = target?.[1] === undefined ? null : safeLink(target[1])
  const label = text.slice(at + 1, close)
  if (target === null || href === null || label.trim() === '') return null
  const children = parseInline(label, depth + 1).filter((node) => node.kind !== 'link')
  return { node: { kind: 'link', href, children }, length: close - at + target[0].length }
}

function closingBracket(text: string, open: number): number {
  let level = 0
  for (let i = open; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '[') level++
    else if (text[i] === ']' && --level === 0) return i
  }
  return -1
}

function bareLinkAt(text: string, at: number): Found {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null
  const match = /^https?:\/\/[^\s<>]+/.exec(text.slice(at, at + 2100))
  if (match === null) return null
  let shown = match[0].replace(/[.,:;!?"'*_~|\]]+$/, '')
  if (shown.endsWith(')') && !shown.includes('(')) shown = shown.slice(0, -1)
  const href = safeLink(shown)
  return href === null
    ? null
    : { node: { kind: 'link', href, children: [{ kind: 'text', text: shown }] }, length: shown.length }
}

function everyoneAt(text: string): Found {
  const match = /^@(everyone|here)/.exec(text)
  return match === null ? null : { node: { kind: 'mention', of: 'everyone', text: match[0] }, length: match[0].length }
}

function wrapAt(text: string, at: number, depth: number): Found {
  for (const { mark, kind } of WRAPS) {
    if (!text.startsWith(mark, at)) continue
    const end = closingMark(text, at, mark)
    if (end < 0) continue
    const children = parseInline(text.slice(at + mark.length, end), depth + 1)
    return { node: { kind, children }, length: end + mark.length - at }
  }
  return null
}

/** Where `mark` closes what it opens at `open`; marks inside code or behind a backslash don't count. */
function closingMark(text: string, open: number, mark: string): number {
  const letter = mark[0] ?? ''
  const single = mark.length === 1
  const start = open + mark.length
  if (single && (/\s/.test(text[start] ?? ' ') || (letter === '_' && isWord(text[open - 1])))) return -1
  let i = start
  while (i < text.length) {
    if (text[i] === '\\') i += 2
    else if (text[i] === '`') i += codeAt(text, i)?.length ?? 1
    else if (text[i] !== letter) i += 1
    else {
      let run = 1
      while (text[i + run] === letter) run++
      const fits = single ? run % 2 === 1 : run >= 2
      const spaced = single && /\s/.test(text[i - 1] ?? '')
      const inWord = letter === '_' && single && isWord(text[i + run])
      if (fits && !spaced && !inWord && i + run - mark.length >= start + 1) return i + run - mark.length
      i += run
    }
  }
  return -1
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character)
}
