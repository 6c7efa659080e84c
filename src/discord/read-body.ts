/**
 * The interaction in a request's body. What the bot reads without looking is looked at here, so that a body of another
 * shape is refused as one and is no fault of the bot; whatever else stands in it may be anything.
 */
import {
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10'
import { z } from 'zod'

const { Ping, ApplicationCommand, ApplicationCommandAutocomplete, MessageComponent, ModalSubmit } = InteractionType
const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType

const snowflake = z.string().min(1).max(30)
const user = z.looseObject({ id: snowflake })

/** Who asks, where and in which language. */
const asked = z.looseObject({
  id: snowflake,
  guild_id: snowflake.nullish(),
  channel: z.looseObject({ id: snowflake }).nullish(),
  locale: z.string().nullish(),
  user: user.nullish(),
  member: z.looseObject({ user, permissions: z.string().regex(/^\d+$/) }).nullish(),
})

/** The message on which a button stands, with whose command it answers. */
const message = z.looseObject({ interaction_metadata: z.looseObject({ user }).nullish() }).nullish()

/** Options nest twice: group, subcommand, value. */
const value = z.looseObject({
  type: z.int().min(ApplicationCommandOptionType.String),
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
})
const subcommand = z.looseObject({
  type: z.literal(Subcommand),
  name: z.string(),
  options: z.array(value).optional(),
})
const group = z.looseObject({
  type: z.literal(SubcommandGroup),
  name: z.string(),
  options: z.array(subcommand).optional(),
})
const options = z.array(z.union([value, subcommand, group]))

const slash = z.looseObject({
  type: z.literal(ApplicationCommandType.ChatInput),
  name: z.string(),
  options: options.optional(),
})
const menu = z.looseObject({
  type: z.literal(ApplicationCommandType.Message),
  name: z.string(),
  target_id: snowflake,
  resolved: z.looseObject({ messages: z.record(z.string(), z.looseObject({ content: z.string().optional() })) }),
})
/** Of a kind that this bot has none of; it says so. */
const otherCommand = z.looseObject({ type: z.int().min(ApplicationCommandType.Message + 1), name: z.string() })

/** A field of a form, or what holds one. */
const field = z.looseObject({ custom_id: z.string().optional() })
const row = z.looseObject({ components: z.array(field).optional(), component: field.optional() })

const interaction = z.discriminatedUnion('type', [
  // Asked of nobody and in no place: only whether there is somebody who knows the key.
  z.looseObject({ type: z.literal(Ping) }),
  asked.extend({ type: z.literal(ApplicationCommand), data: z.union([slash, menu, otherCommand]) }),
  asked.extend({
    type: z.literal(ApplicationCommandAutocomplete),
    data: z.looseObject({ name: z.string(), options }),
  }),
  asked.extend({
    type: z.literal(MessageComponent),
    message,
    data: z.looseObject({ custom_id: z.string(), values: z.array(z.string()).optional() }),
  }),
  asked.extend({
    type: z.literal(ModalSubmit),
    message,
    data: z.looseObject({ custom_id: z.string(), components: z.array(row) }),
  }),
])

/** @returns null where it is none */
export function readBody(body: Uint8Array): APIInteraction | null {
  try {
    const read = interaction.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
    // Discord signed it, and what decides between its kinds was looked at: the rest is as Discord's API types it.
    return read.success ? (read.data as unknown as APIInteraction) : null
  } catch {
    return null
  }
}
