/** What is told where the database refuses, by the programs themselves: a sentence, no stack, no secret. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'
import { Database } from '#src/database/database.ts'
import { DatabaseRefused } from '#src/database/refused.ts'
import { createLog } from '#src/main/log.ts'
import { openPublishedKnowledge } from '#src/main/published.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, startPostgres } from '../support/postgres.ts'

const program = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))
const publish = [program('cli/corpus.ts'), 'publish', '--corpus', REAL_CORPUS]
const start = [program('main.ts')]

function run(args: readonly string[], address: string): Promise<{ status: unknown; told: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: address, DISCORD_PUBLIC_KEY: 'ab'.repeat(32), PORT: '0' }
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], { env }, (error, out, told) =>
      resolve({ status: error === null ? 0 : error.code, told: out + told }),
    )
  })
}

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'a database that refuses', () => {
  let cluster: Cluster
  let place = ''
  beforeAll(async () => {
    cluster = await startPostgres()
    place = `127.0.0.1:${cluster.primary.port}`
    const database = new Database(cluster.primary.url())
    await database.session(async (sql) => {
      await sql.query(`create role guest login password 'open sesame'`)
      await sql.query('create database notes')
      // Who made the server comes in as ever; others need their password.
      const file = join(cluster.primary.folder, 'pg_hba.conf')
      writeFileSync(file, `host all guest 127.0.0.1/32 scram-sha-256\n${readFileSync(file, 'utf8')}`)
      await sql.query('select pg_reload_conf()')
    })
    await database.close()
  })
  afterAll(() => cluster?.stop())

  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ['a wrong password', () => `postgres://guest:hushhush@${place}/notes`, /refuses the login.*"guest".*DATABASE_URL/],
    ['no password', () => `postgres://guest@${place}/notes`, /refuses the login.*asks for a password/],
    ['a wrong user', () => `postgres://nobody:hushhush@${place}/notes`, /refuses the login.*"nobody"/],
    [
      'a wrong name',
      () => `postgres://postgres@${place}/nets`,
      /no such database.*"nets" does not exist.*DATABASE_URL/,
    ],
    ['a wrong host', () => 'postgres://me:hushhush@no-such-host.invalid/notes', /no host no-such-host\.invalid:5432/],
    [
      'TLS where there is none',
      () => `postgres://postgres@${place}/notes?sslmode=require`,
      /SSL connections; see sslmode/,
    ],
    [
      'no right to make tables',
      () => `postgres://guest:open%20sesame@${place}/notes`,
      /permission denied.*right to create/,
    ],
  ]
  it.each(cases)('%s is told in a sentence', async (_name, address, words) => {
    const database = new Database(address(), { tryFor: 60_000 })
    const writing = database.write((sql) => sql.query('create table public.mine (one integer)'))
    await expect(writing).rejects.toThrow(DatabaseRefused)
    await expect(writing).rejects.toThrow(words)
    await expect(writing).rejects.not.toThrow(/hushhush|sesame/)
    await database.close()
  })

  it.each([
    ['publish', 'a wrong password', publish],
    ['publish', 'no password', publish],
    ['a start', 'a wrong password', start],
    ['a start', 'a wrong name', start],
  ] as const)('%s with %s says so and ends with 1', { timeout: 20_000 }, async (_program, name, args) => {
    const [, address = () => '', words = /^$/] = cases.find(([which]) => which === name) ?? []
    const { status, told } = await run(args, address())
    expect([status, told]).toEqual([1, expect.stringMatching(words)])
    expect(told).not.toMatch(/^\s+at |hushhush|sesame/m)
  })

  it('nobody there is told by publish at once, and by a start when it has waited', async () => {
    const address = 'postgres://me:hushhush@127.0.0.1:1,127.0.0.1:2/notes'
    const { status, told } = await run(publish, address)
    expect([status, told]).toEqual([
      1,
      expect.stringMatching(/can’t be used at 127\.0\.0\.1:1, 127\.0\.0\.1:2.*REFUSED/),
    ])
    expect(told).not.toMatch(/^\s+at |hushhush/m)
    const log = createLog(readConfig({ LOG_LEVEL: 'silent' }))
    const waiting: string[] = []
    const onWaiting = (reason: string) => waiting.push(reason)
    const opening = openPublishedKnowledge({ databaseUrl: address, log, onWaiting, cache: null, patience: 100 })
    await expect(opening).rejects.toThrow('can’t be used at 127.0.0.1:1, 127.0.0.1:2')
    expect(waiting).toEqual(['the database can’t be reached; the log says why'])
  })

  it('one host that refuses leaves the others', async () => {
    const database = new Database(`postgres://postgres@no-such-host.invalid,${place}/notes`)
    expect(await database.read((sql) => sql.query('select 1 as one'))).toEqual([{ one: 1 }])
    expect(await database.write((sql) => sql.query('select 1 as one'))).toEqual([{ one: 1 }])
    await database.close()
  })

  it('all hosts that refuse are told, each with its reason, without waiting', async () => {
    const database = new Database(`postgres://guest:hushhush@no-such-host.invalid,${place}/notes`, { tryFor: 60_000 })
    const reading = database.read((sql) => sql.query('select 1'))
    await expect(reading).rejects.toThrow(DatabaseRefused)
    await expect(reading).rejects.toThrow(/There is no host[\s\S]*refuses the login|refuses the login[\s\S]*no host/)
    await database.close()
  })
})
