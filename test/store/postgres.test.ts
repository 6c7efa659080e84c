import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '#src/database/database.ts'
import { postgresStore } from '#src/store/postgres.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, startPostgres } from '../support/postgres.ts'
import { storeContract } from './contract.ts'
import { record } from './records.ts'

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'PostgreSQL', () => {
  let cluster: Cluster
  let count = 0
  let url = ''
  beforeAll(async () => {
    cluster = await startPostgres()
  })
  afterAll(() => cluster?.stop())

  async function emptySchema(): Promise<string> {
    const name = `t${count++}`
    const database = new Database(cluster.primary.url())
    await database.write((sql) => sql.query(`create schema ${name}`))
    await database.close()
    return cluster.primary.url(name)
  }

  storeContract('a store in PostgreSQL', {
    open: async (now) => {
      url = await emptySchema()
      return postgresStore(new Database(url), { now })
    },
    reopen: async (store, now) => {
      await store.close()
      return postgresStore(new Database(url), { now })
    },
  })

  it('is used by several processes at once: each entry once, in one order', async () => {
    const at = await emptySchema()
    const stores = [0, 1, 2].map(() => postgresStore(new Database(at)))
    const owner = { kind: 'channel', id: '7' } as const
    await Promise.all(
      stores.flatMap((store) => Array.from({ length: 12 }, (_, n) => store.addToDossier(owner, record(`c${n}`)))),
    )
    const [one, ...others] = await Promise.all(stores.map((store) => store.dossier(owner)))
    expect(one?.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    expect(new Set(one?.map(({ citation }) => citation.id)).size).toBe(12)
    for (const other of others) expect(other).toEqual(one)
    await Promise.all(stores.map((store) => store.close()))
  })

  it('leaves alone what a newer version has made', async () => {
    const database = new Database(await emptySchema())
    await database.write(async (sql) => {
      await sql.query('create table store_version (version integer not null)')
      await sql.query('insert into store_version values (99)')
    })
    const store = postgresStore(database)
    await expect(store.check()).rejects.toMatchObject({ fault: 'newer' })
    await store.close()
  })

  it('says that it can’t be reached, in less time than Discord gives', async () => {
    const other = await startPostgres()
    const store = postgresStore(new Database(other.primary.url(), { tryFor: 300 }))
    await other.stop()
    await expect(store.dossier({ kind: 'person', id: '1' })).rejects.toMatchObject({ fault: 'unavailable' })
    await store.close()
  })
})
