/** One PostgreSQL server: its connections, and what is known of it. */
import pg from 'pg'
import type { HostAddress } from './address.ts'

/** Milliseconds: an answer has three seconds in all, and another host may have to be tried. */
const CONNECT_WITHIN = 1000
const QUERY_WITHIN = 1500
const CONNECTIONS = 10
/** Milliseconds for which a host that failed is asked last. */
const AVOIDED = 3000

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
  readonly #asked = new WeakSet<pg.ClientBase>()
  #avoidUntil = 0

  constructor({ name, url }: HostAddress, { connections = CONNECTIONS, queryWithin = QUERY_WITHIN }: HostOptions) {
    this.name = name
    this.#pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: CONNECT_WITHIN,
      query_timeout: queryWithin,
      // So that the server, too, stops working on what nobody waits for.
      statement_timeout: queryWithin,
      keepAlive: true,
      application_name: 'footnote',
    })
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
      if (!this.#asked.has(client)) {
        const [row] = await sql.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
        this.standby = row?.standby ?? null
        this.#asked.add(client)
      }
      return await work(sql)
    } catch (error) {
      fault ??= error instanceof Error ? error : true
      throw error
    } finally {
      client.off('error', onError)
      client.release(fault)
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}

function sqlOf(client: pg.ClientBase): Sql {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await client.query<Row>(text, [...values])).rows
    },
  }
}
