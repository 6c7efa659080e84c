/** Fiscal years as people type them: `2007`, `FY07`, `FY 2007`, `fiscal 2007`, `2006-08`, `FY06, FY07`. */
import { fullYear } from '../search/analysis.ts'

const EARLIEST = 1945
const LATEST = 2100
const YEAR = /(?:fiscal\s*year|fiscal|fy)?\s*['’]?(\d{4}|\d{2})/iy
const LONGEST_RANGE = 30

/** The years in order; null where the text is no year, or holds one that no funding line could have. */
export function parseFiscalYears(typed: string): readonly number[] | null {
  const text = typed.trim()
  const years = new Set<number>()
  let from: number | null = null
  let at = 0
  while (at < text.length) {
    YEAR.lastIndex = at
    const match = YEAR.exec(text)
    if (match === null) return null
    const year = fullYear(match[1] ?? '')
    if (year < EARLIEST || year > LATEST) return null
    if (from !== null) {
      if (year < from || year - from > LONGEST_RANGE) return null
      for (let between: number = from; between <= year; between += 1) years.add(between)
    } else years.add(year)
    at += match[0].length
    const joint: RegExpExecArray | null = /^\s*(?:(-|–|—|to|through)|,|;|and|&|\/|$)\s*/i.exec(text.slice(at))
    if (joint === null) return null
    from = joint[1] === undefined ? null : year
    at += joint[0].length
  }
  return years.size === 0 || from !== null ? null : [...years].sort((a, b) => a - b)
}
