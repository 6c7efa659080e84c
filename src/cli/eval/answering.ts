/** How the evaluation puts an input to Footnote. */
import { ask } from '#src/answer/ask.ts'
import type { Library } from '#src/answer/library.ts'
import type { Answer } from '#src/answer/model.ts'
import { program } from '#src/answer/program.ts'

/** The answer to an input, or null where it is a command that is not answered yet. */
export async function answerInput(input: string, library: Library): Promise<Answer | null> {
  const command = /^\/(\S+)\s*/.exec(input)
  if (command === null) return ask(input, library)
  const rest = input.slice(command[0].length)
  if (command[1] === 'ask') return ask(rest.replace(/^question:/, ''), library)
  if (command[1] !== 'program') return null
  const value = (name: string) =>
    new RegExp(`(?:^|\\s)${name}:(.*?)(?=\\s(?:country|topic):|$)`).exec(rest)?.[1] ?? null
  return program({ country: value('country'), topic: value('topic') }, library)
}
