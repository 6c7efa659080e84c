/** Dates as the styles print them, from what the front matter says: a year, a month or a day. */

export interface PartialDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** As MLA and the Bluebook (table T12) shorten them alike. */
const SHORT_MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']

/** Null for null and for what is no date. */
export function parseDate(text: string | null): PartialDate | null {
  const groups = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/.exec(text ?? '')?.groups
  if (groups === undefined) return null
  const number = (part: string | undefined): number | null => (part === undefined ? null : Number(part))
  return { year: Number(groups['year']), month: number(groups['month']), day: number(groups['day']) }
}

const nameOf = (names: readonly string[], month: number): string => names[month - 1] ?? ''

/** `January 20, 2009`, `January 2009`, `2009`: the American order, as Chicago and a plain note have it. */
export function americanDate({ year, month, day }: PartialDate, short = false): string {
  if (month === null) return String(year)
  const name = nameOf(short ? SHORT_MONTHS : MONTHS, month)
  return day === null ? `${name} ${year}` : `${name} ${day}, ${year}`
}

/** `2009, January 20`: APA's order. */
export function yearFirst({ year, month, day }: PartialDate): string {
  if (month === null) return String(year)
  return `${year}, ${nameOf(MONTHS, month)}${day === null ? '' : ` ${day}`}`
}

/** `20 Jan. 2009`: MLA's order. */
export function dayFirst({ year, month, day }: PartialDate): string {
  if (month === null) return String(year)
  return `${day === null ? '' : `${day} `}${nameOf(SHORT_MONTHS, month)} ${year}`
}

/** `[2009, 1, 20]`, as far as it is known. */
export function dateParts({ year, month, day }: PartialDate): number[] {
  return [year, month, day].filter((part) => part !== null)
}
