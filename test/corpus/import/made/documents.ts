/** Documents made by writers that know nothing of the readers: Word by `docx`, PDF by `pdf-lib`, archives by `fflate`. */
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { PDFDocument, StandardFonts } from 'pdf-lib'

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item'
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

/** One page; lines are broken at about 90 characters, a blank line parts the blocks. */
export async function pdfOf(blocks: readonly Block[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([600, 800])
  let y = 760
  for (const { kind, text } of blocks) {
    const size = kind === 'heading' ? 16 : 11
    for (const line of broken(kind === 'item' ? `• ${text}` : text)) {
      page.drawText(line, { x: 50, y, size, font })
      y -= 14
    }
    y -= 12
  }
  return pdf.save()
}

function broken(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length > 90) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? word : ` ${word}`
  }
  return [...lines, line]
}
