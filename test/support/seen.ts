/** What a reader sees of a message's quotes, by a parser of Discord's Markdown that knows nothing of how they were escaped. */
import { type Block, parseMarkdown } from '#src/preview/markdown.ts'
import type { Inline } from '#src/preview/markdown-inline.ts'
import { text } from '../discord/standin/json.ts'
import { nested } from '../discord/standin/rules/components.ts'

/** Invisible marks that keep a text's direction to itself, and white space, are no difference to a reader. */
export const asRead = (words: string): string =>
  words
    .replaceAll(/[\u2066-\u2069\u202a-\u202e]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The markdown of all text displays. */
export function textsOf(message: { readonly components?: unknown }): readonly string[] {
  return nested(message.components).flatMap((one) => (one['content'] === undefined ? [] : [text(one['content'])]))
}

/** The quotes in a text display; anything but plain words in one of them is shown as `{kind}`. */
export function quotesIn(markdown: string): readonly string[] {
  return parseMarkdown(markdown).flatMap((block) =>
    block.kind === 'quote' ? [asRead(block.blocks.map(words).join('\n'))] : [],
  )
}

/** Every mention that stands in a text display. */
export function mentionsIn(markdown: string): readonly string[] {
  const inside = (nodes: readonly Inline[]): readonly string[] =>
    nodes.flatMap((node) => {
      if (node.kind === 'mention') return [node.text]
      return 'children' in node ? inside(node.children) : []
    })
  const of = (block: Block): readonly string[] => {
    if (block.kind === 'quote') return block.blocks.flatMap(of)
    if (block.kind === 'list') return block.items.flatMap((item) => item.flatMap(of))
    return block.kind === 'code' ? [] : inside(block.children)
  }
  return parseMarkdown(markdown).flatMap(of)
}

function words(block: Block): string {
  if (block.kind !== 'paragraph') return `{${block.kind}}`
  return block.children
    .map((node) => (node.kind === 'text' ? node.text : node.kind === 'break' ? '\n' : `{${node.kind}}`))
    .join('')
}
