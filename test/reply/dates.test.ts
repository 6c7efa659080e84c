/** The date of a text and its age, on a day that does not move. */
import { expect, test } from 'vitest'
import { dateAndAge, yearsAtMost } from '#src/reply/dates.ts'

const TODAY = new Date('2026-03-15T12:00:00Z')

test.each([
  ['2009-01-20', '20 January 2009 (17 years ago)'],
  ['2009-03-16', '16 March 2009 (16 years ago)'],
  ['2009', '2009 (17 years ago)'],
  ['2013-12', 'December 2013 (12 years ago)'],
  ['2025', '2025 (last year)'],
  ['2024-04-01', '1 April 2024 (23 months ago)'],
  ['2026-02-15', '15 February 2026 (last month)'],
  ['2026-02-16', '16 February 2026 (27 days ago)'],
  ['2026-03-15', '15 March 2026 (today)'],
  ['2026-03', 'March 2026 (this month)'],
  // A date that is still to come has no age.
  ['2026-03-16', '16 March 2026'],
  ['2026-04', 'April 2026'],
  ['2027', '2027'],
])('%s', (date, said) => {
  expect(dateAndAge(date, 'en-GB', TODAY)).toBe(said)
})

test.each([
  ['2010', '16 years ago'],
  ['2011-10-06', '14 years ago'],
  ['2024', '2 years ago'],
  ['2025', null],
  ['2025-12', null],
])('a text from after %s', (after, said) => {
  expect(yearsAtMost(after, 'en-GB', TODAY)).toBe(said)
})

test('is told in the language of the reader', () => {
  expect(dateAndAge('2009-01-20', 'es', TODAY)).toBe('20 de enero de 2009 (hace 17 años)')
})
