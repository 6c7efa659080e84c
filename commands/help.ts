/** /help: what this corpus covers and how to ask, made from the command list itself. */
import { makeAnswer } from '#src/answer/model.ts'
import { escapeMarkdown } from '#src/reply/escape.ts'
import { textReply } from '#src/reply/model.ts'
import { type Command, declare } from './command.ts'

export const helpCommand: Command = {
  declaration: declare('help', 'What you can ask here, with examples that work', []),
  run: async (_invocation, { library, words, commands }) => {
    const lines = commands.map(({ declaration, example }) => {
      const shown = example?.(library) ?? null
      const description = escapeMarkdown(words.command(declaration))
      return `**/${declaration.name}** ${description}${shown === null ? '' : `\n-# \`${shown.replaceAll('`', '')}\``}`
    })
    const covered = words.note({ kind: 'covered-countries', countries: library.covered })
    const reply = textReply('answered', [words.label.promise, covered, words.label.chat, ...lines], true)
    return { answer: makeAnswer('answered', null), reply }
  },
}
