/** The link with which someone who manages a server adds the bot to it. */
import { OAuth2Scopes, PermissionFlagsBits } from 'discord-api-types/v10'

/** What answering in a channel takes; reading the history is needed to reply to a message. */
const permissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory

export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
  })
  return `https://discord.com/oauth2/authorize?${query}`
}
