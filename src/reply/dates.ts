/** Dates of fact sheets in words: `2009-01-20` is 20 January 2009, `2009-01` is January 2009; and how long ago that was. */

/** Made once a locale: making one costs more than all that it then writes. */
const days = new Map<string, Intl.DateTimeFormat>()
const months = new Map<string, Intl.DateTimeFormat>()
const ages = new Map<string, Intl.RelativeTimeFormat>()

function once<Format>(made: Map<string, Format>, locale: string, make: () => Format): Format {
  const known = made.get(locale)
  if (known !== undefined) return known
  const format = make()
  made.set(locale, format)
  return format
}

/** @param locale a BCP 47 tag such as `en-GB` */
export function dateInWords(date: string, locale: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  const format =
    day === undefined
      ? once(months, locale, () => new Intl.DateTimeFormat(locale, options))
      : once(days, locale, () => new Intl.DateTimeFormat(locale, { ...options, day: 'numeric' }))
  const time = new Date(0)
  time.setUTCFullYear(Number(year), Number(month) - 1, Number(day ?? 1))
  return format.format(time)
}

/** Months after which an age is told in years. */
const IN_YEARS = 24

/** `20 January 2009 (17 years ago)`, so that nobody has to work out how old a text is. */
export function dateAndAge(date: string, locale: string, today: Date = new Date()): string {
  const words = dateInWords(date, locale)
  const age = ageInWords(date, locale, today)
  return age === null ? words : `${words} (${age})`
}

/** How long ago at most a text was written that shows it is from after the date; null where that is hardly over a year. */
export function yearsAtMost(after: string, locale: string, today: Date = new Date()): string | null {
  const [year = 0] = after.split('-').map(Number)
  const years = today.getUTCFullYear() - year
  return years < 2 ? null : ageInWords(after, locale, today)
}

/** No more exact than the date is; null for a date that is still to come. */
function ageInWords(date: string, locale: string, today: Date): string | null {
  const [year = 0, month, day] = date.split('-').map(Number)
  const format = once(ages, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const years = today.getUTCFullYear() - year
  if (month === undefined) return years < 0 ? null : format.format(-years, 'year')
  const begun = day !== undefined && today.getUTCDate() < day ? 1 : 0
  const passed = years * 12 + today.getUTCMonth() + 1 - month - begun
  if (passed >= IN_YEARS) return format.format(-Math.floor(passed / 12), 'year')
  if (passed > 0 || day === undefined) return passed < 0 ? null : format.format(-passed, 'month')
  const gone = Math.floor((today.getTime() - Date.UTC(year, month - 1, day)) / 86_400_000)
  return gone < 0 ? null : format.format(-gone, 'day')
}
