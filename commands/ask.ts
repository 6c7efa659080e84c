/** /ask: a question in plain words. */
import { ask } from '#src/answer/ask.ts'
import { termsOf } from '#src/answer/terms.ts'
import { type Command, declare, laidOut, textOption } from './command.ts'

export const askCommand: Command = {
  declaration: declare('ask', 'Ask in plain words; the answer is a sentence of a fact sheet, or an honest no', [
    textOption('question', 'Such as: how many border posts were built?', { required: true }),
  ]),
  example: (library) => {
    const [term] = termsOf(library)
    return term === undefined ? null : `/ask question:What does ${term.short} stand for?`
  },
  run: async ({ values }, asking) => laidOut(await ask(values['question'] ?? '', asking.library), asking),
}
