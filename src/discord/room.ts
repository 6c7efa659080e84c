/** Who asks, where and in which language, read from an interaction; and what stands on the message whose button was pressed. */
import {
  type APIInteraction,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import type { Person } from '#commands/command.ts'
import type { Words } from '../reply/words/model.ts'
import type { ServerSettings } from '../store/server-settings.ts'
import { typedIn } from './controls.ts'

export interface Room {
  readonly person: Person
  readonly words: Words
  readonly settings: ServerSettings
  /** Whether a private reply could be shown to others here. */
  readonly shareable: boolean
  /** Whose command the message with the button answers; null where Discord does not say. */
  readonly askedBy: string | null
  /** Whether only one person sees that message. */
  readonly isPrivate: boolean
  /** What was typed, where that message says it. */
  readonly line: string | null
}

export function roomOf(interaction: APIInteraction, words: Words, settings: ServerSettings): Room {
  const user = interaction.member?.user ?? interaction.user
  const message = 'message' in interaction ? interaction.message : undefined
  const permissions = BigInt(interaction.member?.permissions ?? 0)
  return {
    person: {
      id: user?.id ?? '0',
      guildId: interaction.guild_id ?? null,
      channelId: interaction.channel?.id ?? interaction.channel_id ?? null,
      mayManage: (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n,
    },
    words,
    settings,
    shareable: canBeShared(interaction, permissions),
    askedBy: (message?.interaction_metadata ?? message?.interaction)?.user.id ?? null,
    isPrivate: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    line: typedIn(message?.components),
  }
}

/** Not where nobody else reads, nor where Discord shows what an app says to nobody but who asked. */
function canBeShared(interaction: APIInteraction, permissions: bigint): boolean {
  const { context, guild_id, channel, authorizing_integration_owners: owners } = interaction
  if (guild_id === undefined)
    return context === undefined ? channel?.type !== ChannelType.DM : context !== InteractionContextType.BotDM
  // An app that people bring along, and not the server, may speak to all only with a permission of theirs.
  const brought = owners?.[ApplicationIntegrationType.UserInstall] !== undefined
  const added = owners?.[ApplicationIntegrationType.GuildInstall] !== undefined
  return added || !brought || (permissions & PermissionFlagsBits.UseExternalApps) !== 0n
}
