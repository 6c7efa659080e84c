/** This process on the gateway: at once where it is alone, or when it leads where a database makes others possible. */
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { Database } from '../database/database.ts'
import type { Shard } from '../discord/connection.ts'
import { FatalError } from '../discord/fatal.ts'
import { type GatewayHandle, startGateway } from '../discord/gateway.ts'
import { type Health, healthOfShards } from '../discord/health.ts'
import { standForElection } from '../discord/leader.ts'
import { errorFields } from '../discord/log.ts'
import type { Bot } from '../discord/surface.ts'

export interface Presence {
  readonly told: string
  health(): Health
  /** None while another process leads. */
  shards(): readonly Shard[]
  stop(): Promise<void>
}

export async function joinGateway(
  config: Config & { readonly discordToken: string },
  bot: Bot,
  log: Logger,
  onFatal: (error: FatalError) => void,
): Promise<Presence> {
  const { discordToken: token, discordApiUrl: apiUrl, databaseUrl } = config
  const start = () => startGateway({ token, apiUrl, bot, log, onFatal })

  if (databaseUrl === null) {
    const gateway = await start()
    return {
      told: `Invite it to a server: ${gateway.invite}`,
      health: () => healthOfShards(gateway.shards()),
      shards: gateway.shards,
      stop: gateway.stop,
    }
  }

  let gateway: GatewayHandle | null = null
  const database = new Database(databaseUrl, { connections: 1 })
  const candidate = standForElection({
    database,
    log,
    async lead() {
      const joined = await start()
      gateway = joined
      log.info({ invite: joined.invite }, 'On the gateway; the link invites the bot to a server')
      return async () => {
        gateway = null
        await joined.stop()
      }
    },
    onFailed(error) {
      if (error instanceof FatalError) return onFatal(error)
      log.error(errorFields(error), 'The gateway could not be joined')
      onFatal(new FatalError('unreachable', 'The gateway could not be joined; the log says why.'))
    },
  })
  return {
    told: 'One of the processes on this database is on the gateway; the others wait to take over.',
    health: () => (gateway === null ? { ok: true } : healthOfShards(gateway.shards())),
    shards: () => gateway?.shards() ?? [],
    async stop() {
      await candidate.stop()
      await database.close()
    },
  }
}
