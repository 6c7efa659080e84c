import type { CitationRecord } from '#src/cite/anchor.ts'

/** A citation that needs no fact sheet. */
export function record(id: string, text = 'INL trained 32 teams.'): CitationRecord {
  return {
    id,
    sheet: 'tajikistan',
    file: 'tajikistan.md',
    start: 100,
    end: 100 + text.length,
    text,
    shown: text,
    before: 'before ',
    after: ' after',
    hash: '00',
    section: null,
    title: 'Tajikistan',
    publisher: 'INL',
    date: null,
    notBefore: '2010',
    url: 'https://example.org/a',
    retrieved: '2026-11-22',
  }
}
