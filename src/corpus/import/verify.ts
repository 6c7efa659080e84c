/** The proof, before a sheet is written, that its Markdown reads as the source's own lines. */
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { SourceLine } from './lines.ts'
import type { Part } from './structure.ts'

/** Stands for anything that is no text (emphasis, HTML, a rule); no source holds it. */
const NO_TEXT = '\0'

/** The lines that a reader of the Markdown sees. */
export function linesRead(markdown: string): string[] {
  const lines: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const text = node.children.map((child) => (child.type === 'text' ? child.value : NO_TEXT)).join('')
      for (const line of text.split('\n')) lines.push(line)
    } else if ('children' in node) for (const child of node.children) visit(child)
    else lines.push(NO_TEXT)
  }
  visit(fromMarkdown(markdown))
  return lines
}

/** The lines that the parts hold: the source's, without the marks of list items. */
export const linesMeant = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => (part.kind === 'heading' ? [part.line.text] : part.lines.map((line) => line.text)))

/** The number of the first source line that the Markdown does not read as; null where all is well. */
export function firstLost(body: readonly SourceLine[], parts: readonly Part[], markdown: string): number | null {
  const read = linesRead(markdown)
  const meant = linesMeant(parts)
  const given = body.filter((line) => line.text !== '')
  for (const [index, line] of given.entries()) {
    const kept = meant[index]
    if (kept === undefined || kept !== read[index] || !line.text.endsWith(kept)) return line.number
  }
  return read.length === given.length ? null : (given.at(-1)?.number ?? 1)
}
