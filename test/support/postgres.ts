/**
 * PostgreSQL servers of a test's own: made in a scratch folder, listening on a free port of this machine, gone
 * afterwards. They run as another user where the tests run as root, which PostgreSQL refuses to be.
 */
import { execFile, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const VERSIONS = '/usr/lib/postgresql'

/** The folder of PostgreSQL's programs; null where there is none. */
export const POSTGRES_BIN: string | null = existsSync(VERSIONS)
  ? (readdirSync(VERSIONS)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(VERSIONS, version, 'bin'))
      .find((bin) => existsSync(join(bin, 'initdb'))) ?? null)
  : null

export const NO_POSTGRES = 'PostgreSQL is not under /usr/lib/postgresql: its tests are left out.'

export interface Server {
  readonly port: number
  readonly folder: string
  /** For the database `postgres`; a schema of one's own keeps tests apart. */
  url(schema?: string): string
  stop(how?: 'fast' | 'immediate'): Promise<void>
  /** Another server that follows this one. */
  replica(name: string): Promise<Server>
  promote(): Promise<void>
}

/** Root can't run it; anybody else runs it as themselves. */
function account(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // The next one.
    }
  throw new Error('there is neither a user postgres nor nobody to run PostgreSQL as')
}

export interface Cluster {
  readonly primary: Server
  stop(): Promise<void>
}

/** @param settings lines for postgresql.conf */
export async function startPostgres(settings: readonly string[] = []): Promise<Cluster> {
  if (POSTGRES_BIN === null) throw new Error(NO_POSTGRES)
  const bin = POSTGRES_BIN
  const as = account()
  const root = mkdtempSync(join(tmpdir(), 'footnote-pg-'))
  chmodSync(root, 0o755)
  const running: Server[] = []
  const options: SpawnOptions & { cwd: string } = {
    cwd: '/',
    ...as,
    env: { PATH: `${bin}:/usr/bin:/bin`, LC_ALL: 'C' },
  }
  const call = (program: string, args: readonly string[]) => run(join(bin, program), [...args], { ...options })

  const folderFor = (name: string): string => {
    const folder = join(root, name)
    mkdirSync(folder, { mode: 0o700 })
    if (as !== null) chownSync(folder, as.uid, as.gid)
    return folder
  }

  async function launch(folder: string): Promise<Server> {
    const port = await freePort()
    const args = [
      '-D',
      folder,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=`,
    ]
    const child = spawn(join(bin, 'postgres'), args, { ...options, stdio: 'ignore' })
    let ended = false
    const exit = new Promise<void>((resolve) =>
      child.once('exit', () => {
        ended = true
        resolve()
      }),
    )
    await ready(
      () => call('pg_isready', ['-h', '127.0.0.1', '-p', String(port), '-d', 'postgres']),
      () => ended,
    )
    const server: Server = {
      port,
      folder,
      url: (schema) =>
        `postgres://postgres@127.0.0.1:${port}/postgres${schema === undefined ? '' : `?options=-c%20search_path%3D${schema}`}`,
      async stop(how = 'fast') {
        // The postmaster's own signals: fast shutdown, and an end without any farewell.
        if (!ended) child.kill(how === 'fast' ? 'SIGINT' : 'SIGKILL')
        await exit
      },
      async replica(name) {
        const copy = folderFor(name)
        const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres']
        await call('pg_basebackup', [...from, '-D', copy, '-R', '-X', 'stream', '-c', 'fast'])
        // The name by which the primary knows who waits.
        const line = `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres application_name=${name}'\n`
        writeFileSync(join(copy, 'postgresql.auto.conf'), line)
        return launch(copy)
      },
      async promote() {
        await call('pg_ctl', ['promote', '-D', folder, '-w', '-t', '20'])
      },
    }
    running.push(server)
    return server
  }

  const folder = folderFor('primary')
  await call('initdb', ['-D', folder, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  writeFileSync(join(folder, 'postgresql.auto.conf'), `${['fsync = off', ...settings].join('\n')}\n`)
  const primary = await launch(folder)
  return {
    primary,
    async stop() {
      await Promise.all(running.map((server) => server.stop('immediate')))
      // The servers' helpers notice a moment later that their head is gone.
      await sleep(200)
      rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

async function ready(ask: () => Promise<unknown>, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (ended()) break
    try {
      await ask()
      return
    } catch {
      await sleep(100)
    }
  }
  throw new Error('PostgreSQL did not start')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error()),
      )
    })
  })
}
