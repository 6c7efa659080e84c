/**
 * Follows the connections to the gateway, one a shard: says when one goes and comes, and reports once when they are gone
 * for good.
 */
import { type Client, Events, Status } from 'discord.js'
import { type FatalError, fatalClose } from './fatal.ts'
import { errorFields, type Log } from './log.ts'

/** One connection, to which Discord sends what happens in its share of the servers. */
export interface Shard {
  readonly id: number
  /** Whether events arrive now. */
  readonly connected: boolean
}

export interface Connection {
  /** As many as Discord wants; none before it was asked. */
  shards(): readonly Shard[]
  /** Resolves once all connections are made (again), or after `patience` milliseconds. */
  made(patience: number): Promise<void>
  /** The close code after which Discord wants no reconnect, if there was one. */
  closed(): number | null
  /** Says that there will be no connection any more, whatever the reason. */
  lost(error: FatalError): void
  /** From here on a loss for good is reported, one before it too. */
  started(): void
  /** From here on nothing is reported any more. */
  expectEnd(): void
}

/** @param onFatal called at most once; discord.js itself would stay alive then, without a connection */
export function followConnection(client: Client, log: Log, onFatal?: (error: FatalError) => void): Connection {
  let closed: number | null = null
  let fatal: FatalError | null = null
  let serving = false
  let ending = false

  function report(): void {
    if (fatal === null || !serving || ending) return
    ending = true
    log.error({ code: closed }, fatal.message)
    onFatal?.(fatal)
  }

  function lost(error: FatalError): void {
    fatal ??= error
    report()
  }

  const shards = (): readonly Shard[] =>
    client.ws.shards.map(({ id, status }) => ({ id, connected: status === Status.Ready }))
  const alive = () => shards().length > 0 && shards().every(({ connected }) => connected)

  client.on(Events.ShardDisconnect, ({ code }) => {
    closed = code
    const error = fatalClose(code)
    if (error !== null) lost(error)
  })
  client.on(Events.ShardReconnecting, (shard) => {
    // discord.js says so at its own closing too.
    if (!ending) log.warn({ shard }, 'Connection to Discord lost; reconnecting')
  })
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'Connection to Discord resumed'))
  client.on(Events.ShardReady, (shard) => log.info({ shard, shards: shards().length }, 'Connected to Discord'))
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ shard, ...errorFields(error) }, 'Connection to Discord failed')
  })
  client.on(Events.Error, (error) => log.error(errorFields(error), 'discord.js reported an error'))

  return {
    shards,
    closed: () => closed,
    lost,
    async made(patience) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const look = () => {
        if (alive() || closed !== null) resolve()
      }
      const timer = setTimeout(resolve, patience)
      const events = [Events.ShardReady, Events.ShardResume, Events.ShardDisconnect] as const
      for (const event of events) client.on(event, look)
      look()
      await promise
      clearTimeout(timer)
      for (const event of events) client.off(event, look)
    },
    started() {
      serving = true
      report()
    },
    expectEnd() {
      ending = true
    },
  }
}
