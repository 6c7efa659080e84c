/** The pieces of a PDF's page as the lines that a reader of the page sees. */
import { superscript } from '../html/elements.ts'

/** A stretch of text at its place on the page, in points from the lower left corner. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of its type, in points. */
  readonly size: number
}

export interface PageLine {
  readonly text: string
  readonly y: number
  readonly size: number
}

interface OpenLine {
  text: string
  y: number
  size: number
  end: number
}

/** A gap this wide, in sizes of the type, parts two cells of a table: no blank between words is. */
const CELL = 2
/** As the cells of a web page's tables are parted. */
const CELL_MARK = '\u00a0 '

/** Pieces of one height make a line; a blank stands between two where the page shows one. */
export function linesOf(pieces: readonly Piece[]): PageLine[] {
  const lines: OpenLine[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const last = lines.at(-1)
    if (last === undefined || !goesOn(last, piece)) {
      const { text, x, y, width, size } = piece
      if (text.trim() !== '') lines.push({ text, y, size, end: x + width })
    } else add(last, piece)
  }
  return lines.map(({ text, y, size }) => ({ text: text.trim(), y, size })).filter(({ text }) => text !== '')
}

function goesOn(line: OpenLine, { x, y, size }: Piece): boolean {
  const near = Math.max(2, Math.max(size, line.size) * 0.45)
  return Math.abs(line.y - y) < near && x >= line.end - Math.max(size, line.size)
}

function add(line: OpenLine, { text, x, y, width, size }: Piece): void {
  // A note's number stands smaller and higher than what it is a note to.
  const raised = size < line.size * 0.85 && y - line.y > line.size * 0.15
  const marked = raised ? superscript(text) : text
  const gap = x - line.end
  const blank = gap > Math.max(size, line.size) * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(marked)
  if (gap > size * CELL && text.trim() !== '') line.text = `${line.text.trimEnd()}${CELL_MARK}${marked.trimStart()}`
  else line.text += blank && marked === text ? ` ${marked}` : marked
  line.end = x + width
  // A line that begins with the number of a note is as large as the note.
  if (size > line.size && text.trim() !== '') Object.assign(line, { size, y })
}

/** The lines of a page with an empty one where the page shows more than the space between two lines. */
export function spaced(lines: readonly PageLine[]): string[] {
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y)
  const usual = median(gaps.filter((gap) => gap > 0))
  return lines.flatMap(({ text, y, size }, index) => {
    const before = lines[index - 1]
    if (before === undefined) return [text]
    const gap = before.y - y
    // A wider gap, another size of type, or a jump to another column.
    const apart = gap > usual * 1.3 + 1 || gap < 0 || Math.abs(before.size - size) > 1.5
    return apart ? ['', text] : [text]
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
