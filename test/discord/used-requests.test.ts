/** Replicas of the endpoint that share what they have answered: each request is answered once, whichever it comes to. */
import type { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Database } from '#src/database/database.ts'
import { endpointApp } from '#src/discord/http.ts'
import type { InteractionResponse } from '#src/discord/surface.ts'
import { shareUsedRequests, type UsedRequests } from '#src/discord/used-requests.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, startPostgres } from '../support/postgres.ts'
import { newSigner, pingBody } from '../support/signed.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const discord = newSigner()
const pong: InteractionResponse = { body: { type: 1 }, files: [] }

interface Replica {
  readonly app: Hono
  readonly used: UsedRequests
  readonly answered: () => number
}

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'replicas with a database', () => {
  let cluster: Cluster
  let address = ''
  const replicas: Replica[] = []
  beforeAll(async () => {
    cluster = await startPostgres()
    const standby = await cluster.primary.replica('standby')
    address = `postgres://postgres@127.0.0.1:${cluster.primary.port},127.0.0.1:${standby.port}/postgres`
    promote = standby.promote
  }, 60_000)
  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(({ used }) => used.stop()))
  })
  afterAll(() => cluster?.stop())
  let promote = async () => {}

  /** @param respond what its bot does */
  async function replica(
    respond: () => Promise<InteractionResponse> = async () => pong,
    at = address,
  ): Promise<Replica> {
    let answered = 0
    let used: UsedRequests | undefined
    const app = endpointApp({
      publicKey: discord.publicKey,
      bot: () => ({
        respond: () => {
          answered += 1
          return respond()
        },
      }),
      log,
      share: (accepted) => {
        used = shareUsedRequests(new Database(at, { tryFor: 250 }), log, accepted)
        return used
      },
    })
    if (used === undefined) throw new Error('nothing is shared')
    used.start()
    const made = { app, used, answered: () => answered }
    replicas.push(made)
    await shared(made)
    return made
  }
  const shared = ({ used }: Replica) => expect.poll(() => used.shared(), { timeout: 10_000 }).toBe(true)

  /** A request, as often and to whom one likes. */
  function request(): (to: Replica) => Promise<number> {
    const body = pingBody()
    const headers = discord.headers(body)
    return async ({ app }) => (await app.request('/interactions', { method: 'POST', body, headers })).status
  }

  it('refuse one that another has answered', async () => {
    const [one, two] = [await replica(), await replica()]
    const send = request()
    expect([await send(one), await send(two), await send(one)]).toEqual([200, 401, 401])
    const other = request()
    expect([await other(two), await other(one)]).toEqual([200, 401])
    // One that starts later knows it too.
    expect(await send(await replica())).toBe(401)
    expect(two.answered()).toBe(1)
  })

  it('answer one that comes to all of them at once in one place', async () => {
    const all = [await replica(), await replica(), await replica()]
    for (const send of Array.from({ length: 20 }, request)) {
      const statuses = await Promise.all(all.map(send))
      expect(statuses.toSorted()).toEqual([200, 401, 401])
    }
    expect(all.reduce((sum, { answered }) => sum + answered(), 0)).toBe(20)
  })

  it('answer one over which another has died', async () => {
    const dying = await replica(() => new Promise(() => {}), `${address}?application_name=dying`)
    const two = await replica()
    const send = request()
    void send(dying)
    await expect.poll(() => dying.answered()).toBe(1)
    const admin = new Database(cluster.primary.url())
    // As when the process is killed: its connections are gone.
    await admin.read((sql) =>
      sql.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dying'`),
    )
    await admin.close()
    expect(await send(two)).toBe(200)
    expect(await send(await replica())).toBe(401)
  })

  it('go on while the database is too slow, and tell it afterwards what they have answered', async () => {
    const [one, two] = [await replica(), await replica()]
    const during = request()
    const admin = new Database(cluster.primary.url())
    await admin.write(async (sql) => {
      await sql.query('lock table used_requests in access exclusive mode')
      expect(await during(one)).toBe(200)
      expect(one.used.shared()).toBe(false)
    })
    await admin.close()
    await Promise.all([shared(one), shared(two)])
    expect(await during(two)).toBe(401)
  })

  it('go on while the primary is away, and know again what was answered when another takes its place', async () => {
    const [one, two] = [await replica(), await replica()]
    const before = request()
    expect(await before(one)).toBe(200)
    await cluster.primary.stop('immediate')
    const during = Array.from({ length: 20 }, request)
    expect(await Promise.all(during.map((send, at) => send(at % 2 === 0 ? one : two)))).toEqual(Array(20).fill(200))
    // Its own it knows in any case.
    expect(await before(one)).toBe(401)
    await promote()
    await Promise.all([shared(one), shared(two)])
    expect(await before(two)).toBe(401)
    expect(await Promise.all(during.map((send, at) => send(at % 2 === 0 ? two : one)))).toEqual(Array(20).fill(401))
  })
})
