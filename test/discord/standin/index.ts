/**
 * A stand-in for Discord: a gateway (v10) and REST server over loopback that a real client logs in to, stricter than
 * Discord where a mistake would otherwise pass in silence. It plays people's part (commands, clicks, messages), lets
 * faults happen on demand, and remembers every rule that the bot breaks. It knows no bot in particular.
 */
import type { Server } from 'node:http'
import { now } from './clock.ts'
import { type Fault, Faults, type Route } from './faults.ts'
import { Gateway, intent } from './gateway.ts'
import { createHandlers } from './handlers.ts'
import { snowflake } from './ids.ts'
import { type Answer, type Ask, Interactions, type Pending } from './interactions.ts'
import { type Json, text } from './json.ts'
import * as people from './people.ts'
import { createRest, listen } from './server.ts'
import { shardOf } from './sessions.ts'
import {
  addMessage,
  apiMessage,
  guildOf,
  isHidden,
  type Message,
  newWorld,
  type Person,
  type Server as Place,
  visibleText,
  type World,
} from './world.ts'

export type { Fault, Route } from './faults.ts'
export { type Answer, Unanswered } from './interactions.ts'
export type { By, Options } from './people.ts'
export type { Upload } from './rules/message.ts'
export { type Message, type Person, type Server as Place, visibleText } from './world.ts'

export interface Settings {
  /** Milliseconds for a callback; Discord's are 3,000. A test of a slow bot makes them fewer. */
  readonly window?: number
  /** The heartbeat interval in milliseconds; Discord's is 41,250. */
  readonly heartbeat?: number
  /** How many shards Discord wants at least, and recommends; 1 where it is left out. */
  readonly shards?: number
  /** How many of them may identify at once, every five seconds; told and held to where it is given. */
  readonly concurrency?: number
  /** Sessions that may still be started today. */
  readonly sessions?: number
}

export interface Post extends people.By {
  /** Put in front as a mention of the bot. */
  readonly mention?: boolean
  readonly replyTo?: Message
  /** Whether the reply pings the author of the other message; Discord's default is that it does. */
  readonly ping?: boolean
}

export async function startDiscord(settings: Settings = {}): Promise<Discord> {
  const discord = new Discord(settings)
  await discord.open()
  return discord
}

export class Discord {
  readonly world: World = newWorld()
  readonly #faults = new Faults()
  readonly #interactions: Interactions
  readonly gateway: Gateway
  readonly #rest: Server
  #port = 0

  constructor(settings: Settings) {
    this.#interactions = new Interactions(settings.window ?? 3000)
    const { heartbeat = 41_250, shards = 1, concurrency = null, sessions = 999 } = settings
    this.gateway = new Gateway(this.world, { beat: heartbeat, shards, concurrency })
    const told = () => ({
      url: `ws://127.0.0.1:${this.#port}`,
      shards: this.gateway.shards,
      concurrency: this.gateway.concurrency,
      remaining: sessions,
    })
    const created = (message: Message) => this.#announce('MESSAGE_CREATE', message)
    this.#rest = createRest(this.world, this.#faults, createHandlers(this.world, this.#interactions, told, created))
    this.#rest.on('upgrade', (request, stream, head) => this.gateway.upgrade(request, stream, head))
  }

  /** For `DISCORD_API_URL`: without a version. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`
  }

  get token(): string {
    return this.world.token
  }

  get commands(): readonly Json[] {
    return this.world.commands
  }

  get overwrites(): number {
    return this.world.overwrites
  }

  get violations(): readonly string[] {
    return this.world.violations
  }

  /** Listens; after `outage()` again on the same port. */
  async open(): Promise<void> {
    const { port } = await listen(this.#rest, this.#port)
    this.#port = port
    this.gateway.address = `ws://127.0.0.1:${port}`
  }

  /** Cuts every connection and closes the port, until `open()`. */
  async outage(): Promise<void> {
    this.gateway.cutAll()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#rest.close(() => resolve())
    this.#rest.closeAllConnections()
    await promise
  }

  async stop(): Promise<void> {
    this.#interactions.stop()
    this.gateway.stop()
    if (this.#rest.listening) await this.outage()
  }

  /** A server that belongs to this shard of as many as there are now; made before the bot logs in. */
  addServer(shard: number): Place {
    for (let at = Date.now(); ; at -= 1) {
      const guild = snowflake(at)
      if (shardOf(guild, this.gateway.shards) !== shard) continue
      const server = { guild, channel: snowflake() }
      this.world.servers.push(server)
      return server
    }
  }

  failNext(route: Route, fault: Fault): void {
    this.#faults.failNext(route, fault)
  }

  slash(name: string, options: people.Options = {}, by: people.By = {}): Promise<Answer> {
    return this.#ask(people.slash(this.world, name, options, by), by)
  }

  /** Someone types in the option `focused`; `options` holds what stands in all of them so far. */
  autocomplete(name: string, focused: string, options: people.Options, by: people.By = {}): Promise<Answer> {
    return this.#ask(people.autocomplete(this.world, name, focused, options, by), by)
  }

  button(message: Message, customId: string, by: people.By = {}): Promise<Answer> {
    return this.#ask(people.component(this.world, message, customId, null, by), by)
  }

  select(message: Message, customId: string, values: readonly string[], by: people.By = {}): Promise<Answer> {
    return this.#ask(people.component(this.world, message, customId, values, by), by)
  }

  /** Fills in and submits the modal that an answer showed. */
  modal(shown: Answer, values: people.Options, by: people.By = {}): Promise<Answer> {
    const source = shown.interaction['type'] === 3 ? shown.message : null
    return this.#ask(people.modal(this.world, shown.data, values, source, by), by)
  }

  /** Uses a message menu on a message. */
  menu(name: string, target: Message, by: people.By = {}): Promise<Answer> {
    return this.#ask(people.menu(this.world, name, target, by), by)
  }

  /** Someone posts a message. */
  post(content: string, post: Post = {}): Message {
    const { user = this.world.user, mention = false, direct = false, replyTo, ping = true, twice = false } = post
    const { channel } = post.server ?? this.world
    const message = addMessage(this.world, {
      channelId: replyTo?.channelId ?? (direct ? this.world.direct : channel),
      author: user,
      body: { content: mention ? `<@${this.world.bot.id}> ${content}` : content, pings: ping },
      reference: replyTo?.id ?? null,
    })
    this.#announce('MESSAGE_CREATE', message)
    if (twice) this.#announce('MESSAGE_CREATE', message)
    return message
  }

  /** The message of the bot that answers another one, as soon as it is there. */
  replyTo(message: Message, timeout = 3000): Promise<Message> {
    return this.until(() => this.replies(message)[0], timeout)
  }

  replies(message: Message): Message[] {
    return [...this.world.messages.values()].filter((one) => one.bot && one.reference === message.id && !one.deleted)
  }

  edit(message: Message, content: string): void {
    message.body = { ...message.body, content }
    message.edits += 1
    this.#announce('MESSAGE_UPDATE', message)
  }

  /** An update that changes no word, as when Discord adds a link's preview. */
  touch(message: Message): void {
    this.#announce('MESSAGE_UPDATE', message)
  }

  remove(message: Message): void {
    message.deleted = true
    const guild = guildOf(this.world, message.channelId)
    const gone = { id: message.id, channel_id: message.channelId, ...(guild === null ? {} : { guild_id: guild }) }
    this.gateway.dispatch('MESSAGE_DELETE', gone, guild, this.#needs(message))
  }

  /** A message of the bot from before it was started, with what then stood in it: to use a button that is stale by now. */
  earlier(body: Json): Message {
    return addMessage(this.world, { channelId: this.world.channel, author: this.world.bot, bot: true, body })
  }

  /** A message that the bot is not told of. */
  quiet(content: string, user: Person = this.world.user): Message {
    return addMessage(this.world, { channelId: this.world.channel, author: user, body: { content } })
  }

  /** Waits until the probe gives something other than undefined, null or false. */
  async until<T>(probe: () => T | undefined | null | false, timeout = 3000): Promise<T> {
    const end = now() + timeout
    for (;;) {
      const value = probe()
      if (value !== undefined && value !== null && value !== false) return value
      if (now() > end) throw new Error(`not within ${timeout} ms: ${probe}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** Throws a list of all rules broken so far, interactions without an answer among them. */
  assertClean(): void {
    const open = [...this.#interactions.all.values()].filter((one) => one.answer === null && one.fair)
    const all = [...this.world.violations, ...open.map((one) => `interaction ${one.id}: never answered`)]
    if (all.length > 0) throw new Error(`Discord's rules broken:\n${all.map((line) => `- ${line}`).join('\n')}`)
  }

  /** Forgets messages and answered interactions, so that a long run measures the bot and not the stand-in. */
  forget(): void {
    for (const [id, pending] of this.#interactions.all) if (pending.answer !== null) this.#interactions.all.delete(id)
    this.world.messages.clear()
    this.gateway.forget()
  }

  /** How many callbacks the bot sent for the interaction of an answer. */
  attempts(answer: Answer): number {
    return this.#interactions.all.get(String(answer.interaction['id']))?.attempts ?? 0
  }

  #ask(ask: Ask, by: people.By): Promise<Answer> {
    const pending = this.#interactions.open(ask)
    if (by.delay === undefined) this.#deliver(pending, by)
    else setTimeout(() => this.#deliver(pending, by), by.delay)
    return this.#interactions.answer(pending)
  }

  #deliver(pending: Pending, by: people.By): void {
    const guild = text(pending.payload['guild_id']) || null
    for (const _ of by.twice === true ? [1, 2] : [1]) {
      this.gateway.dispatch('INTERACTION_CREATE', pending.payload, guild)
    }
  }

  #announce(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
    if (message.ephemeral) return
    const channelType = message.channelId === this.world.direct ? 1 : 0
    const payload = { ...apiMessage(this.world, message, isHidden(this.world, message)), channel_type: channelType }
    this.gateway.dispatch(event, payload, guildOf(this.world, message.channelId), this.#needs(message))
  }

  #needs(message: Message): number {
    return message.channelId === this.world.direct ? intent.directMessages : intent.guildMessages
  }
}

/** The text of an answer as a reader sees it. */
export function answerText(answer: Answer): string {
  return answer.message === null ? '' : visibleText(answer.message.body)
}
