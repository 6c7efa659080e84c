/** Sections: the body cut at its headings, so that every character of the body stands in exactly one. */
import type { Block } from './blocks.ts'
import type { Section, Span } from './model.ts'

/** @param body the span after the front matter */
export function cutSections(body: Span, blocks: readonly Block[]): readonly Section[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const first = headings[0]
  const sections: Section[] = []
  if (first === undefined || first.start > body.start)
    sections.push({ index: 0, heading: null, level: 0, start: body.start, end: first?.start ?? body.end })
  headings.forEach((heading, order) => {
    sections.push({
      index: sections.length,
      heading: heading.reading.text.trim(),
      level: heading.level,
      start: heading.start,
      end: headings[order + 1]?.start ?? body.end,
    })
  })
  return sections
}
