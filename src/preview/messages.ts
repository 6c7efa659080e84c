/** Messages of the preview's channel, kept as Discord's API types them, so that buttons, menus and replies have theirs. */
import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  type MessageFlags,
  MessageType,
} from 'discord-api-types/v10'

/** The parts of a response that end up in a message. */
export interface MessageParts {
  readonly content?: string | undefined
  readonly components?: readonly unknown[] | null | undefined
  readonly flags?: number | undefined
}

interface Where {
  readonly id: string
  readonly channelId: string
  readonly author: APIUser
}

export function newMessage(where: Where, parts: MessageParts): APIMessage {
  return {
    id: where.id,
    channel_id: where.channelId,
    author: where.author,
    content: parts.content ?? '',
    components: topLevel(parts.components),
    flags: (parts.flags ?? 0) as MessageFlags,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: where.author.bot === true ? MessageType.ChatInputCommand : MessageType.Default,
  }
}

/** The message after an update: what the update leaves out stays, as at Discord. */
export function changedMessage(message: APIMessage, parts: MessageParts): APIMessage {
  return {
    ...message,
    content: parts.content ?? message.content,
    components: parts.components === undefined ? (message.components ?? []) : topLevel(parts.components),
    edited_timestamp: new Date().toISOString(),
  }
}

/** The component with that custom id, at any depth; null where the message has none or it is disabled. */
export function pressable(components: unknown, customId: string): { readonly type: number } | null {
  if (Array.isArray(components)) {
    for (const each of components) {
      const found = pressable(each, customId)
      if (found !== null) return found
    }
    return null
  }
  if (typeof components !== 'object' || components === null) return null
  const part = components as Record<string, unknown>
  const type = part['type']
  if (part['custom_id'] === customId && typeof type === 'number') return part['disabled'] === true ? null : { type }
  return pressable(part['components'], customId) ?? pressable(part['accessory'], customId)
}

function topLevel(components: readonly unknown[] | null | undefined): APIMessageTopLevelComponent[] {
  // The bot's response is typed; what Discord adds when it stores one (ids of components) nothing here reads.
  return (components ?? []) as APIMessageTopLevelComponent[]
}
