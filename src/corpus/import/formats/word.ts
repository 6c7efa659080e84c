/** A Word document as HTML, by mammoth: paragraphs, headings and lists; pictures and styles are no text. */
import { fromHtml } from 'hast-util-from-html'
import mammoth from 'mammoth'
import type { Refusal } from '../convert.ts'
import type { Furniture } from '../furniture/find.ts'
import { unzip } from './zip.ts'

/** A document of text unpacks to a few megabytes; one that unpacks to more was made to do harm. */
const LIMITS = { members: 2000, member: 30_000_000, total: 60_000_000 }
/** Text is a small part of the XML around it. */
const MOST_XML = 12_000_000

export interface WordText {
  readonly ok: true
  readonly html: string
  /** What stands at the head and foot of its pages. */
  readonly furniture: readonly Furniture[]
}

/** The document as HTML, footnotes at its end. */
export async function wordToHtml(bytes: Uint8Array): Promise<WordText | Refusal> {
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
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
        styleMap: ["p[style-name='Title'] => h1:fresh"],
      },
    )
    return { ok: true, html: withNumberedNotes(value), furniture: xml.flatMap(aroundThePages) }
  } catch {
    return { ok: false, message: 'no Word document that can be read: it is damaged.', cure }
  }
}

/** Notes have the numbers by which the text refers to them, as Word shows them; the converter makes a list of them. */
function withNumberedNotes(html: string): string {
  let number = 0
  return html
    .replaceAll(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
    .replace(/<ol>(<li id="(?:foot|end)note-.*<\/li>)<\/ol>$/s, '<div>$1</div>')
    .replaceAll(/<li id="(?:foot|end)note-[^"]*">(<p>)?(.*?)<\/li>/gs, (_item, opening: string = '', note: string) => {
      number += 1
      return `<div>${opening}[${number}] ${note}</div>`
    })
}

/** The paragraphs of a head or foot, which every page repeats; none of any other part. */
function aroundThePages({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): Furniture[] {
  const place = /^word\/(header|footer)\d*\.xml$/.exec(path)?.[1]
  if (place === undefined) return []
  const paragraphs = Buffer.from(bytes).toString('utf8').split('</w:p>')
  return paragraphs.flatMap((paragraph) => {
    const pieces = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '')
    const text = decoded(pieces.join('')).trim()
    return text === '' ? [] : [{ line: 1, text, reason: `${place} of the pages` }]
  })
}

/** Without tags in it, the text is one node. */
function decoded(xml: string): string {
  const [node] = fromHtml(xml, { fragment: true }).children
  return node?.type === 'text' ? node.value : ''
}
