import { describe, expect, test } from 'vitest'
import { readFunding } from '#src/corpus/funding/read.ts'
import type { FundingLine } from '#src/corpus/funding/types.ts'
import { plainSheet } from '../plain-sheet.ts'

/** year or [first, last], amount, account, status (stated where left out), printed amount, and what else is told. */
type Expected = {
  year: number | null | [number, number]
  amount: number | null
  printed: string
  account?: string
  status?: FundingLine['status']
  currency?: string
  sum?: 'total' | 'part'
  approximate?: string
  caveats?: readonly string[]
}

const LEDGER: readonly [string, ...Expected[]][] = [
  // Years.
  ['FY09: $4.75 million (FSA)', { year: 2009, amount: 4_750_000, printed: '$4.75 million', account: 'FSA' }],
  ['FY 2011: $6.125 million (INCLE)', { year: 2011, amount: 6_125_000, printed: '$6.125 million', account: 'INCLE' }],
  ['FY2012: $1,725,000 (ESF)', { year: 2012, amount: 1_725_000, printed: '$1,725,000', account: 'ESF' }],
  ['FY ’06: $310,000', { year: 2006, amount: 310_000, printed: '$310,000' }],
  ['FY-03 $2 million', { year: 2003, amount: 2_000_000, printed: '$2 million' }],
  ['F.Y. 2004: $915,000', { year: 2004, amount: 915_000, printed: '$915,000' }],
  ['Fiscal Year 2013 – $3.3 million', { year: 2013, amount: 3_300_000, printed: '$3.3 million' }],
  ['fiscal 2008: $77,000', { year: 2008, amount: 77_000, printed: '$77,000' }],
  ['FY98: $1.1 million', { year: 1998, amount: 1_100_000, printed: '$1.1 million' }],
  ['2014: $640,500', { year: 2014, amount: 640_500, printed: '$640,500', caveats: ['calendar-year'] }],
  ['FY2003-05: $9.9 million', { year: [2003, 2005], amount: 9_900_000, printed: '$9.9 million' }],
  ['FY 2003–2005: $9.9 million', { year: [2003, 2005], amount: 9_900_000, printed: '$9.9 million' }],
  ['FY04-FY06: $8 million (SEED)', { year: [2004, 2006], amount: 8_000_000, printed: '$8 million', account: 'SEED' }],
  ['FY 2008/09: $5 million', { year: [2008, 2009], amount: 5_000_000, printed: '$5 million' }],
  ['FY04 and FY05: $8.5 million', { year: [2004, 2005], amount: 8_500_000, printed: '$8.5 million' }],
  [
    'Assistance (2001-2004): $15 million',
    { year: [2001, 2004], amount: 15_000_000, printed: '$15 million', caveats: ['calendar-year'] },
  ],
  // What separates year and amount: never a minus sign, never a range.
  ['FY 2010- $412,000 (AEECA*)', { year: 2010, amount: 412_000, printed: '$412,000', account: 'AEECA' }],
  ['FY 2010-$412,000', { year: 2010, amount: 412_000, printed: '$412,000' }],
  ['FY 2006 - $3,150,000 (FSA*)', { year: 2006, amount: 3_150_000, printed: '$3,150,000', account: 'FSA' }],
  ['FY 2006 — $3,150,000', { year: 2006, amount: 3_150_000, printed: '$3,150,000' }],
  ['FY 2006 $3,150,000', { year: 2006, amount: 3_150_000, printed: '$3,150,000' }],
  ['FY 2006......$3,150,000', { year: 2006, amount: 3_150_000, printed: '$3,150,000' }],
  ['| FY 2006 | $3,150,000 | FSA |', { year: 2006, amount: 3_150_000, printed: '$3,150,000', account: 'FSA' }],
  ['• FY 2006: $3,150,000', { year: 2006, amount: 3_150_000, printed: '$3,150,000' }],
  // Amounts.
  ['FY07: $ 481,000', { year: 2007, amount: 481_000, printed: '$ 481,000' }],
  ['FY07: US$2.6 million', { year: 2007, amount: 2_600_000, printed: 'US$2.6 million' }],
  ['FY07: USD 1.9 million', { year: 2007, amount: 1_900_000, printed: 'USD 1.9 million' }],
  ['FY07: 2.4 million dollars', { year: 2007, amount: 2_400_000, printed: '2.4 million dollars' }],
  ['FY07: €2.4 million', { year: 2007, amount: 2_400_000, printed: '€2.4 million', currency: 'EUR' }],
  ['FY07: $1.3M', { year: 2007, amount: 1_300_000, printed: '$1.3M' }],
  ['FY07: $850K (INCLE)', { year: 2007, amount: 850_000, printed: '$850K', account: 'INCLE' }],
  ['FY07: $1.08 billion', { year: 2007, amount: 1_080_000_000, printed: '$1.08 billion' }],
  ['FY07: $0.333 million', { year: 2007, amount: 333_000, printed: '$0.333 million' }],
  ['FY07: $7250000', { year: 2007, amount: 7_250_000, printed: '$7250000' }],
  ['FY07: $7,250,000.00', { year: 2007, amount: 7_250_000, printed: '$7,250,000.00' }],
  [
    'FY07: approximately $7 million',
    { year: 2007, amount: 7_000_000, printed: '$7 million', approximate: 'approximately' },
  ],
  ['FY07: more than $7 million', { year: 2007, amount: 7_000_000, printed: '$7 million', approximate: 'more than' }],
  [
    'FY07: 2,480,000 (FSA)',
    { year: 2007, amount: 2_480_000, printed: '2,480,000', account: 'FSA', caveats: ['no-currency'] },
  ],
  // Spaces inside a number, and numbers that are none.
  ['FY07: $40,000, 000', { year: 2007, amount: 40_000_000, printed: '$40,000, 000', caveats: ['space-in-number'] }],
  [
    'FY07: $1 750 000 (FSA)',
    { year: 2007, amount: 1_750_000, printed: '$1 750 000', account: 'FSA', caveats: ['space-in-number'] },
  ],
  [
    'FY07: $9,415,00 (FSA)',
    { year: 2007, amount: null, printed: '$9,415,00', account: 'FSA', status: 'malformed', caveats: ['malformed'] },
  ],
  ['FY07: $3,45', { year: 2007, amount: null, printed: '$3,45', status: 'malformed', caveats: ['malformed'] }],
  [
    'FY07: $4.1.7 million',
    { year: 2007, amount: null, printed: '$4.1.7 million', status: 'malformed', caveats: ['malformed'] },
  ],
  [
    'FY07: $2,4 million',
    { year: 2007, amount: null, printed: '$2,4 million', status: 'malformed', caveats: ['malformed'] },
  ],
  [
    'FY07: $1½ million',
    { year: 2007, amount: null, printed: '$1½ million', status: 'malformed', caveats: ['malformed'] },
  ],
  [
    'FY07: $2-4 million',
    { year: 2007, amount: null, printed: '$2-4 million', status: 'malformed', caveats: ['amount-range'] },
  ],
  [
    'FY07: $12.345 (FSA)',
    { year: 2007, amount: null, printed: '$12.345', account: 'FSA', status: 'malformed', caveats: ['not-whole'] },
  ],
  [
    'FY 2007 318,55061,000',
    {
      year: 2007,
      amount: null,
      printed: '318,55061,000',
      status: 'malformed',
      caveats: ['run-together'],
    },
  ],
  [
    'FY07: $5 milli',
    { year: 2007, amount: null, printed: '$5', status: 'malformed', caveats: ['cut-off', 'malformed'] },
  ],
  // Nothing is a statement.
  ['FY07: $0', { year: 2007, amount: 0, printed: '$0', status: 'zero' }],
  ['FY07 – none', { year: 2007, amount: 0, printed: 'none', status: 'zero' }],
  ['FY07: no funding', { year: 2007, amount: 0, printed: 'no funding', status: 'zero' }],
  // Accounts and what is no account.
  ['FY07: $6 million ( INCLE)', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE' }],
  ['FY07: $6 million (INCLE*)', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE' }],
  ['FY07: $6 million (INCLE)**', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE' }],
  ['FY07: $6 million [AEECA]', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'AEECA' }],
  ['FY07: $6 million (FSA[2])', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'FSA' }],
  ['FY07: $6 million (FSA/INCLE)', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'FSA/INCLE' }],
  ['FY07: $6 million (Sec. 1207)', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'Sec. 1207' }],
  [
    'FY07: $6 million (Economic Support Fund)',
    { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'Economic Support Fund' },
  ],
  ['FY07 INCLE: $6 million', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE' }],
  ['INCLE FY07: $6 million', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE' }],
  ['FY07: $6 million in INCLE funds', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE' }],
  ['FY07: $6 million – INCLE', { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE' }],
  ['FY07: $6 million (for police training)', { year: 2007, amount: 6_000_000, printed: '$6 million' }],
  [
    'FY07: $6 million (INCLE request)',
    { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE', status: 'request', caveats: ['request'] },
  ],
  [
    'FY07 (request): $6 million (INCLE)',
    { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE', status: 'request', caveats: ['request'] },
  ],
  [
    'FY07 REQUEST: $6 million',
    { year: 2007, amount: 6_000_000, printed: '$6 million', status: 'request', caveats: ['request'] },
  ],
  [
    'FY07: $6 million (INCLE, regional: shared with Ruritania)',
    { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE', caveats: ['shared'] },
  ],
  [
    'FY07: $6 million (INCLE',
    { year: 2007, amount: 6_000_000, printed: '$6 million', account: 'INCLE', caveats: ['cut-off'] },
  ],
  // Several amounts.
  [
    'FY 2009: $1,250,000 (FSA) + $2,500,000 ( INCLE) + $750,000 (Sec. 1004)*** = $4,500,000',
    { year: 2009, amount: 1_250_000, printed: '$1,250,000', account: 'FSA', sum: 'part' },
    { year: 2009, amount: 2_500_000, printed: '$2,500,000', account: 'INCLE', sum: 'part' },
    { year: 2009, amount: 750_000, printed: '$750,000', account: 'Sec. 1004', sum: 'part' },
    { year: 2009, amount: 4_500_000, printed: '$4,500,000', sum: 'total' },
  ],
  [
    'FY 2009: $3 million = $1 million (FSA) + $2 million (INCLE)',
    { year: 2009, amount: 3_000_000, printed: '$3 million', sum: 'total' },
    { year: 2009, amount: 1_000_000, printed: '$1 million', account: 'FSA', sum: 'part' },
    { year: 2009, amount: 2_000_000, printed: '$2 million', account: 'INCLE', sum: 'part' },
  ],
  [
    'FY07: $1.5 million (FSA), $600,000 (INCLE) and $2 million (ESF)',
    { year: 2007, amount: 1_500_000, printed: '$1.5 million', account: 'FSA' },
    { year: 2007, amount: 600_000, printed: '$600,000', account: 'INCLE' },
    { year: 2007, amount: 2_000_000, printed: '$2 million', account: 'ESF' },
  ],
  [
    'FY07: $1.5 million (of which $400,000 INCLE)',
    { year: 2007, amount: 1_500_000, printed: '$1.5 million' },
    { year: 2007, amount: 400_000, printed: '$400,000', account: 'INCLE', sum: 'part', caveats: ['included'] },
  ],
  [
    'FY08 - $1.2 million; FY09 - $1.3 million',
    { year: 2008, amount: 1_200_000, printed: '$1.2 million' },
    { year: 2009, amount: 1_300_000, printed: '$1.3 million' },
  ],
  [
    'FY07: $2 million (FSA) FY06: $1 million (FSA)',
    { year: 2007, amount: 2_000_000, printed: '$2 million', account: 'FSA' },
    { year: 2006, amount: 1_000_000, printed: '$1 million', account: 'FSA' },
  ],
]

const PROSE: readonly [string, ...Expected[]][] = [
  [
    'In FY 2010, INL provided $1.7 million for police training.',
    { year: 2010, amount: 1_700_000, printed: '$1.7 million' },
  ],
  ['INL provided $1.7 million in FY 2010 for courts.', { year: 2010, amount: 1_700_000, printed: '$1.7 million' }],
  [
    'INL’s fiscal year 2012 budget of $7.5 million (INCLE) supports prosecutors.',
    { year: 2012, amount: 7_500_000, printed: '$7.5 million', account: 'INCLE' },
  ],
  [
    'INL has provided approximately $64 million since 2011.',
    {
      year: 2011,
      amount: 64_000_000,
      printed: '$64 million',
      status: 'cumulative',
      approximate: 'approximately',
      caveats: ['calendar-year'],
    },
  ],
  [
    'Since FY 2004, over $33 million was allocated through INCLE funds.',
    {
      year: 2004,
      amount: 33_000_000,
      printed: '$33 million',
      account: 'INCLE',
      status: 'cumulative',
      approximate: 'over',
    },
  ],
  [
    'Between 2008 and 2012, the United States committed $12.5 million in FREEDOM Support Act (FSA) funds.',
    {
      year: [2008, 2012],
      amount: 12_500_000,
      printed: '$12.5 million',
      account: 'FSA',
      status: 'cumulative',
      caveats: ['calendar-year'],
    },
  ],
  [
    'To date, INL has spent $3.2 million on the academy.',
    { year: null, amount: 3_200_000, printed: '$3.2 million', status: 'cumulative' },
  ],
  [
    'INL requested $4.5 million for FY 2013.',
    { year: 2013, amount: 4_500_000, printed: '$4.5 million', status: 'request', caveats: ['request'] },
  ],
  [
    'In FY 2010 and FY 2011, INL provided $1 million and $2 million, respectively.',
    { year: 2010, amount: 1_000_000, printed: '$1 million' },
    { year: 2011, amount: 2_000_000, printed: '$2 million' },
  ],
  [
    'FY08 funding was $2.1 million in FSA funds and $300,000 in INCLE funds.',
    { year: 2008, amount: 2_100_000, printed: '$2.1 million', account: 'FSA' },
    { year: 2008, amount: 300_000, printed: '$300,000', account: 'INCLE' },
  ],
  [
    'INL gave between $2 and $3 million in FY 2007.',
    { year: 2007, amount: null, printed: '$2 and $3 million', status: 'malformed', caveats: ['amount-range'] },
  ],
  [
    'In 2015 the United States provided $12 million to counter money laundering.',
    { year: 2015, amount: 12_000_000, printed: '$12 million', caveats: ['calendar-year'] },
  ],
  [
    'U.S. assistance totaled $3 million in FY 2004 and $4 million in FY 2005.',
    { year: 2004, amount: 3_000_000, printed: '$3 million' },
    { year: 2005, amount: 4_000_000, printed: '$4 million' },
  ],
  [
    'The budget in FY 2009 was $1.1 million, up from $900,000 in FY 2008.',
    { year: 2009, amount: 1_100_000, printed: '$1.1 million' },
    { year: 2008, amount: 900_000, printed: '$900,000' },
  ],
  [
    'For FY 2013, $2.4 million in INCLE funding was requested.',
    {
      year: 2013,
      amount: 2_400_000,
      printed: '$2.4 million',
      account: 'INCLE',
      status: 'request',
      caveats: ['request'],
    },
  ],
  ['$2.25 million (FY07)', { year: 2007, amount: 2_250_000, printed: '$2.25 million' }],
  ['In May 2011 a $3.5 million INL project began.', { year: null, amount: 3_500_000, printed: '$3.5 million' }],
]

const NOTHING = [
  'FY 2007: 1,500 officers trained',
  'The FY08-09 program will focus on six key areas.',
  'Police seized $3 million in cash in FY 2010.',
  'The network laundered over $20 million.',
  'A fine of $500 was imposed in 2010.',
  'The Government of Ruritania allocated $5 million to the academy in FY 2009.',
  'The agency’s own budget doubled in 2011 to $58 million.',
  'The national budget gave the courts $12 million in FY 2010.',
  'INL has trained 2,800 officers since 2008.',
  'FY08: TBD',
]

/** Conflicts between lines are another test's matter. */
function record(line: FundingLine): Expected {
  const { fiscalYear, throughFiscalYear: last } = line
  return {
    year: fiscalYear !== null && last !== null ? [fiscalYear, last] : fiscalYear,
    amount: line.amount,
    printed: line.printed,
    ...(line.account === null ? {} : { account: line.account }),
    ...(line.status === 'stated' ? {} : { status: line.status }),
    ...(line.currency === 'USD' ? {} : { currency: line.currency }),
    ...(line.total ? { sum: 'total' as const } : line.part ? { sum: 'part' as const } : {}),
    ...(line.approximate === null ? {} : { approximate: line.approximate }),
    ...(line.caveats.length === 0 ? {} : { caveats: line.caveats.map(({ kind }) => kind) }),
  }
}

const before = 'The embassy lists what it gave.'

describe.each([...LEDGER, ...PROSE])('%s', (notation, ...expected) => {
  const sheet = plainSheet(`${before}\n\n${notation}`)
  const { lines } = readFunding(sheet)

  test('is read as what it says', () => {
    expect(lines.map(record)).toEqual(expected)
    expect(lines.every((line) => line.country === 'AZ')).toBe(true)
  })

  test('is cited where it stands', () => {
    for (const line of lines) {
      expect(sheet.text.slice(line.span.start, line.span.end)).toBe(notation)
      expect(sheet.text.slice(line.amountSpan.start, line.amountSpan.end)).toBe(line.printed)
      expect(line.passage).toBe(1)
    }
  })
})

test.each(NOTHING)('%s: no funding', (text) => {
  expect(readFunding(plainSheet(text)).lines).toEqual([])
})

describe('a table with its years in the first column and an account in each other', () => {
  const read = (...lines: readonly string[]) =>
    readFunding(plainSheet(['# Funding', '', ...lines].join('\n'))).lines.map(
      ({ fiscalYear, amount, account, total, part }) => [fiscalYear, amount, account, total, part],
    )

  test.each(['Year INCLE ESF Total', '| Fiscal Year | INCLE | ESF | Total |', 'Year\tINCLE\tESF\tTotal'])(
    '%s',
    (head) => {
      expect(read(head, 'FY 2008 $1,000,000 $500,000 $1,500,000', 'FY 2009 $2,000,000 $700,000 $2,700,000')).toEqual([
        [2008, 1_000_000, 'INCLE', false, true],
        [2008, 500_000, 'ESF', false, true],
        [2008, 1_500_000, null, true, false],
        [2009, 2_000_000, 'INCLE', false, true],
        [2009, 700_000, 'ESF', false, true],
        [2009, 2_700_000, null, true, false],
      ])
    },
  )

  test('without a sum, and up to the end of the table', () => {
    expect(read('Year INCLE FSA', 'FY 2008 $1,000,000 $500,000', '', 'Other money', 'FY 2009: $3,000,000')).toEqual([
      [2008, 1_000_000, 'INCLE', false, false],
      [2008, 500_000, 'FSA', false, false],
      [2009, 3_000_000, null, false, false],
    ])
  })

  test('whose row lacks an amount says of none whose it is', () => {
    const row = read('Year INCLE ESF Total', 'FY 2008 $1,000,000 $500,000')
    expect(row.map(([, , account]) => account)).toEqual([null, null])
  })
})
