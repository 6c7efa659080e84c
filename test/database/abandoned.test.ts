/** A primary whose standby is gone: commits wait for nobody, and must not keep everybody else out. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Abandoned } from '#src/database/abandoned.ts'
import { Database } from '#src/database/database.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, startPostgres } from '../support/postgres.ts'

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'a primary without its standby', () => {
  let cluster: Cluster
  beforeAll(async () => {
    // Nobody follows under this name, so that every commit waits as it does once a standby is gone.
    const settings = ['max_connections = 20', "synchronous_standby_names = 'gone'", 'synchronous_commit = local']
    cluster = await startPostgres(settings)
    const admin = new Database(cluster.primary.url())
    await admin.write((sql) => sql.query('create table kept (one integer)'))
    await admin.close()
  })
  afterAll(() => cluster?.stop())

  it('takes no write, keeps no connection waiting, and goes on answering', { timeout: 30_000 }, async () => {
    const waiting = `${cluster.primary.url()}?options=-c%20synchronous_commit%3Don`
    const database = new Database(waiting, { queryWithin: 100 })
    for (let turn = 0; turn < 10; turn += 1) {
      const write = () => database.write((sql) => sql.query('insert into kept values (1)'))
      const writes = await Promise.allSettled(Array.from({ length: 10 }, write))
      expect(new Set(writes.map(({ status }) => status))).toEqual(new Set(['rejected']))
    }
    expect(await database.read((sql) => sql.query('select 1 as one'))).toEqual([{ one: 1 }])
    await database.close()
    const admin = new Database(cluster.primary.url())
    const left = `select from pg_stat_activity where wait_event = 'SyncRep'`
    await expect.poll(() => admin.read((sql) => sql.query(left)), { timeout: 5000 }).toEqual([])
    await admin.close()
  })

  it('answers reads while writes wait', async () => {
    const database = new Database(`${cluster.primary.url()}?options=-c%20synchronous_commit%3Don`)
    const write = () => database.write((sql) => sql.query('insert into kept values (1)'))
    const writes = Promise.allSettled(Array.from({ length: 40 }, write))
    let over = false
    void writes.then(() => {
      over = true
    })
    let reads = 0
    for (; !over; reads += 10) {
      // Together they need all the connections that the writes leave.
      await Promise.all(Array.from({ length: 10 }, () => database.read((sql) => sql.query('select 1 as one'))))
      await sleep(20)
    }
    expect(reads).toBeGreaterThan(20)
    expect(new Set((await writes).map(({ status }) => status))).toEqual(new Set(['rejected']))
    await database.close()
  })

  it('ends nothing of another connection that has the same number by now', async () => {
    const other = new Database(cluster.primary.url())
    await other.session(async (sql) => {
      const pid = async () => (await sql.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid ?? 0
      const before = await pid()
      const abandoned = new Abandoned({ connectionString: cluster.primary.url() })
      abandoned.end({ pid: before, started: '1.000000' })
      await abandoned.close()
      expect(await pid()).toBe(before)
    })
    await other.close()
  })
})
