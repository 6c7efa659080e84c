/** Who leads, when several processes could: told with a database of the test's own. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '#src/database/database.ts'
import { type Candidate, standForElection } from '#src/discord/leader.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, startPostgres } from '../support/postgres.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'of several processes', () => {
  let cluster: Cluster
  const events: string[] = []
  beforeAll(async () => {
    cluster = await startPostgres()
  })
  afterAll(() => cluster?.stop())

  /** What a test has opened, ended after it even when it fails: who goes on to lead would keep the lock from the next. */
  const opened: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of opened.splice(0).reverse()) await end()
  })

  function open(options?: { readonly connections: number }): Database {
    const database = new Database(cluster.primary.url(), options)
    opened.push(() => database.close())
    return database
  }

  function candidate(name: string): Candidate {
    const database = open({ connections: 1 })
    const lead = async () => {
      events.push(`${name} leads`)
      return async () => {
        events.push(`${name} leaves`)
      }
    }
    const onFailed = (error: unknown) => events.push(`${name} failed: ${error}`)
    const stands = standForElection({ database, log, lead, onFailed })
    opened.push(() => stands.stop())
    return stands
  }

  it('one leads, keeps to it while the database is away, and another follows when it stops', async () => {
    const one = candidate('one')
    await expect.poll(() => one.leading(), { timeout: 5000 }).toBe(true)
    const two = candidate('two')
    const admin = open()
    const pids = async (text: string): Promise<readonly number[]> =>
      (await admin.read((sql) => sql.query<{ pid: number }>(text))).map(({ pid }) => pid)
    const holders = () => pids(`select pid from pg_locks where locktype = 'advisory' and granted`)
    // Who comes to the lock for the first time while it is free may have it: both must have come before the cut.
    const tried = () => pids(`select pid from pg_stat_activity where query like '%pg_try_advisory_lock%'`)
    await expect.poll(async () => (await tried()).length, { timeout: 5000 }).toBeGreaterThan(0)
    const before = await holders()
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and backend_type = 'client backend'`
    await admin.session((sql) => sql.query(cut))
    // Held again, by a connection that was made since.
    await expect
      .poll(async () => (await holders()).filter((pid) => !before.includes(pid)), { timeout: 10_000 })
      .toHaveLength(1)
    expect([one.leading(), two.leading()]).toEqual([true, false])
    await one.stop()
    await expect.poll(() => two.leading(), { timeout: 5000 }).toBe(true)
    await two.stop()
    expect(events).toEqual(['one leads', 'one leaves', 'two leads', 'two leaves'])
  })

  it('says so when what the leader does can’t be started', async () => {
    const database = open({ connections: 1 })
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const lead = () => Promise.reject(new Error('no gateway'))
    const failing = standForElection({ database, log, lead, onFailed: resolve })
    opened.push(() => failing.stop())
    expect(String(await promise)).toContain('no gateway')
    expect(failing.leading()).toBe(false)
  })
})
