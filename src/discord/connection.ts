/** Follows the gateway connection: says when it goes and comes, and reports once when it is gone for good. */
import { type Client, Events, Status } from 'discord.js'
import { type FatalError, fatalClose } from './fatal.ts'
import { errorFields, type Log } from './log.ts'

export interface Connection {
  /** Whether events arrive now. */
  alive(): boolean
  /** Resolves once the connection is made (again), or after `patience` milliseconds. */
  made(patience: number): Promise<void>
  /** The close code after which Discord wants no reconnect, if there was one. */
  closed(): number | null
  /** From here on a final close is reported; before, it makes the start fail. */
  started(): void
  /** From here on nothing is reported any more. */
  expectEnd(): void
}

/** @param onFatal called at most once; discord.js itself would stay alive then, without a connection */
export function followConnection(client: Client, log: Log, onFatal?: (error: FatalError) => void): Connection {
  let closed: number | null = null
  let serving = false
  let ending = false

  function report(code: number): void {
    const fatal = fatalClose(code)
    if (fatal === null || ending) return
    ending = true
    log.error({ code }, fatal.message)
    onFatal?.(fatal)
  }

  function alive(): boolean {
    const { shards } = client.ws
    return shards.size > 0 && shards.every((shard) => shard.status === Status.Ready)
  }

  client.on(Events.ShardDisconnect, ({ code }) => {
    closed = code
    if (serving) report(code)
  })
  client.on(Events.ShardReconnecting, () => {
    // discord.js says so at its own closing too.
    if (!ending) log.warn({}, 'Connection to Discord lost; reconnecting')
  })
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ replayed }, 'Connection to Discord resumed'))
  client.on(Events.ShardReady, () => log.info({}, 'Connected to Discord'))
  client.on(Events.ShardError, (error) => log.warn(errorFields(error), 'Connection to Discord failed'))
  client.on(Events.Error, (error) => log.error(errorFields(error), 'discord.js reported an error'))

  return {
    alive,
    closed: () => closed,
    async made(patience) {
      if (alive() || closed !== null) return
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, patience)
      for (const event of [Events.ShardReady, Events.ShardResume, Events.ShardDisconnect] as const) {
        client.once(event, () => resolve())
      }
      await promise
      clearTimeout(timer)
    },
    started() {
      serving = true
      if (closed !== null) report(closed)
    },
    expectEnd() {
      ending = true
    },
  }
}
