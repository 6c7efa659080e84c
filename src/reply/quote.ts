/** An excerpt as a reader sees it: the source's words in a block quote, and under it where they stand. */
import type { Excerpt } from '../answer/model.ts'
import { textLink } from '../cite/link.ts'
import type { Span } from '../corpus/model.ts'
import { visibleText } from '../corpus/visible.ts'
import { echo, escapeMarkdown, isolate } from './escape.ts'
import { hasLink, LONGEST_NAME, titled } from './titled.ts'
import type { Words } from './words/model.ts'

/** Other fact sheets with the same words that are named. */
const MOST_TWINS = 5

/** The words of an excerpt, or of a span inside it, as a block quote. */
export function quoteBlock(excerpt: Excerpt, span: Span = excerpt): string {
  const words = escapeMarkdown(isolate(visibleText(excerpt.passage, span)))
  return words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

/** What {@link sourceLine} is made of. */
export function sourceParts(excerpt: Excerpt, words: Words): readonly string[] {
  const { meta } = excerpt.sheet
  const address = textLink(excerpt.sheet, excerpt)
  const title = titled(meta.title, address)
  const parts = [
    hasLink(address) ? title : `${title} (${words.label.noAddress})`,
    echo(meta.publisher ?? words.label.noPublisher, LONGEST_NAME),
    words.date(meta.date, meta.notBefore),
    `\`${excerpt.citation}\``,
  ]
  if (excerpt.alsoIn.length > 0)
    parts.push(
      `${words.label.alsoIn} ${words.list(excerpt.alsoIn.slice(0, MOST_TWINS).map((id) => escapeMarkdown(id)))}`,
    )
  return parts
}

/** Title (a link straight to the words where the sheet has an address), publisher, date, the id for /cite. */
export function sourceLine(excerpt: Excerpt, words: Words): string {
  return `-# ${sourceParts(excerpt, words).join(' · ')}`
}

/** Quote and source, one whole block. */
export function citedQuote(excerpt: Excerpt, words: Words, span: Span = excerpt): string {
  return `${quoteBlock(excerpt, span)}\n${sourceLine(excerpt, words)}`
}
