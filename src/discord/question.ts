/** What a message asks: its words without mentions, and what it leaves out taken from the questions it follows. */
import { carriedOn } from '../answer/follow-up.ts'
import type { Library } from '../answer/library.ts'
import type { IncomingMessage } from './surface.ts'

const plain = (content: string): string =>
  content
    .replaceAll(/<@[!&]?\d+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Empty where it asks nothing. */
export function questionIn({ content, inReplyTo }: IncomingMessage, library: Library): string {
  const question = plain(content)
  if (question === '') return ''
  // A line each for the questions of a whole conversation, the oldest first.
  const before = (inReplyTo?.asked ?? '').split('\n').map(plain)
  const [first = '', ...later] = before.filter((line) => line !== '')
  if (first === '') return question
  return [...later, question].reduce((asked, next) => carriedOn(asked, next, library), first)
}
