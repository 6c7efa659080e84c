/**
 * What a slash command is: its declaration as data, the question it asks of the library, and the values it completes.
 * A command sees only what `Asking` gives it and reaches Discord only through the reply it returns.
 */
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10'
import type { Library } from '#src/answer/library.ts'
import type { Answer } from '#src/answer/model.ts'
import { present } from '#src/answer/present.ts'
import type { CorpusDesk } from '#src/corpus/import/desk.ts'
import type { Input } from '#src/reply/input.ts'
import { layout } from '#src/reply/lay-out.ts'
import type { Form, Reply } from '#src/reply/model.ts'
import type { Words } from '#src/reply/words/model.ts'
import type { Store } from '#src/store/store.ts'

/** Option values as typed, by name; only those given. */
export type Values = Readonly<Record<string, string>>

export interface Invocation {
  /** The subcommand's name where the command has some. */
  readonly subcommand: string | null
  readonly values: Values
}

/** What a command may know of who asks and of the corpus. */
export interface Asking {
  readonly library: Library
  readonly words: Words
  readonly store: Store
  readonly commands: readonly Command[]
  readonly person: Person
  /** Where fact sheets are taken in; null where the corpus is not a folder of this process. */
  readonly desk: CorpusDesk | null
  /** Why the sheets answered from are not the newest; null where they are. */
  readonly corpusFault: string | null
}

export interface Person {
  readonly id: string
  readonly guildId: string | null
  readonly channelId: string | null
  /** Whether Discord says that they may manage the server. */
  readonly mayManage: boolean
}

export interface Result {
  readonly answer: Answer
  readonly reply: Reply
}

/** What a button, select or form does. */
export interface Action {
  readonly name: string
  /**
   * @param args what the button carries
   * @param chosen the values of a select
   * @param fields what was typed into a form, by field
   */
  run(args: readonly string[], asking: Asking, input: ActionInput): Promise<ActionResult>
}

export interface ActionInput {
  readonly chosen: readonly string[]
  readonly fields: Readonly<Record<string, string>>
  /** The person whose command the message with the button answers; null where Discord does not say. */
  readonly askedBy: string | null
}

export type ActionResult =
  /** A message of its own. */
  | ({ readonly kind: 'reply' } & Result)
  /** In the place of the message with the button. */
  | ({ readonly kind: 'update' } & Result)
  | { readonly kind: 'form'; readonly form: Form }

/** What a menu found; `input` is the command that finds the same, where there is one: then it has that command's buttons. */
export interface MenuResult extends Result {
  readonly input?: Input
}

/** A command in the menu of a message. */
export interface MessageMenu {
  readonly declaration: RESTPostAPIContextMenuApplicationCommandsJSONBody
  /** @param text what a person reads in the message */
  run(text: string, asking: Asking): Promise<MenuResult>
}

export interface Command {
  readonly declaration: RESTPostAPIChatInputApplicationCommandsJSONBody
  /** A line that works on this corpus, for /help; null where it has none to show. */
  example?(library: Library): string | null
  /** False where running it again changes something: then its reply has no pages and can't be shared. */
  readonly repeatable?: false
  run(invocation: Invocation, asking: Asking): Promise<Result>
  /** Completions for the option being typed, best first; more than 25 are cut by the caller. */
  complete?(
    option: string,
    typed: string,
    values: Values,
    asking: Asking,
  ): readonly Completion[] | Promise<readonly Completion[]>
}

/** A value that is its own name, or a value behind a name that says more. */
export type Completion = string | { readonly name: string; readonly value: string }

/** Where every command may be used: in servers and direct messages, installed by a server or by a person. */
export const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}

const PRIVATE: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Show the reply only to me',
}

/** A text option. */
export function textOption(
  name: string,
  description: string,
  settings: { readonly required?: boolean; readonly completed?: boolean; readonly longest?: number } = {},
): APIApplicationCommandBasicOption {
  const { required = false, completed = false, longest } = settings
  const length = longest === undefined ? {} : { max_length: longest }
  const base = { type: ApplicationCommandOptionType.String as const, name, description, required, ...length }
  return completed ? { ...base, autocomplete: true } : base
}

/** A command's declaration with the option that every command has. */
export function declare(
  name: string,
  description: string,
  options: readonly APIApplicationCommandBasicOption[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const all: APIApplicationCommandOption[] = [...options, PRIVATE]
  return { name, description, options: all, ...EVERYWHERE }
}

/** A text option with a fixed list to choose from. */
export function choiceOption(
  name: string,
  description: string,
  choices: readonly { readonly name: string; readonly value: string }[],
  required = false,
): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.String, name, description, required, choices: [...choices] }
}

/** The topic that was typed, in the words of the vocabulary where the asker's language has others; null where none was. */
export function topicOf(values: Values, { words }: Asking): string | null {
  const typed = values['topic']
  return typed === undefined ? null : words.topicTyped(typed)
}

/** A whole number from 1. */
export function numberOption(name: string, description: string): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Integer, name, description, required: true, min_value: 1 }
}

export interface SubcommandDeclaration {
  readonly name: string
  readonly description: string
  readonly options: readonly APIApplicationCommandBasicOption[]
}

/** As `declare`, for a command whose options stand under subcommands; each has the option that every command has. */
export function declareWithSubcommands(
  name: string,
  description: string,
  subcommands: readonly SubcommandDeclaration[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const options = subcommands.map((subcommand): APIApplicationCommandOption => {
    const type = ApplicationCommandOptionType.Subcommand as const
    return { ...subcommand, type, options: [...subcommand.options, PRIVATE] }
  })
  return { name, description, options, ...EVERYWHERE }
}

/** A command in the menu of a message; its name is what the menu shows. */
export function declareMenu(name: string): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name, ...EVERYWHERE }
}

/** The usual result: the answer as it is laid out for everybody. */
export async function laidOut(answer: Answer, asking: Asking): Promise<Result> {
  const shown = present(answer, asking.library)
  return { answer: shown, reply: await layout(shown, asking.words) }
}
