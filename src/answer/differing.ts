/**
 * Fact sheets that contradict each other: the same sentence with another figure. Only sentences that are word for word
 * the same but for numbers, with the same dates in them, on sheets about the same country; anything looser might be
 * two different things.
 */
import { findDates } from '../corpus/dates-in-text.ts'
import type { FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { foldedText } from './also-in.ts'
import { makeExcerpt } from './excerpt.ts'
import type { Library } from './library.ts'
import type { Answer } from './model.ts'
import { newerFirst } from './newer-first.ts'

interface Stating {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
}

/** Shorter sentences say too little to be about the same thing. */
const FEWEST_WORDS = 4
/** Excerpts added to an answer. */
const MOST_ADDED = 2

const known = new WeakMap<Library, ReadonlyMap<string, readonly Stating[]>>()

/** The sentence with its figures blanked and its dates kept; null where it holds no figure. */
export function figuresBlanked(text: string): string | null {
  const dates = findDates(text)
  let figures = 0
  const blanked = text.replaceAll(/\d+(?:[.,]\d+)*/g, (number, at: number) => {
    if (dates.some(({ start, end }) => at >= start && at < end)) return number
    figures += 1
    return '#'
  })
  const words = blanked.match(/\p{L}{2,}/gu) ?? []
  return figures === 0 || words.length < FEWEST_WORDS ? null : foldedText(blanked)
}

function index(library: Library): ReadonlyMap<string, readonly Stating[]> {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const found = new Map<string, Stating[]>()
  for (const sheet of library.sheets)
    for (const passage of sheet.passages)
      for (const sentence of passage.sentences) {
        const key = figuresBlanked(sentence.text)
        if (key !== null) found.set(key, [...(found.get(key) ?? []), { sheet, passage, sentence }])
      }
  known.set(library, found)
  return found
}

/** The answer with the sentences of other sheets that give another figure for what its sentence says. */
export function withDiffering(answer: Answer, library: Library): Answer {
  const [first, ...others] = answer.excerpts
  const span = answer.answer
  if (answer.outcome !== 'answered' || first === undefined || span === null || answer.groups.length > 0) return answer
  const sentence = first.passage.sentences.find(({ start, end }) => start === span.start && end === span.end)
  const key = sentence === undefined ? null : figuresBlanked(sentence.text)
  if (sentence === undefined || key === null || answer.funding.length > 0) return answer
  const differing = (index(library).get(key) ?? [])
    .filter(({ sheet }) => sheet !== first.sheet && sameSubject(sheet, first.sheet, library))
    .filter((other) => foldedText(other.sentence.text) !== foldedText(sentence.text))
    .sort((one, other) => newerFirst(one.sheet, other.sheet))
    .slice(0, MOST_ADDED)
  if (differing.length === 0) return answer
  const added = differing.map((other) => makeExcerpt(other.sheet, other.passage, other.sentence))
  const rest = others.filter(({ passage }) => !differing.some((other) => other.passage === passage))
  const room = Math.max(0, 2 - added.length)
  return {
    ...answer,
    excerpts: [first, ...added, ...rest.slice(0, room)],
    notes: [...answer.notes, { kind: 'sheets-differ' }],
  }
}

function sameSubject(one: FactSheet, other: FactSheet, library: Library): boolean {
  const [a, b] = [library.subjects(one), library.subjects(other)]
  return a.length === 0 ? b.length === 0 : a.some((code) => b.includes(code))
}
