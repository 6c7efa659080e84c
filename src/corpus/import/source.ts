/** The bytes of one source, whatever its format, become the body of a fact sheet. Pure, but for the parsers' own state. */
import { MAX_SHEET_BYTES } from '../load.ts'
import type { CountryCode } from '../model.ts'
import { type Body, convert, convertHtml, convertLines, proposalOf, type Refusal } from './convert.ts'
import { declaredEncoding, decode } from './decode.ts'
import { kindOf } from './formats/kind.ts'
import type { Countries, Proposal } from './front/propose.ts'

/** What a source's front matter depends on besides its bytes. */
export interface Asking {
  /** The source's file name. */
  readonly name: string
  /** The day of adding, `2026-11-22`. */
  readonly today: string
  /** Countries known from elsewhere; null where the text must tell. */
  readonly given: readonly CountryCode[] | null
}

/** A fact sheet as it is proposed. */
export interface Proposed extends Proposal, Pick<Body, 'ok' | 'markdown' | 'furniture' | 'warnings'> {}

/** The whole way from a source's bytes to what is proposed. */
export async function proposeSource(
  { name, today, given }: Asking,
  bytes: Uint8Array,
  countries: Countries,
): Promise<Proposed | Refusal> {
  const body = await convertSource(name, bytes, countries)
  if (!body.ok) return body
  const { markdown, furniture, warnings } = body
  return { ok: true, markdown, furniture, warnings, ...proposalOf(body, countries, today, given) }
}

/**
 * @param name the source's file name; bytes that say what they are go before it
 */
export async function convertSource(name: string, bytes: Uint8Array, countries: Countries): Promise<Body | Refusal> {
  switch (kindOf(name, bytes)) {
    case 'pdf': {
      // The parsers of PDF and Word are large and loaded only where they are needed.
      const { pdfToText } = await import('./formats/pdf.ts')
      const read = await pdfToText(bytes)
      if (!read.ok) return read
      const body = convertLines(read.lines, countries, read.furniture)
      return body.ok ? { ...body, warnings: read.warnings } : body
    }
    case 'word': {
      const { wordToHtml } = await import('./formats/word.ts')
      const read = await wordToHtml(bytes)
      return read.ok ? convertHtml(read.html, countries, read.furniture) : read
    }
    case 'zip':
      return { ok: false, message: 'an archive inside an archive.', cure: 'Unpack it and add the files inside.' }
    case 'unknown':
      return {
        ok: false,
        message: 'no format that can be read (.txt, .html, .md, .pdf, .docx, .zip).',
        cure: 'Save the page as plain text (.txt) or as a web page (.html).',
      }
  }
  if (bytes.length > MAX_SHEET_BYTES)
    return {
      ok: false,
      message: `${(bytes.length / 1e6).toFixed(1)} MB, expected at most ${MAX_SHEET_BYTES / 1e6} MB of text.`,
      cure: 'Save the text of one page alone, or split the file into one file a fact sheet.',
    }
  const decoded = decode(bytes, kindOf(name, bytes) === 'html' ? declaredEncoding(bytes) : null)
  if (!decoded.ok) return decoded
  const body = await convertText(name, bytes, decoded.text, countries)
  return body.ok ? { ...body, warnings: [...decoded.warnings, ...body.warnings] } : body
}

async function convertText(
  name: string,
  bytes: Uint8Array,
  text: string,
  countries: Countries,
): Promise<Body | Refusal> {
  switch (kindOf(name, bytes)) {
    case 'html':
      return convertHtml(text, countries)
    case 'markdown': {
      const { convertMarkdown } = await import('./formats/markdown.ts')
      return convertMarkdown(name, text)
    }
    default:
      return convert(text, countries, name)
  }
}
