/**
 * The blocks of a reply in pages that keep a message's budgets. A block is whole on one page; one that no page could
 * hold (a table of a hundred figures) is parted between its lines.
 */
import type { Block } from './model.ts'

/** What a page may hold: characters and bytes of text, and components. */
export interface Room {
  readonly text: number
  readonly bytes: number
  readonly components: number
}

export type Page = readonly Block[]

/** At least one page; none begins or ends with a rule. */
export function paginate(blocks: readonly Block[], room: Room): readonly Page[] {
  const pages: Block[][] = []
  let page: Block[] = []
  let left = room
  const turn = () => {
    const trimmed = withoutRules(page)
    if (trimmed.length > 0) pages.push(trimmed)
    page = []
    left = room
  }
  for (const block of blocks.flatMap((one) => fitting(one, room))) {
    const cost = costOf(block)
    if (cost.text > left.text || cost.bytes > left.bytes || cost.components > left.components) turn()
    page.push(block)
    left = {
      text: left.text - cost.text,
      bytes: left.bytes - cost.bytes,
      components: left.components - cost.components,
    }
  }
  turn()
  return pages.length === 0 ? [[]] : pages
}

function costOf(block: Block): Room {
  if (block.kind !== 'text') return { text: 0, bytes: 0, components: block.kind === 'image' ? 2 : 1 }
  return { text: block.markdown.length, bytes: Buffer.byteLength(block.markdown, 'utf8'), components: 1 }
}

function withoutRules(page: readonly Block[]): Block[] {
  const isRule = (block: Block | undefined) => block?.kind === 'rule'
  const kept = [...page]
  while (isRule(kept[0])) kept.shift()
  while (isRule(kept.at(-1))) kept.pop()
  return kept
}

/** The block, or the parts of one that is too long for any page. */
function fitting(block: Block, room: Room): readonly Block[] {
  if (block.kind !== 'text') return [block]
  const fits = (markdown: string) => markdown.length <= room.text && Buffer.byteLength(markdown, 'utf8') <= room.bytes
  if (block.markdown.trim() === '') return []
  if (fits(block.markdown)) return [block]
  const parts: string[] = []
  let part = ''
  for (const line of block.markdown.split('\n').flatMap((one) => shortened(one, fits))) {
    const grown = part === '' ? line : `${part}\n${line}`
    if (fits(grown)) part = grown
    else {
      parts.push(part)
      part = line
    }
  }
  return [...parts, part].filter((markdown) => markdown.trim() !== '').map((markdown) => ({ kind: 'text', markdown }))
}

/** A line longer than a page, parted between its words and, where it has none, between characters. */
function shortened(line: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(line)) return [line]
  const mark = /^(?:> |-# )/.exec(line)?.[0] ?? ''
  const parts: string[] = []
  let part = ''
  // A character and the backslash before it stay together.
  for (const [word] of line.slice(mark.length).matchAll(/(?:\\.|[^\s\\]){1,200}\s*|\s+|\\/gsu)) {
    if (fits(`${mark}${part}${word}`)) part += word
    else {
      parts.push(part)
      part = word
    }
  }
  return [...parts, part].map((text) => `${mark}${text}`)
}
