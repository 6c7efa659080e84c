/** A cited span as excerpts: the words themselves, and the passage around them where it says more. */
import { citationId } from '../cite/id.ts'
import { headingSpan } from '../cite/readable.ts'
import type { FactSheet, Passage, Section, Sentence, Span } from '../corpus/model.ts'
import { answerIn, MAX_EXCERPT, makeExcerpt } from './excerpt.ts'
import type { Excerpt } from './model.ts'

export interface Cited {
  /** The cited words, then what stands around them where that is more. */
  readonly excerpts: readonly Excerpt[]
  /** The sentence that is cited; null where it is several, or a heading. */
  readonly sentence: Span | null
}

/**
 * @param span any span of the sheet's body; one over several passages is shown from its beginning
 * @param citation the id it was asked for by, which stands for all of a span that is too long to be shown
 */
export function citedExcerpts(sheet: FactSheet, span: Span, citation: string = citationId(sheet, span)): Cited {
  const passage = passageAt(sheet, span)
  if (passage === null) return { excerpts: [], sentence: null }
  const sentences = passage.sentences.filter((one) => one.start < span.end && one.end > span.start)
  const [first] = sentences
  const words = shortened(passage, span, sentences)
  const cited: Excerpt = { ...words, sheet, passage, citation, alsoIn: [] }
  const around = makeExcerpt(sheet, passage, first ?? null)
  const more = around.start < words.start || around.end > words.end
  const holds = around.start <= words.start && around.end >= words.end
  const single = sentences.length === 1 && first !== undefined
  return {
    excerpts: more && holds ? [cited, around] : [cited],
    sentence: single && overlap(first, words) ? answerIn(words, first) : null,
  }
}

/** The sentences that hold some words, or the heading: a citation of these can be found again by its id alone. */
export function wholeSentences(sheet: FactSheet, words: Span): Span {
  const passage = passageAt(sheet, words)
  if (passage === null) return words
  const held = passage.sentences.filter((one) => overlap(one, words))
  const [first, last] = [held[0], held.at(-1)]
  if (first === undefined || last === undefined) return { start: passage.start, end: passage.end }
  // A run-in heading stands before the first sentence and in none.
  return { start: words.start < first.start ? passage.start : first.start, end: last.end }
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start

/** The passage in which a span begins, or the heading made one. */
function passageAt(sheet: FactSheet, span: Span): Passage | null {
  const passage = sheet.passages.find((one) => one.start < span.end && one.end > span.start)
  const section = sheet.sections.find((one) => {
    const heading = headingSpan(sheet, one)
    return heading !== null && overlap(heading, span)
  })
  if (section !== undefined && (passage === undefined || section.start < passage.start))
    return headingPassage(sheet, section)
  return passage ?? null
}

/** A heading is no passage of its sheet, but its words can be cited and are shown like those of one. */
function headingPassage(sheet: FactSheet, section: Section): Passage | null {
  const span = headingSpan(sheet, section)
  if (span === null || section.heading === null) return null
  return {
    ...span,
    sheet: sheet.id,
    index: -1,
    kind: 'line',
    section,
    runIn: null,
    // A heading is one line: it is cited whole, whatever part of it is meant.
    reading: { text: section.heading, span: () => span },
    sentences: [],
    places: [],
    topics: [],
  }
}

/** The part of the span inside the passage, in whole sentences where all of it is more than an excerpt may hold. */
function shortened(passage: Passage, span: Span, sentences: readonly Sentence[]): Span {
  const start = Math.max(span.start, passage.start)
  const end = Math.min(span.end, passage.end)
  if (end - start <= MAX_EXCERPT) return { start, end }
  const last = sentences.findLast((one) => one.end <= end && one.end - start <= MAX_EXCERPT)
  if (last !== undefined) return { start, end: last.end }
  const { reading } = passage
  let cut = start
  for (const word of reading.text.matchAll(/\S+/g)) {
    const at = reading.span(word.index, word.index + word[0].length)
    if (at.start < start) continue
    if (at.end > start + MAX_EXCERPT) break
    cut = at.end
  }
  return { start, end: cut > start ? cut : start + MAX_EXCERPT }
}
