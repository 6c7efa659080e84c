/** A sheet's body as numbered lines, as a reader sees them: what the importer's rules work on. */
import { readBlocks } from '../blocks.ts'
import type { SourceLine } from '../import/lines.ts'
import type { FactSheet } from '../model.ts'
import { lineFinder } from './finding.ts'

const cache = new WeakMap<FactSheet, readonly SourceLine[]>()

/** One entry a line of the file; the front matter's lines, and empty ones, have the text `''`. */
export function printedLines(sheet: FactSheet): readonly SourceLine[] {
  const known = cache.get(sheet)
  if (known !== undefined) return known
  const lineOf = lineFinder(sheet.text)
  const texts: string[] = Array.from({ length: lineOf(sheet.text.length) }, () => '')
  for (const block of readBlocks(sheet.text)) {
    let position = 0
    for (const text of block.reading.text.split('\n')) {
      if (text.trim() !== '') {
        const line = lineOf(block.reading.span(position, position + 1).start)
        texts[line - 1] = block.kind === 'item' && position === 0 ? `• ${text.trim()}` : text.trim()
      }
      position += text.length + 1
    }
  }
  const lines = texts.map((text, index) => ({ number: index + 1, text, indent: 0 }))
  cache.set(sheet, lines)
  return lines
}
