/** Dates as these pages print them. What a date is the date of, the caller decides. */
import { isCalendarDate } from '../front-matter.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(\\d{4})'

interface Form {
  readonly pattern: RegExp
  readonly parts: (match: readonly string[]) => readonly (string | undefined)[]
}

/** Not inside a longer number, word or path. */
const standing = (form: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}/.-])${form}(?![\\p{L}\\p{N}/]|[.-]\\d)`, 'giu')

/** Year, month and day of each form; the longer forms first. */
const FORMS: readonly Form[] = [
  { pattern: standing(`${MONTH}\\s+${DAY},?\\s+${YEAR}`), parts: ([month, day, year]) => [year, month, day] },
  {
    pattern: standing(`${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}`),
    parts: ([day, month, year]) => [year, month, day],
  },
  { pattern: standing(`${YEAR}-(\\d{2})-(\\d{2})`), parts: (match) => match },
  {
    pattern: standing(`(\\d{1,2})[/.](\\d{1,2})[/.]${YEAR}`),
    // American order; where the first number can be no month, the other one.
    parts: ([first, second, year]) => (Number(first) > 12 ? [year, second, first] : [year, first, second]),
  },
  { pattern: standing(`${MONTH},?\\s+${YEAR}`), parts: ([month, year]) => [year, month] },
]

export interface FoundDate {
  /** `2009`, `2009-01` or `2009-01-20`. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/** Every day and month with its year in `text`, in order; bare years are not among them. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const { pattern, parts } of FORMS)
    for (const match of text.matchAll(pattern)) {
      const date = isoDate(parts(match.slice(1)))
      const [start, end] = [match.index, match.index + match[0].length]
      if (date !== null && !found.some((other) => other.start < end && start < other.end))
        found.push({ date, start, end })
    }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * The date of a line that is nothing but a date, with at most a place, a weekday or a label before it (`Washington, DC,
 * January 20, 2009`, `Date: March 2011`, `2012`); null for any other line.
 */
export function wholeDate(line: string): string | null {
  if (line.length > 120) return null
  const bare = line
    .replace(/^(?:fact ?sheet|washington,? d\.?c\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s,:;–—-]+/i, '')
    .replace(/^(?:date|(?:last )?(?:updated|modified|revised)|released?(?: on)?|published|issued)\s*:?\s+/i, '')
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/i, '')
    .replace(/[.\s]+$/, '')
  if (/^(?:19[5-9]\d|20\d\d)$/.test(bare)) return bare
  const [found] = datesIn(bare)
  return found !== undefined && found.start === 0 && found.end === bare.length ? found.date : null
}

function isoDate([year, month, day]: readonly (string | undefined)[]): string | null {
  const parts = [year]
  if (month !== undefined) parts.push(twoDigits(monthNumber(month)))
  if (day !== undefined) parts.push(twoDigits(Number(day)))
  const date = parts.join('-')
  return isCalendarDate(date) ? date : null
}

const monthNumber = (month: string): number =>
  /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1

const twoDigits = (value: number): string => String(value).padStart(2, '0')
