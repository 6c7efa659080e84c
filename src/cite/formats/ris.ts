/** RIS, as reference managers import it: a tag, two spaces, a hyphen, a space, the value on one line; CRLF. */
import { dateParts, type PartialDate } from './dates.ts'
import { oneLine, type Source } from './source.ts'

export function ris({ record, title, section, body, date, url, retrieved, dateNote, remark }: Source): string {
  const fields: [string, string | null][] = [
    ['TY', 'ELEC'],
    ['ID', record.id],
    // A comma would part a family name from a given one; libraries part a body from its unit by a full stop.
    ['AU', body?.replaceAll(', ', '. ') ?? null],
    ['TI', title],
    ['PY', date === null ? null : String(date.year)],
    ['DA', date === null ? null : slashed(date)],
    ['PB', body],
    ['UR', url],
    ['Y2', retrieved === null ? null : slashed(retrieved)],
    ['SE', section],
    ['N1', dateNote === null ? null : `n.d. ${dateNote}`],
    ['N1', `Quoted: ${record.shown}`],
    ['N1', remark],
  ]
  const lines = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}`]))
  return [...lines, 'ER  - ', ''].join('\r\n')
}

/** `2009/01/20/`, with nothing between the slashes where nothing is known. */
function slashed(date: PartialDate): string {
  const [year, month = '', day = ''] = dateParts(date).map((part) => String(part).padStart(2, '0'))
  return `${year}/${month}/${day}/`
}
