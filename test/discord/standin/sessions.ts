/**
 * The sessions of a gateway, one for each shard: which of them hears of what happens in a server, and how fast shards may
 * identify. https://docs.discord.com/developers/events/gateway#sharding
 */
import type { WebSocket } from 'ws'

/** The number of a shard, and how many there are as its client has it. */
export type Shard = readonly [id: number, count: number]

export interface Session {
  readonly id: string
  readonly shard: Shard
  readonly intents: number
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[]
  socket: WebSocket | null
  seq: number
}

/** Milliseconds between two identifications of shards that share a turn, and what the way here may shorten them by. */
const TURN = 5000
const ON_THE_WAY = 500

/** The shard that a server belongs to; direct messages, which belong to none, come to the first. */
export function shardOf(guild: string | null, count: number): number {
  return guild === null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count))
}

export class Sessions {
  readonly #all = new Map<string, Session>()

  /** A shard that identifies again begins anew. */
  open(session: Session): void {
    this.#all.set(String(session.shard), session)
  }

  end(session: Session): void {
    if (this.#all.get(String(session.shard)) === session) this.#all.delete(String(session.shard))
  }

  get all(): readonly Session[] {
    return [...this.#all.values()]
  }

  byId(id: string): Session | undefined {
    return this.all.find((session) => session.id === id)
  }

  of(socket: WebSocket): Session | undefined {
    return this.all.find((session) => session.socket === socket)
  }

  /** The sessions of this shard, all of them where none is named. */
  ofShard(id?: number): readonly Session[] {
    return this.all.filter(({ shard }) => id === undefined || shard[0] === id)
  }

  /** The sessions that hear of a server; null: of what happens in none. */
  hearing(guild: string | null): readonly Session[] {
    return this.all.filter(({ shard: [id, count] }) => shardOf(guild, count) === id)
  }
}

/** `max_concurrency`: shards whose numbers leave the same rest may identify one every five seconds. */
export class Turns {
  readonly #concurrency: number
  readonly #last = new Map<number, number>()

  constructor(concurrency: number) {
    this.#concurrency = concurrency
  }

  /** Whether it is the shard's turn; then it has taken it. */
  take(id: number): boolean {
    const key = id % this.#concurrency
    const last = this.#last.get(key)
    const now = performance.now()
    if (last !== undefined && now - last < TURN - ON_THE_WAY) return false
    this.#last.set(key, now)
    return true
  }
}
