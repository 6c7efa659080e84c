/** The menu "Find sources": a message's own words, asked as a question. */
import { ask } from '#src/answer/ask.ts'
import { plainInput } from '#src/reply/input.ts'
import { declareMenu, laidOut, type MessageMenu } from './command.ts'

/** Mentions, channels, emojis and times: Discord's own signs, which nobody would ask for. */
const SIGNS = /<(?:[@#&!/:]|a:|t:)[^>\s]*>/g

export const findSourcesMenu: MessageMenu = {
  declaration: declareMenu('Find sources'),
  run: async (text, asking) => {
    const question = text.replaceAll(SIGNS, ' ').trim()
    const input = plainInput({ command: 'ask', subcommand: null, values: { question } })
    return { input, ...(await laidOut(await ask(question, asking.library), asking)) }
  },
}
