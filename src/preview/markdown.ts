/**
 * Discord's Markdown, line by line: headings, subtext, quotes, code blocks and lists, with markdown-inline.ts for what
 * stands in a line. The page builds elements from these nodes, so no text of a reply is ever read as HTML.
 */
import { type Inline, parseInline } from './markdown-inline.ts'

export type Block =
  | { readonly kind: 'paragraph' | 'subtext'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | List

export interface List {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly items: readonly (readonly Block[])[]
}

const ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/

export function parseMarkdown(text: string): Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  let paragraph: string[] = []
  const flush = () => {
    const joined = paragraph.join('\n')
    if (joined.trim() !== '') blocks.push({ kind: 'paragraph', children: parseInline(joined) })
    paragraph = []
  }
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const taken = blockAt(lines, at)
    if (taken !== null) {
      flush()
      blocks.push(taken.block)
      at += taken.lines
    } else {
      if (line.trim() === '') flush()
      else paragraph.push(line)
      at += 1
    }
  }
  flush()
  return blocks
}

function blockAt(lines: readonly string[], at: number): { block: Block; lines: number } | null {
  const line = lines[at] ?? ''
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line)
  if (heading !== null) {
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3
    return { block: { kind: 'heading', level, children: parseInline(heading[2] ?? '') }, lines: 1 }
  }
  const subtext = /^-# +(\S.*)$/.exec(line)
  if (subtext !== null) return { block: { kind: 'subtext', children: parseInline(subtext[1] ?? '') }, lines: 1 }
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n')
    return { block: { kind: 'quote', blocks: parseMarkdown(rest) }, lines: lines.length - at }
  }
  if (isQuote(line)) return quoteAt(lines, at)
  if (line.startsWith('```')) return codeAt(lines, at)
  return ITEM.test(line) ? listAt(lines, at) : null
}

function isQuote(line: string): boolean {
  return line.startsWith('> ') || line === '>'
}

function quoteAt(lines: readonly string[], at: number) {
  let end = at
  while (end < lines.length && isQuote(lines[end] ?? '')) end++
  const inner = lines.slice(at, end).map((line) => line.slice(2))
  // A quote holds no further quote: Discord reads it as text.
  const blocks = parseMarkdown(inner.map((line) => line.replace(/^>/, '\\>')).join('\n'))
  return { block: { kind: 'quote' as const, blocks }, lines: end - at }
}

function codeAt(lines: readonly string[], at: number) {
  const whole = lines.slice(at).join('\n')
  const match = /^```(?:([\w+#.-]*)\n)?([\s\S]*?)\n?```/.exec(whole)
  if (match === null) return null
  const taken = match[0].split('\n').length
  const rest = (lines[at + taken - 1] ?? '').split('```').at(-1)?.trim() ?? ''
  if (rest !== '') return null
  return { block: { kind: 'code' as const, language: match[1] ?? '', text: match[2] ?? '' }, lines: taken }
}

function listAt(lines: readonly string[], at: number): { block: List; lines: number } {
  const first = ITEM.exec(lines[at] ?? '')
  const indent = first?.[1]?.length ?? 0
  const ordered = /\d/.test(first?.[2] ?? '')
  const items: Block[][] = []
  let next = at
  while (next < lines.length) {
    const item = ITEM.exec(lines[next] ?? '')
    if (item === null) break
    const depth = item[1]?.length ?? 0
    const last = items.at(-1)
    if (depth > indent + 1 && last !== undefined) {
      const inner = listAt(lines, next)
      last.push(inner.block)
      next += inner.lines
    } else if (depth < indent || /\d/.test(item[2] ?? '') !== ordered) break
    else {
      items.push([{ kind: 'paragraph', children: parseInline(item[3] ?? '') }])
      next += 1
    }
  }
  return {
    block: { kind: 'list', ordered, start: ordered ? Number.parseInt(first?.[2] ?? '1', 10) : 1, items },
    lines: next - at,
  }
}
