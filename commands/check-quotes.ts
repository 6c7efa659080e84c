/** The menu "Check quotes": every quotation of a message against the sources, and its amounts and counts. */
import { verify } from '#src/answer/verify.ts'
import { findQuotations } from '#src/cite/quotations.ts'
import { layoutChecks } from '#src/reply/checking.ts'
import { declareMenu, type MessageMenu } from './command.ts'

export const checkQuotesMenu: MessageMenu = {
  declaration: declareMenu('Check quotes'),
  run: async (text, { library, words }) => {
    const quotations = findQuotations(text).map((quotation) => quotation.text)
    const checked = verify(quotations, text, library)
    return { answer: checked.answer, reply: layoutChecks(checked, true, words) }
  },
}
