/**
 * What a server has set for itself, as it is kept in the store by name: `country` (a code), `private` (`yes`), `chat`
 * (`off`; on where nothing is set) and `chat.CHANNEL` (`on` or `off`) for a channel that differs.
 */
import type { Store } from './store.ts'

export interface ServerSettings {
  /** ISO 3166-1 alpha-2; assumed where a question names no country. */
  readonly country: string | null
  readonly private: boolean
  /** Whether messages to the bot are answered, where a channel says nothing else. */
  readonly chat: boolean
  readonly chatExceptions: readonly string[]
}

export const NO_SETTINGS: ServerSettings = { country: null, private: false, chat: true, chatExceptions: [] }
export const CHAT = 'chat'
export const chatIn = (channel: string): string => `${CHAT}.${channel}`

/** Milliseconds that an answer waits for its server's settings: a store that hangs must not make it late. */
const PATIENCE = 500

/** Rejects where the store can't be read, or not soon. */
export async function readSettings(store: Store, guildId: string): Promise<ServerSettings> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('the store gave no settings in time')), PATIENCE)
  const kept = await Promise.race([store.settings(guildId), late.promise]).finally(() => clearTimeout(timer))
  const chat = kept[CHAT] !== 'off'
  return {
    country: kept['country'] ?? null,
    private: kept['private'] === 'yes',
    chat,
    chatExceptions: Object.entries(kept).flatMap(([name, value]) =>
      name.startsWith(chatIn('')) && (value !== 'off') !== chat ? [name.slice(chatIn('').length)] : [],
    ),
  }
}

/** Whether the bot answers messages in this channel. */
export function chatsIn({ chat, chatExceptions }: ServerSettings, channel: string): boolean {
  return chatExceptions.includes(channel) ? !chat : chat
}
