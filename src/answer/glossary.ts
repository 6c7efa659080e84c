/** What an abbreviation stands for, by the sentence in which a fact sheet explains it. */
import type { Acronym, FactSheet } from '../corpus/model.ts'
import { analyse } from '../search/analysis.ts'
import { answerIn, makeExcerpt } from './excerpt.ts'
import type { Library } from './library.ts'
import { type Answer, makeAnswer } from './model.ts'
import { contentOf, type Question, understoodOf } from './understand.ts'

export interface GlossaryEntry {
  readonly sheet: FactSheet
  readonly acronym: Acronym
}

const keyOf = (term: string): string =>
  analyse(term)
    .map(({ term: stemmed }) => stemmed)
    .join(' ')

/** Every explanation on the sheets, in alphabetical order of the short form. */
export function glossaryOf(library: Library): readonly GlossaryEntry[] {
  return library.sheets
    .flatMap((sheet) => library.acronyms(sheet).map((acronym) => ({ sheet, acronym })))
    .sort((one, other) => one.acronym.short.localeCompare(other.acronym.short, 'en'))
}

/** The explanations of a term, typed as its short form or its long one; sheets about the countries asked for first. */
export function lookUp(term: string, library: Library, countries: readonly string[] = []): readonly GlossaryEntry[] {
  const key = keyOf(term)
  const found = glossaryOf(library).filter(({ acronym }) => keyOf(acronym.short) === key || keyOf(acronym.long) === key)
  const near = ({ sheet }: GlossaryEntry) => (countries.some((code) => sheet.meta.countries.includes(code)) ? 0 : 1)
  return [...found].sort((one, other) => near(one) - near(other))
}

/** Answers "what does X stand for"; null where no sheet explains a word of the question. */
export function explainTerm(question: Question, library: Library): Answer | null {
  const entries = contentOf(question).flatMap((concept) => lookUp(concept.words, library, question.countries))
  // A country's abbreviation was understood as the country, and is looked up all the same.
  const places = question.places.flatMap(({ start, end }) =>
    lookUp(question.text.slice(start, end), library, question.countries).filter(({ acronym }) =>
      question.text.slice(start, end).includes(acronym.short),
    ),
  )
  const light = entries.length > 0 ? [] : question.concepts.flatMap((concept) => lookUp(concept.words, library))
  return answerWith([...entries, ...places, ...light], understoodOf(question, library))
}

/** The entries as an answer; null where there are none. */
export function answerWith(entries: readonly GlossaryEntry[], understood: Answer['understood']): Answer | null {
  const [first] = entries
  if (first === undefined) return null
  const seen = new Set<string>()
  const shown = entries.filter(({ sheet, acronym }) => {
    const key = `${acronym.long.toLowerCase()}`
    if (seen.has(key) || sheet.passages[acronym.passage] === undefined) return false
    seen.add(key)
    return true
  })
  const excerpts = shown.slice(0, 3).flatMap(({ sheet, acronym }) => {
    const passage = sheet.passages[acronym.passage]
    return passage === undefined ? [] : [makeExcerpt(sheet, passage, passage.sentences[acronym.sentence] ?? null)]
  })
  const sentence = first.sheet.passages[first.acronym.passage]?.sentences[first.acronym.sentence]
  const [excerpt] = excerpts
  const answer = sentence === undefined || excerpt === undefined ? null : answerIn(excerpt, sentence)
  return makeAnswer('answered', null, { excerpts, answer, understood })
}
