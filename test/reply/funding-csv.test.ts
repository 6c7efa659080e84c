import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFunding } from '#src/corpus/funding/read.ts'
import { type FundingCsvRow, fundingCsv } from '#src/reply/funding-csv.ts'
import { plainSheet } from '#test/corpus/plain-sheet.ts'

function rowsOf(text: string, more: Partial<FundingCsvRow> = {}): FundingCsvRow[] {
  const sheet = plainSheet(text)
  return readFunding(sheet).lines.map((line) => ({
    line,
    countryName: 'Azerbaijan',
    countryCode: 'AZ',
    text: sheet.text.slice(line.span.start, line.span.end),
    citation: 'az-1',
    file: 'azerbaijan.md',
    title: 'Azerbaijan: goals',
    publisher: 'U.S. Department of State, INL',
    date: '2009-01-20',
    notBefore: null,
    url: 'http://example.org/az',
    ...more,
  }))
}

/** Reads CSV as RFC 4180 describes it. */
function parse(csv: string): string[][] {
  const records: string[][] = []
  let [record, at]: [string[], number] = [[], 0]
  while (at < csv.length) {
    const quoted = /"((?:[^"]|"")*)"(,|\r\n)/y
    const plain = /([^",\r\n]*)(,|\r\n)/y
    const pattern = csv[at] === '"' ? quoted : plain
    pattern.lastIndex = at
    const match = pattern.exec(csv)
    if (!match) throw new Error(`no CSV at ${at}`)
    record.push((match[1] ?? '').replaceAll('""', '"'))
    if (match[2] !== ',') {
      records.push(record)
      record = []
    }
    at = pattern.lastIndex
  }
  return records
}

const objects = (csv: string) => {
  const [header = [], ...rows] = parse(csv)
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])))
}

test('every figure is a row with its amount, its line and its citation', () => {
  const csv = fundingCsv(rowsOf('FY07: $2,250,000 (FSA)\nFY08: $2,03 (FSA*)\n*FSA: FREEDOM Support Act'))
  expect(objects(csv)).toMatchObject([
    {
      country: 'Azerbaijan',
      country_code: 'AZ',
      fiscal_year: '2007',
      amount: '2250000',
      as_printed: '$2,250,000',
      account: 'FSA',
      account_name: 'FREEDOM Support Act',
      status: 'stated',
      source_line: 'FY07: $2,250,000 (FSA)',
      citation: 'az-1',
      source_date: '2009-01-20',
      url: 'http://example.org/az',
    },
    { fiscal_year: '2008', amount: '', as_printed: '$2,03', status: 'malformed' },
  ])
})

test('without rows there is still a header', () => {
  expect(parse(fundingCsv([]))).toHaveLength(1)
})

test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1'])('%j cannot become a formula', (title) => {
  expect(objects(fundingCsv(rowsOf('FY07: $2 million', { title })))[0]?.['source_title']).toBe(`'${title}`)
})

test('whatever a title holds, it comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', 'a', ';', '“') }), (title) => {
      const [row] = objects(fundingCsv(rowsOf('FY07: $2 million', { title })))
      expect(row?.['source_title']?.replace(/^'/, '')).toBe(title)
    }),
    { numRuns: 200 },
  )
})
