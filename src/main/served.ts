/**
 * The bot for Discord: on the gateway with a token, as the signed endpoint with a public key. Its health and its metrics
 * are served from the first moment, while the fact sheets are still being read.
 */
import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { FootnoteBot } from '../discord/bot.ts'
import type { FatalError } from '../discord/fatal.ts'
import { type Health, healthApp, healthOf, healthOfBoth } from '../discord/health.ts'
import { type Listening, listen } from '../discord/listen.ts'
import { errorFields } from '../discord/log.ts'
import { createMetrics } from '../discord/metrics.ts'
import { makeBot } from './bot.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'
import { joinGateway, type Presence } from './gateway.ts'
import { type Knowledge, openKnowledge } from './knowledge.ts'

export interface Served {
  /** One line for the operator: what runs, and where. */
  readonly told: string
  stop(): Promise<void>
}

export async function startServed(
  config: Config,
  log: Logger,
  onFatal: (error: FatalError) => void,
  onStarting: (stop: () => Promise<void>) => void,
): Promise<Served> {
  let knowledge: Knowledge | null = null
  let bot: FootnoteBot | null = null
  let presence: Presence | null = null
  let endpoint: Endpoint | null = null
  let stopping = false
  let waitingFor = 'the fact sheets are being read'

  const health = (): Health => {
    if (stopping) return { ok: false, reason: 'stopping' }
    if (bot === null) return { ok: false, reason: waitingFor }
    const well = healthOf(knowledge?.fault() ?? null)
    if (config.discordToken === null) return well
    return healthOfBoth(well, presence?.health() ?? { ok: false, reason: 'the gateway is being joined' })
  }
  const metrics = createMetrics({
    corpus: () => knowledge?.figures() ?? null,
    replaysShared: () => endpoint?.shared() ?? null,
    shards: () => (config.discordToken === null ? null : (presence?.shards() ?? [])),
  })
  const app = new Hono()
  app.route('/', healthApp(health))
  app.route('/', metrics.app)
  const { discordPublicKey: publicKey, databaseUrl } = config
  if (publicKey !== null) {
    endpoint = openEndpoint({ publicKey, databaseUrl, log, bot: () => bot, onRefused: metrics.refused })
    app.route('/', endpoint.app)
  }
  const server = await startServer(app, config, log)

  const stop = async (): Promise<void> => {
    stopping = true
    await Promise.all([presence?.stop(), server?.stop()])
    await Promise.all([endpoint?.stop(), knowledge?.stop()])
  }
  onStarting(stop)
  try {
    knowledge = await openKnowledge(config, log, (reason) => {
      waitingFor = reason
    })
    bot = metrics.measured(makeBot(config, knowledge, log))
    endpoint?.start()
    const from = `Footnote answers from ${knowledge.library().sheets.length} fact sheets`
    if (config.discordToken === null) return { told: `${from} at ${server?.url}interactions`, stop }
    presence = await joinGateway({ ...config, discordToken: config.discordToken }, bot, log, onFatal)
    return { told: `${from}. ${presence.told}`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** On the gateway the answers don't come this way, so that a taken port costs the figures only. */
async function startServer(app: Hono, config: Config, log: Logger): Promise<Listening | null> {
  try {
    const server = await listen(app, config.host, config.port)
    log.info({ url: server.url }, 'Health and metrics are at this address')
    return server
  } catch (error) {
    if (config.discordPublicKey !== null) throw error
    log.warn(errorFields(error), 'Health and metrics are not served; set HOST and PORT')
    return null
  }
}
