/** What a first visitor is shown: the bot's commands, and a few lines that work with the fact sheets that are loaded. */
import { type APIApplicationCommandBasicOption, ApplicationCommandType } from 'discord-api-types/v10'
import { parseSlashLine, splitSlashLine } from '#src/discord/slash-line.ts'
import type { Bot } from '#src/discord/surface.ts'
import type { Channel } from './channel.ts'
import { type CommandOption, commandPaths, complete } from './complete.ts'

export interface Welcome {
  readonly commands: readonly {
    readonly name: string
    readonly description: string
    readonly options: readonly Pick<CommandOption, 'name' | 'description' | 'required'>[]
  }[]
  /** Names of the commands that a message's menu offers. */
  readonly menus: readonly string[]
  readonly examples: readonly string[]
}

const MOST_EXAMPLES = 5

export async function welcome(bot: Bot, channel: Channel): Promise<Welcome> {
  const commands = commandPaths(bot.declarations).map(({ path, description }) => {
    const options = splitSlashLine(`/${path.join(' ')}`, bot.declarations)?.options ?? []
    return {
      name: path.join(' '),
      description,
      options: options.map((each) => ({ name: each.name, description: each.description, required: !!each.required })),
    }
  })
  const menus = bot.declarations.filter((each) => each.type === ApplicationCommandType.Message).map((each) => each.name)
  const fromHelp = await helpExamples(bot, channel)
  const examples = fromHelp.length > 0 ? fromHelp : await builtExamples(bot, channel)
  return { commands, menus, examples: examples.slice(0, MOST_EXAMPLES) }
}

/** Lines that the bot's own help shows as code or as a command's mention and that can be sent as they stand. */
async function helpExamples(bot: Bot, channel: Channel): Promise<string[]> {
  if (!bot.declarations.some((each) => each.name === 'help')) return []
  const exchange = await channel.say('/help', null)
  if (exchange.kind !== 'response') return []
  const lines = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) collect(each)
    else if (typeof value === 'object' && value !== null) {
      const { kind, text } = value as { kind?: unknown; text?: unknown }
      if ((kind === 'code' || kind === 'mention') && typeof text === 'string') lines.add(text.trim())
      else for (const each of Object.values(value)) collect(each)
    }
  }
  collect(Object.values(exchange.texts))
  const whole = [...lines].filter((line) => line.startsWith('/') && parseSlashLine(line, bot.declarations).ok)
  // A line with values shows more of what the bot can do than a bare command.
  return whole.sort((a, b) => Number(b.includes(':')) - Number(a.includes(':')))
}

/** For each command a line whose options hold the first value that the bot itself proposes. */
async function builtExamples(bot: Bot, channel: Channel): Promise<string[]> {
  const examples: string[] = []
  for (const { path } of commandPaths(bot.declarations)) {
    let line = `/${path.join(' ')}`
    for (const option of splitSlashLine(line, bot.declarations)?.options ?? []) {
      if (option.required || isProposed(option)) line = await withFirstValue(`${line} ${option.name}:`, bot, channel)
    }
    if (parseSlashLine(line, bot.declarations).ok) examples.push(line)
  }
  return examples.sort((a, b) => Number(b.includes(':')) - Number(a.includes(':')))
}

function isProposed(option: APIApplicationCommandBasicOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true
}

async function withFirstValue(line: string, bot: Bot, channel: Channel): Promise<string> {
  const { items } = await complete(line, bot.declarations, (act) => channel.autocomplete(act))
  return items.find((item) => item.kind === 'value')?.line.trimEnd() ?? line.replace(/ \S+:$/, '')
}
