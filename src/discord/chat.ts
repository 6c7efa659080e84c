/**
 * Messages that speak to the bot (a mention, a direct message, a reply to its answer) are answered in place. The answer
 * follows its question: edited with it, deleted with it. Discord gives the text of just these messages without the
 * MessageContent intent.
 */

import { DiscordAPIError, type REST } from 'discord.js'
import {
  type APIMessage,
  type GatewayMessageCreateDispatchData,
  MessageType,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { errorFields, type Log } from './log.ts'
import { Recent } from './recent.ts'
import { rawFiles } from './send.ts'
import type { Bot, IncomingMessage, OutgoingMessage } from './surface.ts'
import type { Work } from './work.ts'

/** How many questions stay tied to their answers. */
const remembered = 2000

/** A question, as it should be answered (`wanted`; null once it is deleted) and as it is (`done`). */
interface Question {
  readonly id: string
  readonly channelId: string
  /** The id of the question to whose answer this one replies. */
  readonly repliedTo: string | null
  wanted: IncomingMessage | null
  done: IncomingMessage | null | undefined
  answerId: string | null
  busy: boolean
  /** What the questions before it asked, a line each, the oldest first. */
  before: string | null
}

export interface Chat {
  created(message: GatewayMessageCreateDispatchData): void
  updated(message: GatewayMessageCreateDispatchData): void
  deleted(id: string): void
}

/** @param self the bot's own user id */
export function createChat(bot: Bot, rest: REST, self: string, work: Work, log: Log): Chat {
  const questions = new Recent<Question>(remembered)

  /** Brings the answer to where the question is now; what changes meanwhile is caught by the next round. */
  async function settle(question: Question): Promise<void> {
    if (question.busy) return
    question.busy = true
    while (question.done !== question.wanted) {
      const { wanted } = question
      try {
        const full = wanted === null ? null : await withAsked(wanted, question.repliedTo)
        question.before = full?.inReplyTo?.asked ?? null
        const answer = full === null ? null : await bot.chat(full)
        if (wanted === question.wanted) await show(question, answer)
      } catch (error) {
        const where = { channel: question.channelId, message: question.id }
        log.warn({ ...where, ...errorFields(error) }, 'A message was not answered')
      }
      question.done = wanted
    }
    question.busy = false
  }

  async function show(question: Question, answer: OutgoingMessage | null): Promise<void> {
    const { channelId, answerId } = question
    if (answer === null) {
      question.answerId = null
      if (answerId !== null) await remove(channelId, answerId)
    } else if (answerId === null) {
      question.answerId = (await post(answer, question)).id
    } else {
      try {
        const body = editBody(answer)
        await rest.patch(Routes.channelMessage(channelId, answerId), { body, files: rawFiles(answer.files) })
      } catch (error) {
        // Who asked took the answer away: then an edit of the question brings no new one.
        if (!isGone(error)) throw error
        question.wanted = null
        questions.delete(question.id)
      }
    }
  }

  async function post(answer: OutgoingMessage, question: Question): Promise<APIMessage> {
    const route = Routes.channelMessages(question.channelId)
    const send = (body: object) => rest.post(route, { body, files: rawFiles(answer.files) }) as Promise<APIMessage>
    const { message_reference, ...bare } = replyBody(answer, question)
    try {
      return await send({ ...bare, message_reference })
    } catch (error) {
      // Where the bot may not read what was written before, it may write but not reply.
      if (!mayNotReply(error)) throw error
      return send(bare)
    }
  }

  /** Someone else may have removed it first. */
  async function remove(channelId: string, messageId: string): Promise<void> {
    try {
      await rest.delete(Routes.channelMessage(channelId, messageId))
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }

  function take(message: GatewayMessageCreateDispatchData): IncomingMessage {
    const replied = message.referenced_message
    return {
      id: message.id,
      channelId: message.channel_id,
      guildId: message.guild_id ?? null,
      authorId: message.author.id,
      // Discord leaves out the words that it keeps from the bot.
      content: withoutMention(message.content ?? '', self),
      inReplyTo:
        replied?.author.id === self ? { id: replied.id, asked: bot.askedOf?.(replied.components) ?? null } : null,
    }
  }

  /** Says what the answer that the message replies to was asked: remembered, or read again after a restart. */
  async function withAsked(message: IncomingMessage, repliedTo: string | null): Promise<IncomingMessage> {
    if (message.inReplyTo === null || repliedTo === null) return message
    const known = questions.get(repliedTo)
    const asked =
      known?.wanted == null
        ? await readAgain(message.channelId, repliedTo)
        : [...(known.before === null ? [] : [known.before]), oneLine(known.wanted.content)].join('\n')
    return { ...message, inReplyTo: { ...message.inReplyTo, asked: asked ?? message.inReplyTo.asked } }
  }

  async function readAgain(channelId: string, messageId: string): Promise<string | null> {
    try {
      const message = (await rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage
      return oneLine(withoutMention(message.content, self)) || null
    } catch {
      return null // Deleted, or the bot may not read the history here: then the reply stands for itself.
    }
  }

  /** Whether an edit took the mention away: Discord then keeps the words from the bot, and nothing is asked any more. */
  function isWithdrawn(message: Partial<GatewayMessageCreateDispatchData>, { repliedTo, wanted }: Question): boolean {
    // The ping of a reply does not always come along in its edits.
    const mentioned = wanted !== null && wanted.guildId !== null && wanted.inReplyTo === null && repliedTo === null
    const edited = message.edited_timestamp != null && message.content === ''
    return mentioned && edited && message.mentions?.some((user) => user.id === self) === false
  }

  return {
    created(message) {
      if (!speaksTo(message, self)) return
      const wanted = take(message)
      const { id, channelId } = wanted
      const repliedTo = message.referenced_message?.message_reference?.message_id ?? null
      const question: Question = {
        id,
        channelId,
        repliedTo,
        wanted,
        done: undefined,
        answerId: null,
        busy: false,
        before: null,
      }
      // A replay after a lost connection may bring a message again.
      if (questions.first(id, question)) work.start(() => settle(question))
    },

    updated(message) {
      const question = questions.get(message.id)
      if (question == null || question.wanted === null) return
      const { wanted } = question
      if (isWithdrawn(message, question)) {
        question.wanted = null
        questions.delete(message.id)
        work.start(() => settle(question))
        return
      }
      // Not all of a message need come along, and Discord also sends an update when it adds a link's preview.
      const content = withoutMention(message.content ?? '', self)
      if (content === '' || content === wanted.content) return
      question.wanted = { ...wanted, content }
      work.start(() => settle(question))
    },

    deleted(id) {
      const question = questions.get(id)
      if (question === undefined) return
      question.wanted = null
      questions.delete(id)
      work.start(() => settle(question))
    },
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Whether a person speaks to the bot here, in words that Discord lets it read. */
function speaksTo(message: GatewayMessageCreateDispatchData, self: string): boolean {
  const { author, webhook_id: webhook, type = MessageType.Default, guild_id: guild, mentions = [] } = message
  if (author.bot === true || webhook != null) return false
  if (type !== MessageType.Default && type !== MessageType.Reply) return false
  return guild == null || mentions.some((user) => user.id === self)
}

function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage
}

function mayNotReply(error: unknown): boolean {
  const code = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory
  return error instanceof DiscordAPIError && error.code === code
}

function withoutMention(content: string, self: string): string {
  return content.replace(new RegExp(`\\s*<@!?${self}>\\s*`, 'g'), ' ').trim()
}

/** The nonce makes Discord recognise a post that is tried again because its answer got lost. */
function replyBody(answer: OutgoingMessage, question: Question): RESTPostAPIChannelMessageJSONBody {
  return {
    allowed_mentions: { parse: [], replied_user: false },
    ...answer.body,
    message_reference: { message_id: question.id, channel_id: question.channelId, fail_if_not_exists: false },
    nonce: question.id,
    enforce_nonce: true,
  }
}

/** All of the answer anew: what an edit leaves out would stay from before. */
function editBody({ body }: OutgoingMessage): RESTPatchAPIChannelMessageJSONBody {
  const { content, embeds, components, flags, attachments, allowed_mentions } = body
  return {
    allowed_mentions: allowed_mentions ?? { parse: [], replied_user: false },
    attachments: attachments ?? [],
    components: components ?? [],
    ...(content === undefined ? {} : { content }),
    ...(embeds === undefined ? {} : { embeds }),
    ...(flags === undefined ? {} : { flags }),
  }
}
