/**
 * Compares command declarations with what Discord has registered, over all fields. Discord fills in defaults and leaves
 * out what is false or empty; both sides are brought into one form first, so that only real differences remain.
 */
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10'

/** One difference: `field` is a path such as `options.0.description`, empty when the whole command is missing or extra. */
export interface Difference {
  readonly command: string
  readonly kind: 'missing' | 'extra' | 'changed'
  readonly field: string
  readonly declared: unknown
  readonly registered: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** What Discord adds on its side, or what only describes the same thing a second time. */
const foreign = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'name_localized',
  'description_localized',
  // Deprecated in favour of contexts; Discord keeps giving it.
  'dm_permission',
])

/** Discord's defaults for what a declaration leaves out. */
const commandDefaults: Fields = { type: 1, integration_types: [0], contexts: [0, 1, 2] }
const sets = new Set(['contexts', 'integration_types', 'channel_types'])

/** The differences, by command; empty when registering would change nothing. */
export function differences(
  declared: readonly RESTPostAPIApplicationCommandsJSONBody[],
  registered: readonly object[],
): readonly Difference[] {
  const ours = byName(declared)
  const theirs = byName(registered)
  const found: Difference[] = []
  for (const [key, command] of ours) {
    const other = theirs.get(key)
    const name = String(command['name'])
    if (other === undefined)
      found.push({ command: name, kind: 'missing', field: '', declared: command, registered: null })
    else found.push(...changed(name, '', command, other))
  }
  for (const [key, command] of theirs) {
    if (ours.has(key)) continue
    const name = String(command['name'])
    found.push({ command: name, kind: 'extra', field: '', declared: null, registered: command })
  }
  return found
}

function byName(commands: readonly object[]): Map<string, Fields> {
  const all = commands.map((command) => withDefaults(command as Fields))
  return new Map(all.map((command) => [`${String(command['type'])} ${String(command['name'])}`, command]))
}

function withDefaults(command: Fields): Fields {
  const given = Object.entries(command).filter(([key, value]) => !foreign.has(key) && value !== null)
  return { ...commandDefaults, ...Object.fromEntries(given.map(([key, value]) => [key, plain(key, value)])) }
}

/** One form for what means the same: nothing for null, false, empty texts, lists and records; sets in order. */
function plain(key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => plain('', item))
    if (items.length === 0) return undefined
    return sets.has(key) ? items.toSorted((a, b) => Number(a) - Number(b)) : items
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([inner]) => inner !== 'name_localized' && inner !== 'description_localized')
      .map(([inner, item]) => [inner, plain(inner, item)] as const)
      .filter(([, item]) => item !== undefined)
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  }
  // The value of a choice may be anything; false and '' stand for "left out" everywhere else.
  const nothing = value === null || value === false || (value === '' && key !== 'value')
  return nothing ? undefined : value
}

function changed(command: string, path: string, ours: unknown, theirs: unknown): Difference[] {
  if (Object.is(ours, theirs)) return []
  if (isTree(ours) && isTree(theirs)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)])
    return [...keys].flatMap((key) => changed(command, path === '' ? key : `${path}.${key}`, ours[key], theirs[key]))
  }
  return [{ command, kind: 'changed', field: path, declared: ours ?? null, registered: theirs ?? null }]
}

function isTree(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
