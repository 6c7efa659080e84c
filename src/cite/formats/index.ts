/** Every format a citation can be had in, by one name each. Pure text; nothing here knows where it's shown. */
import type { CitationRecord } from '../anchor.ts'
import { annotation } from './annotation.ts'
import { bibtex } from './bibtex.ts'
import { cslItem } from './csl.ts'
import { ris } from './ris.ts'
import { type Source, sourceOf } from './source.ts'
import { markdown, plain, type Styled } from './styled.ts'
import { apa, bluebook, chicagoBibliography, chicagoNote, mla, plainNote } from './styles.ts'

export interface Format {
  readonly id: string
  /** For a select menu. */
  readonly name: string
  /** For formats that are files: the name's extension and the media type. */
  readonly file: { readonly extension: string; readonly mediaType: string } | null
}

export const FORMATS = [
  { id: 'plain', name: 'Plain note', file: null },
  { id: 'chicago-note', name: 'Chicago, note', file: null },
  { id: 'chicago', name: 'Chicago, bibliography', file: null },
  { id: 'apa', name: 'APA, 7th edition', file: null },
  { id: 'mla', name: 'MLA, 9th edition', file: null },
  { id: 'bluebook', name: 'Bluebook, government web page', file: null },
  { id: 'bibtex', name: 'BibTeX', file: { extension: 'bib', mediaType: 'application/x-bibtex' } },
  { id: 'ris', name: 'RIS', file: { extension: 'ris', mediaType: 'application/x-research-info-systems' } },
  { id: 'csl', name: 'CSL-JSON', file: { extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json' } },
  { id: 'annotation', name: 'W3C Web Annotation', file: { extension: 'jsonld', mediaType: 'application/ld+json' } },
] as const satisfies readonly Format[]

export type FormatId = (typeof FORMATS)[number]['id']

const STYLES: Readonly<Record<string, (source: Source) => Styled>> = {
  plain: plainNote,
  'chicago-note': chicagoNote,
  chicago: chicagoBibliography,
  apa,
  mla,
  bluebook,
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The citation as text to copy, italics left out. */
export function formatCitation(record: CitationRecord, format: FormatId): string {
  const source = sourceOf(record)
  if (format === 'bibtex') return bibtex(source)
  if (format === 'ris') return ris(source)
  if (format === 'csl') return json([cslItem(source)])
  if (format === 'annotation') return json(annotation(record))
  return plain(STYLES[format]?.(source) ?? plainNote(source))
}

/** The same as Markdown, with the style's italics; null for formats that are files. */
export function formatMarkdown(record: CitationRecord, format: FormatId): string | null {
  const style = STYLES[format]
  return style === undefined ? null : markdown(style(sourceOf(record)))
}
