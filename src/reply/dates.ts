/** Dates of fact sheets in words: `2009-01-20` is 20 January 2009, `2009-01` is January 2009. */

/** @param locale a BCP 47 tag such as `en-GB` */
export function dateInWords(date: string, locale: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const options: Intl.DateTimeFormatOptions =
    day === undefined
      ? { year: 'numeric', month: 'long', timeZone: 'UTC' }
      : { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }
  const time = new Date(0)
  time.setUTCFullYear(Number(year), Number(month) - 1, Number(day ?? 1))
  return new Intl.DateTimeFormat(locale, options).format(time)
}
