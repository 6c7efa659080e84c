/** "When was the Georgia fact sheet issued?": the line on which a sheet prints its own date, or an honest no. */
import type { FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { analyse } from '../search/analysis.ts'
import { answerIn, makeExcerpt } from './excerpt.ts'
import type { Library } from './library.ts'
import { type Answer, makeAnswer } from './model.ts'
import { MONTH_NAMES } from './months.ts'
import { type Question, understoodOf } from './understand.ts'

const OF_A_SHEET = /\b(?:fact\s*sheet|sheet|web\s?page|page|document|publication|factsheet)\b/i
const ISSUED =
  /\b(?:issued?|published?|publication\s+date|released?|dated?|printed|written|posted|put\s+out|come\s+out|came\s+out|how\s+old|last\s+updated|(?:what|which)\s+(?:day|date|year|month)|from\s+when|when)\b/i

/** Whether the question asks for the date of a fact sheet rather than of something told in one. */
export function asksSheetDate(question: Question): boolean {
  return (
    OF_A_SHEET.test(question.text) && ISSUED.test(question.text) && ['date', 'anything'].includes(question.asked.kind)
  )
}

/** The line that prints the date; related, with the sheet's beginning, where none is printed; null where no sheet fits. */
export function sheetDate(question: Question, library: Library): Answer | null {
  const [sheet] = sheetsMeant(question, library)
  if (sheet === undefined) return null
  const understood = understoodOf(question, library)
  const line = sheet.meta.date === null ? null : lineOf(sheet, sheet.meta.date)
  const [first] = sheet.passages
  if (line !== null) {
    const excerpt = makeExcerpt(sheet, line.passage, line.sentence)
    return makeAnswer('answered', null, { excerpts: [excerpt], answer: answerIn(excerpt, line.sentence), understood })
  }
  return makeAnswer('related', 'not-supported', {
    excerpts: first === undefined ? [] : [makeExcerpt(sheet, first, null)],
    understood,
    notes: [{ kind: 'not-stated', asked: 'date', about: sheet.meta.title }],
  })
}

/** Sheets about the asked country, or that share a word with the question in their title; the nearest title first. */
function sheetsMeant(question: Question, library: Library): readonly FactSheet[] {
  const asked = new Set(question.concepts.flatMap(({ own }) => own))
  const scored = library.sheets.flatMap((sheet) => {
    const country = question.countries.some((code) => library.subjects(sheet).includes(code)) ? 1 : 0
    if (question.countries.length > 0 && country === 0) return []
    const title = new Set(analyse(sheet.meta.title).map(({ term }) => term))
    const shared = [...title].filter((term) => asked.has(term)).length
    if (country + shared === 0) return []
    return [{ sheet, score: shared / title.size + (sheet.meta.date === null ? 0 : 0.1) }]
  })
  return scored.sort((one, other) => other.score - one.score).map(({ sheet }) => sheet)
}

/** The shortest line that prints the date. */
function lineOf(sheet: FactSheet, date: string): { passage: Passage; sentence: Sentence } | null {
  const [year = '', month, day] = date.split('-')
  const name = month === undefined ? '' : (MONTH_NAMES[Number(month) - 1] ?? '')
  const forms =
    day === undefined
      ? [`${name} ${year}`.trim()]
      : [`${name} ${Number(day)}, ${year}`, `${Number(day)} ${name} ${year}`, `${name} ${day}, ${year}`]
  const lines = sheet.passages.flatMap((passage) =>
    passage.sentences
      .filter(({ text }) => forms.some((form) => text.includes(form)))
      .map((sentence) => ({ passage, sentence })),
  )
  return lines.sort((one, other) => one.sentence.text.length - other.sentence.text.length)[0] ?? null
}
