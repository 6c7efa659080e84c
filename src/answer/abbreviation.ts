/** A question for what an abbreviation stands for: by itself ("ICMPD"), in words, or in brackets behind a name. */
import { wordTerm } from '../search/analysis.ts'
import type { PassageTerms } from '../search/index-terms.ts'
import { define } from './define.ts'
import { answerIn, makeExcerpt } from './excerpt.ts'
import { explainTerm } from './glossary.ts'
import type { Library } from './library.ts'
import { type Answer, type Asked, makeAnswer } from './model.ts'
import { contentOf, type Question, understoodOf } from './understand.ts'

/** Kinds in which an abbreviation may be asked for by itself. */
const ABOUT: ReadonlySet<Asked> = new Set<Asked>(['anything', 'explain', 'person', 'who', 'meaning'])

/** What explains the abbreviation that a question asks for; null where it asks for none, or nothing explains it. */
export function abbreviationAsked(question: Question, library: Library): Answer | null {
  const abbreviation = onlyAbbreviation(question)
  const asksMeaning = question.asked.kind === 'meaning'
  if (!asksMeaning && abbreviation === null && !isKnown(question, library)) return null
  const explained = explainTerm(question, library)
  if (explained !== null || abbreviation === null) return explained
  return besideName(abbreviation, question, library) ?? (asksMeaning ? define(abbreviation, library) : null)
}

/** "icmpd": an abbreviation that the sheets explain, and nothing else. */
function isKnown(question: Question, library: Library): boolean {
  const [only, second] = contentOf(question)
  if (only === undefined || second !== undefined || !ABOUT.has(question.asked.kind)) return false
  const [term] = only.own
  return only.own.length === 1 && term !== undefined && library.paraphraser.knowsAbbreviation(term)
}

/** The one thing that a question is about, where it is written as an abbreviation; else null. */
function onlyAbbreviation(question: Question): string | null {
  const [only, second] = contentOf(question)
  if (only === undefined || second !== undefined || !ABOUT.has(question.asked.kind)) return null
  return /^\p{Lu}[\p{Lu}\d&/-]+s?$/u.test(only.words) ? only.words : null
}

/** "… against Terrorism (SCLCT)": what stands before it says what it is, though its letters are not these, as in a translation. */
function besideName(abbreviation: string, question: Question, library: Library): Answer | null {
  const beside = new RegExp(
    `\\b(?!(?:million|billion|thousand|dollars|euros|percent)\\b)\\p{L}{2,}\\s*\\(${abbreviation.replaceAll(/[^\p{L}\d]/gu, '.')}\\)`,
    'u',
  )
  const explains = ({ sheet, passage }: PassageTerms): Answer | null => {
    const sentence = passage.sentences.find(({ text }) => beside.test(text))
    if (sentence === undefined) return null
    const excerpt = makeExcerpt(sheet, passage, sentence)
    const answer = answerIn(excerpt, sentence)
    return makeAnswer('answered', null, { excerpts: [excerpt], answer, understood: understoodOf(question, library) })
  }
  let first: Answer | null = null
  for (const entry of holding(abbreviation, library)) {
    const found = explains(entry)
    const isAsked = question.countries.some((code) => library.subjects(entry.sheet).includes(code))
    if (found !== null && (isAsked || question.countries.length === 0)) return found
    first ??= found
  }
  return first
}

/** The passages that hold a word; told by its number, since every one is looked at. */
function* holding(word: string, library: Library): Generator<PassageTerms> {
  const id = library.index.id(wordTerm(word))
  if (id < 0) return
  for (const entry of library.index.passages) if (entry.body.includes(id)) yield entry
}
