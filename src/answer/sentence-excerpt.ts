/** One sentence as an excerpt, for replies in which many sentences share a message. */
import { citationId } from '../cite/id.ts'
import type { FactSheet, Passage, Sentence, Span } from '../corpus/model.ts'
import { MAX_EXCERPT, makeExcerpt } from './excerpt.ts'
import type { Excerpt } from './model.ts'

/** The sentence alone; one that is longer than an excerpt may be is cut at a word. */
export function sentenceExcerpt(sheet: FactSheet, passage: Passage, sentence: Sentence): Excerpt {
  if (sentence.end - sentence.start > MAX_EXCERPT) return makeExcerpt(sheet, passage, sentence)
  return spanExcerpt(sheet, passage, sentence)
}

/** Any stretch of a passage that is short enough. */
export function spanExcerpt(sheet: FactSheet, passage: Passage, { start, end }: Span): Excerpt {
  return { start, end, sheet, passage, citation: citationId(sheet, { start, end }), alsoIn: [] }
}

/**
 * The first sentence of a passage together with the run-in heading before it, which its sentences leave out: for what
 * only the heading names. Just the sentence where both are too long for one excerpt.
 */
export function openingExcerpt(sheet: FactSheet, passage: Passage, sentence: Sentence): Excerpt {
  const span = { start: passage.start, end: sentence.end }
  if (sentence.index > 0 || span.end - span.start > MAX_EXCERPT) return sentenceExcerpt(sheet, passage, sentence)
  return spanExcerpt(sheet, passage, span)
}
