import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type CitationRecord, citationRecord } from '#src/cite/anchor.ts'
import { FORMATS, type FormatId, formatCitation, formatMarkdown } from '#src/cite/formats/index.ts'
import type { FrontMatter } from '#src/corpus/model.ts'
import { read } from './reading-back.ts'
import { plainSheet } from './sheets.ts'

const INL = 'U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs'

function record(meta: Partial<FrontMatter>, body = '# Goals\n\nINL trained 32 teams. More.'): CitationRecord {
  const sheet = plainSheet('goals', body, { title: 'Justice Sector Goals', publisher: INL, notBefore: null, ...meta })
  const [sentence] = sheet.passages[0]?.sentences ?? []
  return citationRecord(sheet, sentence ?? sheet.body)
}

const dated = record({ date: '2009-01-20', url: 'http://m.state.gov/md113053.htm' })
const undated = record({ notBefore: '2016-04-01', url: 'https://2009-2017.state.gov/j/inl/219014.htm' })
const bare = record({ url: null, retrieved: null, publisher: null })
const osce = record({
  publisher: 'Organization for Security and Co-operation in Europe, Office in Baku',
  date: '2011-10',
})

describe('the styles', () => {
  it.each<[FormatId, string]>([
    [
      'plain',
      `${INL}, “Justice Sector Goals”, section “Goals”, January 20, 2009. http://m.state.gov/md113053.htm (retrieved November 22, 2026). [${dated.id}]`,
    ],
    [
      'chicago-note',
      `“Justice Sector Goals,” ${INL}, under “Goals,” January 20, 2009, http://m.state.gov/md113053.htm.`,
    ],
    ['chicago', `${INL}. “Justice Sector Goals.” January 20, 2009. http://m.state.gov/md113053.htm.`],
    [
      'apa',
      'Bureau of International Narcotics and Law Enforcement Affairs. (2009, January 20). *Justice Sector Goals*. U.S. Department of State. http://m.state.gov/md113053.htm',
    ],
    [
      'mla',
      '“Justice Sector Goals.” *U.S. Department of State*, Bureau of International Narcotics and Law Enforcement Affairs, 20 Jan. 2009, http://m.state.gov/md113053.htm.',
    ],
    [
      'bluebook',
      'Bureau of Int’l Narcotics & L. Enf’t Affs., U.S. Dep’t of State, *Justice Sector Goals* (Jan. 20, 2009), http://m.state.gov/md113053.htm.',
    ],
  ])('%s, dated', (format, expected) => {
    expect(formatCitation(dated, format)).toBe(expected.replace(/\*/g, ''))
    if (format !== 'plain') expect(formatMarkdown(dated, format)).toBe(expected)
  })

  it.each<[FormatId, string]>([
    [
      'plain',
      `${INL}, “Justice Sector Goals”, section “Goals”, n.d. https://2009-2017.state.gov/j/inl/219014.htm (retrieved November 22, 2026). No date is printed; the text itself shows that it was written after April 1, 2016. [${undated.id}]`,
    ],
    [
      'chicago-note',
      `“Justice Sector Goals,” ${INL}, under “Goals,” n.d., accessed November 22, 2026, https://2009-2017.state.gov/j/inl/219014.htm.`,
    ],
    [
      'chicago',
      `${INL}. “Justice Sector Goals.” n.d. Accessed November 22, 2026. https://2009-2017.state.gov/j/inl/219014.htm.`,
    ],
    [
      'apa',
      'Bureau of International Narcotics and Law Enforcement Affairs. (n.d.). Justice Sector Goals. U.S. Department of State. Retrieved November 22, 2026, from https://2009-2017.state.gov/j/inl/219014.htm',
    ],
    [
      'mla',
      '“Justice Sector Goals.” U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs, https://2009-2017.state.gov/j/inl/219014.htm. Accessed 22 Nov. 2026.',
    ],
    [
      'bluebook',
      'Bureau of Int’l Narcotics & L. Enf’t Affs., U.S. Dep’t of State, Justice Sector Goals, https://2009-2017.state.gov/j/inl/219014.htm (last visited Nov. 22, 2026).',
    ],
  ])('%s, undated', (format, expected) => {
    expect(formatCitation(undated, format)).toBe(expected)
  })

  it.each<[FormatId, string]>([
    ['plain', `“Justice Sector Goals”, section “Goals”, n.d. No date is printed. [${bare.id}]`],
    ['chicago-note', '“Justice Sector Goals,” under “Goals,” n.d.'],
    ['chicago', '“Justice Sector Goals.” n.d.'],
    ['apa', 'Justice Sector Goals. (n.d.).'],
    ['mla', '“Justice Sector Goals.”'],
    ['bluebook', 'Justice Sector Goals.'],
  ])('%s, with nothing known but the title', (format, expected) => {
    expect(formatCitation(bare, format)).toBe(expected)
  })

  it('keep a unit together with what it belongs to where its name says nothing alone', () => {
    expect(formatCitation(osce, 'apa')).toMatch(/^Organization for .* Europe, Office in Baku\. \(2011, October\)\. /)
    expect(formatCitation(osce, 'bluebook')).toMatch(
      /^Off\. in Baku, Org\. for Sec\. & Coop\. in Eur\., .* \(Oct\. 2011\), /,
    )
    expect(formatCitation(osce, 'mla')).toContain('Office in Baku, Oct. 2011, http')
  })

  it('mind what a title ends with and holds', () => {
    const asking = record({ title: 'What is "rule of law"?', date: '2009' })
    expect(formatCitation(asking, 'chicago')).toContain('. “What is ‘rule of law’?” 2009. ')
    expect(formatCitation(asking, 'chicago-note')).toContain('“What is ‘rule of law’?,” U.S.')
    expect(formatCitation(asking, 'apa')).toContain('(2009). What is "rule of law"? U.S. Department of State.')
    const marked = record({ title: '*Stars* and _lines_' })
    expect(formatMarkdown(marked, 'apa')).toContain('*\\*Stars\\* and \\_lines\\_*')
  })
})

const csl = z
  .array(
    z.strictObject({
      id: z.string(),
      type: z.literal('webpage'),
      title: z.string(),
      author: z.array(z.strictObject({ literal: z.string() })).optional(),
      publisher: z.string().optional(),
      'container-title': z.string().optional(),
      section: z.string().optional(),
      issued: z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2) }).optional(),
      accessed: z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2) }).optional(),
      URL: z.string().optional(),
      note: z.string().optional(),
      annote: z.string().optional(),
    }),
  )
  .length(1)

describe('the files', () => {
  it('BibTeX is read back by another program', () => {
    expect(read(formatCitation(dated, 'bibtex'))).toMatchObject({
      'citation-key': dated.id,
      title: 'Justice Sector Goals',
      author: [{ family: INL }],
      issued: { 'date-parts': [[2009, 1, 20]] },
      URL: 'http://m.state.gov/md113053.htm',
    })
    expect(formatCitation(undated, 'bibtex')).toContain('year = {n.d.}')
    expect(read(formatCitation(undated, 'bibtex')).note).toContain('written after April 1, 2016')
  })

  it('RIS is read back by another program, a body’s name in one piece', () => {
    expect(read(formatCitation(dated, 'ris'))).toMatchObject({
      type: 'webpage',
      title: 'Justice Sector Goals',
      author: [{ literal: INL.replace(', ', '. ') }],
      issued: { 'date-parts': [[2009, 1, 20]] },
      URL: 'http://m.state.gov/md113053.htm',
    })
    expect(formatCitation(dated, 'ris')).toContain('\r\nY2  - 2026/11/22/\r\n')
    const lines = formatCitation(undated, 'ris').split('\r\n')
    expect(lines.at(0)).toBe('TY  - ELEC')
    expect(lines.slice(-2)).toEqual(['ER  - ', ''])
    expect(lines).toContain(
      'N1  - n.d. No date is printed; the text itself shows that it was written after April 1, 2016.',
    )
    expect(lines.filter((line) => line.startsWith('PY'))).toEqual([])
  })

  it('CSL-JSON fits the schema', () => {
    const items = [dated, undated, bare, osce].map((one) => csl.parse(JSON.parse(formatCitation(one, 'csl')))[0])
    const days = items.map((item) => item?.issued?.['date-parts'][0])
    expect(days).toEqual([[2009, 1, 20], undefined, undefined, [2011, 10]])
    for (const item of items) expect(item?.annote).toBe('INL trained 32 teams.')
  })

  it('the annotation selects the words on the page and in the file', () => {
    const annotation = JSON.parse(formatCitation(dated, 'annotation'))
    expect(annotation).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      target: [
        {
          source: 'http://m.state.gov/md113053.htm',
          state: { sourceDate: '2026-11-22T00:00:00Z' },
          selector: { type: 'TextQuoteSelector', exact: 'INL trained 32 teams.', suffix: ' More.' },
        },
        { source: 'goals.md', selector: [{}, { type: 'TextPositionSelector', start: dated.start, end: dated.end }] },
      ],
    })
    expect(JSON.parse(formatCitation(bare, 'annotation')).target).toHaveLength(1)
  })

  // Signs that are syntax in one of the formats, line breaks, and letters of several scripts.
  const nasty = fc
    .array(fc.constantFrom(...'\\{}#$%&_~^<>|"@,;=\n\t\'', '“q”', 'Ş', 'ß', 'Ж', 'word', ' ', 'ER  - ', '2.25'), {
      minLength: 1,
      maxLength: 20,
    })
    .map((parts) => `a${parts.join('')}z`)
  const line = (text: string): string => text.replace(/\s+/g, ' ').trim()

  it('survive whatever a title or a body holds', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, publisher) => {
        const one = record({ title, publisher, date: '2009' })
        expect(JSON.parse(formatCitation(one, 'csl'))).toMatchObject([{ title: line(title) }])
        const ris = formatCitation(one, 'ris')
        expect(ris).toContain(`\r\nTI  - ${line(title)}\r\n`)
        expect(ris.split('\r\n').every((row) => row === '' || /^[A-Z][A-Z0-9] {2}- /.test(row))).toBe(true)
        const bib = formatCitation(one, 'bibtex')
        expect(bib.split('{').length).toBe(bib.split('}').length)
        expect(typographic(read(bib).title)).toBe(typographic(line(title)))
        for (const format of FORMATS) expect(formatCitation(one, format.id)).not.toContain('undefined')
      }),
    )
  })

  /** The reading program turns LaTeX's quotes into curly ones. */
  function typographic(text: string): string {
    return text.replace(/["“”]|''|``|,,/g, '"').replace(/['‘’]/g, "'")
  }
})
