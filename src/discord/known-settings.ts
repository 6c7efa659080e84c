/** A server's settings, also while the store is away. */
import { NO_SETTINGS, readSettings, type ServerSettings } from '../store/server-settings.ts'
import type { Store } from '../store/store.ts'
import { errorFields, type Log } from './log.ts'
import { Recent } from './recent.ts'

/** Servers whose settings are remembered for when the store is away. */
const SETTINGS_KNOWN = 5000

/**
 * What reads the settings of a server, or of none; it never rejects. A store that can't be read costs no answer: a server
 * that wants private ones goes on getting them as it last said.
 */
export function knownSettings(store: Store, log: Log): (guildId: string | null) => Promise<ServerSettings> {
  const known = new Recent<ServerSettings>(SETTINGS_KNOWN)
  return async (guildId) => {
    if (guildId === null) return NO_SETTINGS
    try {
      const settings = await readSettings(store, guildId)
      known.set(guildId, settings)
      return settings
    } catch (error) {
      log.warn(errorFields(error), 'A server’s settings could not be read')
      return known.get(guildId) ?? NO_SETTINGS
    }
  }
}
