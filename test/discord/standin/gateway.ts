/**
 * The gateway, version 10 with JSON: HELLO, IDENTIFY, heartbeats, dispatches, RESUME with replay, closing at will; a
 * session for each shard.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { now } from './clock.ts'
import { snowflake } from './ids.ts'
import { integer, isJson, type Json, list, object, text } from './json.ts'
import { type Session, Sessions, shardOf, Turns } from './sessions.ts'
import { apiGuild, apiUser, type World } from './world.ts'

export const intent = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12 } as const
const privileged = (1 << 1) | (1 << 8) | (1 << 15)
const known = 0x1ffffff & ~((1 << 17) | (1 << 18) | (1 << 19) | (1 << 22) | (1 << 23))
const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const
const close = {
  opcode: 4001,
  decode: 4002,
  notYet: 4003,
  token: 4004,
  twice: 4005,
  sequence: 4007,
  rate: 4008,
  timeout: 4009,
  shard: 4010,
  sharding: 4011,
  version: 4012,
  intents: 4013,
  disallowed: 4014,
} as const

export interface GatewayCounts {
  identified: number
  resumed: number
  replayed: number
  connections: number
  heartbeats: number
  /** Shards that identified before it was their turn. */
  tooSoon: number
}

export interface GatewaySettings {
  /** The heartbeat interval that HELLO asks for, in milliseconds. */
  readonly beat: number
  readonly shards: number
  /** How many shards may identify at once; null: as many as like. */
  readonly concurrency: number | null
}

export class Gateway {
  readonly counts: GatewayCounts = {
    identified: 0,
    resumed: 0,
    replayed: 0,
    connections: 0,
    heartbeats: 0,
    tooSoon: 0,
  }
  /** The fewest shards that Discord takes from now on, and what it recommends; sessions that are there stay. */
  shards: number
  readonly concurrency: number
  readonly #world: World
  readonly #beat: number
  readonly #turns: Turns | null
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  /** The sockets that have identified or resumed. */
  readonly #ready = new WeakSet<WebSocket>()
  readonly #sessions = new Sessions()
  #nextIdentify: number | null = null
  #address = ''

  constructor(world: World, { beat, shards, concurrency }: GatewaySettings) {
    this.#world = world
    this.#beat = beat
    this.shards = shards
    this.concurrency = concurrency ?? 1
    this.#turns = concurrency === null ? null : new Turns(concurrency)
  }

  /** Tells where the server listens, for `resume_gateway_url`. */
  set address(value: string) {
    this.#address = value
  }

  /** Whether there are sessions, each with a connection. */
  get connected(): boolean {
    const sessions = this.#sessions.all
    return sessions.length > 0 && sessions.every(({ socket }) => socket !== null)
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#welcome(ws, request.url ?? ''))
  }

  /** The next IDENTIFY is answered by closing with this code. */
  closeOnIdentify(code: number): void {
    this.#nextIdentify = code
  }

  /** Closes the connections with a code, or cuts them where none is given. The sessions live on and can be resumed. */
  drop(code?: number, shard?: number): void {
    for (const session of this.#sessions.ofShard(shard)) {
      const { socket } = session
      session.socket = null
      if (code === undefined) socket?.terminate()
      else socket?.close(code)
    }
  }

  /** Opcode 7: asks the client to reconnect and resume. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.all) this.#send(socket, { op: op.reconnect, d: null })
  }

  /** Opcode 9; a session that can't be resumed is forgotten. */
  invalidate(resumable: boolean): void {
    for (const session of this.#sessions.all) {
      const { socket } = session
      if (socket !== null) this.#ready.delete(socket)
      if (!resumable) this.#sessions.end(session)
      this.#send(socket, { op: op.invalid, d: resumable })
    }
  }

  /**
   * Sends an event to the shard of its server if its intents ask for it; while it is away the event waits for RESUME.
   * @param guild null: of a direct message, or of something else in no server
   */
  dispatch(t: string, d: unknown, guild: string | null, needs = 0): void {
    for (const session of this.#sessions.hearing(guild)) this.#tell(session, t, d, needs)
  }

  /** Forgets what could be replayed. */
  forget(): void {
    for (const { sent } of this.#sessions.all) sent.splice(0)
  }

  cutAll(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
    for (const session of this.#sessions.all) session.socket = null
  }

  stop(): void {
    this.cutAll()
    this.#sockets.close()
  }

  #welcome(socket: WebSocket, url: string): void {
    this.counts.connections += 1
    const query = new URL(url, 'ws://localhost').searchParams
    if (query.get('v') !== '10') socket.close(close.version)
    if (query.get('encoding') !== 'json') socket.close(close.decode)
    if (socket.readyState !== socket.OPEN) return
    const state = { received: [] as number[], beatAt: now() }
    const watch = setInterval(() => {
      if (now() - state.beatAt < this.#beat * 2) return
      this.#world.violations.push('gateway: no heartbeat')
      socket.close(close.timeout)
    }, this.#beat).unref()
    socket.on('close', (code) => {
      clearInterval(watch)
      const session = this.#sessions.of(socket)
      if (session === undefined) return
      session.socket = null
      // A client that closes with 1000 or 1001 ends its session.
      if (code === 1000 || code === 1001) this.#sessions.end(session)
    })
    socket.on('message', (raw, binary) => {
      const at = performance.now()
      state.received = [...state.received.filter((before) => at - before < 60_000), at]
      if (state.received.length > 120) return this.#fault(socket, close.rate, 'over 120 payloads a minute')
      const payload = binary ? null : parse(String(raw))
      if (payload === null || String(raw).length > 4096)
        return this.#fault(socket, close.decode, 'a payload it can not read')
      if (payload['op'] === op.heartbeat) {
        state.beatAt = now()
        this.counts.heartbeats += 1
        return this.#send(socket, { op: op.ack })
      }
      if (payload['op'] === op.identify || payload['op'] === op.resume) {
        if (this.#ready.has(socket)) return this.#fault(socket, close.twice, 'IDENTIFY or RESUME twice')
        const d = object(payload['d'])
        if (payload['op'] === op.identify ? this.#identify(socket, d) : this.#resume(socket, d)) this.#ready.add(socket)
        return
      }
      if (!this.#ready.has(socket)) return this.#fault(socket, close.notYet, 'a payload before IDENTIFY')
      const allowed: readonly unknown[] = [op.presence, op.voice, op.members]
      if (!allowed.includes(payload['op'])) this.#fault(socket, close.opcode, `opcode ${String(payload['op'])}`)
    })
    this.#send(socket, { op: op.hello, d: { heartbeat_interval: this.#beat } })
  }

  #identify(socket: WebSocket, d: Json): boolean {
    const scripted = this.#nextIdentify
    this.#nextIdentify = null
    if (scripted !== null) return refuse(socket, scripted)
    if (d['token'] !== this.#world.token) return refuse(socket, close.token)
    const intents = integer(d['intents'])
    const [id = 0, count = 1] = list(d['shard']).map(integer)
    if (id >= count) return refuse(socket, close.shard)
    if (count < this.shards) return refuse(socket, close.sharding)
    if (typeof d['intents'] !== 'number' || (intents & ~known) !== 0) return refuse(socket, close.intents)
    if ((intents & privileged) !== 0) return refuse(socket, close.disallowed)
    if (!isJson(d['properties'])) return refuse(socket, close.decode)
    if (this.#turns?.take(id) === false) {
      this.counts.tooSoon += 1
      this.#send(socket, { op: op.invalid, d: false })
      return false
    }
    this.counts.identified += 1
    const session: Session = { id: snowflake(), shard: [id, count], intents, sent: [], socket, seq: 0 }
    this.#sessions.open(session)
    const { bot, application } = this.#world
    const servers = this.#world.servers.filter(({ guild }) => shardOf(guild, count) === id)
    this.#tell(session, 'READY', {
      v: 10,
      user: apiUser(bot, true),
      guilds: servers.map(({ guild }) => ({ id: guild, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#address,
      shard: list(d['shard']),
      application: { id: application, flags: 0 },
    })
    for (const server of servers) this.#tell(session, 'GUILD_CREATE', apiGuild(this.#world, server), intent.guilds)
    return true
  }

  #resume(socket: WebSocket, d: Json): boolean {
    if (d['token'] !== this.#world.token) return refuse(socket, close.token)
    const session = this.#sessions.byId(text(d['session_id']))
    if (session === undefined) {
      this.#send(socket, { op: op.invalid, d: false })
      return false
    }
    if (integer(d['seq']) > session.seq) return refuse(socket, close.sequence)
    session.socket = socket
    this.counts.resumed += 1
    for (const event of session.sent.filter((one) => one.s > integer(d['seq']))) {
      this.counts.replayed += 1
      this.#send(socket, { op: op.dispatch, ...event })
    }
    this.#tell(session, 'RESUMED', { _trace: [] })
    return true
  }

  #tell(session: Session, t: string, d: unknown, needs = 0): void {
    if ((session.intents & needs) !== needs) return
    session.seq += 1
    session.sent.push({ s: session.seq, t, d })
    this.#send(session.socket, { op: op.dispatch, s: session.seq, t, d })
  }

  #fault(socket: WebSocket, code: number, words: string): void {
    this.#world.violations.push(`gateway: ${words}`)
    socket.close(code)
  }

  #send(socket: WebSocket | null, payload: Json): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify({ s: null, t: null, ...payload }))
  }
}

function refuse(socket: WebSocket, code: number): false {
  socket.close(code)
  return false
}

function parse(raw: string): Json | null {
  try {
    const value: unknown = JSON.parse(raw)
    return isJson(value) ? value : null
  } catch {
    return null
  }
}
