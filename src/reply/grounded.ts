/**
 * The last look before a reply leaves: every excerpt lies in its sheet's body, keeps its limit, and what a reader will
 * see of it is what the source says. Not for what we say in our own words.
 */
import type { Answer, Excerpt } from '../answer/model.ts'
import { checkExcerpt } from '../cite/check-excerpt.ts'
import { visibleText } from '../corpus/visible.ts'
import { seenText } from './escape.ts'
import { quoteBlock } from './quote.ts'
import { plainText } from './terminal.ts'

/** Throws where an excerpt or the answer is not the source's own text; the message is for the log. */
export function checkGrounded(answer: Answer): void {
  for (const excerpt of answer.excerpts) {
    const { sheet, start, end } = excerpt
    checkExcerpt({ start, end, file: sheet.file, text: sheet.text.slice(start, end) }, sheet)
    if (seenText(readByPerson(excerpt)) !== seenText(visibleText(excerpt.passage, excerpt)))
      throw new Error(`${sheet.file} ${start}–${end}: a reader would see other words than the source's`)
  }
  const [first] = answer.excerpts
  const { answer: span } = answer
  if (
    span !== null &&
    (first === undefined || span.start < first.start || span.end > first.end || span.end <= span.start)
  )
    throw new Error('the answer does not lie in the first excerpt')
}

/** The quote as Discord shows it: quote marks and escapes gone. */
function readByPerson(excerpt: Excerpt): string {
  return quoteBlock(excerpt)
    .split('\n')
    .map((line) => plainText(line.replace(/^> /, '')))
    .join('\n')
}
