/** A declaration as Discord gives it back: with ids and defaults filled in, in its own order of keys. */
import { snowflake } from './ids.ts'
import { type Json, objects } from './json.ts'
import type { World } from './world.ts'

export function registered(world: World, command: Json): Json {
  const { options, ...rest } = command
  return {
    id: snowflake(),
    application_id: world.application,
    version: snowflake(),
    default_member_permissions: null,
    type: 1,
    description: '',
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...rest,
    ...(objects(options).length > 0 ? { options: objects(options).map(option) } : {}),
  }
}

/** Discord leaves out what is false or empty in an option. */
function option(declared: Json): Json {
  const entries = Object.entries(declared).filter(
    ([, value]) => value !== false && value !== null && !(Array.isArray(value) && value.length === 0),
  )
  const kept = Object.fromEntries(entries.toReversed())
  return 'options' in kept ? { ...kept, options: objects(kept['options']).map(option) } : kept
}
