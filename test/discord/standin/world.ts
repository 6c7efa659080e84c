/** What the stand-in remembers: who there is, the channels, the messages, the registered commands, what went wrong. */
import { snowflake } from './ids.ts'
import { type Json, list, object, text } from './json.ts'
import { textOf } from './rules/components.ts'
import { isV2, merged, type Upload } from './rules/message.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly locale: string
}

/** A message as it stands now; `files` are those that came with it and stay. */
export interface Message {
  readonly id: string
  readonly channelId: string
  readonly author: Person
  readonly bot: boolean
  body: Json
  files: readonly Upload[]
  /** The id of the message it replies to. */
  readonly reference: string | null
  readonly ephemeral: boolean
  /** The user, as the API gives one, whose interaction the message answers. */
  readonly askedBy: Json | null
  edits: number
  deleted: boolean
}

/** A server that the bot is in, and its one channel. */
export interface Server {
  readonly guild: string
  readonly channel: string
}

export interface World {
  readonly token: string
  readonly application: string
  readonly bot: Person
  readonly servers: Server[]
  /** The first server and its channel, and the direct conversation with the bot. */
  readonly guild: string
  readonly channel: string
  readonly direct: string
  /** A group chat of people, which the bot itself is not in. */
  readonly group: string
  readonly user: Person
  readonly messages: Map<string, Message>
  commands: readonly Json[]
  overwrites: number
  /** Rules that the bot broke, in words. */
  readonly violations: string[]
}

export function newWorld(): World {
  const application = snowflake()
  const first = { guild: snowflake(), channel: snowflake() }
  return {
    // The first part of a token is the application's id; no part of it looks like a real one.
    token: `${Buffer.from(application).toString('base64url')}.stand-in.${snowflake()}`,
    application,
    bot: { id: application, name: 'bot', locale: 'en-US' },
    servers: [first],
    ...first,
    direct: snowflake(),
    group: snowflake(),
    user: { id: snowflake(), name: 'reader', locale: 'en-US' },
    messages: new Map(),
    commands: [],
    overwrites: 0,
    violations: [],
  }
}

/** The server of a channel; null for a conversation in none. */
export function guildOf(world: World, channelId: string): string | null {
  return world.servers.find(({ channel }) => channel === channelId)?.guild ?? null
}

/** A server as GUILD_CREATE tells it. */
export function apiGuild(world: World, { guild, channel }: Server): Json {
  return {
    id: guild,
    name: 'Server',
    owner_id: world.user.id,
    roles: [
      {
        id: guild,
        name: '@everyone',
        permissions: '0',
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      },
    ],
    channels: [{ id: channel, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
    members: [],
    emojis: [],
    stickers: [],
    threads: [],
    features: [],
    member_count: 2,
    preferred_locale: 'en-US',
  }
}

/** All text of a message that a reader sees. */
export function visibleText(body: Json): string {
  if (isV2(body)) return textOf(body['components'])
  const embeds = list(body['embeds']).map((embed) => text(object(embed)['description']))
  return [text(body['content']), ...embeds].filter((part) => part !== '').join('\n')
}

export function addMessage(
  world: World,
  message: Pick<Message, 'channelId' | 'author' | 'body'> &
    Partial<Pick<Message, 'files' | 'reference' | 'ephemeral' | 'bot' | 'askedBy'>>,
): Message {
  const added: Message = {
    files: [],
    reference: null,
    ephemeral: false,
    askedBy: null,
    bot: false,
    ...message,
    id: snowflake(),
    edits: 0,
    deleted: false,
  }
  world.messages.set(added.id, added)
  return added
}

export function apiUser(person: Person, bot = false): Json {
  return { id: person.id, username: person.name, discriminator: '0', global_name: person.name, avatar: null, bot }
}

/** The message as Discord's API gives it; `hidden` leaves out what is kept from bots without the MessageContent intent. */
export function apiMessage(world: World, message: Message, hidden = false, withReference = true): Json {
  const { body, files } = message
  const referenced = message.reference === null ? undefined : world.messages.get(message.reference)
  const mentioned = /<@!?(\d+)>/g
  const guild = guildOf(world, message.channelId)
  const ids = new Set([...text(body['content']).matchAll(mentioned)].map((match) => match[1]))
  if (referenced?.bot === true && body['pings'] === true) ids.add(world.bot.id)
  return {
    id: message.id,
    channel_id: message.channelId,
    author: apiUser(message.author, message.bot),
    content: hidden ? '' : text(body['content']),
    embeds: hidden ? [] : list(body['embeds']),
    components: hidden ? [] : list(body['components']),
    attachments: hidden
      ? []
      : files.map((file, index) => ({
          id: String(BigInt(message.id) + BigInt(index)),
          filename: file.name,
          size: file.data.byteLength,
          url: `https://cdn.discordapp.com/attachments/${message.channelId}/${message.id}/${file.name}`,
          proxy_url: `https://media.discordapp.net/attachments/${message.channelId}/${message.id}/${file.name}`,
          content_type: file.contentType,
        })),
    timestamp: new Date().toISOString(),
    edited_timestamp: message.edits > 0 ? new Date().toISOString() : null,
    flags: (typeof body['flags'] === 'number' ? body['flags'] : 0) | (message.ephemeral ? 64 : 0),
    mentions: [...ids].map((id) =>
      id === world.bot.id ? apiUser(world.bot, true) : apiUser({ ...world.user, id: String(id) }),
    ),
    ...(message.askedBy === null
      ? {}
      : {
          interaction_metadata: { id: message.id, type: 2, user: message.askedBy, authorizing_integration_owners: {} },
        }),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    type: message.reference === null ? 0 : 19,
    ...(guild === null ? {} : { guild_id: guild }),
    ...(message.reference === null
      ? {}
      : { message_reference: { type: 0, message_id: message.reference, channel_id: message.channelId } }),
    // Discord gives the message replied to, but not the one that this replies to in turn.
    ...(message.reference === null || !withReference ? {} : { referenced_message: replied(world, referenced) }),
  }
}

function replied(world: World, message: Message | undefined): Json | null {
  if (message === undefined || message.deleted) return null
  return apiMessage(world, message, isHidden(world, message), false)
}

/** Whether Discord keeps the text from the bot: a server's message that neither mentions it nor is its own. */
export function isHidden(world: World, message: Message): boolean {
  if (message.channelId === world.direct || message.bot) return false
  const pinged = message.body['pings'] === true && message.reference !== null
  const own = pinged && world.messages.get(message.reference ?? '')?.bot === true
  return !own && !new RegExp(`<@!?${world.bot.id}>`).test(text(message.body['content']))
}

/** Changes a message as an edit does: attachments that the edit doesn't list go away. */
export function change(message: Message, body: unknown, files: readonly Upload[]): void {
  const keeps = object(body)['attachments'] === undefined
  message.body = merged(message.body, object(body))
  message.files = [...(keeps ? message.files : []), ...files]
  message.edits += 1
}
