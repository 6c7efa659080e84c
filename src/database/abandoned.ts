/**
 * Ends what a server goes on doing for nobody. A connection that is closed because its answer took too long does not end
 * the wait of a commit for a standby: the server keeps it, a hundred of them are all it takes, and then nobody gets in.
 */
import pg from 'pg'

/** A connection as the server knows it; a process number alone may be another's a moment later. */
export interface Backend {
  readonly pid: number
  /** In seconds since 1970, as the server writes them. */
  readonly started: string
}

/** What it was waiting to do is done or not, as before; nobody was told that it is. */
const END = `select pg_terminate_backend(pid) from pg_stat_activity
  join unnest($1::int[], $2::text[]) as left_behind (pid, started) using (pid)
  where extract(epoch from backend_start)::text = left_behind.started`

/** Milliseconds for which the connection is kept for the next. */
const IDLE = 1000

export class Abandoned {
  /** Of its own, since all others may be waiting. */
  readonly #pool: pg.Pool
  readonly #waiting: Backend[] = []
  #ending: Promise<void> | null = null

  /** @param connection to the server on which they are, with time limits */
  constructor(connection: pg.PoolConfig) {
    this.#pool = new pg.Pool({ ...connection, max: 1, idleTimeoutMillis: IDLE, allowExitOnIdle: true })
    // An idle connection that breaks is no fault of anybody's.
    this.#pool.on('error', () => undefined)
  }

  /** As soon as the server can be reached; one that can't be has nobody to keep out. */
  end(backend: Backend): void {
    this.#waiting.push(backend)
    this.#ending ??= this.#endAll().finally(() => {
      this.#ending = null
    })
  }

  /** Resolves when what was to be ended is. */
  async close(): Promise<void> {
    await this.#ending
    await this.#pool.end()
  }

  async #endAll(): Promise<void> {
    // Those of the same moment come together.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const backends = this.#waiting.splice(0)
      try {
        await this.#pool.query(END, [backends.map(({ pid }) => pid), backends.map(({ started }) => started)])
      } catch {
        // The server is away, and with it what was to be ended; its next user finds out.
      }
    }
  }
}
