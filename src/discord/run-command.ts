/** A command's result for an input, with the country that a server set assumed where none is named and that answers. */
import type { Asking, Command, Result } from '#commands/command.ts'
import type { Library } from '../answer/library.ts'
import { understand } from '../answer/understand.ts'
import { countryName } from '../corpus/places/index.ts'
import { type Input, plainInput } from '../reply/input.ts'
import type { Words } from '../reply/words/model.ts'
import type { ServerSettings } from '../store/server-settings.ts'

/** A result with what it answers. */
export interface Asked extends Result {
  readonly input: Input
}

export async function runCommand(
  command: Command,
  typed: Input,
  asking: Asking,
  settings: ServerSettings,
): Promise<Asked> {
  const run = async (input: Input): Promise<Asked> => {
    const { subcommand, values } = input
    return { input: plainInput(input), ...(await command.run({ subcommand, values }, asking)) }
  }
  const read = withNames(typed, asking.words)
  const { country } = settings
  const assumed = country === null ? null : withCountry(read, command, countryName(country), asking.library)
  if (country === null || assumed === null) return run(read)
  const result = await run(assumed)
  if (result.answer.outcome !== 'answered') return run(read)
  const markdown = `-# ${asking.words.note({ kind: 'country-default', country })}`
  return { ...result, reply: { ...result.reply, blocks: [...result.reply.blocks, { kind: 'text', markdown }] } }
}

/** Countries typed as the asker's language has them, by the names that the sheets have for them. */
function withNames(input: Input, { countryTyped }: Words): Input {
  const { country, countries } = input.values
  const named = {
    ...(country === undefined ? {} : { country: countryTyped(country) }),
    ...(countries === undefined ? {} : { countries: countries.split(',').map(countryTyped).join(', ') }),
  }
  return { ...input, values: { ...input.values, ...named } }
}

/** The same input with the country; null where one is named, or the command takes none. */
function withCountry(input: Input, { declaration }: Command, country: string, library: Library): Input | null {
  const { question } = input.values
  if (question !== undefined)
    return understand(question, library).countries.length > 0
      ? null
      : { ...input, values: { ...input.values, question: `${question} (${country})` } }
  const takesOne = (declaration.options ?? []).some((option) => option.name === 'country')
  return takesOne && input.values['country'] === undefined ? { ...input, values: { ...input.values, country } } : null
}
