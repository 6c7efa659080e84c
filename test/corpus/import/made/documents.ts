/** Documents made by writers that know nothing of the readers: Word by `docx`, PDF by `pdf-lib`, archives by `fflate`. */
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib'

export interface Block {
  /** `cells`: one line of a table, its cells parted by blanks; `line`: right below what stands before it. */
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cells' | 'line'
  readonly text: string
}

export function wordOf(blocks: readonly Block[]): Promise<Buffer> {
  const children = blocks.map(({ kind, text }, index) => {
    if (kind === 'heading')
      return new Paragraph({ text, heading: index === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 })
    return kind === 'item' ? new Paragraph({ text, bullet: { level: 0 } }) : new Paragraph(text)
  })
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

/** How a PDF is set: what its text looks like on the page, none of which may change a word. */
export interface Setting {
  /** Points from the left edge to the right one, and lines a page. */
  readonly width: number
  readonly lines: number
  /** What is written at once: a line, each word at its place, or the first words in another font. */
  readonly pieces: 'line' | 'word' | 'bold start'
  readonly columns: 1 | 2
  /** Whether a long word may be broken at the end of a line. */
  readonly hyphens: boolean
}

const PLAIN: Setting = { width: 500, lines: 54, pieces: 'line', columns: 1, hyphens: false }
const LEADING = 14
const GUTTER = 30

/** Lines are broken to fit, a blank line parts the blocks, and cells of a line stand under one another. */
export async function pdfOf(blocks: readonly Block[], setting: Partial<Setting> = {}): Promise<Uint8Array> {
  const { width, lines, pieces, columns, hyphens } = { ...PLAIN, ...setting }
  const pdf = await PDFDocument.create()
  const [plain, serif, bold] = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.TimesRoman, StandardFonts.HelveticaBold].map((name) => pdf.embedFont(name)),
  )
  if (plain === undefined || serif === undefined || bold === undefined) throw new Error('no fonts')
  const column = (width - GUTTER * (columns - 1)) / columns
  let page: PDFPage | null = null
  let [line, filled] = [0, 0]
  const nextLine = (): { page: PDFPage; x: number; y: number } => {
    if (page === null || line === lines) {
      if (page === null || ++filled === columns) {
        page = pdf.addPage([width + 100, lines * LEADING + 80])
        filled = 0
      }
      line = 0
    }
    return { page, x: 50 + filled * (column + GUTTER), y: 40 + (lines - ++line) * LEADING }
  }
  for (const [order, { kind, text }] of blocks.entries()) {
    const size = kind === 'heading' ? 16 : 11
    const font = kind === 'heading' ? bold : kind === 'cells' ? serif : plain
    for (const words of broken(kind === 'item' ? `• ${text}` : text, column, hyphens && kind !== 'heading', (one) =>
      Math.max(font.widthOfTextAtSize(one, size), bold.widthOfTextAtSize(one, size)),
    )) {
      const at = nextLine()
      let x = at.x
      if (kind === 'cells') {
        // The cells of a line, each at its tab stop.
        for (const [index, word] of words.entries()) {
          x = Math.max(x, at.x + (index * column) / words.length)
          at.page.drawText(word, { x, y: at.y, size, font })
          x += font.widthOfTextAtSize(word, size) + 8
        }
      } else if (pieces === 'line') at.page.drawText(words.join(' '), { x, y: at.y, size, font })
      else
        for (const [index, word] of words.entries()) {
          const own = pieces === 'bold start' && index < 2 ? bold : font
          at.page.drawText(word, { x, y: at.y, size, font: own })
          // Letter by letter, since the writer reckons with kerning and then sets none.
          for (const letter of `${word} `) x += own.widthOfTextAtSize(letter, size)
        }
    }
    if (blocks[order + 1]?.kind !== 'line') line = Math.min(lines, line + 1)
  }
  return pdf.save()
}

/** The words of each line; a long one that doesn't fit may be broken after four letters. */
function broken(text: string, width: number, hyphens: boolean, wide: (text: string) => number): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  for (const word of text.split(' ')) {
    const fits = wide([...line, word].join(' ')) <= width
    if (line.length > 0 && !fits) {
      const start = `${word.slice(0, 4)}-`
      if (hyphens && /^\p{L}{10,}[.,]?$/u.test(word) && wide([...line, start].join(' ')) <= width) {
        lines.push([...line, start])
        line = [word.slice(4)]
        continue
      }
      lines.push(line)
      line = []
    }
    line.push(word)
  }
  return [...lines, line]
}
