/**
 * A slash command typed as one line, as Discord shows it, becomes the options an interaction carries. For the preview
 * and the command line, where no Discord client does this. It checks what Discord's client checks before it sends
 * (known command, required options, choices, number ranges, lengths), and knows nothing of what the values mean.
 */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type InteractionType,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { optionValue, type RangedOption } from './option-value.ts'

type Declarations = readonly RESTPostAPIApplicationCommandsJSONBody[]
type Options = readonly APIApplicationCommandOption[]
export type SentOption = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>

export type SlashLine =
  | { readonly ok: true; readonly command: string; readonly options: SentOption[] }
  | {
      readonly ok: false
      readonly reason: 'unknown-command' | 'bad-value' | 'missing-option'
      /** The command as far as it was understood, with its subcommand: `dossier add`; null where it is unknown. */
      readonly command: string | null
      /** The option at fault; null where the fault is in no single option. */
      readonly option: string | null
      /** The fault in a sentence that a person can act on. */
      readonly message: string
    }

/** One option as typed; `start` and `end` are the raw value's UTF-16 offsets in the line. */
export interface TypedOption {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What stands after the command's name, split by option name but not yet checked. */
export interface SplitLine {
  /** `['dossier', 'add']`: the command and its subcommands, in the declaration's own spelling. */
  readonly path: readonly string[]
  /** The options of that command or subcommand. */
  readonly options: readonly APIApplicationCommandBasicOption[]
  readonly typed: readonly TypedOption[]
  /** Text before the first option's name, trimmed. */
  readonly loose: string
}

export function isSlashCommand(
  declaration: RESTPostAPIApplicationCommandsJSONBody,
): declaration is RESTPostAPIChatInputApplicationCommandsJSONBody {
  return declaration.type === undefined || declaration.type === ApplicationCommandType.ChatInput
}

/**
 * Reads `/program country:costa rica topic:money laundering`.
 *
 * A value runs to the next ` name:` where `name` is an option of that command that has not been given yet. The value
 * of the last text option (or the only one) runs on over a ` name:` whose own value Discord would refuse (a number
 * or choice that is none), so a quotation may hold a colon. Text without a name goes to the only text option.
 */
export function parseSlashLine(line: string, declarations: Declarations): SlashLine {
  const split = splitSlashLine(line, declarations)
  if (split === null) return unknownCommand(line, declarations)
  const command = split.path.join(' ')
  if (!isComplete(split.path, declarations)) {
    const names = subcommandNames(split.path, declarations)
    const reason = split.loose === '' ? 'missing-option' : 'unknown-command'
    return { ok: false, reason, command, option: null, message: `/${command} needs one of: ${names.join(', ')}.` }
  }
  const typed = withLooseText(split)
  if (typed === null) {
    const names = split.options.map((option) => `${option.name}:`).join(' ')
    const message =
      names === ''
        ? `/${command} takes no options.`
        : `I can't tell which option “${shown(split.loose)}” is for. /${command} takes ${names}`
    return { ok: false, reason: 'bad-value', command, option: null, message }
  }
  const basic: SentOption[] = []
  for (const { name, value } of typed) {
    const option = split.options.find((each) => each.name === name)
    if (option === undefined || value === '') continue
    const read = optionValue(option as RangedOption, value)
    if (!read.ok) return { ok: false, reason: 'bad-value', command, option: name, message: read.message }
    basic.push(read.option)
  }
  const missing = split.options.find((option) => option.required && !basic.some((given) => given.name === option.name))
  if (missing !== undefined) {
    const message = `/${command} needs ${missing.name}: ${missing.description}`
    return { ok: false, reason: 'missing-option', command, option: missing.name, message }
  }
  return { ok: true, command: split.path[0] ?? '', options: nestOptions(split.path, basic, declarations) }
}

/** The line's parts as far as they can be told; null where no declared slash command stands at its start. */
export function splitSlashLine(line: string, declarations: Declarations): SplitLine | null {
  const head = /^\s*\/(\S+)/u.exec(line)
  const name = head?.[1]?.toLowerCase()
  const declaration = declarations.filter(isSlashCommand).find((each) => each.name === name)
  if (head === null || declaration === undefined) return null
  const path = [declaration.name]
  let options: Options = declaration.options ?? []
  let at = head[0].length
  while (options.some(isSubcommand)) {
    const word = /^\s+(\S+)/u.exec(line.slice(at))
    const next = options.filter(isSubcommand).find((option) => option.name === word?.[1]?.toLowerCase())
    if (word === null || next === undefined) break
    at += word[0].length
    path.push(next.name)
    options = next.options ?? []
  }
  const basic = options.filter((option): option is APIApplicationCommandBasicOption => !isSubcommand(option))
  const typed = splitOptions(line, at, basic)
  const looseEnd = typed[0] === undefined ? line.length : typed[0].start - typed[0].name.length - 1
  return { path, options: basic, typed, loose: line.slice(at, looseEnd).trim() }
}

/** The subcommands that could stand next after `path`; empty where the command is complete. */
export function subcommandNames(path: readonly string[], declarations: Declarations): string[] {
  return optionsAt(path, declarations)
    .filter(isSubcommand)
    .map((option) => option.name)
}

/** What stands in the declaration under the command or subcommand that `path` names. */
export function optionsAt(path: readonly string[], declarations: Declarations): Options {
  const [name, ...rest] = path
  let options: Options = declarations.filter(isSlashCommand).find((each) => each.name === name)?.options ?? []
  for (const step of rest) options = options.filter(isSubcommand).find((option) => option.name === step)?.options ?? []
  return options
}

/** Values put under their command's subcommands, as an interaction carries them. */
export function nestOptions<Sent extends { name: string }>(
  path: readonly string[],
  values: Sent[],
  declarations: Declarations,
): Sent[] {
  return path.slice(1).reduceRight((inner, name, i) => {
    const option = optionsAt(path.slice(0, i + 1), declarations).find((each) => each.name === name)
    // The API's types can't say that a group holds only subcommands and a subcommand only values; the path does.
    return option === undefined ? inner : [{ name, type: option.type, options: inner } as unknown as Sent]
  }, values)
}

export function isSubcommand(option: APIApplicationCommandOption) {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  )
}

function isComplete(path: readonly string[], declarations: Declarations): boolean {
  return subcommandNames(path, declarations).length === 0
}

function splitOptions(line: string, from: number, options: readonly APIApplicationCommandBasicOption[]): TypedOption[] {
  const marks = nameMarks(line, from, options)
  const lastText = options.findLast((option) => option.type === ApplicationCommandOptionType.String)
  const kept: { option: APIApplicationCommandBasicOption; at: number; start: number }[] = []
  marks.forEach((mark, i) => {
    if (kept.some((each) => each.option === mark.option)) return
    const inLastText = lastText !== undefined && kept.at(-1)?.option === lastText
    const value = line.slice(mark.start, marks[i + 1]?.at ?? line.length).trim()
    if (inLastText && value !== '' && !optionValue(mark.option as RangedOption, value).ok) return
    kept.push(mark)
  })
  return kept.map((mark, i) => {
    const raw = line.slice(mark.start, kept[i + 1]?.at ?? line.length)
    const start = mark.start
    return { name: mark.option.name, value: raw.trim(), start, end: start + raw.length }
  })
}

/** Every place where ` name:` stands for an option; `at` is the name's offset, `start` the value's. */
function nameMarks(line: string, from: number, options: readonly APIApplicationCommandBasicOption[]) {
  const found: { option: APIApplicationCommandBasicOption; at: number; start: number }[] = []
  for (const mark of line.slice(from).matchAll(/(?<=\s)([^\s:]+):/gu)) {
    const option = options.find((each) => each.name === mark[1]?.toLowerCase())
    const at = from + mark.index
    if (option !== undefined) found.push({ option, at, start: at + mark[0].length })
  }
  return found
}

/** The options with the nameless text put where it belongs; null where that can't be told. */
function withLooseText(split: SplitLine): readonly TypedOption[] | null {
  if (split.loose === '') return split.typed
  const texts = split.options.filter((option) => option.type === ApplicationCommandOptionType.String)
  const open = texts.filter((option) => !split.typed.some((typed) => typed.name === option.name))
  const [target] = open
  if (target === undefined || texts.length !== 1) return null
  return [{ name: target.name, value: split.loose, start: 0, end: 0 }, ...split.typed]
}

function unknownCommand(line: string, declarations: Declarations): SlashLine {
  const word = /^\s*\/?(\S*)/u.exec(line)?.[1]?.toLowerCase() ?? ''
  const names = declarations.filter(isSlashCommand).map((each) => each.name)
  const near = names.filter((name) => word !== '' && (name.startsWith(word) || word.startsWith(name)))
  const hint = (near.length > 0 ? near : names).map((name) => `/${name}`).join(', ')
  const message =
    word === '' ? `Which command? There are ${hint}.` : `There is no command /${shown(word)}. Try ${hint}.`
  return { ok: false, reason: 'unknown-command', command: null, option: null, message }
}

/** At most 60 characters of what a person typed, so that an error stays one line. */
function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
