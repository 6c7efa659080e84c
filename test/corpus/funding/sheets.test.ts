import { describe, expect, test } from 'vitest'
import { checkFunding } from '#src/corpus/funding/checks.ts'
import { linesFor, readFunding } from '#src/corpus/funding/read.ts'
import { plainSheet } from '../plain-sheet.ts'

const read = (text: string, options?: Parameters<typeof plainSheet>[1]) => readFunding(plainSheet(text, options))
const kinds = (text: string) => read(text).lines.map((line) => line.caveats.map(({ kind }) => kind))

describe('headings', () => {
  test('a section heading promises years that no line gives', () => {
    const { promised, lines } = read(
      '## Government Funding FY2009-11\n\nFY09: $1.5 million (FSA)\nFY11: $1.7 million (FSA)',
    )
    expect(promised).toMatchObject([
      { first: 2009, last: 2011, absent: [2010], outside: [], countries: ['AZ'], passage: 0 },
    ])
    expect(lines[0]?.caveats).toMatchObject([{ kind: 'years-absent', years: [2010] }])
    expect(lines[0]?.caveats[0]?.message).toContain('promises FY2010')
  })

  test('a heading in all but markup counts, and may promise fewer years than there are', () => {
    const { promised, lines } = read(
      'U.S. Assistance FY 2004 – FY 2005\nFY2004 – $3 million\nFY2005 – $4 million\nFY2006 – $5 million',
    )
    expect(promised).toMatchObject([{ absent: [], outside: [2006] }])
    expect(lines.map(({ caveats }) => caveats.map(({ kind }) => kind))).toEqual([[], [], ['year-outside-heading']])
  })

  test('a heading may give the only year, the account or the unit of the lines below', () => {
    expect(read('## FY 2009 Funding\n\n$1.2 million (INCLE)').lines).toMatchObject([
      { fiscalYear: 2009, amount: 1_200_000 },
    ])
    expect(read('INCLE:\nFY07: $2 million').lines).toMatchObject([{ account: 'INCLE', amount: 2_000_000 }])
    expect(read('## Funding ($ in thousands)\n\nFY2007 2,250\nFY2008 $1.5 million').lines).toMatchObject([
      { amount: 2_250_000, printed: '2,250', caveats: [{ kind: 'scale-from-heading' }, { kind: 'no-currency' }] },
      { amount: 1_500_000 },
    ])
  })
})

describe('a total below lines of several years', () => {
  const lines = '## Funding\n\nFY07: $2.0 million (INCLE)\nFY08: $3.0 million (INCLE)\n'
  test.each(['Total: $5.0 million', 'Grand Total $5,000,000', 'FY 2007-2008 total: $5.01 million'])(
    'is no figure of the last of them: %s',
    (total) => {
      const found = read(`${lines}${total}`)
      expect(found.lines.at(-1)).toMatchObject({ fiscalYear: 2007, throughFiscalYear: 2008, status: 'cumulative' })
      expect(found.lines.at(-1)?.caveats.filter(({ kind }) => kind === 'sum-mismatch')).toEqual([])
    },
  )
  test.each(['Total: $6.0 million', 'FY 2007-2008 total: $6 million'])('is doubted where it is none: %s', (total) => {
    const found = read(`${lines}${total}`)
    expect(found.lines.at(-1)?.caveats).toContainEqual(
      expect.objectContaining({
        kind: 'sum-mismatch',
        message: 'The total of FY2007–2008 is stated as $6,000,000, but the lines above it come to $5,000,000.',
      }),
    )
  })
  test('is the year’s own where the lines above it are of one', () => {
    expect(read('FY09:\n$1 million (INCLE)\n$2 million (FSA)\nTotal: $3 million').lines.at(-1)).toMatchObject({
      fiscalYear: 2009,
      throughFiscalYear: null,
    })
  })
})

describe('a table under the money', () => {
  const money = '## Funding\n\nFY 2000: $894.4 million\n\n'
  test.each(['Year\u00a0 Hectares', 'Year | Officers trained', 'Fiscal Year\tPosts\tRadios'])(
    'is none of it where its head says so: %s',
    (head) => {
      expect(read(`${money}${head}\n2000\u00a0 136,200\n2001\u00a0 169,800`).lines).toHaveLength(1)
    },
  )
  test.each(['Year\u00a0 Amount', 'Fiscal Year | INCLE', 'Year | Funding level'])('is money too under: %s', (head) => {
    expect(read(`${money}${head}\n2001\u00a0 136,200\n2002\u00a0 169,800`).lines).toHaveLength(3)
  })
})

test('footnotes name accounts, before or after, by name or by mark alone', () => {
  expect(read('FY 2005 - $2 million (FSA*)\n\n*FSA: FREEDOM Support Act').lines[0]?.accountName).toBe(
    'FREEDOM Support Act',
  )
  expect(
    read('[1] AEECA = Assistance for Europe, Eurasia and Central Asia\n\nFY13: $2 million (AEECA[1])').lines[0]
      ?.accountName,
  ).toBe('Assistance for Europe, Eurasia and Central Asia')
  expect(read('FY 2005 - $2 million (FSA)**\n**Freedom Support Act.').lines[0]?.accountName).toBe('Freedom Support Act')
  expect(read('FY 2005 - $2 million (FSA)').lines[0]?.accountName).toBeNull()
  const acronyms = [{ short: 'FSA', long: 'FREEDOM Support Act' }]
  expect(read('FY 2005 - $2 million (FSA)', { acronyms }).lines[0]?.accountName).toBe('FREEDOM Support Act')
})

test('accounts of one year in lines of their own, and a wrapped sum', () => {
  expect(read('FY07:\n$1.2 million (INCLE)\n$500,000 (FSA)').lines).toMatchObject([
    { fiscalYear: 2007, amount: 1_200_000, account: 'INCLE' },
    { fiscalYear: 2007, amount: 500_000, account: 'FSA' },
  ])
  expect(read('FY09: $1,000,000 (FSA)\n+ $2,000,000 (INCLE)\n= $3,000,000').lines).toMatchObject([
    { part: true, account: 'FSA' },
    { part: true, account: 'INCLE' },
    { total: true, amount: 3_000_000, account: null },
  ])
})

describe('tables', () => {
  test('years at the head, one amount a column', () => {
    expect(
      read('## U.S. Funding\n\nAccount FY 2007 FY 2008\nINCLE $1.2 million $1.3 million\nFSA $2,000,000 $0').lines,
    ).toMatchObject([
      { fiscalYear: 2007, account: 'INCLE', amount: 1_200_000 },
      { fiscalYear: 2008, account: 'INCLE', amount: 1_300_000 },
      { fiscalYear: 2007, account: 'FSA', amount: 2_000_000 },
      { fiscalYear: 2008, account: 'FSA', amount: 0, status: 'zero' },
    ])
  })

  test('a row with fewer amounts than columns is refused', () => {
    const [line] = read('| Account | FY 2007 | FY 2008 |\n| INCLE | $1,200,000 | |').lines
    expect(line).toMatchObject({
      amount: null,
      fiscalYear: null,
      status: 'malformed',
      caveats: [{ kind: 'run-together' }, {}],
    })
  })

  test('a table of something else is none of funding', () => {
    expect(read('Arrests 2007 2008\nTotal 1,200 1,300').lines).toEqual([])
  })
})

test('prose after a ledger line does not take its year', () => {
  expect(
    read('FY08: $2 million (FSA)\nA $3 million INL project began.\nSome $9 million was seized.').lines,
  ).toMatchObject([
    { fiscalYear: 2008, amount: 2_000_000 },
    { fiscalYear: null, amount: 3_000_000 },
  ])
})

describe('what does not add up', () => {
  test('parts that do not come to the stated sum', () => {
    expect(kinds('FY09: $1 million (FSA) + $2 million (INCLE) = $4 million')).toEqual([
      ['sum-mismatch'],
      ['sum-mismatch'],
      ['sum-mismatch'],
    ])
    expect(kinds('FY09: $1 million (FSA) + $2 million (INCLE) = $3 million')).toEqual([[], [], []])
    expect(kinds('FY09: $1,00 (FSA) + $2 million (INCLE) = $4 million')).toEqual([['malformed'], [], []])
  })

  test('two figures for one year, but not two accounts', () => {
    expect(kinds('FY09: $1 million (FSA)\nFY09: $2 million (FSA)')).toEqual([['conflict'], ['conflict']])
    expect(kinds('FY09: $1 million (FSA)\nFY09: $2 million (INCLE)')).toEqual([[], []])
    expect(kinds('FY09: $1 million (FSA)\nFY09: $2 million (FSA request)')).toEqual([[], ['request']])
  })

  test('a figure ten times its neighbours', () => {
    expect(kinds('FY07: $1.2 million\nFY08: $13 million\nFY09: $1.1 million')).toEqual([[], ['tenfold'], []])
    expect(kinds('FY07: $12 million\nFY08: $1.1 million\nFY09: $13 million')).toEqual([[], ['tenfold'], []])
    expect(kinds('FY07: $1.2 million\nFY08: $9 million')).toEqual([[], []])
  })

  test('the keeper sees all of it, across fact sheets and with places in the files', () => {
    const first = plainSheet('## Funding FY2008-09\n\nFY08: $1 million (FSA)\nFY08: $7,34 (INCLE)')
    const second = plainSheet('FY08: $1.5 million (FSA)')
    const findings = checkFunding([
      { sheet: 'first', reading: readFunding(first) },
      { sheet: 'second', reading: readFunding(second) },
    ])
    expect(findings.map(({ kind }) => kind)).toEqual(['years-absent', 'conflict-across-sheets', 'malformed'])
    const conflict = findings[1]
    expect(conflict?.message).toBe(
      'The fact sheets state different figures for FY2008 (FSA): $1,000,000 and $1,500,000.',
    )
    expect(conflict?.at.map(({ sheet }) => sheet)).toEqual(['first', 'second'])
    const span = findings[2]?.at[0]?.span
    expect(first.text.slice(span?.start, span?.end)).toBe('$7,34')
  })
})

describe('countries', () => {
  const names = { Ruritania: 'AA', Gondal: 'BB', Gaaldine: 'CC' }

  test('a general sheet gives an amount to the country its sentence names', () => {
    const reading = read('In FY 2011, INL provided $2 million to Ruritania. Gondal received $1 million in FY 2012.', {
      countries: [],
      names,
    })
    expect(linesFor(reading, 'AA')).toMatchObject([{ country: 'AA', amount: 2_000_000, fiscalYear: 2011 }])
    expect(linesFor(reading, 'BB')).toMatchObject([{ country: 'BB', amount: 1_000_000, fiscalYear: 2012 }])
  })

  test('an amount for several countries is for none of them alone', () => {
    const reading = read('INL has provided $300 million to Ruritania, Gondal and Gaaldine since 2008.', {
      countries: [],
      names,
    })
    expect(linesFor(reading, 'BB')).toMatchObject([
      {
        country: null,
        countries: ['AA', 'BB', 'CC'],
        status: 'cumulative',
        caveats: [{ kind: 'shared' }, { kind: 'calendar-year' }],
      },
    ])
  })

  test('a sheet about one country may speak of an amount it shares', () => {
    const [line] = read('In FY 2011, INL provided $9 million to five countries.', { countries: ['AA'] }).lines
    expect(line).toMatchObject({ country: 'AA', caveats: [{ kind: 'shared' }] })
  })
})
