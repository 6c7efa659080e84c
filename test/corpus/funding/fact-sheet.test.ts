import { expect, test } from 'vitest'
import { readFigures } from '#src/corpus/figures/read.ts'
import { readFunding } from '#src/corpus/funding/read.ts'
import type { FactSheet } from '#src/corpus/model.ts'
import { findPlaces } from '#src/corpus/places/index.ts'
import { readSheet } from '#src/corpus/read.ts'

function sheetOf(countries: string, body: string): FactSheet {
  const text = `---\ntitle: A page\npublisher: A bureau\ncountries: [${countries}]\n---\n${body}`
  const result = readSheet('page.md', text, { places: (prose) => findPlaces(prose), topics: () => [] })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.sheet
}

test('figures of a Markdown file are cited in the file, backslashes and entities included', () => {
  const sheet = sheetOf(
    'GE',
    '## Funding FY 2004–2006\n\n- FY 2004 - $3,650,000 (FSA\\*)\n- FY 2005 - $20,000, 000 (A&amp;B\\*\\*)\n\n\\*FSA: FREEDOM Support Act\n',
  )
  const { lines, promised } = readFunding(sheet)
  expect(lines).toMatchObject([
    { country: 'GE', fiscalYear: 2004, amount: 3_650_000, account: 'FSA', accountName: 'FREEDOM Support Act' },
    { country: 'GE', fiscalYear: 2005, amount: 20_000_000, account: 'A&B', accountName: null },
  ])
  const printed = (span: { start: number; end: number }) => sheet.text.slice(span.start, span.end)
  expect(lines.map(({ span }) => printed(span))).toEqual([
    'FY 2004 - $3,650,000 (FSA\\*)',
    'FY 2005 - $20,000, 000 (A&amp;B\\*\\*)',
  ])
  expect(lines.map(({ amountSpan }) => printed(amountSpan))).toEqual(['$3,650,000', '$20,000, 000'])
  expect(promised).toMatchObject([{ absent: [2006] }])
})

test('rows that count hectares below the money are no money', () => {
  const rows = 'Year\u00a0 Hectares\n2000\u00a0 136,200\n2001\u00a0 169,800'
  const { lines } = readFunding(sheetOf('CO', `## Funding\n\nFY 2000: $2 million\n\n${rows}\n\nFY 2001: 3 million\n`))
  expect(lines).toMatchObject([
    { fiscalYear: 2000, amount: 2_000_000 },
    { fiscalYear: 2001, amount: 3_000_000 },
  ])
})

test('a general sheet tells whose money and whose officers it speaks of', () => {
  const sheet = sheetOf(
    '',
    'In FY 2011, INL provided $2 million to Georgia. INL has committed $38 million to Mali, Niger and Chad since 2012.\n\nIn Kenya, 14 officers were trained.\n',
  )
  expect(readFunding(sheet).lines).toMatchObject([
    { country: 'GE', amount: 2_000_000, status: 'stated' },
    { country: null, amount: 38_000_000, status: 'cumulative' },
  ])
  expect(readFunding(sheet).lines[1]?.countries.toSorted()).toEqual(['ML', 'NE', 'TD'])
  const [figure] = readFigures(sheet)
  expect(figure).toMatchObject({ value: 14, unit: 'officers', places: ['KE'] })
  expect(sheet.text.slice(figure?.span.start, figure?.span.end)).toBe('14')
})

test('a run-in heading over the lines counts as one', () => {
  const { lines } = readFunding(sheetOf('GE', 'Funding: FY07: $2.25 million (FSA)\nFY08: $2.5 million (FSA\n'))
  expect(lines.map(({ fiscalYear, amount }) => [fiscalYear, amount])).toEqual([
    [2007, 2_250_000],
    [2008, 2_500_000],
  ])
  expect(lines[1]?.caveats.map(({ kind }) => kind)).toEqual(['cut-off'])
})
