/**
 * The bot in Discord over the gateway: discord.js logs in, beats, reconnects and speaks REST; interactions and messages
 * go to the bot raw, and what it returns is sent. Intents: messages in servers and direct messages, whose text Discord
 * gives when they speak to the bot; nothing privileged, and no cache of servers.
 */
import {
  type APIInteraction,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayReadyDispatchData,
  Options,
} from 'discord.js'
import { type Chat, createChat } from './chat.ts'
import { type FatalError, fatalClose, loginFailure, registrationFailure } from './fatal.ts'
import { interactionHandler } from './interactions.ts'
import { inviteLink } from './invite.ts'
import { errorFields, type Log, withoutSecret } from './log.ts'
import { register } from './register.ts'
import { callbackSender } from './send.ts'
import type { Bot } from './surface.ts'
import { Work } from './work.ts'

/** Milliseconds that stopping waits for answers under way. */
const patience = 5000

export interface GatewaySettings {
  readonly token: string
  /** Discord's API without a version. */
  readonly apiUrl?: string
  readonly bot: Bot
  readonly log: Log
  /** Called at most once, when the connection is lost for good; the process has no more to do then but to exit non-zero. */
  readonly onFatal?: (error: FatalError) => void
}

export interface GatewayHandle {
  /** Takes no new work, lets what runs finish, and logs out. */
  stop(): Promise<void>
  readonly applicationId: string
  /** The link that adds the bot to a server. */
  readonly invite: string
}

/** Logs in, registers the commands where they differ, and serves until `stop()`. Throws FatalError for what a person must mend. */
export async function startGateway(settings: GatewaySettings): Promise<GatewayHandle> {
  const { token, bot, apiUrl = 'https://discord.com/api' } = settings
  // discord.js takes a token with "Bot" in front too; the secret is what follows.
  const log = withoutSecret(settings.log, token.replace(/^(Bot|Bearer)\s*/i, ''))
  const client = newClient(apiUrl)
  const work = new Work()
  const connection = watch(client, log, settings.onFatal)
  const ready = new Promise<GatewayReadyDispatchData>((resolve) => {
    client.ws.once(GatewayDispatchEvents.Ready, (data: GatewayReadyDispatchData) => {
      // At once, not after the promise: interactions may follow in the same breath.
      listen(client, bot, createChat(bot, client.rest, data.user.id, work, log), callbackSender(apiUrl), work, log)
      resolve(data)
    })
  })
  try {
    await client.login(token)
  } catch (error) {
    throw loginFailure(error, connection.closed(), apiUrl)
  }
  const applicationId = (await ready).application.id
  const invite = inviteLink(applicationId)
  const stop = async () => {
    connection.expectEnd()
    await work.finish(patience)
    await client.destroy()
  }
  try {
    const found = await register(client.rest, applicationId, bot.declarations)
    const commands = bot.declarations.length
    log.info({ commands, changes: found.length }, found.length > 0 ? 'Commands registered' : 'Commands unchanged')
  } catch (error) {
    const fatal = registrationFailure(error, invite)
    if (fatal !== null) {
      await stop()
      throw fatal
    }
    log.error(errorFields(error), 'Discord did not take the commands; the ones it has stay')
  }
  connection.started()
  return { stop, applicationId, invite }
}

function newClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: apiUrl },
    // Everything needed stands in the events themselves.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, UserManager: 0, GuildMemberManager: 0 }),
  })
}

/** Follows the connection: says when it goes and comes, and reports once when it is gone for good. */
function watch(client: Client, log: Log, onFatal: GatewaySettings['onFatal']) {
  let closed: number | null = null
  let serving = false
  let ending = false
  const report = (code: number) => {
    const fatal = fatalClose(code)
    if (fatal === null || ending) return
    ending = true
    log.error({ code }, fatal.message)
    onFatal?.(fatal)
  }
  client.on(Events.ShardDisconnect, ({ code }) => {
    closed = code
    if (serving) report(code)
  })
  client.on(Events.ShardReconnecting, () => log.warn({}, 'Connection to Discord lost; reconnecting'))
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ replayed }, 'Connection to Discord resumed'))
  client.on(Events.ShardReady, () => log.info({}, 'Connected to Discord'))
  client.on(Events.ShardError, (error) => log.warn(errorFields(error), 'Connection to Discord failed'))
  client.on(Events.Error, (error) => log.error(errorFields(error), 'discord.js reported an error'))
  return {
    /** The close code after which Discord wants no reconnect, if there was one. */
    closed: () => closed,
    /** From here on a final close is reported; before, it makes the start fail. */
    started: () => {
      serving = true
      if (closed !== null) report(closed)
    },
    expectEnd: () => {
      ending = true
    },
  }
}

function listen(
  client: Client,
  bot: Bot,
  chat: Chat,
  send: ReturnType<typeof callbackSender>,
  work: Work,
  log: Log,
): void {
  const events = client.ws
  const interaction = interactionHandler(bot, send, work, log)
  events.on(GatewayDispatchEvents.InteractionCreate, (data: APIInteraction) => interaction(data))
  events.on(GatewayDispatchEvents.MessageCreate, (data: GatewayMessageCreateDispatchData) => chat.created(data))
  events.on(GatewayDispatchEvents.MessageUpdate, (data: GatewayMessageCreateDispatchData) => chat.updated(data))
  events.on(GatewayDispatchEvents.MessageDelete, (data: GatewayMessageDeleteDispatchData) => chat.deleted(data.id))
  events.on(GatewayDispatchEvents.MessageDeleteBulk, (data: GatewayMessageDeleteBulkDispatchData) => {
    for (const id of data.ids) chat.deleted(id)
  })
}
