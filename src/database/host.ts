/** One PostgreSQL server: its connections, and what is known of it. */
import pg from 'pg'
import { Abandoned, type Backend } from './abandoned.ts'
import type { HostAddress } from './address.ts'
import { isTimeout } from './lost.ts'

/** Milliseconds: an answer has three seconds in all, and another host may have to be tried. */
const CONNECT_WITHIN = 1000
const QUERY_WITHIN = 1500
const CONNECTIONS = 10
/** Milliseconds for which a host that failed is asked last. */
const AVOIDED = 3000

/** Of each connection, once. */
const ASKED = `select pg_is_in_recovery() as standby, pid, extract(epoch from backend_start)::text as started
  from pg_stat_get_activity(pg_backend_pid())`

export interface Sql {
  /** The rows. Values are sent beside the text, never in it. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

export interface HostOptions {
  readonly connections?: number
  /** Milliseconds; publishing a corpus takes longer than answering. */
  readonly queryWithin?: number
}

export class Host {
  readonly name: string
  /** Whether it was a standby when last asked; null before that. */
  standby: boolean | null = null
  readonly #pool: pg.Pool
  readonly #backends = new WeakMap<pg.ClientBase, Backend>()
  readonly #abandoned: Abandoned
  #avoidUntil = 0

  constructor({ name, url }: HostAddress, { connections = CONNECTIONS, queryWithin = QUERY_WITHIN }: HostOptions) {
    this.name = name
    const connection = { connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN, application_name: 'footnote' }
    this.#pool = new pg.Pool({
      ...connection,
      max: connections,
      query_timeout: queryWithin,
      // So that the server, too, stops working on what nobody waits for.
      statement_timeout: queryWithin,
      keepAlive: true,
    })
    this.#abandoned = new Abandoned({ ...connection, query_timeout: CONNECT_WITHIN })
    // An idle connection that breaks is no fault of anybody's question.
    this.#pool.on('error', () => this.failed())
  }

  failed(): void {
    this.#avoidUntil = performance.now() + AVOIDED
  }

  get avoided(): boolean {
    return performance.now() < this.#avoidUntil
  }

  /** Runs the work on one connection; a connection that may be broken is thrown away. */
  async run<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    let fault: Error | true | undefined
    const onError = (error: Error): void => {
      fault = error
    }
    client.on('error', onError)
    const sql = sqlOf(client)
    try {
      if (!this.#backends.has(client)) {
        const [row] = await sql.query<Backend & { standby: boolean }>(ASKED)
        this.standby = row?.standby ?? null
        if (row !== undefined) this.#backends.set(client, { pid: row.pid, started: row.started })
      }
      return await work(sql)
    } catch (error) {
      fault ??= error instanceof Error ? error : true
      throw error
    } finally {
      client.off('error', onError)
      client.release(fault)
      const backend = this.#backends.get(client)
      if (backend !== undefined && isTimeout(fault)) this.#abandoned.end(backend)
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#abandoned.close()])
  }
}

function sqlOf(client: pg.ClientBase): Sql {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await client.query<Row>(text, [...values])).rows
    },
  }
}
