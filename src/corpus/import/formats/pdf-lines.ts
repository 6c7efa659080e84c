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
  /** Where it begins and ends, in points from the left. */
  readonly x: number
  readonly end: number
}

interface OpenLine {
  text: string
  readonly x: number
  y: number
  size: number
  end: number
}

/** A gap this wide, in sizes of the type, parts two cells of a table: no blank between words is. */
const CELL = 2
/** Lines of one paragraph stand no further apart, in sizes of the type, unless all lines do. */
const TIGHT = 1.5
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
      if (text.trim() !== '') lines.push({ text, x, y, size, end: x + width })
    } else add(last, piece)
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '')
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

/** Type this much larger than the usual is a title's. */
const LARGE = 1.2

/** The lines with a title that was broken to fit in one: in larger type, its next word would have run over the edge. */
function withWholeTitles(lines: readonly PageLine[]): PageLine[] {
  const usual = median(lines.map(({ size }) => size))
  const edge = lines.reduce((farthest, { end }) => Math.max(farthest, end), 0)
  const whole: PageLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const word = (/^\S+/.exec(line.text)?.[0].length ?? 0) + 1
    const room = (word * (line.end - line.x)) / line.text.length
    if (
      last !== undefined &&
      line.size >= usual * LARGE &&
      Math.abs(line.size - last.size) < 0.5 &&
      last.y - line.y > 0 &&
      last.y - line.y <= line.size * TIGHT &&
      last.end + room > edge
    )
      whole[whole.length - 1] = { ...line, x: last.x, text: `${last.text} ${line.text}` }
    else whole.push(line)
  }
  return whole
}

/** The lines of a page with an empty one where the page shows more than the space between two lines. */
export function spaced(broken: readonly PageLine[]): string[] {
  const lines = withWholeTitles(broken)
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y)
  // Where most paragraphs have one line, the usual gap is that between paragraphs.
  const positive = gaps.filter((gap) => gap > 0)
  const sizes = median(lines.map(({ size }) => size))
  const tight = positive.filter((gap) => gap <= sizes * TIGHT)
  const usual = median(tight.length >= Math.max(2, positive.length * 0.1) ? tight : positive)
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
