/** A whole section laid out: its passages as quotes, under its heading and source, in pages where it is long. */
import type { Answer } from '../answer/model.ts'
import { escapeMarkdown } from './escape.ts'
import type { Block, Pages, Reply } from './model.ts'
import { quoteBlock, sourceLine } from './quote.ts'
import type { Words } from './words/model.ts'

/** The action of the button that opens a section. */
export const SECTION = 'w'
const LONGEST_HEADING = 300

export function layoutSection(answer: Answer, pages: Pages, words: Words): Reply {
  const [first] = answer.excerpts
  const heading = first?.passage.section.heading ?? null
  const shown =
    heading === null || heading.length > LONGEST_HEADING ? [] : [`### ${escapeMarkdown(heading.replaceAll('\n', ' '))}`]
  return {
    outcome: answer.outcome,
    private: true,
    heading: first === undefined ? '' : [...shown, sourceLine(first, words)].join('\n'),
    blocks: answer.excerpts.map((excerpt): Block => ({ kind: 'text', markdown: quoteBlock(excerpt) })),
    buttons: [],
    selects: [],
    files: [],
    pages,
  }
}
