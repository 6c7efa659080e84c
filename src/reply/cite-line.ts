/** One line for each thing to cite: the source's words and where they stand, or that the fact sheets do not say. */
import type { Answer } from '../answer/model.ts'
import { visibleText } from '../corpus/visible.ts'
import { escapeMarkdown, isolate } from './escape.ts'
import { type Reply, textReply } from './model.ts'
import { sourceParts } from './quote.ts'
import type { Words } from './words/model.ts'

export interface Sought {
  /** As typed. */
  readonly words: string
  readonly answer: Answer
}

export function layoutCitations(sought: readonly Sought[], words: Words): Reply {
  const found = sought.some(({ answer }) => answer.outcome === 'answered')
  return textReply(
    found ? 'answered' : 'none',
    sought.map((one) => line(one, words)),
  )
}

function line({ words: typed, answer }: Sought, words: Words): string {
  const [excerpt] = answer.excerpts
  if (answer.outcome !== 'answered' || excerpt === undefined) return words.label.nothingFor(typed)
  const quote = visibleText(excerpt.passage, answer.answer ?? excerpt)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `“${escapeMarkdown(isolate(quote))}” ${sourceParts(excerpt, words).join(' · ')}`
}
