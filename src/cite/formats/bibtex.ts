/** BibTeX: `@misc`, which every style knows; `url` and `urldate` are for those that know more. */
import { dateParts } from './dates.ts'
import { oneLine, type Source } from './source.ts'

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces even behind a backslash, so these can't be written as \{ and \}.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
}

/** Text as LaTeX prints it: ten special characters escaped, everything else as UTF-8. */
export function latex(text: string): string {
  return oneLine(text).replace(/[\\{}~^<>|#$%&_]/g, (mark) => SPECIAL[mark] ?? `\\${mark}`)
}

export function bibtex({ record, title, body, date, url, retrieved, dateNote, remark }: Source): string {
  const month = date?.month ?? null
  const fields: [string, string | null][] = [
    // The second pair of braces keeps a body's name from being taken apart as a person's, and a title's capitals.
    ['author', body === null ? null : `{{${latex(body)}}}`],
    ['title', `{{${latex(title)}}}`],
    ['year', date === null ? '{n.d.}' : `{${date.year}}`],
    ['month', month === null ? null : (MONTH_NAMES[month - 1] ?? null)],
    ['day', date?.day == null ? null : `{${date.day}}`],
    ['howpublished', url === null ? null : `{\\url{${bareUrl(url)}}}`],
    ['url', url === null ? null : `{${bareUrl(url)}}`],
    ['urldate', retrieved === null ? null : `{${iso(dateParts(retrieved))}}`],
    ['note', dateNote === null ? null : `{${latex(dateNote)}}`],
    // Kept, but printed by no style.
    ['annote', `{${latex(remark === null ? record.shown : `${record.shown} [${remark}]`)}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]))
  return `@misc{${record.id},\n${lines.join(',\n')}\n}\n`
}

/** BibTeX's own abbreviations, which styles print in their language. */
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** An address keeps its signs; only what could end the field or the command is percent-encoded. */
const bareUrl = (url: string): string => url.replace(/[{}\\\s]/g, (mark) => encodeURIComponent(mark))

const iso = (parts: readonly number[]): string => parts.map((part) => String(part).padStart(2, '0')).join('-')
