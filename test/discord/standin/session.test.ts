import { setTimeout as sleep } from 'node:timers/promises'
import {
  Client,
  Events,
  GatewayIntentBits,
  type MessageContextMenuCommandInteraction,
  ModalBuilder,
  Partials,
} from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Discord, startDiscord, Unanswered, visibleText } from './index.ts'
import { type Json, object } from './json.ts'
import { send } from './rest.ts'

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits

/** A bot as anybody would write it with discord.js. */
async function login(discord: Discord, intents = [Guilds, GuildMessages, DirectMessages]): Promise<Client<true>> {
  const client = new Client({
    intents,
    allowedMentions: { parse: [] },
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl },
  })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  return ready
}

describe('a discord.js client', () => {
  let discord: Discord
  let client: Client
  beforeEach(async () => {
    discord = await startDiscord({ heartbeat: 50 })
    client = await login(discord)
  })
  afterEach(async () => {
    await client.destroy()
    await discord.stop()
  })

  test('logs in, beats, and sees its server', async () => {
    expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Server'])
    await discord.until(() => discord.gateway.counts.heartbeats > 2)
    discord.assertClean()
  })

  test('gets options with their declared types, subcommands too', async () => {
    await client.application?.commands.set([
      {
        name: 'set',
        description: 'Sets',
        options: [
          {
            type: 1,
            name: 'year',
            description: 'Year',
            options: [{ type: 4, name: 'value', description: 'Which', required: true }],
          },
        ],
      },
    ])
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const value = interaction.options.getInteger('value')
      void interaction.reply(
        `${interaction.options.getSubcommand()} ${value} ${interaction.locale} ${interaction.inGuild()}`,
      )
    })
    const answer = await discord.slash('set year', { value: 2007 }, { locale: 'ru' })
    expect(answer.data['content']).toBe('year 2007 ru true')
    expect(answer.after).toBeGreaterThan(0)
    discord.assertClean()
  })

  test('answers with modals, menus, deferred replies, follow-ups and edits', async () => {
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isModalSubmit()) {
        await interaction.deferReply()
        await interaction.editReply(`Got ${interaction.fields.getTextInputValue('words')}`)
        await interaction.followUp('And more')
        await interaction.deleteReply()
      } else if (interaction.isMessageContextMenuCommand()) {
        const { targetMessage }: MessageContextMenuCommandInteraction = interaction
        await interaction.reply(`It says ${targetMessage.content}`)
      } else if (interaction.isChatInputCommand()) {
        const input = { type: 4, custom_id: 'words', style: 1 } as const
        const modal = {
          custom_id: 'form',
          title: 'Form',
          components: [{ type: 18, label: 'Words', component: input }],
        } as const
        await interaction.showModal(new ModalBuilder({ ...modal, components: [{ ...modal.components[0] }] }))
      }
    })
    const form = await discord.slash('form')
    const submitted = await discord.modal(form, { words: 'these' })
    const deferred = submitted.message
    await discord.until(() => deferred?.deleted)
    expect(deferred === null ? '' : visibleText(deferred.body)).toBe('Got these')
    expect([...discord.world.messages.values()].some((message) => visibleText(message.body) === 'And more')).toBe(true)
    const looked = await discord.menu('Look', discord.quiet('something quiet'))
    expect(looked.data['content']).toBe('It says something quiet')
    discord.assertClean()
  })

  test('reads only the messages that speak to it', async () => {
    const heard: string[] = []
    client.on(Events.MessageCreate, (message) => heard.push(message.content))
    const quiet = discord.post('secret words')
    discord.post('hello', { mention: true })
    discord.post('direct', { direct: true })
    discord.post('reply', { replyTo: quiet })
    await discord.until(() => heard.length === 4)
    expect(heard).toEqual(['', `<@${discord.world.bot.id}> hello`, 'direct', ''])
  })

  test('is found out when it answers twice', async () => {
    const codes: unknown[] = []
    client.on(Events.InteractionCreate, async (interaction) => {
      const path = `/interactions/${interaction.id}/${interaction.token}/callback`
      const body = { type: 4, data: { content: 'x', allowed_mentions: { parse: [] } } }
      for (const _ of [1, 2]) codes.push((await send(discord, 'POST', path, body)).body['code'])
    })
    await discord.slash('twice')
    await discord.until(() => codes.length === 2)
    expect(codes).toEqual([undefined, 40060])
    expect(() => discord.assertClean()).toThrow('answered twice')
  })

  test('resumes after a cut, with what it missed', async () => {
    const heard: string[] = []
    client.on(Events.MessageCreate, (message) => heard.push(message.content))
    discord.gateway.drop()
    discord.post('missed', { direct: true })
    await discord.until(() => heard.length === 1)
    expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 1, replayed: 1 })
  })

  test('may not ask for the text of all messages', async () => {
    const other = await startDiscord()
    await expect(login(other, [Guilds, MessageContent])).rejects.toThrow('disallowed intents')
    await other.stop()
  })
})

describe('a client that lets the time pass', () => {
  let discord: Discord
  let client: Client
  beforeEach(async () => {
    discord = await startDiscord({ window: 250 })
    client = await login(discord)
  })
  afterEach(async () => {
    await client.destroy()
    await discord.stop()
  })

  test('is found out', async () => {
    client.on(Events.InteractionCreate, async (interaction) => {
      await sleep(270)
      if (interaction.isChatInputCommand()) await interaction.reply('late').catch(() => null)
    })
    await expect(discord.slash('slow')).rejects.toThrow(Unanswered)
    await discord.until(() => discord.violations.some((line) => line.includes('too late')))
    expect(() => discord.assertClean()).toThrow('never answered')
  })

  test('is found out when it never answers', async () => {
    await expect(discord.slash('nothing')).rejects.toThrow(Unanswered)
    expect(() => discord.assertClean()).toThrow('never answered')
  })
})

describe('the gateway closes the connection of a client', () => {
  let discord: Discord
  beforeEach(async () => {
    discord = await startDiscord({ heartbeat: 40 })
  })
  afterEach(() => discord.stop())

  /** Connects, sends the payloads once greeted, and gives the close code. */
  async function closing(payloads: readonly unknown[], query = 'v=10&encoding=json'): Promise<number> {
    const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/?${query}`)
    socket.once('message', () => {
      for (const payload of payloads) socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload))
    })
    return new Promise((resolve) => socket.once('close', resolve))
  }
  const identify = (rest: Json = {}) => ({
    op: 2,
    d: { token: discord.token, intents: 1, properties: { os: 'linux', browser: 'x', device: 'x' }, ...rest },
  })

  test.each<[string, number, () => unknown[]]>([
    ['that speaks before it identifies', 4003, () => [{ op: 3, d: {} }]],
    ['with a wrong token', 4004, () => [identify({ token: 'x' })]],
    ['that identifies twice', 4005, () => [identify(), identify()]],
    ['with intents that do not exist', 4013, () => [identify({ intents: 1 << 30 })]],
    ['with a privileged intent', 4014, () => [identify({ intents: 1 << 15 })]],
    ['with a shard beyond their number', 4010, () => [identify({ shard: [2, 2] })]],
    ['with fewer shards than Discord wants', 4011, () => [identify({ shard: [0, 1] })]],
    ['that sends an unknown opcode', 4001, () => [identify(), { op: 77 }]],
    ['that sends no JSON', 4002, () => ['{']],
    ['that resumes from the future', 4007, () => []],
    ['that does not beat', 4009, () => [identify()]],
  ])('%s', async (what, code, payloads) => {
    if (code === 4011) discord.gateway.shards = 2
    if (code !== 4007) return expect(await closing(payloads())).toBe(code)
    const socket = new WebSocket(discord.apiUrl.replace('http', 'ws').replace('/api', '/?v=10&encoding=json'))
    const resumed = new Promise<number>((resolve) => {
      socket.on('message', (raw) => {
        const payload = object(JSON.parse(String(raw)))
        if (payload['op'] === 10) socket.send(JSON.stringify(identify()))
        if (payload['t'] !== 'READY') return
        const d = { token: discord.token, session_id: object(payload['d'])['session_id'], seq: 99 }
        resolve(closing([{ op: 6, d }]))
      })
    })
    expect(await resumed, what).toBe(code)
    socket.terminate()
  })

  test('of another version', async () => {
    expect(await closing([], 'v=9&encoding=json')).toBe(4012)
  })
})

test('shards that share a turn identify one every five seconds, others at once', async () => {
  const discord = await startDiscord({ shards: 4, concurrency: 2 })
  const identified = async (shard: number): Promise<string> => {
    const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`)
    const properties = { os: 'linux', browser: 'x', device: 'x' }
    return new Promise((resolve) => {
      socket.on('message', (raw) => {
        const payload = object(JSON.parse(String(raw)))
        const d = { token: discord.token, intents: 1, properties, shard: [shard, 4] }
        if (payload['op'] === 10) socket.send(JSON.stringify({ op: 2, d }))
        if (payload['op'] === 9) resolve('too soon')
        if (payload['t'] === 'READY') resolve(`${String(object(payload['d'])['shard'])}`)
      })
    })
  }
  expect([await identified(0), await identified(1), await identified(2)]).toEqual(['0,4', '1,4', 'too soon'])
  expect(discord.gateway.counts.tooSoon).toBe(1)
  await discord.stop()
})
