import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationRecord } from '#src/cite/anchor.ts'
import { exportDossier, type Saved } from '#src/cite/export.ts'
import { read, readAll } from './reading-back.ts'
import { plainSheet } from './sheets.ts'

const sheet = plainSheet('tajikistan', 'INL trained 32 teams.\n\n=SUM(A1) is *no* formula.\n\nOne line\nand the next.')
const entries: Saved[] = sheet.passages.map((passage, at) => ({
  citation: citationRecord(sheet, passage),
  note: at === 0 ? 'for chapter 2' : null,
}))

/** RFC 4180, read by its grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.split('\r\n').slice(0, -1)) {
    rows.push([...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map((match) => (match[1] ?? '').replaceAll('""', '"')))
  }
  return rows
}

describe('a dossier is exported', () => {
  it('as Markdown, each quote as a block with where it comes from', () => {
    const text = exportDossier(entries, 'markdown')
    expect(text).toContain('## 1\n\n> INL trained 32 teams.\n\nU.S. Department of State, Bureau')
    expect(text).toContain('*Note:* for chapter 2')
    expect(text).toContain('> =SUM(A1) is \\*no\\* formula.')
    expect(text).toContain('> One line\n> and the next.')
  })

  it('as BibTeX, RIS and CSL-JSON, every entry with its note, in order', () => {
    for (const format of ['bibtex', 'ris'] as const) {
      const items = readAll(exportDossier(entries, format))
      expect(items).toHaveLength(3)
      expect(JSON.stringify(items[0])).toContain('for chapter 2')
      expect(JSON.stringify(items[1])).not.toContain('for chapter 2')
    }
    const csl = JSON.parse(exportDossier(entries, 'csl'))
    expect(csl.map((item: { id: string }) => item.id)).toEqual(entries.map((entry) => entry.citation.id))
  })

  it('as CSV that no spreadsheet runs', () => {
    const [head, ...rows] = readCsv(exportDossier(entries, 'csv').slice(1))
    expect(head?.slice(0, 3)).toEqual(['number', 'id', 'quote'])
    expect(rows.map((row) => row[2])).toEqual([
      'INL trained 32 teams.',
      "'=SUM(A1) is *no* formula.",
      'One line and the next.',
    ])
    expect(rows.map((row) => row.at(-1))).toEqual(['for chapter 2', '', ''])
  })

  it('as CSV with any note in its cell, none of them a formula', () => {
    const [first] = entries
    if (first === undefined) throw new Error('no entry')
    const note = fc.tuple(fc.constantFrom('', '=', '+', '-', '@', '\t=', '"=', '＝'), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(note, ([sign, rest]) => {
        const [, row] = readCsv(exportDossier([{ ...first, note: sign + rest }], 'csv').slice(1))
        expect(row).toHaveLength(14)
        expect(row?.at(-1)).not.toMatch(/^[=+\-@\t\r＝]/)
      }),
    )
  })

  it('when it is empty, as an empty file of its kind', () => {
    expect(exportDossier([], 'bibtex')).toBe('')
    expect(exportDossier([], 'ris')).toBe('')
    expect(exportDossier([], 'csl')).toBe('[]\n')
    expect(readCsv(exportDossier([], 'csv').slice(1))).toHaveLength(1)
    expect(exportDossier([], 'markdown')).toBe('# Dossier\n')
  })

  it('each entry as the format alone has it', () => {
    for (const { citation } of entries) {
      expect(read(exportDossier([{ citation, note: null }], 'bibtex'))).toMatchObject({ id: citation.id })
    }
  })
})
