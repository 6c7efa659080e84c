/** The months as the sheets print them, and as an alternative in a pattern. */
export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')
export const MONTHS = MONTH_NAMES.join('|')
