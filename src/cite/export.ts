/** A dossier as a file to take along: for reading, for a reference manager, for a spreadsheet. */
import type { CitationRecord } from './anchor.ts'
import { bibtex } from './formats/bibtex.ts'
import { cslItem } from './formats/csl.ts'
import { ris } from './formats/ris.ts'
import { sourceOf } from './formats/source.ts'
import { markdown } from './formats/styled.ts'
import { plainNote } from './formats/styles.ts'

export interface Saved {
  readonly citation: CitationRecord
  readonly note: string | null
}

export const EXPORTS = [
  { id: 'markdown', name: 'Markdown', extension: 'md', mediaType: 'text/markdown' },
  { id: 'bibtex', name: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex' },
  { id: 'ris', name: 'RIS', extension: 'ris', mediaType: 'application/x-research-info-systems' },
  { id: 'csl', name: 'CSL-JSON', extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json' },
  { id: 'csv', name: 'CSV', extension: 'csv', mediaType: 'text/csv' },
] as const

export type ExportId = (typeof EXPORTS)[number]['id']

/** The whole dossier in its order, as the text of one UTF-8 file. */
export function exportDossier(entries: readonly Saved[], format: ExportId): string {
  const sources = entries.map(({ citation, note }) => sourceOf(citation, note))
  switch (format) {
    case 'bibtex':
      return sources.map(bibtex).join('\n')
    case 'ris':
      return sources.map(ris).join('')
    case 'csl':
      return `${JSON.stringify(sources.map(cslItem), null, 2)}\n`
    case 'csv':
      return csv(entries)
    case 'markdown':
      return markdownList(entries)
  }
}

function markdownList(entries: readonly Saved[]): string {
  const items = entries.map(({ citation, note }, at) => {
    const quote = citation.shown.split('\n').map((line) => `> ${markdown(line)}`)
    const below = [markdown(plainNote(sourceOf(citation))), note === null ? null : `*Note:* ${markdown(note)}`]
    return [`## ${at + 1}`, quote.join('\n'), ...below.filter((line) => line !== null)].join('\n\n')
  })
  return `${['# Dossier', ...items].join('\n\n')}\n`
}

const COLUMNS = [
  'number',
  'id',
  'quote',
  'title',
  'section',
  'publisher',
  'date',
  'not_before',
  'url',
  'retrieved',
  'file',
  'start',
  'end',
  'note',
]

/** RFC 4180, every field in quotes; with a byte order mark, without which Excel takes it for another encoding. */
function csv(entries: readonly Saved[]): string {
  const rows = entries.map(({ citation, note }, at) => [
    at + 1,
    citation.id,
    citation.shown,
    citation.title,
    citation.section,
    citation.publisher,
    citation.date ?? 'n.d.',
    citation.notBefore,
    citation.url,
    citation.retrieved,
    citation.file,
    citation.start,
    citation.end,
    note,
  ])
  const lines = [COLUMNS, ...rows].map((row) => row.map((value) => csvField(value ?? '')).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/**
 * A spreadsheet runs what begins with one of these signs as a formula (OWASP, "CSV Injection"); an apostrophe before it
 * makes it text. Line breaks become spaces, as some programs begin a new cell at each.
 */
function csvField(value: string | number): string {
  const text = String(value)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const safe = typeof value === 'string' && /^["'\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
