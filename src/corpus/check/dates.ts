/** Missing and doubtful dates, and titles that the page does not print. */
import { notBeforeOf, printedDate } from '../import/front/dated.ts'
import type { FactSheet } from '../model.ts'
import { type Finding, keyLine, type SheetRule } from './finding.ts'
import { printedLines } from './printed.ts'

export const title: SheetRule = (sheet) =>
  sheet.sections.some((section) => section.level === 1)
    ? []
    : [
        {
          level: 'note',
          file: sheet.file,
          line: keyLine(sheet, 'title'),
          rule: 'no-title-printed',
          message: 'the text prints no title; the one in the front matter is ours.',
          cure: 'Nothing, if it fits; else put a better one into title.',
        },
      ]

export const dates: SheetRule = (sheet) => {
  const { date, notBefore, retrieved } = sheet.meta
  const lines = printedLines(sheet)
    .map((line) => line.text)
    .filter((text) => text !== '')
  const printed = printedDate(lines)
  const proved = notBeforeOf(lines, retrieved ?? '9999')
  const found: Finding[] = []
  const say = (level: Finding['level'], key: string, rule: string, message: string, cure: string) =>
    found.push({ level, file: sheet.file, line: keyLine(sheet, key), rule, message, cure })

  if (date === null && printed !== null)
    say(
      'warning',
      'not_before',
      'date-left-out',
      `the text prints the date ${printed}, the front matter has none.`,
      `Write \`date: ${printed}\`.`,
    )
  else if (date === null && notBefore === null)
    say(
      'warning',
      'title',
      'no-date',
      'no date is printed, and not_before is not given.',
      proved === null
        ? 'Look for a date at its source; else leave it.'
        : `Write \`not_before: ${proved}\`, which the text names.`,
    )
  else if (date === null)
    say(
      'note',
      'not_before',
      'not-before-only',
      `no date is printed; written after ${notBefore}.`,
      'Nothing, unless a date can be found at its source.',
    )
  if (date !== null && printed !== null && !sameDay(date, printed))
    say(
      'warning',
      'date',
      'date-differs',
      `the text prints the date ${printed}, the front matter says ${date}.`,
      'Correct date, or the text if it was mistyped.',
    )
  if (date === null && printed === null && notBefore !== null && proved !== null && later(proved, notBefore))
    say(
      'warning',
      'not_before',
      'not-before-early',
      `the text names ${proved}, later than ${notBefore}.`,
      `Write \`not_before: ${proved}\` if it was past when the text was written.`,
    )
  for (const [key, value] of [
    ['date', date],
    ['not_before', notBefore],
  ] as const)
    if (value !== null && retrieved !== null && later(value, retrieved))
      say(
        'warning',
        key,
        'date-after-retrieved',
        `${value} is later than the day it was retrieved, ${retrieved}.`,
        `Correct ${key} or retrieved.`,
      )
  return found
}

/** One may be more exact than the other: `2009` and `2009-01-20`. */
const sameDay = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

/** Later for certain: `2013-12` is not later than `2013`. */
const later = (a: string, b: string): boolean => a > b && !a.startsWith(b)

/** The front matter's own rules apply before this one; here stands what needs the other sheets. */
export function replaces(sheets: readonly FactSheet[]): readonly Finding[] {
  const known = new Map(sheets.map((sheet) => [sheet.id, sheet]))
  return sheets.flatMap((sheet): Finding[] => {
    const older = sheet.meta.replaces
    if (older === null) return []
    const at = { file: sheet.file, line: keyLine(sheet, 'replaces') }
    if (!known.has(older))
      return [
        {
          ...at,
          level: 'note',
          rule: 'unknown-replaces',
          message: `replaces \`${older}\`, which is no fact sheet here; citations of it lead to this one.`,
          cure: 'Nothing if it was renamed or removed; else correct the id, or take the line out.',
        },
      ]
    const seen = new Set<string>()
    for (let id: string | null | undefined = older; id && !seen.has(id); id = known.get(id)?.meta.replaces) {
      seen.add(id)
      if (id === sheet.id)
        return [
          {
            ...at,
            level: 'error',
            rule: 'circular-replaces',
            message: 'replaces itself, directly or through others.',
            cure: 'Keep replaces only on the newer text.',
          },
        ]
    }
    return []
  })
}
