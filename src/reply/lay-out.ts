/** Any answer laid out by what it holds: figures as a table, everything else as quotes. */
import type { Answer } from '../answer/model.ts'
import { layoutFunding } from './funding.ts'
import { layoutAnswer } from './layout.ts'
import type { Reply } from './model.ts'
import type { Words } from './words/model.ts'

export async function layout(answer: Answer, words: Words): Promise<Reply> {
  return answer.funding.length > 0 ? layoutFunding(answer, words) : layoutAnswer(answer, words)
}
