/** Who asks, where and in which language, read from an interaction; and what stands on the message whose button was pressed. */
import { type APIInteraction, ChannelType, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10'
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
      channelId: interaction.channel?.id ?? null,
      mayManage: (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n,
    },
    words,
    settings,
    shareable: interaction.channel?.type !== ChannelType.DM,
    askedBy: message?.interaction_metadata?.user.id ?? null,
    isPrivate: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    line: typedIn(message?.components),
  }
}
