/** `/timeline`: the dated sentences about a country in the order of their dates, each once. */
import { compareDates, type DateInText, findDates } from '../corpus/dates-in-text.ts'
import type { CountryCode, FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { foldedText } from './also-in.ts'
import { readCoveredCountry } from './country-option.ts'
import { bearing, type Library } from './library.ts'
import { type Answer, type Group, makeAnswer, type Note, type Understood } from './model.ts'
import { inNewerOrder } from './newer-first.ts'
import { sentenceExcerpt } from './sentence-excerpt.ts'

export interface DatedSentence {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  /** The earliest date it names. */
  readonly date: DateInText
  /** That date as printed, with a capital as it stands alone. */
  readonly printed: string
  /** Whether it is the line that says of which day the sheet is. */
  readonly datesSheet: boolean
}

/** @param years only sentences that name one of these, fiscal or not; empty: all */
export function timeline(typed: string | null, library: Library, years: readonly number[] = []): Answer {
  const country = readCoveredCountry(typed, library)
  if (!country.ok) return country.refusal
  const { code, notes } = country
  const understood: Understood = { countries: [code], topics: [], years, asked: 'date' }
  const dated = datedSentences(code, library).filter(({ sentence }) => isOf(sentence, years))
  if (dated.length === 0)
    return makeAnswer('none', 'topic-not-covered', {
      understood,
      notes: [...notes, { kind: 'no-dates', country: code }],
    })
  const excerpts = dated.map(({ sheet, passage, sentence }) => sentenceExcerpt(sheet, passage, sentence))
  const groups = dated.map((entry, index): Group => {
    const label = { text: entry.printed }
    const said: Note[] = entry.datesSheet ? [{ kind: 'sheet-dated', title: entry.sheet.meta.title }] : []
    return { label, excerpts: [index], notes: said }
  })
  return makeAnswer('answered', null, { excerpts, groups, understood, notes })
}

/** The dated sentences about a country, earliest first; a sentence that stands on several sheets only once. */
function datedSentences(code: CountryCode, library: Library): readonly DatedSentence[] {
  const found: DatedSentence[] = []
  const seen = new Set<string>()
  for (const sheet of inNewerOrder(library.sheets))
    for (const passage of sheet.passages)
      for (const sentence of passage.sentences) {
        if (bearing(sheet, sentence, code, library) !== 'about') continue
        const date = earliest(findDates(sentence.text))
        if (date === null) continue
        const datesSheet = isDateLine(sentence.text, date)
        // Two sheets of one day are still two sheets.
        const key = datesSheet ? `${sheet.id}\n${sentence.text}` : foldedText(sentence.text)
        if (seen.has(key) || (datesSheet && !library.subjects(sheet).includes(code))) continue
        seen.add(key)
        const printed = printedDate(sentence.text, date)
        found.push({ sheet, passage, sentence, date, printed, datesSheet })
      }
  return found.sort((one, other) => compareDates(one.date.from, other.date.from))
}

function isOf({ text }: Sentence, years: readonly number[]): boolean {
  if (years.length === 0) return true
  return findDates(text).some(({ from, through }) =>
    years.some((year) => from.year <= year && year <= (through?.year ?? from.year)),
  )
}

function earliest(dates: readonly DateInText[]): DateInText | null {
  return [...dates].sort((one, other) => compareDates(one.from, other.from))[0] ?? null
}

/** A line that holds a date and no other word, but for what a page sets before it ("Released on"). */
function isDateLine(text: string, { start, end, fiscal }: DateInText): boolean {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`
  return !fiscal && !/[\p{L}\d]/u.test(rest.replace(/\b(?:released|published|updated|dated?|posted|on|of)\b/gi, ''))
}

function printedDate(text: string, { start, end, since }: DateInText): string {
  const from = since ? text.slice(0, start).search(/since\s*$/i) : start
  const printed = text.slice(Math.max(from, 0), end).replaceAll(/\s+/g, ' ')
  return `${printed.slice(0, 1).toUpperCase()}${printed.slice(1)}`
}
