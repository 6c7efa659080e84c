/**
 * Markdown that comes in as it is: a fact sheet keeps its front matter and its words, other Markdown becomes the body of
 * one. Nothing of it is escaped again, and nothing is taken out.
 */

import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { readBlocks } from '../../blocks.ts'
import { readFrontMatter } from '../../front-matter.ts'
import { readSheet } from '../../read.ts'
import type { Body, Refusal } from '../convert.ts'
import { frontOf } from '../front/front-of.ts'
import type { Front } from '../front/propose.ts'
import type { SourceLine } from '../lines.ts'
import type { Part } from '../structure.ts'

/** The body of a Markdown file, and its front matter where it has one that is a fact sheet's. */
export function convertMarkdown(file: string, text: string): Body | Refusal {
  const refused = (message: string): Refusal => ({
    ok: false,
    message,
    cure: 'Correct the file, or save its text as plain text (.txt) and add that.',
  })
  const plain = text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const isSheet = plain.startsWith('---\n')
  if (isSheet) {
    const front = readFrontMatter(file, plain)
    if (!front.ok) return refused(front.faults.map((fault) => `line ${fault.line}: ${fault.message}`).join(' '))
    return body(`${plain.slice(front.bodyStart).trim()}\n`, frontOf(front.meta))
  }
  return body(`${plain.trim()}\n`, null)

  function body(markdown: string, front: Front | null): Body | Refusal {
    // What the reader would refuse is refused before the parser meets it.
    const read = readSheet(file, `---\ntitle: x\ncountries: []\n---\n\n${markdown}`, {
      places: () => [],
      topics: () => [],
    })
    if (!read.ok) return refused(read.faults.map(({ message }) => message).join(' '))
    if (read.sheet.passages.length === 0) return refused('no text in it.')
    const parts = partsOf(markdown)
    const around = { removed: [], trails: [], masthead: null }
    return { ok: true, markdown, furniture: [], parts, around, front, address: null, warnings: [] }
  }
}

/** Headings and lines as the reader of fact sheets sees them, for what the text says of itself. */
function partsOf(markdown: string): Part[] {
  const titled = firstHeadingIsTitle(markdown)
  let heading = true
  return readBlocks(markdown).map((block): Part => {
    const lines = block.reading.text
      .split('\n')
      .map((line): SourceLine => ({ number: 1, text: line.trim(), indent: 0 }))
    const [line] = lines
    if (block.kind !== 'heading' || line === undefined) return { kind: 'paragraph', lines }
    const level = heading && titled ? 1 : 2
    heading = false
    return { kind: 'heading', level, line }
  })
}

/** A first heading of the first level, or one before all text. */
function firstHeadingIsTitle(markdown: string): boolean {
  const nodes: readonly Nodes[] = fromMarkdown(markdown).children
  const at = nodes.findIndex((node) => node.type === 'heading')
  const first = nodes[at]
  return first?.type === 'heading' && (first.depth === 1 || at === 0)
}
