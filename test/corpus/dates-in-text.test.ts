import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDates, type DateInText, findDates } from '#src/corpus/dates-in-text.ts'

const iso = ({ from, through, fiscal, since }: DateInText): string => {
  const day = [from.year, from.month, from.day].filter((part) => part !== null).join('-')
  return `${since ? 'since ' : ''}${fiscal ? 'FY' : ''}${day}${through === null ? '' : `/${through.year}`}`
}

const READS: readonly (readonly [string, readonly string[]])[] = [
  ['January 20, 2009', ['2009-1-20']],
  ['on 6 October 2011, in the capital', ['2011-10-6']],
  ['the 3rd of March 2010', ['2010-3-3']],
  ['before Sept. 5, 2001 nobody', ['2001-9-5']],
  ['the October 2008 elections', ['2008-10']],
  ['from 2009-01-20 on', ['2009-1-20']],
  ['The program was established in 2004.', ['2004']],
  ['Since 2005, INL has built posts', ['since 2005']],
  ['has worked there since May 2010', ['since 2010-5']],
  ['FY07: $2.25 million', ['FY2007']],
  ['the FY08-09 program', ['FY2008/2009']],
  ['FY 2005-06: $11.2 million', ['FY2005/2006']],
  ['in fiscal year 2011', ['FY2011']],
  ['between 2005 and 2007', ['2005/2007']],
  ['from 2005 to 2007', ['2005/2007']],
  ['in 2005–07 and again in 2012', ['2005/2007', '2012']],
  ['in 2005, 2006 and 2007', ['2005', '2006', '2007']],
  ['the spring of 2004', ['2004']],
  ['the 2008 law', ['2008']],
  ['the unit (2011) has grown', ['2011']],
]

const READS_NONE = [
  '1) minimize crime; 2) ensure peace; and 3) promote justice',
  'a force of 2000 officers',
  'trained over 2,000 members',
  'more than 2013 officers',
  'under Law 2015-36',
  'Section 1207 funds',
  'Resolution 1973 of the Council',
  'accreditation under ISO 2000',
  'on the number 1989',
  'it cost $2005',
  'they may 2010',
  '209,74042,000',
  'February 30, 2009 radios',
]

describe('dates in a text', () => {
  it.each(READS)('reads %j', (text, dates) => {
    expect(findDates(text).map(iso)).toEqual(dates)
  })

  it.each(READS_NONE)('takes no number of things for a date: %j', (text) => {
    expect(findDates(text).map(iso)).toEqual([])
  })

  it('finds every printed day again, wherever it stands', () => {
    const words = fc.array(fc.constantFrom('police', 'trained', 'posts', 'and', '14', '3.5', '$2', '(INL)'), {
      maxLength: 6,
    })
    const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(words, date, fc.constantFrom('en-US', 'en-GB'), words, (before, day, locale, after) => {
        const printed = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day)
        const text = [...before, 'on', printed, '–', ...after].join(' ')
        const found = findDates(text).filter(({ start, end }) => text.slice(start, end) === printed)
        expect(found.map(({ from }) => [from.year, from.month, from.day])).toEqual([
          [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()],
        ])
      }),
    )
  })

  it('gives stretches of the text in order, without overlap, whatever the text', () => {
    const piece = fc.constantFrom(
      '2005',
      'FY',
      '07',
      '-',
      'May',
      'in ',
      ' ',
      ',',
      'since ',
      '1',
      '31',
      'and',
      '2009',
      'of ',
      '–',
      '\n',
      'é',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let at = 0
          for (const { start, end, from, through } of findDates(text)) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(text.slice(start, end)).toMatch(/\d/)
            if (through !== null) expect(compareDates(from, through)).toBeLessThan(0)
            at = end
          }
          expect(at).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
