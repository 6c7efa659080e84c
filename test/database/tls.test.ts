/** The way to PostgreSQL over TLS, with a certificate of the test's own. */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Database } from '#src/database/database.ts'
import { temporaryFolder } from '../support/corpus.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, startPostgres } from '../support/postgres.ts'

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const NAME = POSTGRES_BIN === null ? NO_POSTGRES : 'TLS to PostgreSQL'
describe.skipIf(POSTGRES_BIN === null || !hasOpenssl())(NAME, () => {
  const folder = temporaryFolder()
  let cluster: Cluster
  beforeAll(async () => {
    const openssl = (args: string) => execFileSync('openssl', args.split(' '), { cwd: folder, stdio: 'ignore' })
    const key = (name: string) => `-newkey rsa:2048 -nodes -keyout ${name}.key -subj /CN=${name}`
    openssl(`req -x509 ${key('authority')} -days 2 -out authority.crt`)
    openssl(`req ${key('server')} -out server.csr`)
    writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost')
    const by = '-CA authority.crt -CAkey authority.key -CAcreateserial'
    openssl(`x509 -req -in server.csr ${by} -days 2 -extfile names -out server.crt`)
    cluster = await startPostgres()
    const { uid, gid } = statSync(cluster.primary.folder)
    for (const file of ['server.key', 'server.crt']) {
      const copy = join(cluster.primary.folder, file)
      copyFileSync(join(folder, file), copy)
      chmodSync(copy, 0o600)
      chownSync(copy, uid, gid)
    }
    const admin = new Database(cluster.primary.url())
    await admin.session((sql) => sql.query('alter system set ssl = on'))
    await admin.session((sql) => sql.query('select pg_reload_conf()'))
    await vi.waitFor(async () => {
      expect(await admin.read((sql) => sql.query(`select current_setting('ssl') as ssl`))).toEqual([{ ssl: 'on' }])
    }, 5000)
    await admin.close()
  }, 60_000)
  afterAll(() => cluster?.stop())

  async function over(hosts: string, query: string): Promise<unknown> {
    const database = new Database(`postgres://postgres@${hosts}:${cluster.primary.port}/postgres?${query}`)
    const text = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()'
    try {
      return await database.read((sql) => sql.query(text))
    } finally {
      await database.close()
    }
  }
  const full = (authority: string) => `sslmode=verify-full&sslrootcert=${join(folder, authority)}`

  it('is taken where the certificate is the host’s and by who is trusted, one of several hosts too', async () => {
    expect(await over('localhost', full('authority.crt'))).toEqual([{ ssl: true }])
    expect(await over('127.0.0.1:1,localhost', full('authority.crt'))).toEqual([{ ssl: true }])
  })

  it('is refused with a sentence where it is not', async () => {
    await expect(over('localhost', 'sslmode=verify-full')).rejects.toThrow(/localhost:\d+ is not trusted/)
    await expect(over('127.0.0.1', full('authority.crt'))).rejects.toThrow(/127\.0\.0\.1:\d+ is not trusted.*altnames/)
    await expect(over('localhost', full('nobody.crt'))).rejects.toThrow(/A file that DATABASE_URL names.*nobody\.crt/)
  })
})
