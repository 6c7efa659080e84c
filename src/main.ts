/** `npm start`: with a token the bot on the gateway, with a public key the signed endpoint, with neither the preview. */
import { flushCompileCache } from 'node:module'
import type { Logger } from 'pino'
import { whyFirst } from './answer/why.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { CorpusError } from './corpus/load.ts'
import { DatabaseLost } from './database/lost.ts'
import { FatalError } from './discord/fatal.ts'
import { healthOf } from './discord/health.ts'
import { errorFields } from './discord/log.ts'
import { makeBot } from './main/bot.ts'
import { cannotListen } from './main/cannot-listen.ts'
import { openKnowledge } from './main/knowledge.ts'
import { createLog } from './main/log.ts'
import { startServed } from './main/served.ts'
import { startPreview } from './preview/server.ts'

/** Seconds after which a stop that hangs is ended all the same. */
const STOP_WITHIN = 10
/** Milliseconds after a failed start in which the process ends by itself. */
const LINGER = 500

const say = (text: string) => process.stdout.write(`${text}\n`)

function stopOn(stop: () => Promise<void>): void {
  let stopping = false
  const end = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN * 1000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}

async function preview(config: Config, log: Logger): Promise<void> {
  say('No DISCORD_TOKEN is set, so this is the local preview; put a token into .env to run the bot in Discord.')
  const knowledge = await openKnowledge(config, log, say)
  const bot = makeBot(config, knowledge, log)
  const page = await startPreview({
    bot,
    host: config.host,
    port: config.port,
    health: () => healthOf(knowledge.fault()),
    log,
    explain: (input) => whyFirst(input, knowledge.library()),
  })
  say(`Footnote answers from ${knowledge.library().sheets.length} fact sheets at ${page.url}`)
  stopOn(async () => {
    await page.stop()
    await knowledge.stop()
  })
}

async function main(): Promise<void> {
  const config = readConfig()
  const log = createLog(config)
  // A library's rejection that nobody awaits must not end the process: the next question can still be answered.
  process.on('unhandledRejection', (error) => log.error(errorFields(error), 'an unhandled rejection'))
  if (config.discordToken === null && config.discordPublicKey === null) return preview(config, log)
  const onFatal = (error: FatalError): void => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
  say((await startServed(config, log, onFatal, stopOn)).told)
}

/** Errors whose message is for whoever runs it. */
const TOLD = [ConfigError, CorpusError, DatabaseLost, FatalError]
const isTold = (error: Error): boolean => TOLD.some((kind) => error instanceof kind)

function notStarted(error: unknown): void {
  const told = cannotListen(error) ?? (error instanceof Error && isTold(error) ? error.message : null)
  const text = told ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.stderr.write(`${told !== null ? 'Footnote can’t start:\n' : ''}${text}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
  // A server that still waits for a password would keep the connection, and with it the process, for a minute.
  setTimeout(() => process.exit(), LINGER).unref()
}

// main/compile-server.ts only loads it. What was compiled is kept now for the next start: a process that is killed keeps
// nothing.
if (import.meta.main !== false) main().then(() => flushCompileCache(), notStarted)
