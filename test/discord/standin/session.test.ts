import { Client, Events, GatewayIntentBits } from 'discord.js'
import { afterEach, describe, expect, test } from 'vitest'
import { type Discord, startDiscord } from './index.ts'

/** A bot as anybody would write it with discord.js, against the stand-in. */
async function login(discord: Discord): Promise<Client<true>> {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl },
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  return ready
}

describe('a discord.js client', () => {
  let discord: Discord
  let client: Client | undefined
  afterEach(async () => {
    await client?.destroy()
    await discord.stop()
  })

  test('logs in, beats, sees its server, answers a command', async () => {
    discord = await startDiscord({ heartbeat: 50 })
    client = await login(discord)
    expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Server'])
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply(`pong ${interaction.options.getString('text')}`)
    })
    const answer = await discord.slash('ping', { text: 'x' })
    expect(answer.data['content']).toBe('pong x')
    await discord.until(() => discord.gateway.counts.heartbeats > 2)
    discord.assertClean()
  })
})
