/** `npm start`: with a token the bot on the gateway, without one the local preview. */
import pino from 'pino'
import { actions, commands, menus } from '#commands/index.ts'
import { openCorpus } from './answer/open.ts'
import { ConfigError, readConfig } from './config.ts'
import { CorpusError } from './corpus/load.ts'
import { createBot } from './discord/bot.ts'
import { FatalError } from './discord/fatal.ts'
import { startGateway } from './discord/gateway.ts'
import { errorFields } from './discord/log.ts'
import { startPreview } from './preview/server.ts'
import { Sealer } from './reply/state.ts'
import { sqliteStore } from './store/sqlite.ts'

/** Seconds after which a stop that hangs is ended all the same. */
const STOP_WITHIN = 10

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

async function main(): Promise<void> {
  const config = readConfig()
  const log = pino(
    { level: config.logLevel, redact: ['token', '*.token', 'headers.authorization'] },
    pino.destination(2),
  )
  const library = await openCorpus(config.corpusDir)
  // A library's rejection that nobody awaits must not end the process: the next question can still be answered.
  process.on('unhandledRejection', (error) => log.error(errorFields(error), 'an unhandled rejection'))
  const store = sqliteStore(config.storeFile)
  // Sealed with what only the operator knows, and the same at every start; the preview has nobody to guard against.
  const sealer = new Sealer(config.discordToken ?? config.discordPublicKey ?? 'preview')
  const bot = createBot({ library: () => library, store, sealer, commands, menus, actions, log })
  if (config.discordToken === null) {
    say('No DISCORD_TOKEN is set, so this is the local preview; put a token into .env to run the bot in Discord.')
    const preview = await startPreview({ bot, host: config.host, port: config.port, health: () => ({ ok: true }), log })
    say(`Footnote answers from ${library.sheets.length} fact sheets at ${preview.url}`)
    stopOn(preview.stop)
    return
  }
  const gateway = await startGateway({
    token: config.discordToken,
    apiUrl: config.discordApiUrl,
    bot,
    log,
    onFatal: (error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    },
  })
  say(`Footnote answers from ${library.sheets.length} fact sheets. Invite it to a server: ${gateway.invite}`)
  stopOn(gateway.stop)
}

main().catch((error: unknown) => {
  const told = error instanceof ConfigError || error instanceof CorpusError || error instanceof FatalError
  const text = error instanceof Error ? (told ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${told ? 'Footnote can’t start:\n' : ''}${text}\n`)
  process.exitCode = error instanceof ConfigError ? 2 : 1
})
