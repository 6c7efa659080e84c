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
} from 'discord-api-types/v10'
import type { Action, ActionResult, Asking, Command, MessageMenu, Result } from '#commands/command.ts'
import { corpusVersion } from '../answer/corpus-version.ts'
import type { Library } from '../answer/library.ts'
import { type Answer, makeAnswer, type Reason } from '../answer/model.ts'
import type { CorpusDesk } from '../corpus/import/desk.ts'
import { toModal } from '../reply/form.ts'
import { checkGrounded } from '../reply/grounded.ts'
import type { Input } from '../reply/input.ts'
import { CHOICE_TEXT, CHOICES } from '../reply/limits.ts'
import { filesShown, type MessageBody, toMessage } from '../reply/message.ts'
import { type Reply, textReply } from '../reply/model.ts'
import type { Sealer } from '../reply/state.ts'
import { inAllLanguages } from '../reply/words/declarations.ts'
import { english } from '../reply/words/en.ts'
import { wordsFor } from '../reply/words/index.ts'
import type { Words } from '../reply/words/model.ts'
import { StoreError, type StoreFault } from '../store/errors.ts'
import { keepGap, keepJudged } from '../store/gaps.ts'
import { NO_SETTINGS, type ServerSettings } from '../store/server-settings.ts'
import type { Store } from '../store/store.ts'
import { askedIn } from './asked-before.ts'
import { CitationMemory } from './citation-memory.ts'
import { type Shown, withControls } from './controls.ts'
import type { FairUse } from './fair-use.ts'
import { knownSettings } from './known-settings.ts'
import { errorFields, type Log } from './log.ts'
import { type Posting, press, seenBy } from './press.ts'
import { type Request, readInteraction } from './read-interaction.ts'
import { Recent } from './recent.ts'
import { type Room, roomOf } from './room.ts'
import { type Asked, runCommand } from './run-command.ts'
import type { Bot, IncomingMessage, InteractionResponse } from './surface.ts'
import { createTalk, type Heard } from './talk.ts'

export interface BotParts {
  /** The library as it is now; a corpus may be swapped while the bot runs. */
  readonly library: () => Library
  readonly store: Store
  readonly sealer: Sealer
  readonly commands: readonly Command[]
  readonly menus: readonly MessageMenu[]
  readonly actions: readonly Action[]
  readonly log: Log
  /** Where fact sheets are taken in; left out where they can't be. */
  readonly desk?: CorpusDesk | null
  /** Why the library is not the newest; null where it is. */
  readonly corpusFault?: () => string | null
  /** Left out where nobody has to be held back: on the command line, in measurements. */
  readonly limits?: FairUse
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
  /** As `chat`, with the answer. */
  hear(message: IncomingMessage): Promise<Heard | null>
}

/** Faults of what was asked, not of the store. */
const STORE_REFUSALS: ReadonlySet<StoreFault> = new Set(['dossier-full', 'note-too-long', 'no-such-entry'])

/** Questions and presses; what is only typed so far is free. */
const COUNTED: readonly Request['kind'][] = ['command', 'menu', 'component', 'modal']

/** People whose language is remembered for their messages, which do not say it. */
const READERS = 5000

const bare = (body: APIInteractionResponse): Handled => ({
  answer: null,
  reply: null,
  message: null,
  response: { body, files: [] },
})

const noChoices = (): Handled =>
  bare({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } })

export function createBot(parts: BotParts): FootnoteBot {
  const { library, store, sealer, commands, menus, actions, log, limits } = parts
  const byName = new Map(commands.map((command) => [command.declaration.name, command]))
  const menuByName = new Map(menus.map((menu) => [menu.declaration.name, menu]))
  const actionByName = new Map(actions.map((action) => [action.name, action]))
  const memory = new CitationMemory(store, log)
  const settingsOf = knownSettings(store, log)
  const readers = new Recent<Words>(READERS)
  const declarations = [...commands, ...menus].map(({ declaration }) => inAllLanguages(declaration))

  const askingOf = ({ person, words }: Pick<Room, 'person' | 'words'>): Asking => ({
    library: library(),
    words,
    store,
    commands,
    person,
    desk: parts.desk ?? null,
    corpusFault: parts.corpusFault?.() ?? null,
  })

  async function decide(request: Request, room: Room): Promise<Handled> {
    const asking = askingOf(room)
    const { words } = room
    const refusal = COUNTED.includes(request.kind) ? limits?.ask(room.person.id, room.person.channelId) : undefined
    if (refusal?.allowed === false)
      return refused(words.label.tooMany(refusal.who, refusal.seconds), 'not-understood', room)
    switch (request.kind) {
      case 'ping':
        return bare({ type: InteractionResponseType.Pong })
      case 'autocomplete':
        return complete(request, asking)
      case 'command': {
        const { name: command, subcommand, values } = request
        const asked = values['private'] === undefined ? room.settings.private : values['private'] === 'true'
        const found = await answerTo({ command, subcommand, values }, asking, room.settings)
        if (found === null) return refused(words.label.unknownCommand, 'unknown-command', room)
        noteGap(values, found, room.person.guildId)
        return shown(asked ? seenBy(found, 'one') : found, 0, room, { asker: room.person.id, removable: false })
      }
      case 'menu': {
        const menu = menuByName.get(request.name)
        if (menu === undefined) return refused(words.label.unknownCommand, 'unknown-command', room)
        if (request.text.trim() === '') return refused(words.label.noWords, 'bad-value', room)
        const { input, ...found } = await menu.run(request.text, asking)
        const result = seenBy(found, 'one')
        if (input === undefined) return posted(result, room)
        return shown({ ...result, input }, 0, room, { asker: room.person.id, removable: false })
      }
      case 'component':
      case 'modal': {
        const state = sealer.open(request.id)
        if (state === null) return refused(words.label.staleButton, 'bad-value', room)
        const version = corpusVersion(asking.library)
        const run = (input: Input) => answerTo(input, asking, room.settings)
        const judge = (said: string) => keepJudged(store, said, room.person.guildId)
        const pressed = await press(state, room, { declarations, version, run, judge })
        if (pressed?.kind === 'said') return posted(pressed.result, room, pressed.posting)
        if (pressed !== null) return shown(pressed.asked, pressed.page, room, pressed, pressed.posting)
        const action = actionByName.get(state.action)
        if (action === undefined) return refused(words.label.staleButton, 'bad-value', room)
        const chosen = request.kind === 'component' ? request.values : []
        const fields = request.kind === 'modal' ? request.fields : {}
        return acted(await action.run(state.args, asking, { chosen, fields, askedBy: room.askedBy }), room)
      }
      case 'other':
        return refused(words.label.unknownCommand, 'unknown-command', room)
    }
  }

  /** A question that nothing answered is kept, once; turning its pages asks nothing new. */
  function noteGap({ private: _shown, ...asked }: Input['values'], { answer }: Asked, server: string | null): void {
    void keepGap(store, { words: Object.values(asked).join(' '), reason: answer.reason, server })
  }

  /** Null where there is no command of that name. */
  async function answerTo(typed: Input, asking: Asking, settings: ServerSettings): Promise<Asked | null> {
    const command = byName.get(typed.command)
    return command === undefined ? null : runCommand(command, typed, asking, settings)
  }

  /** The reply with its buttons, on the page asked for. */
  function dressed(
    { input, answer, reply }: Asked,
    page: number,
    room: Pick<Room, 'words' | 'shareable'>,
    { asker, removable }: Pick<Shown, 'asker' | 'removable'>,
  ): Reply {
    // Done once, it must not be done again by whoever turns a page.
    if (byName.get(input.command)?.repeatable === false) return reply
    const state = { input, version: corpusVersion(library()), page, asker, removable, shareable: room.shareable }
    return withControls(reply, answer, state, { words: room.words, sealer, declarations })
  }

  function shown(
    asked: Asked,
    page: number,
    room: Room,
    by: Pick<Shown, 'asker' | 'removable'>,
    posting: Posting = {},
  ): Handled {
    return posted({ answer: asked.answer, reply: dressed(asked, page, room, by) }, room, posting)
  }

  async function complete(request: Extract<Request, { kind: 'autocomplete' }>, asking: Asking): Promise<Handled> {
    const { focused, values } = request
    if (focused.name === '') return noChoices()
    const found = (await byName.get(request.name)?.complete?.(focused.name, focused.typed, values, asking)) ?? []
    const named = found.map((one) => (typeof one === 'string' ? { name: one, value: one } : one))
    const unique = [...new Map(named.map((choice) => [choice.value, choice])).values()]
    const choices = unique
      .filter(({ name, value }) => name !== '' && name.length <= CHOICE_TEXT && value.length <= CHOICE_TEXT)
      .slice(0, CHOICES)
    return bare({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } })
  }

  function acted(result: ActionResult, room: Room): Handled {
    if (result.kind === 'form') return bare(toModal(result.form, sealer))
    return posted(result, room, { update: result.kind === 'update' })
  }

  function refused(said: string, reason: Reason, room: Pick<Room, 'words'>): Handled {
    return posted({ answer: makeAnswer('invalid', reason), reply: textReply('invalid', [said], true) }, room)
  }

  /** The last look before anything leaves: every excerpt is its file's own text, or the reply is withheld. */
  function posted({ answer, reply }: Result, room: Pick<Room, 'words'>, posting: Posting = {}): Handled {
    checkGrounded(answer)
    memory.shown(answer)
    const message = toMessage(reply, room.words, sealer)
    const files = filesShown(reply, message)
    // An edit keeps the files from before unless it says which ones there are now.
    const attachments = files.map(({ name }, id) => ({ id, filename: name }))
    const body: APIInteractionResponse = posting.update
      ? { type: InteractionResponseType.UpdateMessage, data: { ...message, attachments } }
      : { type: InteractionResponseType.ChannelMessageWithSource, data: message }
    return {
      answer,
      reply,
      message,
      response: { body, files, ...(posting.removes ? { removes: true } : {}) },
    }
  }

  function faultReply(error: unknown, words: Words): Reply {
    const id = randomBytes(4).toString('hex')
    log.error({ fault: id, ...errorFields(error), stack: error instanceof Error ? error.stack : undefined }, 'a fault')
    return textReply('invalid', [words.label.fault(id)], true)
  }

  function fault(error: unknown, words: Words): Handled {
    if (error instanceof StoreError) return storeFault(error, words)
    return posted({ answer: makeAnswer('none', 'not-supported'), reply: faultReply(error, words) }, { words })
  }

  /** What is wrong with the store is said; answers need no store. */
  function storeFault(error: StoreError, words: Words): Handled {
    const asked = STORE_REFUSALS.has(error.fault)
    if (!asked) log.warn(errorFields(error), 'The store could not be used')
    const answer = asked ? makeAnswer('invalid', 'bad-value') : makeAnswer('none', 'not-supported')
    return posted({ answer, reply: textReply(answer.outcome, [words.store[error.fault]], true) }, { words })
  }

  const wordsOf = (id: string): Words => readers.get(id) ?? english

  const hear = createTalk({
    library,
    sealer,
    wordsOf,
    limits,
    examples: () => commands.flatMap(({ example }) => example?.(library()) ?? []),
    settingsOf,
    async answerTo(input, { authorId, guildId, channelId }, settings) {
      const person = { id: authorId, guildId, channelId, mayManage: false }
      const words = wordsOf(authorId)
      const found = await answerTo(input, askingOf({ person, words }), settings)
      if (found === null) return null
      checkGrounded(found.answer)
      memory.shown(found.answer)
      noteGap(input.values, found, guildId)
      const room = { words, shareable: false }
      const reply = dressed(seenBy(found, 'all'), 0, room, { asker: authorId, removable: true })
      return { answer: found.answer, reply }
    },
    fault: (error, words) => ({ answer: makeAnswer('none', 'not-supported'), reply: faultReply(error, words) }),
  })

  const handle = async (interaction: APIInteraction): Promise<Handled> => {
    const words = wordsFor('locale' in interaction ? interaction.locale : undefined)
    const reader = interaction.member?.user ?? interaction.user
    if (reader !== undefined) readers.set(reader.id, words)
    try {
      const typing = interaction.type === InteractionType.ApplicationCommandAutocomplete
      const settings = typing ? NO_SETTINGS : await settingsOf(interaction.guild_id ?? null)
      return await decide(readInteraction(interaction), roomOf(interaction, words, settings))
    } catch (error) {
      const failed = fault(error, words)
      // Someone who is typing can be shown nothing but choices.
      return interaction.type === InteractionType.ApplicationCommandAutocomplete ? noChoices() : failed
    }
  }

  return {
    declarations,
    handle,
    respond: async (interaction) => (await handle(interaction)).response,
    askedOf: (components) => askedIn(components, sealer, declarations),
    hear,
    chat: async (message) => (await hear(message))?.message ?? null,
  }
}
