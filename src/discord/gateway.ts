/**
 * The bot in Discord over the gateway: discord.js logs in, beats, reconnects and speaks REST; interactions and messages
 * go to the bot raw, and what it returns is sent. Intents: messages in servers and direct messages, whose text Discord
 * gives when they speak to the bot; nothing privileged, and no cache of servers. There are as many shards as Discord
 * recommends at the start, all in this process: an answer takes a millisecond or two, so that it is the connections and
 * not the work that have to be shared out.
 */

import { Client, Options, REST } from 'discord.js'
import {
  type APIInteraction,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
  type GatewayReadyDispatchData,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord-api-types/v10'
import { type Chat, createChat } from './chat.ts'
import { followConnection, type Shard } from './connection.ts'
import { type FatalError, loginFailure, registrationFailure, type SessionLimit } from './fatal.ts'
import { interactionHandler } from './interactions.ts'
import { inviteLink } from './invite.ts'
import { errorFields, type Log, withoutSecret } from './log.ts'
import { register } from './register.ts'
import { callbackSender } from './send.ts'
import type { Bot } from './surface.ts'
import { bareToken } from './token.ts'
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
  /** Takes no new work, lets what runs finish (for at most five seconds), and logs out. */
  stop(): Promise<void>
  /** Whether Discord's events arrive now, for each shard. */
  shards(): readonly Shard[]
  readonly applicationId: string
  /** The link that adds the bot to a server. */
  readonly invite: string
}

/**
 * Logs in, registers the commands where they differ, and serves until `stop()`. Resolves with the first shard that is
 * ready; it serves while the others wait for their turn, of which Discord gives one every five seconds to most bots.
 * @throws FatalError for what a person must mend
 */
export async function startGateway(settings: GatewaySettings): Promise<GatewayHandle> {
  const { bot, apiUrl = 'https://discord.com/api' } = settings
  const token = bareToken(settings.token)
  const log = withoutSecret(settings.log, token)
  const client = newClient(apiUrl)
  const work = new Work()
  const connection = followConnection(client, log, settings.onFatal)
  const ready = new Promise<GatewayReadyDispatchData>((resolve) => {
    client.ws.once(GatewayDispatchEvents.Ready, (data: GatewayReadyDispatchData) => {
      // At once, not after the promise: interactions may follow in the same breath.
      const interaction = interactionHandler(bot, callbackSender(apiUrl), work, log, removeMessage(client.rest))
      listen(client, interaction, createChat(bot, client.rest, data.user.id, work, log), log)
      resolve(data)
    })
  })
  const login = client.login(token).catch(async (error: unknown) => {
    throw loginFailure(error, connection.closed(), apiUrl, await sessionLimit(apiUrl, token))
  })
  const applicationId = (await Promise.race([ready, login.then(() => ready)])).application.id
  // discord.js gives up all shards when one that comes later may not log in.
  login.catch((error: FatalError) => connection.lost(error))
  const end = async () => {
    connection.expectEnd()
    // discord.js, told to end between two connections, would still make the next one.
    await Promise.all([work.finish(patience), connection.made(patience)])
    await client.destroy()
  }
  let ended: Promise<void> | null = null
  const stop = () => {
    ended ??= end()
    return ended
  }
  const fatal = await registerAtStart(client, applicationId, bot, log)
  if (fatal !== null) {
    await stop()
    throw fatal
  }
  connection.started()
  return { stop, shards: connection.shards, applicationId, invite: inviteLink(applicationId) }
}

/** What Discord allows in sessions now; null where it does not say. */
async function sessionLimit(apiUrl: string, token: string): Promise<SessionLimit | null> {
  try {
    const rest = new REST({ api: apiUrl, retries: 0, timeout: 3000 }).setToken(token)
    const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult
    return { shards, remaining: limit.remaining, ms: limit.reset_after }
  } catch {
    return null // Then the login has failed for the same reason, which is told.
  }
}

/** Registers the commands where they differ. Returns what a person must mend; trouble of Discord's is only logged. */
async function registerAtStart(client: Client, applicationId: string, bot: Bot, log: Log): Promise<FatalError | null> {
  try {
    const found = await register(client.rest, applicationId, bot.declarations)
    const commands = bot.declarations.length
    log.info({ commands, changes: found.length }, found.length > 0 ? 'Commands registered' : 'Commands unchanged')
    return null
  } catch (error) {
    const fatal = registrationFailure(error, inviteLink(applicationId))
    if (fatal === null) log.error(errorFields(error), 'Discord did not take the commands; the ones it has stay')
    return fatal
  }
}

/** Deletes the message that a button stands on; works for fifteen minutes, wherever the message is. */
function removeMessage(rest: REST): (interaction: APIInteraction) => Promise<void> {
  return async ({ application_id, token }) => {
    await rest.delete(Routes.webhookMessage(application_id, token), { auth: false })
  }
}

function newClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: apiUrl },
    shards: 'auto',
    // Everything needed stands in the events themselves.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, UserManager: 0, GuildMemberManager: 0 }),
  })
}

function listen(client: Client, interaction: (data: APIInteraction) => void, chat: Chat, log: Log): void {
  /** An event of a shape that nobody expected costs that event, not the process. */
  function on<Data>(event: GatewayDispatchEvents, take: (data: Data) => void): void {
    client.ws.on(event, (data: Data) => {
      try {
        take(data)
      } catch (error) {
        log.error({ event, ...errorFields(error) }, 'An event could not be read')
      }
    })
  }
  on<APIInteraction>(GatewayDispatchEvents.InteractionCreate, interaction)
  on<GatewayMessageCreateDispatchData>(GatewayDispatchEvents.MessageCreate, (data) => chat.created(data))
  on<GatewayMessageUpdateDispatchData>(GatewayDispatchEvents.MessageUpdate, (data) => chat.updated(data))
  on<GatewayMessageDeleteDispatchData>(GatewayDispatchEvents.MessageDelete, (data) => chat.deleted(data.id))
  on<GatewayMessageDeleteBulkDispatchData>(GatewayDispatchEvents.MessageDeleteBulk, (data) => {
    for (const id of data.ids) chat.deleted(id)
  })
}
