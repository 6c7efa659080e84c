/**
 * What every surface (gateway, HTTP, preview, command line) relies on: an interaction or a message as Discord's API
 * types it goes in, the response to send comes out. Nothing here sends anything.
 */
import type {
  APIInteraction,
  APIInteractionResponse,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10'

/** A file that goes out with a response; `name` is what `attachment://name` in the body refers to. */
export interface OutgoingFile {
  readonly name: string
  readonly contentType: string
  readonly data: Uint8Array
}

/** The immediate callback to an interaction. */
export interface InteractionResponse {
  readonly body: APIInteractionResponse
  readonly files: readonly OutgoingFile[]
  /** The message with the button is to be deleted once this is sent; where that can't be done it says that it is gone. */
  readonly removes?: boolean
}

/** A message in a channel that speaks to the bot: a mention, a direct message or a reply to its answer. */
export interface IncomingMessage {
  readonly id: string
  readonly channelId: string
  readonly guildId: string | null
  readonly authorId: string
  readonly content: string
  /** The bot's own message that this one replies to, with what that was asked; null where it replies to none. */
  readonly inReplyTo: { readonly id: string; readonly asked: string | null } | null
}

/** What is posted in a channel. */
export interface OutgoingMessage {
  readonly body: RESTPostAPIChannelMessageJSONBody
  readonly files: readonly OutgoingFile[]
}

/** The bot as the surfaces see it. It never throws for what a user did; a fault becomes a reply with an id. */
export interface Bot {
  /** The declarations to register, all kinds (slash commands and message menus). */
  readonly declarations: readonly RESTPostAPIApplicationCommandsJSONBody[]
  respond(interaction: APIInteraction): Promise<InteractionResponse>
  /** What an answer of its own was asked, read from its components; null where they don't say. */
  askedOf?(components: unknown): string | null
  /** Null where the message asks nothing. */
  chat(message: IncomingMessage): Promise<OutgoingMessage | null>
}
