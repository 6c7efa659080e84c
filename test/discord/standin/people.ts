/** What people do in Discord, as the payloads that a bot gets for it. */
import { snowflake } from './ids.ts'
import type { Ask } from './interactions.ts'
import { type Json, object, objects, text } from './json.ts'
import { interaction } from './rules/callback.ts'
import { kind, nested } from './rules/components.ts'
import { apiMessage, apiUser, type Message, type Person, type Server, type World } from './world.ts'

/** Where and by whom something is done; left out, the usual reader does it in the first server's channel. */
export interface By {
  readonly user?: Person
  readonly server?: Server
  /** Done in the direct conversation with the bot instead. */
  readonly direct?: boolean
  /** Done in a group chat, by someone who has the app installed for themselves. */
  readonly group?: boolean
  /** Milliseconds that the dispatch is late. */
  readonly delay?: number
  /** The same dispatch comes twice. */
  readonly twice?: boolean
  /** False where the script makes an answer impossible: then a late or missing one is no violation. */
  readonly fair?: boolean
  readonly locale?: string
  /** What Discord says they may do in the server, as its bit set in decimals. */
  readonly permissions?: string
}

export type Options = Readonly<Record<string, string | number | boolean>>

const optionTypes = { string: 3, number: 10, boolean: 5 } as const
const attachmentType = 11

/** What every interaction says about where it happens and who acts. */
function setting(world: World, by: By): Json {
  const person = by.user ?? world.user
  const user = apiUser(person)
  const locale = by.locale ?? person.locale
  const shared = {
    application_id: world.application,
    locale,
    entitlements: [],
    app_permissions: '379968',
    attachment_size_limit: 10_485_760,
  }
  if (by.group === true) {
    const channel = { id: world.group, type: 3 }
    return {
      ...shared,
      user,
      channel_id: world.group,
      channel,
      context: 2,
      authorizing_integration_owners: { 1: user['id'] },
    }
  }
  if (by.direct === true) {
    const channel = { id: world.direct, type: 1 }
    return {
      ...shared,
      user,
      channel_id: world.direct,
      channel,
      context: 1,
      authorizing_integration_owners: { 0: '0' },
    }
  }
  const { guild, channel } = by.server ?? world
  return {
    ...shared,
    guild_id: guild,
    guild: { id: guild, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: channel,
    channel: { id: channel, type: 0, guild_id: guild, name: 'general', permissions: '379968' },
    member: {
      user,
      roles: [],
      permissions: by.permissions ?? '379968',
      joined_at: '2026-01-01T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
      avatar: null,
    },
    context: 0,
    authorizing_integration_owners: { 0: guild },
  }
}

/** The registered command, as far as there is one, so that options get their declared types. */
function declared(world: World, name: string): Json {
  return world.commands.find((command) => command['name'] === name) ?? {}
}

/** Options as the client sends them. A name with a space (`group list`) goes through subcommands. */
function optionList(declaration: Json, options: Options, focused: string | null): Json[] {
  return Object.entries(options).map(([name, value]) => ({
    name,
    type: optionType(declaration, name) ?? optionTypes[typeof value as keyof typeof optionTypes],
    value,
    ...(name === focused ? { focused: true } : {}),
  }))
}

function optionType(declaration: Json, name: string): number | null {
  const found = nestedOptions(declaration).find((option) => option['name'] === name)
  return typeof found?.['type'] === 'number' ? found['type'] : null
}

function nestedOptions(declaration: Json): readonly Json[] {
  return objects(declaration['options']).flatMap((option) => [option, ...nestedOptions(option)])
}

function commandData(world: World, full: string, options: Options, focused: string | null): Json {
  const [name = '', ...below] = full.split(' ')
  const declaration = declared(world, name)
  const files: Record<string, Json> = {}
  let inside: Json[] = optionList(declaration, options, focused).map((option) => {
    if (option['type'] !== attachmentType) return option
    const file = attachment(text(option['value']))
    files[text(file['id'])] = file
    return { ...option, value: file['id'] }
  })
  for (const [index, part] of below.toReversed().entries()) inside = [{ name: part, type: index + 1, options: inside }]
  return { id: text(declaration['id']) || snowflake(), name, type: 1, options: inside, ...resolved(files) }
}

const resolved = (files: Readonly<Record<string, Json>>): Json =>
  Object.keys(files).length === 0 ? {} : { resolved: { attachments: files } }

/** A file that somebody gave with a command; here it lies wherever the test has put it. */
function attachment(url: string): Json {
  const filename = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')
  return { id: snowflake(), filename, size: 1000, url, proxy_url: url, ephemeral: true }
}

export function slash(world: World, name: string, options: Options, by: By): Ask {
  const data = commandData(world, name, options, null)
  return { type: interaction.command, payload: { ...setting(world, by), data }, ...timing(by) }
}

export function autocomplete(world: World, name: string, focused: string, options: Options, by: By): Ask {
  const data = commandData(world, name, options, focused)
  const optionTyped = optionType(declared(world, name.split(' ')[0] ?? ''), focused) ?? optionTypes.string
  return {
    type: interaction.autocomplete,
    payload: { ...setting(world, by), data },
    optionType: optionTyped,
    ...timing(by),
  }
}

/** A click on a button or a choice in a select of the message; only what stands there and is not disabled can be used. */
export function component(
  world: World,
  message: Message,
  customId: string,
  values: readonly string[] | null,
  by: By,
): Ask {
  const found = nested(message.body['components']).find((item) => item['custom_id'] === customId)
  if (found === undefined || found['disabled'] === true) throw new Error(`the message has no ${customId} to use`)
  const data = {
    custom_id: customId,
    component_type: found['type'] ?? kind.button,
    id: 1,
    ...(values === null ? {} : { values }),
  }
  const where = { direct: message.channelId === world.direct, ...by }
  const payload = { ...setting(world, where), data, message: apiMessage(world, message) }
  return { type: interaction.component, payload, source: message, ...timing(by) }
}

/** What someone typed into a modal: a value for each custom_id. */
export function modal(world: World, shown: Json, values: Options, source: Message | null, by: By): Ask {
  const components = objects(shown['components']).map((item, index) => {
    const inner = item['type'] === kind.label ? object(item['component']) : (objects(item['components'])[0] ?? {})
    const filled = { type: inner['type'], id: index + 2, custom_id: inner['custom_id'] }
    const value = values[text(inner['custom_id'])] ?? ''
    const typed = inner['type'] === kind.textInput ? { ...filled, value } : { ...filled, values: [value] }
    return item['type'] === kind.label
      ? { type: kind.label, id: index + 1, component: typed }
      : { type: kind.row, components: [typed] }
  })
  const data = { custom_id: shown['custom_id'], components }
  const from = source === null ? {} : { message: apiMessage(world, source) }
  const payload = { ...setting(world, by), data, ...from }
  return { type: interaction.modal, payload, ...(source === null ? {} : { source }), ...timing(by) }
}

/** A message menu used on a message: the whole text of it comes along, whatever the intents. */
export function menu(world: World, name: string, target: Message, by: By): Ask {
  const declaration = world.commands.find((command) => command['name'] === name && command['type'] === 3)
  const data = {
    id: text(declaration?.['id']) || snowflake(),
    name,
    type: 3,
    target_id: target.id,
    resolved: { messages: { [target.id]: apiMessage(world, target) } },
  }
  return { type: interaction.command, payload: { ...setting(world, by), data }, ...timing(by) }
}

function timing(by: By): Pick<Ask, 'delay' | 'fair'> {
  return { ...(by.delay === undefined ? {} : { delay: by.delay }), ...(by.fair === undefined ? {} : { fair: by.fair }) }
}
