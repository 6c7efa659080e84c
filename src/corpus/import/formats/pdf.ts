/**
 * The text of a PDF as lines, in the order in which its file writes them. A PDF holds no paragraphs: a gap wider than
 * between the lines around it becomes an empty line, and lines that were broken to fit stay as they are, but for words
 * that were broken with them.
 */
import { getDocumentProxy } from 'unpdf'
import type { Refusal } from '../convert.ts'
import type { Furniture } from '../furniture/find.ts'
import { type SourceLine, sourceLines } from '../lines.ts'
import { rejoined } from './hyphens.ts'
import { pageFurniture } from './pdf-furniture.ts'
import { linesOf, type PageLine, type Piece, spaced } from './pdf-lines.ts'

const MOST_PAGES = 200
const MOST_CHARACTERS = 2_000_000

export interface PdfText {
  readonly ok: true
  readonly lines: readonly SourceLine[]
  /** What the pages print around the text; the line is the page's number. */
  readonly furniture: readonly Furniture[]
  readonly warnings: readonly string[]
}

class Refused extends Error {
  override readonly name = 'Refused'
  readonly cure: string
  constructor(message: string, cure: string) {
    super(message)
    this.cure = cure
  }
}

/** The text of all pages. */
export async function pdfToText(bytes: Uint8Array): Promise<PdfText | Refusal> {
  try {
    const pages = await pagesOf(bytes)
    const furniture = pageFurniture(pages)
    const texts = pages.map((lines) => spaced(lines.filter((line) => !furniture.has(line))))
    const { lines, broken } = rejoined(joined(texts))
    if (lines.every((line) => line === ''))
      throw new Refused(
        'no text in it: its pages are pictures.',
        'Run it through text recognition (OCR), then check it.',
      )
    const text = lines.join('\n')
    const warnings = ['a PDF does not say where its paragraphs end: look at headings and lists']
    if (broken.length > 0)
      warnings.push(`words broken at the end of a line, left so: ${broken.slice(0, 10).join(', ')}`)
    if (text.includes('\0')) warnings.push('it does not name some of its characters: they stand as �')
    return {
      ok: true,
      lines: sourceLines(text.replaceAll('\0', '\ufffd')),
      furniture: listed(pages, furniture),
      warnings,
    }
  } catch (error) {
    const refused = (message: string, cure: string): Refusal => ({ ok: false, message, cure })
    if (error instanceof Refused) return refused(error.message, error.cure)
    if (error instanceof Error && error.name === 'PasswordException')
      return refused('locked with a password.', 'Save it without a password.')
    return refused(
      'no PDF that can be read: it is damaged or cut off.',
      'Open it and print it to a new PDF, or save its text.',
    )
  }
}

/** Page after page, so that no more than one is held as the file has it. */
async function pagesOf(bytes: Uint8Array): Promise<PageLine[][]> {
  const cure = 'Save the pages of one fact sheet alone.'
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    if (pdf.numPages > MOST_PAGES) throw new Refused(`${pdf.numPages} pages, expected at most ${MOST_PAGES}.`, cure)
    const pages: PageLine[][] = []
    let characters = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const lines = linesOf(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])))
      page.cleanup()
      characters += lines.reduce((sum, { text }) => sum + text.length, 0)
      if (characters > MOST_CHARACTERS) throw new Refused('too long, expected the text of a few pages.', cure)
      pages.push(lines)
    }
    return pages
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function pieceOf(item: { readonly str: string; readonly transform: readonly number[]; readonly width: number }): Piece {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform
  return { text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }
}

/** A sentence that goes on over the page's end is parted by no empty line. */
function joined(pages: readonly (readonly string[])[]): string[] {
  const lines: string[] = []
  for (const page of pages) {
    const goesOn = /[\p{L}\p{N},;-]$/u.test(lines.at(-1) ?? '') && /^\p{Ll}/u.test(page[0] ?? '')
    if (lines.length > 0 && !goesOn) lines.push('')
    for (const line of page) lines.push(line)
  }
  return lines
}

const listed = (
  pages: readonly (readonly PageLine[])[],
  reasons: ReadonlyMap<PageLine, string>,
): readonly Furniture[] =>
  pages.flatMap((lines, page) =>
    lines.flatMap((line) => {
      const reason = reasons.get(line)
      return reason === undefined ? [] : [{ line: page + 1, text: line.text, reason: `${reason}, page ${page + 1}` }]
    }),
  )
