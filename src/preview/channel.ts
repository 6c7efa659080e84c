/**
 * The preview's channel: what a person does on the page becomes an interaction or a message, goes to the bot, and its
 * response comes back for the page to draw. It plays Discord's part and knows nothing of HTTP.
 */
import { randomBytes } from 'node:crypto'
import {
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageComponentInteractionData,
  ComponentType,
  InteractionResponseType,
} from 'discord-api-types/v10'
import { type Act, countingIds, localUser, makeInteraction, type Scene } from '#src/discord/make-interaction.ts'
import { parseSlashLine } from '#src/discord/slash-line.ts'
import type { Bot, OutgoingFile } from '#src/discord/surface.ts'
import { Attachments } from './attachments.ts'
import { type Exchange, markdownTexts } from './exchange.ts'
import { Kept } from './kept.ts'
import { changedMessage, type MessageParts, newMessage, pressable } from './messages.ts'
import { type ModalFields, modalComponents } from './modal-fields.ts'

/** The ranking's figures for an input, for the side panel. */
export type Explain = (input: string) => unknown

const MOST_MESSAGES = 500
const GUILD = '100000000000000001'
const CHANNEL = '100000000000000002'
const APPLICATION = '100000000000000003'
export const BOT_USER = { ...localUser(APPLICATION, 'Footnote'), bot: true }
const YOU = localUser('100000000000000004', 'You')

export class Channel {
  readonly attachments = new Attachments()
  readonly #bot: Bot
  readonly #explain: Explain | null
  readonly #scene: Scene
  readonly #messages = new Kept<{ message: APIMessage; asked: string | null }>(MOST_MESSAGES)
  readonly #modals = new Kept<{ customId: string; components: unknown; message: APIMessage | null }>(MOST_MESSAGES)

  constructor(bot: Bot, explain: Explain | null) {
    this.#bot = bot
    this.#explain = explain
    const ids = countingIds()
    this.#scene = { ids, applicationId: APPLICATION, user: YOU, channelId: CHANNEL, guildId: GUILD, locale: 'en-US' }
  }

  /** A line from the composer: a slash command, or a message to the bot, perhaps as a reply to one of its own. */
  async say(input: string, replyTo: string | null): Promise<Exchange> {
    if (!input.trimStart().startsWith('/')) return this.#chat(input, replyTo)
    const line = parseSlashLine(input, this.#bot.declarations)
    if (!line.ok) return { kind: 'refused', text: line.message, option: line.option }
    return this.#act({ kind: 'command', name: line.command, options: line.options }, input, null)
  }

  /** A button pressed (`values` empty) or a select menu's choice. */
  async press(messageId: string, customId: string, values: readonly string[]): Promise<Exchange> {
    const kept = this.#messages.get(messageId)
    const component = pressable(kept?.message.components, customId)
    if (kept === undefined || component === null) return refused('This message is no longer here. Ask again.')
    const data = componentData(component.type, customId, values)
    if (data === null) return refused('The preview knows no people, roles or channels to choose from.')
    return this.#act({ kind: 'component', message: kept.message, data }, kept.asked, kept.message)
  }

  /** A modal filled in; `fields` by custom id. */
  async submit(modalId: string, fields: ModalFields): Promise<Exchange> {
    const modal = this.#modals.get(modalId)
    if (modal === undefined) return refused('This form is no longer here. Open it again.')
    this.#modals.delete(modalId)
    const { customId, message } = modal
    const components = modalComponents(modal.components, fields)
    return this.#act({ kind: 'modal', customId, components, message }, null, message)
  }

  /** A command of a message's own menu. */
  async menu(messageId: string, command: string): Promise<Exchange> {
    const target = this.#messages.get(messageId)?.message
    if (target === undefined) return refused('This message is no longer here.')
    return this.#act({ kind: 'message-command', name: command, target }, null, null)
  }

  /** The bot's own autocomplete values. */
  async autocomplete(act: Extract<Act, { kind: 'autocomplete' }>): Promise<{ name: string; value: string | number }[]> {
    const { body } = await this.#bot.respond(makeInteraction(act, this.#scene))
    return body.type === InteractionResponseType.ApplicationCommandAutocompleteResult ? (body.data.choices ?? []) : []
  }

  /** Keeps a message that a person wrote, so that a message menu can be used on it. */
  #wrote(content: string): string {
    const id = this.#scene.ids()
    this.#messages.set(id, { message: newMessage({ id, channelId: CHANNEL, author: YOU }, { content }), asked: null })
    return id
  }

  async #chat(content: string, replyTo: string | null): Promise<Exchange> {
    const before = replyTo === null ? undefined : this.#messages.get(replyTo)
    const yours = this.#wrote(content)
    const started = performance.now()
    const sent = await this.#bot.chat({
      id: yours,
      channelId: CHANNEL,
      guildId: GUILD,
      authorId: YOU.id,
      content,
      inReplyTo: before === undefined ? null : { id: before.message.id, asked: before.asked },
    })
    const milliseconds = performance.now() - started
    if (sent === null) return { kind: 'silence', yours }
    const messageId = this.#keep(sent.body, content)
    const payload = { message: sent.body }
    const exchange = await this.#answer({ payload, sent: sent.files, messageId, milliseconds, asked: content })
    return { ...exchange, yours }
  }

  async #act(act: Act, asked: string | null, from: APIMessage | null): Promise<Exchange> {
    const started = performance.now()
    const { body, files } = await this.#bot.respond(makeInteraction(act, this.#scene))
    const milliseconds = performance.now() - started
    const messageId = this.#remember(body, asked, from)
    const exchange = await this.#answer({ payload: body, sent: files, messageId, milliseconds, asked })
    if (body.type !== InteractionResponseType.Modal) return exchange
    const modalId = randomBytes(12).toString('base64url')
    const { custom_id: customId, components } = body.data
    this.#modals.set(modalId, { customId, components, message: from })
    return { ...exchange, modalId }
  }

  #remember(body: APIInteractionResponse, asked: string | null, from: APIMessage | null): string | null {
    switch (body.type) {
      case InteractionResponseType.ChannelMessageWithSource:
      case InteractionResponseType.DeferredChannelMessageWithSource:
        return this.#keep(body.data ?? {}, asked)
      case InteractionResponseType.UpdateMessage: {
        if (from === null) return this.#keep(body.data ?? {}, asked)
        this.#messages.set(from.id, { message: changedMessage(from, body.data ?? {}), asked })
        return from.id
      }
      default:
        return null
    }
  }

  #keep(parts: MessageParts, asked: string | null): string {
    const id = this.#scene.ids()
    this.#messages.set(id, { message: newMessage({ id, channelId: CHANNEL, author: BOT_USER }, parts), asked })
    return id
  }

  async #answer(made: {
    payload: Extract<Exchange, { kind: 'response' }>['payload']
    sent: readonly OutgoingFile[]
    messageId: string | null
    milliseconds: number
    asked: string | null
  }): Promise<Extract<Exchange, { kind: 'response' }>> {
    const { payload, messageId, milliseconds, asked } = made
    return {
      kind: 'response',
      messageId,
      modalId: null,
      yours: null,
      payload,
      files: made.sent.map((file) => this.attachments.keep(file)),
      texts: markdownTexts(payload),
      milliseconds,
      explain: asked === null || this.#explain === null ? null : await this.#explain(asked),
    }
  }
}

function componentData(
  type: number,
  customId: string,
  values: readonly string[],
): APIMessageComponentInteractionData | null {
  if (type === ComponentType.Button) return { custom_id: customId, component_type: ComponentType.Button }
  if (type !== ComponentType.StringSelect) return null
  return { custom_id: customId, component_type: ComponentType.StringSelect, values: [...values] }
}

function refused(text: string): Exchange {
  return { kind: 'refused', text, option: null }
}
