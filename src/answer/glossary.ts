/** What an abbreviation in a question stands for, by the sentence (or the heading) in which a fact sheet explains it. */
import { answerIn, makeExcerpt } from './excerpt.ts'
import type { Library } from './library.ts'
import { type Answer, makeAnswer } from './model.ts'
import { type Definition, exactTerms, type Term } from './terms.ts'
import { contentOf, type Question, understoodOf } from './understand.ts'

/** Meanings shown; an abbreviation seldom has more. */
const MOST_SHOWN = 3

/** Answers "what does X stand for"; null where no sheet explains a word of the question. */
export function explainTerm(question: Question, library: Library): Answer | null {
  const named = contentOf(question).flatMap(({ words }) => exactTerms(words, library))
  // A country's abbreviation was understood as the country, and is looked up all the same.
  const places = question.places.flatMap(({ start, end }) => {
    const typed = question.text.slice(start, end)
    return exactTerms(typed, library).filter(({ short }) => typed.includes(short))
  })
  const light = named.length > 0 ? [] : question.concepts.flatMap(({ words }) => exactTerms(words, library))
  const definitions = [...new Set([...named, ...places, ...light])].map((term) => nearest(term, question))
  const shown = definitions.slice(0, MOST_SHOWN)
  const excerpts = shown.map(({ sheet, passage, sentence }) => makeExcerpt(sheet, passage, sentence))
  const [definition] = shown
  const [excerpt] = excerpts
  if (definition === undefined || excerpt === undefined) return null
  // What explains it stands before the first sentence.
  const { inHeading, line, passage, sentence } = definition
  const said = line ?? (inHeading ? { start: passage.start, end: sentence.end } : sentence)
  return makeAnswer('answered', null, {
    excerpts,
    answer: answerIn(excerpt, said),
    understood: understoodOf(question, library),
  })
}

/** Where a term is explained on a sheet about a country asked for, or else where it is clearest. */
function nearest({ definitions }: Term, { countries }: Question): Definition {
  const about = definitions.find(({ sheet }) => countries.some((code) => sheet.meta.countries.includes(code)))
  return about ?? definitions[0]
}
