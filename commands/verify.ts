/** /verify: is a quotation the source's own words? What differs is told word by word. */
import { verify } from '#src/answer/verify.ts'
import { layoutChecks } from '#src/reply/checking.ts'
import { type Command, declare, textOption } from './command.ts'

/** What fits into a message somebody would paste it from. */
const LONGEST_QUOTE = 6000

export const verifyCommand: Command = {
  declaration: declare('verify', 'Check a quotation word by word against the fact sheets; only you see the reply', [
    textOption('quote', 'The quotation, with or without its marks', { required: true, longest: LONGEST_QUOTE }),
  ]),
  example: (library) => {
    const sentences = library.sheets.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences))
    const short =
      sentences.find(({ text }) => text.length > 30 && text.length < 90 && /^[^\n]*\.$/.test(text)) ??
      sentences.find(({ text }) => text.length > 30 && text.length < 90 && !text.includes('\n'))
    return short === undefined ? null : `/verify quote:${short.text}`
  },
  run: async ({ values }, { library, words }) => {
    const quote = values['quote'] ?? ''
    const checked = verify([quote], quote, library)
    const reply = layoutChecks(checked, false, words)
    return { answer: checked.answer, reply: { ...reply, private: values['private'] !== 'false' } }
  },
}
