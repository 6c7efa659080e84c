/**
 * The blocks of a fact sheet's Markdown in the order of the file: headings, and the paragraphs and list items that
 * become passages. Offsets come from the parser and are the file's own.
 */
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { frontmatter } from 'micromark-extension-frontmatter'
import type { Reading } from './model.ts'
import { partOf, readingOf } from './reading.ts'

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'line'
  /** 1 to 6 for a heading, else 0. */
  readonly level: number
  readonly start: number
  readonly end: number
  readonly reading: Reading
}

const FIGURE_LINE = /^\W{0,3}(?:FY|Fiscal|(?:19|20)\d\d\b|[$€£])/i
const ENDS_CLOSED = /[.!?:;)\]”"’]\s*$/

/**
 * Whether the lines of a paragraph stand each for itself (figures, captions, the lines that say what the text is)
 * rather than being one wrapped text. Wrapped prose goes on in lower case or breaks long lines inside a sentence.
 */
function linesStandAlone(lines: readonly string[]): boolean {
  if (lines.length < 2) return false
  const continued = lines.slice(1)
  if (lines.filter((line) => FIGURE_LINE.test(line)).length * 2 >= lines.length) return true
  if (continued.some((line) => /^\p{Ll}/u.test(line))) return false
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const full = lines.slice(0, -1)
  // Wrapped lines are about equally long, but for the last.
  if (full.some((line) => line.length < longest * 0.5)) return true
  return full.every((line) => line.length <= 55 || ENDS_CLOSED.test(line))
}

/** A line that stands alone and holds several sentences: paragraphs that no empty line parts. */
function isProse(line: string): boolean {
  return !FIGURE_LINE.test(line) && /[.!?][”"’)]?\s+[“"‘(]?\p{Lu}/u.test(line) && line.length > 120
}

function* passagesOf(node: Nodes, item: boolean, file: string): Generator<Block> {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const reading = readingOf(node, file)
  if (reading.text.trim() === '') return
  const lines = reading.text.split('\n')
  if (!linesStandAlone(lines)) {
    yield { kind: item ? 'item' : 'paragraph', level: 0, start, end, reading }
    return
  }
  let at = 0
  for (const line of lines) {
    const from = at + (line.length - line.trimStart().length)
    const to = at + line.trimEnd().length
    at += line.length + 1
    if (to > from) {
      const kind = isProse(reading.text.slice(from, to)) ? 'paragraph' : 'line'
      yield { kind, level: 0, ...reading.span(from, to), reading: partOf(reading, from, to) }
    }
  }
}

function* walk(node: Nodes, item: boolean, file: string): Generator<Block> {
  switch (node.type) {
    case 'heading':
      yield {
        kind: 'heading',
        level: node.depth,
        start: node.position?.start.offset ?? 0,
        end: node.position?.end.offset ?? 0,
        reading: readingOf(node, file),
      }
      return
    case 'paragraph':
    case 'code':
    case 'html':
      yield* passagesOf(node, item, file)
      return
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
      for (const child of node.children) yield* walk(child, item || node.type === 'listItem', file)
  }
}

/** The blocks of a whole file, front matter left out. */
export function readBlocks(file: string): readonly Block[] {
  const root: Root = fromMarkdown(file, {
    extensions: [frontmatter(['yaml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml'])],
  })
  return [...walk(root, false, file)]
}
