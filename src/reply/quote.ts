/** An excerpt as a reader sees it: the source's words in a block quote, and under it where they stand. */
import type { Excerpt } from '../answer/model.ts'
import { textLink } from '../cite/link.ts'
import type { Span } from '../corpus/model.ts'
import { visibleText } from '../corpus/visible.ts'
import { escapeMarkdown, isolate } from './escape.ts'
import type { Words } from './words/model.ts'

/** The words of an excerpt, or of a span inside it, as a block quote. */
export function quoteBlock(excerpt: Excerpt, span: Span = excerpt): string {
  const words = escapeMarkdown(isolate(visibleText(excerpt.passage, span)))
  return words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

/** Title (a link straight to the words where the sheet has an address), publisher, date, the id for /cite. */
export function sourceLine(excerpt: Excerpt, words: Words): string {
  const { meta } = excerpt.sheet
  const title = escapeMarkdown(meta.title)
  const link = textLink(excerpt.sheet, excerpt)
  const parts = [
    link === null ? `${title} (${words.label.noAddress})` : `[${title}](<${link}>)`,
    escapeMarkdown(meta.publisher ?? words.label.noPublisher),
    words.date(meta.date, meta.notBefore),
    `\`${excerpt.citation}\``,
  ]
  if (excerpt.alsoIn.length > 0) parts.push(`${words.label.alsoIn} ${words.list(excerpt.alsoIn)}`)
  return `-# ${parts.join(' · ')}`
}

/** Quote and source, one whole block. */
export function citedQuote(excerpt: Excerpt, words: Words, span: Span = excerpt): string {
  return `${quoteBlock(excerpt, span)}\n${sourceLine(excerpt, words)}`
}
