/** What a reader sees of a stretch of a fact sheet's file: the passage's reading between two offsets. */
import type { Passage, Span } from './model.ts'

/** The characters of the passage that stand wholly inside `span`, Markdown's own signs left out. */
export function visibleText(passage: Passage, span: Span): string {
  const { reading } = passage
  if (span.start <= passage.start && span.end >= passage.end) return reading.text
  let from = 0
  let to = reading.text.length
  while (from < to && reading.span(from, from + 1).start < span.start) from += 1
  while (to > from && reading.span(to - 1, to).end > span.end) to -= 1
  return reading.text.slice(from, to)
}
