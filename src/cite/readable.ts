/**
 * Between the file's offsets and what a reader sees. The model only leads from the reading to the file; citing needs the
 * way back as well, and headings, which are no passages but can be quoted like any other words of the source.
 */
import type { FactSheet, Passage, Section, Span } from '../corpus/model.ts'

/** A stretch that can be quoted from: a passage, or a heading. `text` is what a reader sees. */
export interface Quotable extends Span {
  readonly sheet: FactSheet
  readonly text: string
  readonly passage: Passage | null
  /** The file's span for the characters `[from, to)` of `text`. */
  span(from: number, to: number): Span
}

/** Headings and passages of a sheet in the file's order. */
export function quotables(sheet: FactSheet): Quotable[] {
  const found: Quotable[] = []
  for (const section of sheet.sections) {
    const heading = headingSpan(sheet, section)
    if (heading === null || section.heading === null) continue
    const text = section.heading
    // A heading is one line: it is cited whole, whatever part of it is quoted.
    found.push({ ...heading, sheet, text, passage: null, span: () => heading })
  }
  for (const passage of sheet.passages) {
    const { reading, start, end } = passage
    found.push({ start, end, sheet, text: reading.text, passage, span: (from, to) => reading.span(from, to) })
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * The file's span of a section's heading, without its marks; null where the section has none or where its first line
 * doesn't read like the heading.
 */
export function headingSpan(sheet: FactSheet, section: Section): Span | null {
  if (section.heading === null) return null
  const line = /^\s*(?:#{1,6}[ \t]+)?(?<words>[^\n]*?)[ \t]*(?:[ \t]#+[ \t]*)?(?:\r?\n|$)/d.exec(
    sheet.text.slice(section.start, section.end),
  )
  const [from, to] = line?.indices?.groups?.['words'] ?? [0, 0]
  const span = { start: section.start + from, end: section.start + to }
  return bare(sheet.text.slice(span.start, span.end)) === bare(section.heading) && to > from ? span : null
}

const bare = (text: string): string => text.replace(/&[a-z]+;|[^\p{L}\p{N}]/giu, '')

/**
 * The characters of a reading that stand behind a span of the file, as `[from, to)` in `reading.text`; null where the
 * span and the passage have none in common.
 */
export function readingRange(passage: Passage, span: Span): { from: number; to: number } | null {
  const { reading } = passage
  const from = firstAt(reading.text.length, (at) => reading.span(at, at + 1).end > span.start)
  const to = firstAt(reading.text.length, (at) => reading.span(at, at + 1).start >= span.end)
  return from < to ? { from, to } : null
}

/** The first of 0 … count-1 for which a condition holds that, once true, stays true; `count` where it never does. */
function firstAt(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * What a reader sees of a span that may run over several passages: their readings, one a line. Words outside of any
 * passage (headings) are taken from the file.
 */
export function readerText(sheet: FactSheet, span: Span): string {
  const parts = quotables(sheet).flatMap((quotable) => {
    if (quotable.end <= span.start || quotable.start >= span.end) return []
    if (quotable.passage === null) return [quotable.text]
    const range = readingRange(quotable.passage, span)
    return range === null ? [] : [quotable.text.slice(range.from, range.to)]
  })
  return parts.length === 0 ? sheet.text.slice(span.start, span.end) : parts.join('\n')
}
