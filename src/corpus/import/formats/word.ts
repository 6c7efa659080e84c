/** A Word document as HTML, by mammoth: paragraphs, headings and lists; pictures and styles are no text. */
import mammoth from 'mammoth'
import type { Refusal } from '../convert.ts'
import { unzip } from './zip.ts'

/** A document of text unpacks to a few megabytes; one that unpacks to more was made to do harm. */
const LIMITS = { members: 2000, member: 30_000_000, total: 60_000_000 }
/** Text is a small part of the XML around it. */
const MOST_XML = 12_000_000

/** The document as HTML, footnotes at its end. */
export async function wordToHtml(bytes: Uint8Array): Promise<{ readonly ok: true; readonly html: string } | Refusal> {
  const cure = 'Open it in a word processor and save it again as .docx, or as plain text (.txt).'
  // Everything is unpacked once within limits, since the converter below has none of its own.
  const unpacked = await unzip(bytes, () => true, LIMITS)
  if (!unpacked.ok) return { ...unpacked, cure }
  const document = unpacked.members.find(({ path }) => path === 'word/document.xml')
  if (document === undefined) return { ok: false, message: 'no Word document: there is no text in it.', cure }
  const xml = unpacked.members.filter(({ path }) => path.endsWith('.xml') || path.endsWith('.rels'))
  if (xml.reduce((sum, member) => sum + member.bytes.length, 0) > MOST_XML)
    return { ok: false, message: 'too long, expected the document of a few pages.', cure }
  // Word writes no document type; entities declared in one could grow without end.
  if (xml.some(({ bytes: part }) => part.includes('<!DOCTYPE') || part.includes('<!ENTITY')))
    return { ok: false, message: 'its XML declares entities, which no word processor does.', cure }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    )
    return { ok: true, html: value.replaceAll(/<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '') }
  } catch {
    return { ok: false, message: 'no Word document that can be read: it is damaged.', cure }
  }
}
