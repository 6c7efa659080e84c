/**
 * Interactions as Discord would send them, made here: for the preview, the command line and the tests, which have no
 * Discord before them. Nothing in them is secret and nothing is sent.
 */
import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIInteractionGuildMember,
  type APIMessage,
  type APIMessageComponentInteractionData,
  type APIModalSubmissionComponent,
  type APIUser,
  ApplicationCommandType,
  ChannelType,
  type GuildMemberFlags,
  InteractionContextType,
  InteractionType,
  type Locale,
  PermissionFlagsBits,
} from 'discord-api-types/v10'

/** Who speaks, where and in which language. `ids` gives a new snowflake at every call; tests pass a counter. */
export interface Scene {
  readonly ids: () => string
  readonly applicationId: string
  readonly user: APIUser
  readonly channelId: string
  /** Null in a direct message. */
  readonly guildId: string | null
  readonly locale: `${Locale}`
}

/** What a person did in the client. */
export type Act =
  | {
      readonly kind: 'command'
      readonly name: string
      readonly options: APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>[]
    }
  | {
      readonly kind: 'autocomplete'
      readonly name: string
      /** One of them, at any depth, has `focused: true`. */
      readonly options: APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[]
    }
  | { readonly kind: 'message-command'; readonly name: string; readonly target: APIMessage }
  | { readonly kind: 'component'; readonly message: APIMessage; readonly data: APIMessageComponentInteractionData }
  | {
      readonly kind: 'modal'
      readonly customId: string
      readonly components: APIModalSubmissionComponent[]
      /** The message whose button opened the modal; null where a command did. */
      readonly message: APIMessage | null
    }

/** 25 MB: what Discord allows an app in a server without boosts to attach, in bytes. */
const ATTACHMENT_SIZE_LIMIT = 25 * 1024 * 1024
const ALL_PERMISSIONS = Object.values(PermissionFlagsBits)
  .reduce((all, one) => all | one, 0n)
  .toString()

/** The interaction that Discord would send for `act`. */
export function makeInteraction(act: Act, scene: Scene): APIInteraction {
  const base = everyInteraction(scene)
  switch (act.kind) {
    case 'command':
      return {
        ...base,
        type: InteractionType.ApplicationCommand,
        data: { id: scene.ids(), type: ApplicationCommandType.ChatInput, name: act.name, options: act.options },
      }
    case 'autocomplete':
      return {
        ...base,
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { id: scene.ids(), type: ApplicationCommandType.ChatInput, name: act.name, options: act.options },
      }
    case 'message-command':
      return {
        ...base,
        type: InteractionType.ApplicationCommand,
        data: {
          id: scene.ids(),
          type: ApplicationCommandType.Message,
          name: act.name,
          target_id: act.target.id,
          resolved: { messages: { [act.target.id]: act.target } },
        },
      }
    case 'component':
      return { ...base, type: InteractionType.MessageComponent, message: act.message, data: act.data }
    case 'modal':
      return {
        ...base,
        type: InteractionType.ModalSubmit,
        data: { custom_id: act.customId, components: act.components },
        ...(act.message === null ? {} : { message: act.message }),
      }
  }
}

/** Someone who is no one: what the preview and the command line speak as. */
export function localUser(id: string, name: string): APIUser {
  return { id, username: name.toLowerCase(), global_name: name, discriminator: '0', avatar: null }
}

/** Snowflakes that only count up from `first`. */
export function countingIds(first = 1_000_000_000_000_000_000n): () => string {
  let next = first
  return () => String(next++)
}

function everyInteraction(scene: Scene) {
  const id = scene.ids()
  const locale = scene.locale as Locale
  return {
    id,
    application_id: scene.applicationId,
    token: `local-${id}`,
    version: 1 as const,
    channel_id: scene.channelId,
    app_permissions: ALL_PERMISSIONS,
    locale,
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...place(scene, locale),
  }
}

function place(scene: Scene, locale: Locale) {
  if (scene.guildId === null) {
    return {
      user: scene.user,
      channel: { id: scene.channelId, type: ChannelType.DM as const },
      context: InteractionContextType.BotDM,
      authorizing_integration_owners: { 1: scene.user.id },
    }
  }
  return {
    member: member(scene.user),
    guild_id: scene.guildId,
    guild: { id: scene.guildId, features: [], locale },
    guild_locale: locale,
    channel: { id: scene.channelId, type: ChannelType.GuildText as const, name: 'footnote' },
    context: InteractionContextType.Guild,
    authorizing_integration_owners: { 0: scene.guildId },
  }
}

function member(user: APIUser): APIInteractionGuildMember {
  const flags = 0 as GuildMemberFlags
  return { user, roles: [], joined_at: null, deaf: false, mute: false, flags, permissions: ALL_PERMISSIONS }
}
