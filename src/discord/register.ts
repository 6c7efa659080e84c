/** Registers the commands with Discord: one bulk overwrite, and only when something differs. */

import type { REST } from 'discord.js'
import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord-api-types/v10'
import { type Difference, differences } from './compare.ts'

export type Declarations = readonly RESTPostAPIApplicationCommandsJSONBody[]

/** How the registered commands of the application differ from the declared ones; changes nothing. */
export async function plan(rest: REST, applicationId: string, declared: Declarations): Promise<readonly Difference[]> {
  const query = new URLSearchParams({ with_localizations: 'true' })
  const registered = await rest.get(Routes.applicationCommands(applicationId), { query })
  return differences(declared, Array.isArray(registered) ? registered : [])
}

/** Makes the registered commands the declared ones; returns what differed before. Throws what the request throws. */
export async function register(
  rest: REST,
  applicationId: string,
  declared: Declarations,
): Promise<readonly Difference[]> {
  const found = await plan(rest, applicationId, declared)
  if (found.length > 0) await rest.put(Routes.applicationCommands(applicationId), { body: declared })
  return found
}
