/** What a citation needs and nobody has said: from whom a text is, what it is called, what it is about. */
import type { FactSheet } from '../model.ts'
import { countryName } from '../places/index.ts'
import { type Finding, keyLine, type SheetRule } from './finding.ts'

/** Named in passing beside this many others, a country says nothing of a general text. */
const FEW = 2

/** Without a publisher a citation says no more than a rumour does. */
export const publisher: SheetRule = (sheet) =>
  sheet.meta.publisher !== null
    ? []
    : [
        finding(
          sheet,
          'error',
          'title',
          'no-publisher',
          'nobody is said to have published it, and every citation needs that.',
          'Write `publisher: …` into the front matter, as the page or its site says it.',
        ),
      ]

/** `corpus add` calls a text that says nothing of itself by its file. */
export const named: SheetRule = (sheet) =>
  sheet.meta.title !== sheet.id
    ? []
    : [
        finding(
          sheet,
          'error',
          'title',
          'no-title',
          'the title is only the name of the file.',
          'Write into title what the text is called, or what it is about.',
        ),
      ]

export const about: SheetRule = (sheet) => {
  if (sheet.meta.countries.length > 0) return []
  const codes = [
    ...new Set(sheet.passages.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.named))),
  ].filter((code) => code !== 'US')
  if (codes.length === 0 || codes.length > FEW) return []
  return [
    finding(
      sheet,
      'warning',
      'countries',
      'no-countries',
      `said to be about no country, though it names ${codes.map(countryName).join(' and ')} and no other.`,
      `Write \`countries: [${codes.join(', ')}]\` if that is what the text as a whole is about.`,
    ),
  ]
}

const finding = (
  sheet: FactSheet,
  level: Finding['level'],
  key: string,
  rule: string,
  message: string,
  cure: string,
): Finding => ({ level, file: sheet.file, line: keyLine(sheet, key), rule, message, cure })
