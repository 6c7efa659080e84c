/**
 * The text of a PDF as lines, in the order in which its file writes them. A PDF holds no paragraphs: a gap wider than
 * between the lines around it becomes an empty line, and lines that were broken to fit stay as they are, but for words
 * that were broken with them.
 */
import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf'
import type { Refusal } from '../convert.ts'
import { rejoined } from './hyphens.ts'

const MOST_PAGES = 200
const MOST_CHARACTERS = 2_000_000

export interface PdfText {
  readonly ok: true
  readonly text: string
  readonly warnings: readonly string[]
}

/** The text of all pages; page numbers and headers are the caller's to tell from the text. */
export async function pdfToText(bytes: Uint8Array): Promise<PdfText | Refusal> {
  const refused = (message: string, cure: string): Refusal => ({ ok: false, message, cure })
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    })
    if (pdf.numPages > MOST_PAGES)
      return refused(
        `${pdf.numPages} pages, expected at most ${MOST_PAGES}.`,
        'Save the pages of one fact sheet alone.',
      )
    const { items } = await extractTextItems(pdf)
    const text = items.map(pageText).join('\n\n')
    if (text.trim() === '')
      return refused('no text in it: its pages are pictures.', 'Run it through text recognition (OCR), then check it.')
    if (text.length > MOST_CHARACTERS)
      return refused('too long, expected the text of a few pages.', 'Save the pages of one fact sheet alone.')
    const { lines, broken } = rejoined(text.split('\n'))
    const warnings = ['a PDF does not say where its paragraphs end: look at headings and lists']
    if (broken.length > 0)
      warnings.push(`words broken at the end of a line, left so: ${broken.slice(0, 10).join(', ')}`)
    return { ok: true, text: lines.join('\n'), warnings }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return refused('locked with a password.', 'Save it without a password.')
    return refused(
      'no PDF that can be read: it is damaged or cut off.',
      'Open it and print it to a new PDF, or save its text.',
    )
  }
}

interface Line {
  readonly text: string
  readonly y: number
  readonly size: number
}

function pageText(items: readonly StructuredTextItem[]): string {
  const lines = linesOf(items)
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y)
  const usual = median(gaps.filter((gap) => gap > 0))
  return lines
    .map(({ text, y, size }, index) => {
      const before = lines[index - 1]
      if (before === undefined) return text
      const gap = before.y - y
      // A wider gap, another size of type, or a jump to another column.
      const apart = gap > usual * 1.3 + 1 || gap < 0 || Math.abs(before.size - size) > 1.5
      return apart ? `\n${text}` : text
    })
    .join('\n')
}

/** Pieces of one height make a line; a blank stands between two where the page shows one. */
function linesOf(items: readonly StructuredTextItem[]): Line[] {
  const lines: { text: string; y: number; size: number; end: number }[] = []
  for (const { str, x, y, width, fontSize } of items) {
    if (str === '') continue
    const last = lines.at(-1)
    const sameLine =
      last !== undefined && Math.abs(last.y - y) < Math.max(2, fontSize * 0.4) && x >= last.end - fontSize
    if (!sameLine) {
      if (str.trim() !== '') lines.push({ text: str, y, size: fontSize, end: x + width })
      continue
    }
    const blank = x - last.end > fontSize * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(str)
    last.text += blank ? ` ${str}` : str
    last.end = x + width
  }
  return lines.map(({ text, y, size }) => ({ text: text.trim(), y, size })).filter(({ text }) => text !== '')
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
