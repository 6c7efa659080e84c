/**
 * Of several processes with the same token one is on the gateway; the others wait for its lock in PostgreSQL. Who leads
 * goes on while the database is away, and leaves only when another holds the lock: Discord takes one answer to an
 * interaction, whoever sends it, so that a moment with two leaders costs nothing and one with none costs answers.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import type { Sql } from '../database/host.ts'
import { errorFields, type Log } from './log.ts'

const LOCK = 0x466e6c64
/** Milliseconds between two tries for the lock, and between two looks whether it is still held. */
const TRY_EVERY = 400
const LOOK_EVERY = 1000
/** Milliseconds after a loss of the database in which the leader comes first to the lock of a new primary. */
const LEADER_FIRST = 3000
/**
 * So that the server notices within seconds that a leader's whole machine is gone, or that the process is there and does
 * nothing any more, as one that is frozen or caught in a loop.
 */
const NOTICE = `set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3;
  set idle_session_timeout = '10s'`

export interface LeaderOptions {
  readonly database: Database
  readonly log: Log
  /** Starts what only the leader does; resolves with what ends it. */
  readonly lead: () => Promise<() => Promise<void>>
  /** `lead` has failed; nothing is tried any more. */
  readonly onFailed: (error: unknown) => void
}

export interface Candidate {
  leading(): boolean
  /** Ends what the leader does, then gives the lock back. */
  stop(): Promise<void>
}

/** Stands for election until `stop()`; the database stays the caller's. */
export function standForElection({ database, log, lead, onFailed }: LeaderOptions): Candidate {
  const stopped = new AbortController()
  let leave: (() => Promise<void>) | null = null

  const pause = async (milliseconds: number): Promise<void> => {
    await sleep(milliseconds, undefined, { signal: stopped.signal }).catch(() => undefined)
  }

  async function start(): Promise<void> {
    try {
      leave = await lead()
      log.info({}, 'This process leads')
    } catch (error) {
      stopped.abort()
      onFailed(error)
    }
  }

  async function retire(): Promise<void> {
    const end = leave
    leave = null
    await end?.()
  }

  /** Returns when stopped; throws when the connection, and the lock with it, is lost. */
  async function stand(sql: Sql): Promise<void> {
    await sql.query(NOTICE)
    let held = false
    while (!stopped.signal.aborted) {
      if (held) await sql.query('select 1')
      else {
        const [row] = await sql.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK])
        held = row?.got === true
        if (held && leave === null) await start()
        if (!held && leave !== null) {
          log.warn({}, 'Another process leads now')
          await retire()
        }
      }
      await pause(held ? LOOK_EVERY : TRY_EVERY)
    }
    await retire()
    if (held) await sql.query('select pg_advisory_unlock($1)', [LOCK])
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await database.session(stand)
      } catch (error) {
        log.warn({ leading: leave !== null, ...errorFields(error) }, 'The lock of the leader can’t be reached')
        await pause(leave === null ? LEADER_FIRST : TRY_EVERY)
      }
    }
    await retire()
  }

  const running = run()
  return {
    leading: () => leave !== null,
    async stop() {
      stopped.abort()
      await running
    },
  }
}
