/** The parts of a body as Markdown. A line of the source stays a line. */
import { escapeHeading, escapeLine } from './escape.ts'
import type { Part } from './structure.ts'

/** The body of the fact sheet, without front matter, ending with a line break. */
export function markdownOf(parts: readonly Part[]): string {
  let written = ''
  let before: Part | null = null
  for (const part of parts) {
    const tight = before?.kind === 'item' && part.kind === 'item' && !part.spaced
    if (before !== null) written += tight ? '\n' : '\n\n'
    written += markdownOfPart(part)
    before = part
  }
  return `${written}\n`
}

function markdownOfPart(part: Part): string {
  if (part.kind === 'heading') return `${'#'.repeat(part.level)} ${escapeHeading(part.line.text)}`
  const lines = part.lines.map((line, index) => escapeLine(line.text, index === 0))
  if (part.kind === 'paragraph') return lines.join('\n')
  const indent = '  '.repeat(part.depth)
  return `${indent}- ${lines.join(`\n${indent}  `)}`
}
