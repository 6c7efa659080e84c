/** Excerpts: a passage, or whole sentences of a long one around the sentence that matters, cut from the file itself. */
import { citationId } from '../cite/id.ts'
import type { FactSheet, Passage, Sentence, Span } from '../corpus/model.ts'
import type { Excerpt } from './model.ts'

/** The most characters of the file that one excerpt holds (interfaces.md §2). */
export const MAX_EXCERPT = 700

/** The excerpt of a passage around one of its sentences; `focus` null: from its beginning. */
export function makeExcerpt(sheet: FactSheet, passage: Passage, focus: Sentence | null): Excerpt {
  const span = cutPassage(passage, focus)
  return { ...span, sheet, passage, citation: citationId(sheet, span), alsoIn: [] }
}

/** The sentence inside the excerpt; cut where the excerpt had to cut a sentence that is longer than an excerpt may be. */
export function answerIn(excerpt: Span, sentence: Span): Span {
  return { start: Math.max(sentence.start, excerpt.start), end: Math.min(sentence.end, excerpt.end) }
}

function cutPassage(passage: Passage, focus: Sentence | null): Span {
  const { sentences } = passage
  if (passage.end - passage.start <= MAX_EXCERPT || sentences.length === 0)
    return clip(passage, { start: passage.start, end: passage.end })
  let first = focus?.index ?? 0
  let last = first
  const startOf = (index: number) => (index === 0 ? passage.start : (sentences[index]?.start ?? passage.start))
  const endOf = (index: number) =>
    index === sentences.length - 1 ? passage.end : (sentences[index]?.end ?? passage.end)
  if (endOf(last) - startOf(first) > MAX_EXCERPT) {
    const only = sentences[first] ?? passage
    return clip(passage, { start: only.start, end: only.end })
  }
  // What follows explains more often than what went before, so it is tried first.
  for (let grown = true; grown; ) {
    grown = false
    if (last + 1 < sentences.length && endOf(last + 1) - startOf(first) <= MAX_EXCERPT) {
      last += 1
      grown = true
    }
    if (first > 0 && endOf(last) - startOf(first - 1) <= MAX_EXCERPT) {
      first -= 1
      grown = true
    }
  }
  return { start: startOf(first), end: endOf(last) }
}

/** A span that is still too long ends at the last whole word that fits. */
function clip(passage: Passage, span: Span): Span {
  if (span.end - span.start <= MAX_EXCERPT) return span
  const { reading } = passage
  let end = span.start
  for (const word of reading.text.matchAll(/\S+/g)) {
    const at = reading.span(word.index, word.index + word[0].length)
    if (at.start < span.start) continue
    if (at.end > span.start + MAX_EXCERPT) break
    end = at.end
  }
  return { start: span.start, end: end > span.start ? end : span.start + MAX_EXCERPT }
}
