/**
 * W3C Web Annotation Data Model: the words on the page by quote, and in the file by quote and position. The two are
 * targets of their own, as offsets in the file say nothing about the page.
 */
import type { CitationRecord } from '../anchor.ts'

export function annotation(record: CitationRecord): object {
  const file = {
    source: record.file,
    selector: [
      { type: 'TextQuoteSelector', exact: record.text, prefix: record.before, suffix: record.after },
      { type: 'TextPositionSelector', start: record.start, end: record.end },
    ],
  }
  const day = /^\d{4}-\d\d-\d\d$/.exec(record.retrieved ?? '')?.[0]
  const state = day === undefined ? {} : { state: { type: 'TimeState', sourceDate: `${day}T00:00:00Z` } }
  const page = record.url === null ? [] : [{ source: record.url, ...state, selector: onPage(record) }]
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:footnote:${record.id}`,
    type: 'Annotation',
    motivation: 'highlighting',
    target: [...page, file],
  }
}

/** Surroundings as a reader sees them, as far as that can be told from the file: no backslashes, no marks of a list. */
function onPage(record: CitationRecord): object {
  const shown = (text: string): string =>
    text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/^\s*(?:[-*]|#+)\s+/gm, '\n')
  return { type: 'TextQuoteSelector', exact: record.shown, prefix: shown(record.before), suffix: shown(record.after) }
}
