/**
 * The signed requests that were answered, shared by all replicas of the endpoint through the database, so that one is
 * answered once whichever of them it comes to. Each remembers its own besides, and goes by that alone while the primary is
 * away: a question needs no primary, and what changes something fails then anyway.
 *
 * The table is not logged: it costs no wait for the disk or a standby, and is empty after a crash or a failover. Then each
 * replica tells again what it has answered in the last minutes.
 *
 * A balancer sends a request to another replica when the first dies over it. So a request that was taken and not answered
 * may be taken again once the connection that took it is gone, and not before.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import { errorFields, type Log } from './log.ts'

/** Held while the table is made, so that of several processes that start at once one does it. */
const LOCK = 0x466e7573
const TABLE = `
  create unlogged table if not exists used_requests (
    key text primary key,
    until bigint not null,
    answered boolean not null,
    pid integer not null,
    started timestamptz not null
  );
  create index if not exists used_requests_until on used_requests (until);
`
const CLAIM = `
  insert into used_requests as used (key, until, answered, pid, started)
  select $1, $2, false, pid, backend_start from pg_stat_get_activity(pg_backend_pid())
  on conflict (key) do update set pid = excluded.pid, started = excluded.started
    where not used.answered and not exists (
      select from pg_stat_activity as alive where alive.pid = used.pid and alive.backend_start = used.started)
  returning key`
const RESTORE = `
  insert into used_requests (key, until, answered, pid, started)
  select key, until, true, 0, now() from unnest($1::text[], $2::bigint[]) as told (key, until)
  on conflict (key) do update set answered = true, until = excluded.until`
const BATCH = 5000
/** Requests kept to be told when the database is back; with more, all that are known are told. */
const MOST_MISSED = 20_000
/** Seconds for which a process' mark stands in the table; it is set anew long before. */
const MARKED = 600

/** Milliseconds in which the database has to say whether a request is new; what is left of three seconds is the answer's. */
const PATIENCE = 600
/** Milliseconds between two looks at one that another replica has not answered yet, and how many there are. */
const LOOK_EVERY = 50
const LOOKS = 5
/** Milliseconds until answers are told to the database, many at once; until then their replica stands for them. */
const TELL_AFTER = 50
/** Milliseconds between two tries to reach a primary that is away, and between two clearings of what is out of date. */
const TRY_EVERY = 500
const CLEAR_EVERY = 30_000

/** `unknown`: the database could not be asked. */
export type Claim = 'new' | 'replayed' | 'unknown'

export interface UsedRequests {
  /** Whether a request is new to all replicas. From now on it is not. @param until when it is too old anyway, in seconds since 1970 */
  claim(key: string, until: number): Promise<Claim>
  /** The answer has left. */
  answered(key: string): void
  /** Whether the database takes part now. */
  shared(): boolean
  /** Before it each process goes by its own memory. To be called once. */
  start(): void
  stop(): Promise<void>
}

/**
 * @param database closed with it
 * @param known what this process has answered, by key, with its `until`
 */
export function shareUsedRequests(
  database: Database,
  log: Log,
  known: () => Iterable<readonly [string, number]>,
): UsedRequests {
  const stopped = new AbortController()
  let shared = false
  let told = false
  /** While it stands in the table, the table has what this process told it. */
  const mark = randomUUID()
  /** What was taken without the database. */
  let missed: (readonly [string, number])[] = []
  /** It has to be told all there is, not only that. */
  let all = true
  const done: string[] = []
  let telling: NodeJS.Timeout | null = null

  const pause = (milliseconds: number): Promise<void> =>
    sleep(milliseconds, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined)

  function lost(error: unknown): void {
    shared = false
    if (!told && !stopped.signal.aborted)
      log.warn(errorFields(error), 'Replays are looked for in this process alone until the primary is back')
    told = true
  }

  async function take(key: string, until: number): Promise<Claim> {
    for (let look = 0; look < LOOKS; look += 1) {
      if ((await database.command(CLAIM, [key, until])).length > 0) return 'new'
      const [row] = await database.command<{ answered: boolean }>('select answered from used_requests where key = $1', [
        key,
      ])
      if (row?.answered !== false) return 'replayed'
      await sleep(LOOK_EVERY)
    }
    return 'replayed'
  }

  async function tell(): Promise<void> {
    telling = null
    const keys = done.splice(0)
    await database.command('update used_requests set answered = true where key = any ($1)', [keys]).catch(lost)
  }

  async function makeTable(): Promise<void> {
    await database.write(async (sql) => {
      await sql.query('select pg_advisory_xact_lock($1)', [LOCK])
      const [found] = await sql.query<{ there: boolean }>(`select to_regclass('used_requests') is not null as there`)
      if (found?.there !== true) await sql.query(TABLE)
    })
  }

  async function restore(entries: readonly (readonly [string, number])[]): Promise<void> {
    for (let from = 0; from < entries.length; from += BATCH) {
      const batch = entries.slice(from, from + BATCH)
      await database.command(RESTORE, [batch.map(([key]) => key), batch.map(([, until]) => until)])
    }
  }

  const setMark = (): Promise<void> => restore([[mark, Math.floor(Date.now() / 1000) + MARKED]])

  async function join(): Promise<void> {
    await makeTable()
    const marked = await database.command('select from used_requests where key = $1', [mark])
    all ||= marked.length === 0
    await setMark()
    while (all || missed.length > 0) {
      const entries = all ? [...known()] : missed
      missed = []
      all = false
      try {
        await restore(entries)
      } catch (error) {
        all = true
        throw error
      }
    }
    shared = true
    if (told) log.info({}, 'Replays are looked for in all processes again')
    told = false
  }

  async function keepUp(): Promise<void> {
    let cleared = 0
    while (!stopped.signal.aborted) {
      try {
        if (!shared) await join()
        else if (performance.now() - cleared > CLEAR_EVERY) {
          cleared = performance.now()
          await database.command('delete from used_requests where until < $1', [Math.floor(Date.now() / 1000)])
          await setMark()
        }
      } catch (error) {
        lost(error)
      }
      await pause(TRY_EVERY)
    }
  }
  let keeping: Promise<void> = Promise.resolve()

  return {
    shared: () => shared,
    start() {
      keeping = keepUp()
    },
    async claim(key, until) {
      if (shared) {
        try {
          return await inTime(take(key, until))
        } catch (error) {
          lost(error)
        }
      }
      missed.push([key, until])
      if (missed.length > MOST_MISSED) {
        all = true
        missed = []
      }
      return 'unknown'
    },
    answered(key) {
      // What is answered without the database it is told when it is back.
      if (!shared) return
      done.push(key)
      telling ??= setTimeout(() => void tell(), TELL_AFTER).unref()
    },
    async stop() {
      stopped.abort()
      if (telling !== null) clearTimeout(telling)
      if (shared && done.length > 0) await tell()
      await keeping
      await database.close()
    },
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
