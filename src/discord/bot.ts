/**
 * The one function behind every surface: an interaction as Discord's API types it goes in, the response comes out. It
 * sends nothing and never throws; what goes wrong inside becomes a reply with an id that the log has too.
 */
import { randomBytes } from 'node:crypto'
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Action, ActionResult, Asking, Command, MessageMenu, Result } from '#commands/command.ts'
import { ask } from '../answer/ask.ts'
import type { Library } from '../answer/library.ts'
import { type Answer, makeAnswer } from '../answer/model.ts'
import { present } from '../answer/present.ts'
import { toModal } from '../reply/form.ts'
import { checkGrounded } from '../reply/grounded.ts'
import { layout } from '../reply/lay-out.ts'
import { CHOICE_TEXT, CHOICES } from '../reply/limits.ts'
import { type MessageBody, toMessage } from '../reply/message.ts'
import { type Reply, textReply } from '../reply/model.ts'
import type { Sealer } from '../reply/state.ts'
import { english } from '../reply/words/en.ts'
import { StoreError, type StoreFault } from '../store/errors.ts'
import { keepGap } from '../store/gaps.ts'
import type { Store } from '../store/store.ts'
import { CitationMemory } from './citation-memory.ts'
import { errorFields, type Log } from './log.ts'
import { type Request, readInteraction } from './read-interaction.ts'
import type { Bot, IncomingMessage, InteractionResponse, OutgoingFile, OutgoingMessage } from './surface.ts'

export interface BotParts {
  /** The library as it is now; a corpus may be swapped while the bot runs. */
  readonly library: () => Library
  readonly store: Store
  readonly sealer: Sealer
  readonly commands: readonly Command[]
  readonly menus: readonly MessageMenu[]
  readonly actions: readonly Action[]
  readonly log: Log
}

/** An interaction's answer before and after it is made into a response. */
export interface Handled {
  /** Null for autocomplete, forms and pings. */
  readonly answer: Answer | null
  readonly reply: Reply | null
  readonly message: MessageBody | null
  readonly response: InteractionResponse
}

export interface FootnoteBot extends Bot {
  readonly declarations: readonly RESTPostAPIApplicationCommandsJSONBody[]
  /** As `respond`, with the answer that the response was made from. */
  handle(interaction: APIInteraction): Promise<Handled>
}

/** Faults of what was asked, not of the store. */
const STORE_REFUSALS: ReadonlySet<StoreFault> = new Set(['dossier-full', 'note-too-long', 'no-such-entry'])

type Room = { readonly person: Asking['person']; readonly askedBy: string | null }

const bare = (body: APIInteractionResponse): Handled => ({
  answer: null,
  reply: null,
  message: null,
  response: { body, files: [] },
})

const noChoices = (): Handled =>
  bare({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } })

export function createBot(parts: BotParts): FootnoteBot {
  const { library, store, sealer, commands, menus, actions, log } = parts
  const byName = new Map(commands.map((command) => [command.declaration.name, command]))
  const menuByName = new Map(menus.map((menu) => [menu.declaration.name, menu]))
  const actionByName = new Map(actions.map((action) => [action.name, action]))
  const words = english
  const memory = new CitationMemory(store, log)

  const askingOf = (person: Asking['person']): Asking => ({ library: library(), words, store, commands, person })

  async function decide(request: Request, room: Room): Promise<Handled> {
    const asking = askingOf(room.person)
    switch (request.kind) {
      case 'ping':
        return bare({ type: InteractionResponseType.Pong })
      case 'autocomplete':
        return complete(request, asking)
      case 'command': {
        const command = byName.get(request.name)
        if (command === undefined) return refused(words.label.unknownCommand, 'unknown-command')
        const result = await command.run({ subcommand: request.subcommand, values: request.values }, asking)
        const { private: _shown, ...asked } = request.values
        const server = room.person.guildId
        void keepGap(store, { words: Object.values(asked).join(' '), reason: result.answer.reason, server })
        return posted(request.values['private'] === 'true' ? privately(result) : result)
      }
      case 'menu': {
        const menu = menuByName.get(request.name)
        return menu === undefined
          ? refused(words.label.unknownCommand, 'unknown-command')
          : posted(privately(await menu.run(request.text, asking)))
      }
      case 'component':
      case 'modal': {
        const state = sealer.open(request.id)
        const action = state === null ? undefined : actionByName.get(state.action)
        if (state === null || action === undefined) return refused(words.label.staleButton, 'bad-value')
        const chosen = request.kind === 'component' ? request.values : []
        const fields = request.kind === 'modal' ? request.fields : {}
        return acted(await action.run(state.args, asking, { chosen, fields, askedBy: room.askedBy }))
      }
      case 'other':
        return refused(words.label.unknownCommand, 'unknown-command')
    }
  }

  async function complete(request: Extract<Request, { kind: 'autocomplete' }>, asking: Asking): Promise<Handled> {
    const { focused, values } = request
    const found = (await byName.get(request.name)?.complete?.(focused.name, focused.typed, values, asking)) ?? []
    const named = found.map((one) => (typeof one === 'string' ? { name: one, value: one } : one))
    const unique = [...new Map(named.map((choice) => [choice.value, choice])).values()]
    const choices = unique
      .filter(({ name, value }) => name !== '' && name.length <= CHOICE_TEXT && value.length <= CHOICE_TEXT)
      .slice(0, CHOICES)
    return bare({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } })
  }

  function acted(result: ActionResult): Handled {
    if (result.kind === 'form') return bare(toModal(result.form, sealer))
    return posted(result, result.kind === 'update')
  }

  function refused(said: string, reason: 'unknown-command' | 'bad-value'): Handled {
    return posted({ answer: makeAnswer('invalid', reason), reply: textReply('invalid', [said], true) })
  }

  /** The last look before anything leaves: every excerpt is its file's own text, or the reply is withheld. */
  function posted({ answer, reply }: Result, update = false): Handled {
    checkGrounded(answer)
    memory.shown(answer)
    const message = toMessage(reply, words, sealer)
    // Naming the files that stay takes those of the message before away.
    const attachments = reply.files.map(({ name }, order) => ({ id: String(order), filename: name }))
    const body: APIInteractionResponse = update
      ? { type: InteractionResponseType.UpdateMessage, data: { ...message, attachments } }
      : { type: InteractionResponseType.ChannelMessageWithSource, data: message }
    return { answer, reply, message, response: { body, files: filesOf(reply) } }
  }

  function fault(error: unknown): Handled {
    if (error instanceof StoreError) return storeFault(error)
    const id = randomBytes(4).toString('hex')
    log.error({ fault: id, ...errorFields(error), stack: error instanceof Error ? error.stack : undefined }, 'a fault')
    const reply = textReply('invalid', [words.label.fault(id)], true)
    return posted({ answer: makeAnswer('none', 'not-supported'), reply })
  }

  /** What is wrong with the store is said in its own words; answers need no store. */
  function storeFault(error: StoreError): Handled {
    const asked = STORE_REFUSALS.has(error.fault)
    if (!asked) log.warn(errorFields(error), 'The store could not be used')
    const answer = asked ? makeAnswer('invalid', 'bad-value') : makeAnswer('none', 'not-supported')
    return posted({ answer, reply: textReply(answer.outcome, [error.words], true) })
  }

  async function chat(message: IncomingMessage): Promise<OutgoingMessage | null> {
    const text = message.content.replaceAll(/<@!?\d+>/g, ' ').trim()
    if (text === '') return null
    try {
      // One library for the whole answer: a new corpus may take its place meanwhile.
      const held = library()
      const answer = present(await ask(text, held), held)
      checkGrounded(answer)
      memory.shown(answer)
      const reply = await layout(answer, words)
      return { body: toMessage({ ...reply, private: false }, words, sealer), files: filesOf(reply) }
    } catch (error) {
      const { reply } = fault(error)
      return reply === null ? null : { body: toMessage({ ...reply, private: false }, words, sealer), files: [] }
    }
  }

  const handle = async (interaction: APIInteraction): Promise<Handled> => {
    try {
      return await decide(readInteraction(interaction), roomOf(interaction))
    } catch (error) {
      const told = fault(error)
      // Discord takes nothing but choices for what is still being typed.
      return interaction.type === InteractionType.ApplicationCommandAutocomplete ? noChoices() : told
    }
  }

  return {
    declarations: [...commands, ...menus].map(({ declaration }) => declaration),
    handle,
    respond: async (interaction) => (await handle(interaction)).response,
    chat,
  }
}

function privately(result: Result): Result {
  return { ...result, reply: { ...result.reply, private: true } }
}

function roomOf(interaction: APIInteraction): Room {
  const user = interaction.member?.user ?? interaction.user
  return {
    person: {
      id: user?.id ?? '0',
      guildId: interaction.guild_id ?? null,
      channelId: interaction.channel?.id ?? null,
    },
    askedBy: ('message' in interaction ? interaction.message?.interaction_metadata?.user.id : null) ?? null,
  }
}

function filesOf(reply: Reply): readonly OutgoingFile[] {
  return reply.files.map(({ name, contentType, data }) => ({ name, contentType, data }))
}
