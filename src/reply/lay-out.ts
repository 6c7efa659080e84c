/** Any answer laid out by what it holds: figures as a table, everything else as quotes. */
import type { Answer } from '../answer/model.ts'
import { citationButtons, citationSelects, isList } from './buttons.ts'
import { layoutFigures } from './figures.ts'
import { layoutFunding } from './funding.ts'
import { layoutAnswer } from './layout.ts'
import type { Reply } from './model.ts'
import type { Words } from './words/model.ts'

export async function layout(answer: Answer, words: Words): Promise<Reply> {
  const reply = await body(answer, words)
  return {
    ...reply,
    buttons: [...reply.buttons, ...citationButtons(answer, words)],
    selects: [...reply.selects, ...citationSelects(answer, words)],
  }
}

async function body(answer: Answer, words: Words): Promise<Reply> {
  if (answer.funding.length > 0) return layoutFunding(answer, words)
  // A question has one answer with its passage; a list of figures has a sentence each.
  return answer.figures.length > 0 && answer.groups.length === 0 && isList(answer)
    ? layoutFigures(answer, words)
    : layoutAnswer(answer, words)
}
