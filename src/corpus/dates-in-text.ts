/**
 * The dates that a text names: a day, a month, a year, a fiscal year, or a stretch of these. A year is only read where
 * its words say that it is one ("in 2009", "October 2008"), so that numbers of things, laws and sections are none. Not
 * for dates without a year, and not for the dates of front matter.
 */

/** A day as far as it is printed; months from 1, days from 1, null where none is printed. */
export interface CalendarDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

export interface DateInText {
  /** The stretch of the text that names it, without the words that lead to it. */
  readonly start: number
  readonly end: number
  readonly from: CalendarDate
  /** Where a stretch of time ends; null for a single date. */
  readonly through: CalendarDate | null
  readonly fiscal: boolean
  /** "since 2005": it began then and goes on. */
  readonly since: boolean
}

interface Token {
  readonly kind: 'word' | 'number' | 'sign'
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** Years that a fact sheet can speak of. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2099
/** A stretch longer than this is no stretch of years but two numbers. */
const LONGEST_STRETCH = 40

/** After these a number of four digits is a year. */
const LEADS_TO_YEAR = new Set(
  'in since during until till by before after early late mid spring summer autumn fall winter year years calendar circa'.split(
    ' ',
  ),
)
/** After these it is one unless a counted thing follows: "elections of 2008", but "a force of 2000 officers". */
const MAY_LEAD_TO_YEAR = new Set('a of from to through and or between the for its their this that end'.split(' '))
/** After these it is the number of something. */
const NUMBERED = new Set(
  'law act section sec article art resolution no nr number chapter title decree order room unit form iso rule'.split(
    ' ',
  ),
)

/** Words, numbers (a number with a grouping comma or a decimal point is one token) and signs. */
const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(([word], order, all) => {
    const start = all[order]?.index ?? 0
    const kind = /^\d/.test(word) ? 'number' : /^[\p{L}\p{M}]/u.test(word) ? 'word' : 'sign'
    return { kind, text: word, lower: word.toLowerCase(), start, end: start + word.length }
  })
}

const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—‐‑−]$/.test(token.text)

/** A reading that was found: what it says, and the token after it. */
interface Found {
  readonly date: Omit<DateInText, 'start' | 'end' | 'since'>
  readonly next: number
}

class Reader {
  readonly tokens: readonly Token[]

  constructor(text: string) {
    this.tokens = tokensOf(text)
  }

  at(index: number): Token | undefined {
    return this.tokens[index]
  }

  year(index: number): number | null {
    const token = this.at(index)
    if (token === undefined || !/^\d{4}$/.test(token.text)) return null
    const year = Number(token.text)
    return year >= FIRST_YEAR && year <= LAST_YEAR && !this.#glued(index) ? year : null
  }

  /** Whether the token stands without a blank after a letter, a currency sign or a number (A2005, $2005, /2005). */
  #glued(index: number): boolean {
    const token = this.at(index)
    const before = this.at(index - 1)
    const after = this.at(index + 1)
    const touches = before !== undefined && token !== undefined && before.end === token.start
    if (touches && (before.kind !== 'sign' || /[$€£#/.§%_]/.test(before.text))) return true
    return token !== undefined && after !== undefined && after.start === token.end && /[%°/]|\p{L}/u.test(after.text)
  }

  month(index: number): number | null {
    const token = this.at(index)
    if (token === undefined || !/^\p{Lu}/u.test(token.text) || !MONTH_NAME.test(token.lower)) return null
    return MONTHS.indexOf(token.lower.slice(0, 3)) + 1
  }

  /** A day of a month, with an ordinal ending or without. */
  day(index: number): { readonly day: number; readonly next: number } | null {
    const token = this.at(index)
    if (token === undefined || !/^\d{1,2}$/.test(token.text)) return null
    const day = Number(token.text)
    if (day < 1 || day > 31) return null
    const ending = this.at(index + 1)
    const ordinal = ending !== undefined && ending.start === token.end && /^(?:st|nd|rd|th)$/.test(ending.lower)
    return { day, next: index + (ordinal ? 2 : 1) }
  }

  /** The second year of a stretch: in full, or its last two digits. */
  secondYear(index: number, first: number): number | null {
    const token = this.at(index)
    if (token === undefined || !/^(?:\d{2}|\d{4})$/.test(token.text)) return null
    const digits = Number(token.text)
    const year = token.text.length === 4 ? digits : Math.floor(first / 100) * 100 + digits
    return year > first && year - first <= LONGEST_STRETCH && year <= LAST_YEAR ? year : null
  }
}

const yearOnly = (year: number): CalendarDate => ({ year, month: null, day: null })

/** `FY07`, `FY 2007`, `FY08-09`, `fiscal year 2010`, `fiscal years 2006 to 2008`. */
function fiscalAt(reader: Reader, index: number): Found | null {
  const token = reader.at(index)
  if (token?.kind !== 'word') return null
  let at = index + 1
  if (token.lower === 'fiscal') {
    if (!/^years?$/.test(reader.at(at)?.lower ?? '')) return null
    at += 1
  } else if (!/^fys?$/.test(token.lower)) return null
  while (/^[-–'’]$/.test(reader.at(at)?.text ?? '')) at += 1
  const digits = reader.at(at)?.text ?? ''
  if (!/^(?:\d{2}|(?:19|20)\d{2})$/.test(digits)) return null
  const short = Number(digits)
  const year = digits.length === 4 ? short : short >= 70 ? 1900 + short : 2000 + short
  const joined = isDash(reader.at(at + 1)) || /^(?:to|through)$/.test(reader.at(at + 1)?.lower ?? '')
  let second = at + 2
  if (joined && reader.at(second)?.lower === 'fy') second += 1
  const through = joined ? reader.secondYear(second, year) : null
  return {
    date: { from: yearOnly(year), through: through === null ? null : yearOnly(through), fiscal: true },
    next: through === null ? at + 1 : second + 1,
  }
}

/** `January 20, 2009`, `October 2008`, `6 October 2011`, `6th of October 2011`, `2009-01-20`. */
function calendarAt(reader: Reader, index: number): Found | null {
  const single = (year: number, month: number, day: number | null, next: number): Found | null =>
    day !== null && day > daysIn(year, month)
      ? null
      : { date: { from: { year, month, day }, through: null, fiscal: false }, next }
  const month = reader.month(index)
  if (month !== null) {
    let at = index + 1
    if (reader.at(at)?.text === '.') at += 1
    const day = reader.day(at)
    if (day !== null) {
      const after = reader.at(day.next)?.text === ',' ? day.next + 1 : day.next
      const year = reader.year(after)
      if (year !== null) return single(year, month, day.day, after + 1)
    }
    if (reader.at(at)?.text === ',' || reader.at(at)?.lower === 'of') at += 1
    const year = reader.year(at)
    return year === null ? null : single(year, month, null, at + 1)
  }
  const day = reader.day(index)
  if (day !== null) {
    const at = reader.at(day.next)?.lower === 'of' ? day.next + 1 : day.next
    const named = reader.month(at)
    if (named === null) return null
    const after = /^[.,]$/.test(reader.at(at + 1)?.text ?? '') ? at + 2 : at + 1
    const year = reader.year(after)
    return year === null ? null : single(year, named, day.day, after + 1)
  }
  return isoAt(reader, index)
}

function isoAt(reader: Reader, index: number): Found | null {
  const year = reader.year(index)
  const [first, month, second, day] = [1, 2, 3, 4].map((step) => reader.at(index + step))
  if (year === null || first?.text !== '-' || second?.text !== '-') return null
  if (!/^\d{2}$/.test(month?.text ?? '') || !/^\d{2}$/.test(day?.text ?? '')) return null
  const from = { year, month: Number(month?.text), day: Number(day?.text) }
  if (from.month < 1 || from.month > 12 || from.day < 1 || from.day > daysIn(year, from.month)) return null
  return { date: { from, through: null, fiscal: false }, next: index + 5 }
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** A year alone, or a stretch of years (`2005-07`, `between 2005 and 2007`, `from 2005 to 2007`). */
function yearAt(reader: Reader, index: number): Found | null {
  const year = reader.year(index)
  if (year === null || !isYearHere(reader, index)) return null
  const link = reader.at(index + 1)
  const lead = reader.at(index - 1)?.lower
  const spoken =
    (lead === 'between' && link?.lower === 'and') ||
    (lead === 'from' && /^(?:to|through|until)$/.test(link?.lower ?? ''))
  const stretches = spoken || (isDash(link) && link?.start === reader.at(index)?.end)
  const through = stretches ? reader.secondYear(index + 2, year) : null
  return {
    date: { from: yearOnly(year), through: through === null ? null : yearOnly(through), fiscal: false },
    next: through === null ? index + 1 : index + 3,
  }
}

function isYearHere(reader: Reader, index: number): boolean {
  const before = reader.at(index - 1)
  const after = reader.at(index + 1)
  if (after !== undefined && /^(?:st|nd|rd|th)$/.test(after.lower) && after.start === reader.at(index)?.end)
    return false
  const counted = after?.kind === 'word' && /^\p{Ll}{3,}s$/u.test(after.text) && !/(?:ss|us|is)$/.test(after.text)
  const closed = after === undefined || /^[.,;:)\]–—-]$/.test(after.text)
  // At the head of a line, before a sign: "2007: the unit was founded", and the first of a stretch.
  if (before === undefined) return closed && after !== undefined
  if (NUMBERED.has(before.lower) || (before.text === '.' && NUMBERED.has(reader.at(index - 2)?.lower ?? '')))
    return false
  if (LEADS_TO_YEAR.has(before.lower)) return !(counted && Number(reader.at(index)?.text) % 100 === 0)
  if (MAY_LEAD_TO_YEAR.has(before.lower)) return !counted
  const listed = closed || /^(?:and|or)$/.test(after.lower)
  if (/^[(,]$/.test(before.text) || isDash(before)) return listed
  return false
}

/** The dates of a text in order, without overlap; offsets in UTF-16 code units. Takes time in proportion to the text. */
export function findDates(text: string): readonly DateInText[] {
  const reader = new Reader(text)
  const dates: DateInText[] = []
  for (let index = 0; index < reader.tokens.length; ) {
    const found = fiscalAt(reader, index) ?? calendarAt(reader, index) ?? yearAt(reader, index)
    const first = reader.at(index)
    const last = reader.at((found?.next ?? 0) - 1)
    if (found === null || first === undefined || last === undefined) {
      index += 1
      continue
    }
    const since = reader.at(index - 1)?.lower === 'since'
    dates.push({ start: first.start, end: last.end, ...found.date, since })
    index = found.next
  }
  return dates
}

/**
 * Earlier first; what is printed less finely stands before what falls within it (2009, then May 2009). A fiscal year
 * stands under the year it is named after, since not every budget year begins on the same day.
 */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
  return one.year - other.year || (one.month ?? 0) - (other.month ?? 0) || (one.day ?? 0) - (other.day ?? 0)
}
