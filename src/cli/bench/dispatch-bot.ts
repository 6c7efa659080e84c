/** A bot in a process of its own, for bot-process.ts: arguments are the module that makes it (or `bare`), address and token. */
import { flushCompileCache } from 'node:module'
import { Client, Events } from 'discord.js'
import { startGateway } from '#src/discord/gateway.ts'
import type { Bot } from '#src/discord/surface.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** What anybody would write with discord.js to answer "pong". */
async function bare(apiUrl: string, token: string): Promise<void> {
  const client = new Client({ intents: [], rest: { api: apiUrl }, allowedMentions: { parse: [] } })
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('pong')
  })
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(token)
  await ready
}

const [module = '', apiUrl = '', token = ''] = process.argv.slice(2)
if (module === 'bare') {
  await bare(apiUrl, token)
} else {
  const { makeBot }: { makeBot: () => Bot | Promise<Bot> } = await import(module)
  await startGateway({ token, apiUrl, bot: await makeBot(), log: silent })
}
// As the server does; the process is ended without being asked.
flushCompileCache()
// Without the process that asks there is nothing to do.
process.once('disconnect', () => process.exit(0))
process.on('message', () => process.send?.(process.memoryUsage.rss()))
process.send?.('ready')
