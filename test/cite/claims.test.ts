import { describe, expect, it } from 'vitest'
import { checkClaims, MOST_CLAIMS } from '#src/cite/claims/claims.ts'
import type { CountFact, Facts, FoundCount, FundingFact } from '#src/cite/claims/model.ts'
import { findTypedPlaces } from '#src/corpus/places/index.ts'
import { plainSheet } from './sheets.ts'

const sheet = plainSheet(
  'azerbaijan-2009',
  `The program trained over 1,500 police officers and refurbished 14 border posts since 2005. INL opened 32 teams.

FY07: $2.25 million (FSA)

FY08: $1.5 million (FSA), $0.5 million (INCLE)

FY09: $1,7.5 million`,
)
const tajik = plainSheet('tajikistan', 'INL has opened 49 centers.\n\nFY07: $7 million (FSA)')

function funding(from: typeof sheet, line: string, fact: Partial<FundingFact>): FundingFact {
  const start = from.text.indexOf(line)
  return {
    sheet: from,
    countries: [from === sheet ? 'AZ' : 'TJ'],
    fiscalYear: 2007,
    throughFiscalYear: null,
    amount: null,
    currency: 'USD',
    account: 'FSA',
    printed: '',
    total: false,
    span: { start, end: start + line.length },
    ...fact,
  }
}

function count(from: typeof sheet, value: number, unit: string): CountFact {
  const sentence = from.passages[0]?.sentences.find((one) => one.text.includes(unit))
  if (sentence === undefined) throw new Error(unit)
  return { sheet: from, value, unit, places: [from === sheet ? 'AZ' : 'TJ'], span: sentence, sentence: sentence.text }
}

const facts: Facts = {
  funding: [
    funding(sheet, 'FY07: $2.25 million (FSA)', { amount: 2_250_000, printed: '$2.25 million' }),
    funding(sheet, 'FY08: $1.5 million (FSA), $0.5 million (INCLE)', { fiscalYear: 2008, amount: 1_500_000 }),
    funding(sheet, 'FY08: $1.5 million (FSA), $0.5 million (INCLE)', {
      fiscalYear: 2008,
      amount: 500_000,
      account: 'INCLE',
    }),
    funding(sheet, 'FY09: $1,7.5 million', { fiscalYear: 2009, printed: '$1,7.5 million', account: null }),
    funding(tajik, 'FY07: $7 million (FSA)', { amount: 7_000_000 }),
  ],
  counts: [
    count(sheet, 1500, 'police officers'),
    count(sheet, 14, 'border posts'),
    count(sheet, 32, 'teams'),
    count(tajik, 49, 'centers'),
  ],
}

/** Numbers and the words behind them, as far as these tests need it. */
function counts(text: string): FoundCount[] {
  const found = text.matchAll(
    /(?<![\p{L}\d$.,])(?<number>\d[\d,]*) (?<unit>(?:police|border|new)? ?(?:officers|posts|teams|centers|dogs))/gu,
  )
  return [...found].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: Number(match.groups?.['number']?.replaceAll(',', '')),
    unit: match.groups?.['unit'] ?? '',
  }))
}

const finders = { places: (text: string) => findTypedPlaces(text).mentions, counts }
const check = (message: string): string[] =>
  checkClaims(message, finders, facts).map(({ text, verdict, source }) => {
    const words =
      source === null ? '' : ` ← ${source.sheet.text.slice(source.span.start, source.span.end).slice(0, 24)}`
    return `${text}: ${verdict}${words}`
  })

describe('amounts in a message', () => {
  it.each([
    ['Azerbaijan got $2.25 million in FY07.', ['$2.25 million: stated ← FY07: $2.25 million (FSA']],
    ['Azerbaijan got USD 2,250,000 in FY 2007.', ['USD 2,250,000: stated ← FY07: $2.25 million (FSA']],
    ['Azerbaijan got $2.2 million in FY07.', ['$2.2 million: different ← FY07: $2.25 million (FSA']],
    ['Azerbaijan got $2.25 million in FY08.', ['$2.25 million: different ← FY08: $1.5 million (FSA)']],
    ['Azerbaijan got €2.25 million in FY07.', ['€2.25 million: different ← FY07: $2.25 million (FSA']],
    ['Azerbaijan got $7 million in FY07.', ['$7 million: different ← FY07: $2.25 million (FSA']],
    ['Tajikistan got $7 million in FY07.', ['$7 million: stated ← FY07: $7 million (FSA)']],
    ['Azerbaijan got $9 million in FY12.', ['$9 million: not-stated']],
    ['Moldova got $2.25 million in FY07.', ['$2.25 million: not-stated']],
    ['INL gave Azerbaijan $9 million.', ['$9 million: different ← FY09: $1,7.5 million']],
    ['The house in Azerbaijan is worth $9 million.', ['$9 million: not-stated']],
    ['In Azerbaijan $0.5 million was INCLE in FY08.', ['$0.5 million: stated ← FY08: $1.5 million (FSA)']],
    ['In Azerbaijan $1.5 million was INCLE in FY08.', ['$1.5 million: different ← FY08: $1.5 million (FSA)']],
    ['Azerbaijan, FY09: $1,7.5 million', ['$1,7.5 million: stated ← FY09: $1,7.5 million']],
    ['Azerbaijan is large. It got $2.25 million in FY07.', ['$2.25 million: stated ← FY07: $2.25 million (FSA']],
    ['They got $7 million in FY07.', ['$7 million: stated ← FY07: $7 million (FSA)']],
    ['They got $3 million in FY07.', ['$3 million: not-stated']],
  ])('%s', (message, expected) => {
    expect(check(message)).toEqual(expected)
  })
})

describe('counts in a message', () => {
  it.each([
    [
      'In Azerbaijan over 1,500 police officers were trained.',
      ['1,500 police officers: stated ← The program trained over'],
    ],
    ['In Azerbaijan 1500 officers were trained.', ['1500 officers: stated ← The program trained over']],
    ['In Azerbaijan 15 border posts were refurbished.', ['15 border posts: different ← The program trained over']],
    ['In Azerbaijan 15 posts were refurbished.', ['15 posts: different ← The program trained over']],
    ['Azerbaijan advertises 15 posts.', ['15 posts: not-stated']],
    ['Azerbaijan has 49 centers.', ['49 centers: not-stated']],
    [
      'Tajikistan has 49 centers, Azerbaijan 3 dogs.',
      ['49 centers: stated ← INL has opened 49 center', '3 dogs: not-stated'],
    ],
    ['There are 12 teams.', ['12 teams: not-stated']],
    ['There are 32 teams.', ['32 teams: stated ← INL opened 32 teams.']],
  ])('%s', (message, expected) => {
    expect(check(message)).toEqual(expected)
  })
})

describe('a message', () => {
  it('is checked number by number, in its order, each with a citation', () => {
    const message =
      'Azerbaijan: 14 border posts and $2.25 million in FY07.\nTajikistan: $7 million in FY07 and 50 centers.'
    const claims = checkClaims(message, finders, facts)
    expect(claims.map((claim) => claim.verdict)).toEqual(['stated', 'stated', 'stated', 'different'])
    for (const { start, end, text, source } of claims) {
      expect(message.slice(start, end)).toBe(text)
      expect(source?.citation).toMatch(/^(azerbaijan-2009|tajikistan)\.top\.[0-9a-z]{8}$/)
    }
  })

  it('without numbers claims none, and with very many is checked up to a limit', () => {
    expect(check('Azerbaijan in 2007, FY08 and the rest')).toEqual([])
    expect(check('Azerbaijan got $1. '.repeat(100))).toHaveLength(MOST_CLAIMS)
  })
})
