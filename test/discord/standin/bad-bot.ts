/** A bot that sends whatever body it is told to, so that each rule can be seen to catch it; and bodies to build from. */
import { Client, type GatewayDispatchEvents, GatewayIntentBits } from 'discord.js'
import { type Discord, startDiscord } from './index.ts'
import { type Json, text } from './json.ts'
import { type Attachment, send } from './rest.ts'

export interface BadBot {
  readonly discord: Discord
  /** The violations that the action brings, a line each. */
  violations(action: () => Promise<unknown>): Promise<string>
  /** Answers the interaction that `ask` makes with this callback; gives the status and what was found wrong. */
  callback(
    ask: () => Promise<unknown>,
    body: unknown,
    files?: readonly Attachment[],
  ): Promise<{ status: number; found: string }>
  stop(): Promise<void>
}

/** One login serves a whole table of bodies. */
export async function startBadBot(): Promise<BadBot> {
  const discord = await startDiscord()
  const client = new Client({ intents: [GatewayIntentBits.GuildMessages], rest: { api: discord.apiUrl } })
  let reply: (interaction: Json) => void = () => {}
  client.ws.on('INTERACTION_CREATE' as GatewayDispatchEvents.InteractionCreate, (data: Json) => reply(data))
  await client.login(discord.token)

  async function violations(action: () => Promise<unknown>): Promise<string> {
    const before = discord.violations.length
    await action()
    return discord.violations.slice(before).join('\n')
  }

  return {
    discord,
    violations,
    async callback(ask, body, files = []) {
      const { promise, resolve } = Promise.withResolvers<{ status: number }>()
      reply = (interaction) => {
        const path = `/interactions/${text(interaction['id'])}/${text(interaction['token'])}/callback`
        void send(discord, 'POST', path, body, { files }).then(resolve)
      }
      let status = 0
      const found = await violations(async () => {
        void ask().catch(() => null)
        status = (await promise).status
      })
      return { status, found }
    },
    async stop() {
      await client.destroy()
      await discord.stop()
    },
  }
}

export const closed = { parse: [] }
export const v2 = 1 << 15
export const text10 = (content: string) => ({ type: 10, content })
export const button = (rest: object) => ({ type: 2, style: 2, label: 'Go', custom_id: 'go', ...rest })
export const row = (...components: object[]) => ({ type: 1, components })
export const container = (...components: object[]) => ({ type: 17, components })
export const option = (value: string) => ({ label: value, value })
export const select = (rest: object) => ({ type: 3, custom_id: 'pick', options: [option('a'), option('b')], ...rest })
export const modern = (...components: object[]) => ({ flags: v2, components, allowed_mentions: closed })
export const plain = (rest: object) => ({ content: 'Hello', allowed_mentions: closed, ...rest })
