/**
 * PostgreSQL on one host or several. Reads go to standbys first and to any other host when one fails; writes go to the
 * primary, wherever that is now. Not for knowing what is stored: that is the store's and the search's.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { hostsOf } from './address.ts'
import { Host, type HostOptions, type Sql } from './host.ts'
import { Behind, DatabaseLost, isLost, isMissing, isReadOnly, reasonOf, Standby } from './lost.ts'
import { DatabaseRefused, refusal } from './refused.ts'
import { Turns } from './turns.ts'

/** Milliseconds in which hosts are tried again; what is left of Discord's three seconds is for the answer itself. */
const TRY_FOR = 2200
const PAUSE = 100
/**
 * Connections to a host that writes may hold at a time, of its ten: those to a primary whose standby is gone wait for as long
 * as they may, and reads go on beside them.
 */
const WRITES = 4

export interface ReadOptions {
  /** The primary first: for what a person has just written and looks at again. */
  readonly fresh?: boolean
}

export class Database {
  readonly #hosts: readonly Host[]
  readonly #tryFor: number
  readonly #writes: Turns
  #turn = 0

  /** @param options `tryFor`: milliseconds until a work that no host takes is given up */
  constructor(address: string, options: HostOptions & { readonly tryFor?: number } = {}) {
    this.#hosts = hostsOf(address).map((host) => new Host(host, options))
    this.#tryFor = options.tryFor ?? TRY_FOR
    this.#writes = new Turns(Math.min(WRITES, options.connections ?? WRITES))
  }

  /** Work that only reads; it is done again on another host when one is lost, or has not seen yet what it is about. */
  read<T>(work: (sql: Sql) => Promise<T>, { fresh = false }: ReadOptions = {}): Promise<T> {
    return this.#try(
      () => this.#order(!fresh),
      (host) => host.run(work),
    )
  }

  /**
   * Work in one transaction on the primary; what this resolves with is saved. A loss before the commit is tried again;
   * one during it is told, since nobody knows whether it was saved.
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#writes.take(this.#tryFor, () =>
      this.#try(
        () => this.#order(false),
        async (host) => {
          const result = await host.run((sql) => transaction(sql, work))
          host.standby = false
          return result
        },
      ),
    )
  }

  /**
   * One statement on the primary, saved by itself: a quarter of the messages that a transaction takes. A loss is tried again,
   * so that it may be done twice.
   */
  command<Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return this.#try(
      () => this.#order(false),
      (host) => host.run((sql) => sql.query<Row>(text, values)),
    )
  }

  /**
   * Work on one connection to the primary for as long as it likes, in no transaction; what it locks it holds till then.
   * A loss after it has begun is told and not tried again.
   */
  session<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    let begun = false
    return this.#try(
      () => this.#order(false),
      async (host) => {
        try {
          return await host.run(async (sql) => {
            await expectPrimary(sql)
            begun = true
            return await work(sql)
          })
        } catch (error) {
          throw begun && isLost(error) ? new DatabaseLost('the connection was lost', { cause: error }) : error
        }
      },
    )
  }

  async close(): Promise<void> {
    await Promise.all(this.#hosts.map((host) => host.close()))
  }

  async #try<T>(order: () => readonly Host[], use: (host: Host) => Promise<T>): Promise<T> {
    const end = performance.now() + this.#tryFor
    for (;;) {
      let last: unknown
      const refused: string[] = []
      for (const host of order()) {
        try {
          return await use(host)
        } catch (error) {
          last = error
          const told = refusal(error, host.name)
          if (told !== null) refused.push(told)
          if (isReadOnly(error)) host.standby = true
          else if (told !== null || isLost(error)) host.failed()
          else if (!(error instanceof Behind || (isMissing(error) && host.standby === true))) throw error
        }
        if (performance.now() > end) break
      }
      if (refused.length === this.#hosts.length) throw new DatabaseRefused(refused.join('\n'), { cause: last })
      if (performance.now() + PAUSE > end) throw this.#unreachable(refused[0] ?? null, last)
      await sleep(PAUSE)
    }
  }

  #unreachable(refused: string | null, cause: unknown): DatabaseLost {
    const hosts = this.#hosts.map(({ name }) => name).join(', ')
    const words = `PostgreSQL can’t be used at ${hosts} (${reasonOf(cause)}). Check DATABASE_URL, and whether it runs there.`
    return new DatabaseLost([words, ...(refused === null ? [] : [refused])].join('\n'), { cause })
  }

  /** Those that failed just now last; then standbys or the primary first; hosts of a kind in turn. */
  #order(standbysFirst: boolean): readonly Host[] {
    this.#turn = (this.#turn + 1) % this.#hosts.length
    const turned = [...this.#hosts.slice(this.#turn), ...this.#hosts.slice(0, this.#turn)]
    const rank = (host: Host): number => Number(host.avoided) * 2 + Number((host.standby ?? false) !== standbysFirst)
    return turned.sort((one, other) => rank(one) - rank(other))
  }
}

/** Asked each time, since a standby becomes a primary while connections to it go on. */
async function expectPrimary(sql: Sql): Promise<void> {
  const [row] = await sql.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
  if (row?.standby !== false) throw new Standby('a standby takes no writes')
}

async function transaction<T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  await sql.query('begin')
  let result: T
  try {
    await expectPrimary(sql)
    result = await work(sql)
  } catch (error) {
    if (!isLost(error)) await sql.query('rollback')
    throw error
  }
  try {
    await sql.query('commit')
  } catch (error) {
    throw new DatabaseLost('the connection was lost while saving', { cause: error })
  }
  return result
}
