/**
 * Two replicas of the signed endpoint behind nginx (or what stands for it where it is not installed), PostgreSQL with a standby, and a stream of questions: an
 * endpoint is killed, then the primary, then what no one signed is sent.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { publishFolder } from '#src/answer/published.ts'
import { Database } from '#src/database/database.ts'
import { postgresStore } from '#src/store/postgres.ts'
import type { Store } from '#src/store/store.ts'
import { record } from '../store/records.ts'
import { type Server, startPostgres } from '../support/postgres.ts'
import { newSigner, pingBody, post } from '../support/signed.ts'
import { type Balancer, startBalancer } from './balancer.ts'
import { hang } from './hang.ts'
import { startLoad } from './load.ts'
import { findNginx, startNginx } from './nginx.ts'
import { startProcess } from './processes.ts'

const EACH = 50
const OWNER = { kind: 'person', id: 'scale' } as const

export async function endpointUnderLoad(corpus: string, tell: (name: string, figures: object) => void): Promise<void> {
  // A commit is told only when the standby shows it.
  const cluster = await startPostgres(["synchronous_standby_names = 'standby'", 'synchronous_commit = local'])
  const discord = newSigner()
  const { primary } = cluster
  const standby = await primary.replica('standby')
  const address = `postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/postgres`
  const database = new Database(address, { queryWithin: 20_000 })
  await database.session((sql) => sql.query('alter system set synchronous_commit = remote_apply'))
  await database.session((sql) => sql.query('select pg_reload_conf()'))
  await publishFolder(database, corpus)
  const start = () => startProcess({ DISCORD_PUBLIC_KEY: discord.publicKey, DATABASE_URL: address })
  const replicas = await Promise.all([start(), start()])
  const balancer = await balance(replicas.map(({ url }) => url))
  tell('the balancer', { is: findNginx() ?? 'the one of this folder' })
  try {
    const calm = startLoad(balancer.url, discord, EACH)
    await sleep(4000)
    tell('nothing happens', await calm.stop())

    const first = startLoad(balancer.url, discord, EACH)
    await sleep(1000)
    await replicas[0]?.kill('SIGTERM')
    await sleep(2000)
    tell('an endpoint is told to stop', { ...(await first.stop()), moved: balancer.moved() })
  } finally {
    await balancer.stop()
  }

  const again = [await start(), replicas[1]].filter((replica) => replica !== undefined)
  const second = await balance(again.map(({ url }) => url))
  try {
    const load = startLoad(second.url, discord, EACH)
    await sleep(1000)
    await replicas[1]?.kill('SIGKILL')
    await sleep(2000)
    tell('an endpoint is killed', { ...(await load.stop()), moved: second.moved() })
  } finally {
    await second.stop()
  }

  const both = [again[0], await start()].filter((replica) => replica !== undefined)
  const third = await balance(both.map(({ url }) => url))
  const store = postgresStore(new Database(address))
  try {
    for (const [name, server] of [
      ['standby', standby],
      ['primary', primary],
    ] as const) {
      const hanging = startLoad(third.url, discord, EACH)
      await sleep(1000)
      const goOn = hang(server)
      await sleep(6000)
      goOn()
      await sleep(1000)
      tell(`the ${name} hangs for six seconds`, await hanging.stop())
    }

    const load = startLoad(third.url, discord, EACH)
    const writing = startWriting(store)
    await sleep(2000)
    const down = performance.now()
    await primary.stop('immediate')
    await promoteAfter(standby, 1000)
    const promoted = performance.now() - down
    await sleep(4000)
    const { acknowledged, refused, pause } = await writing.stop()
    const kept = new Set((await store.dossier(OWNER)).map(({ citation }) => citation.id))
    const lost = acknowledged.filter((id) => !kept.has(id)).length
    tell('the primary is killed', await load.stop())
    tell('… and the writes', {
      acknowledged: acknowledged.length,
      lost,
      refused,
      'promoted after ms': Math.round(promoted),
      'longest pause ms': Math.round(pause),
    })
    tell('requests that are not Discord’s', await intrude(third.url, discord))
    tell(
      'a replay to the other endpoint',
      await replay(
        both.map(({ url }) => url),
        discord,
      ),
    )
    const metrics = await Promise.all(both.map(async ({ url }) => (await fetch(new URL('/metrics', url))).text()))
    const counted = metrics
      .flatMap((text) => [...text.matchAll(/footnote_requests_refused_total\{reason="\w[\w-]*"\} (\d+)/g)])
      .reduce((sum, [, count]) => sum + Number(count), 0)
    tell('… counted by the endpoints', { refused: counted })
  } finally {
    await third.stop()
    await store.close()
    await Promise.all([...replicas, ...both].map((replica) => replica.kill('SIGKILL')))
    await database.close()
    await cluster.stop()
  }
}

/** nginx as it is configured in `deploy/`, where it is installed. */
function balance(targets: readonly string[]): Promise<Balancer> {
  const program = findNginx()
  return program === null ? startBalancer(targets) : startNginx(program, targets)
}

/** As the operator's failover does once it is sure that the primary is gone. */
async function promoteAfter(standby: Server, milliseconds: number): Promise<void> {
  await sleep(milliseconds)
  await standby.promote()
}

function startWriting(store: Store) {
  const acknowledged: string[] = []
  let refused = 0
  let pause = 0
  let last = performance.now()
  let going = true
  const done = (async () => {
    for (let at = 0; going && at < 450; at += 1) {
      const id = `scale.${at}`
      try {
        await store.addToDossier(OWNER, record(id))
        acknowledged.push(id)
        pause = Math.max(pause, performance.now() - last)
        last = performance.now()
      } catch {
        refused += 1
      }
      await sleep(20)
    }
  })()
  return {
    async stop() {
      going = false
      await done
      return { acknowledged, refused, pause }
    },
  }
}

/** Each request to one endpoint and then to the other, and each to both at once: how many were answered how often. */
async function replay([one = '', two = '']: readonly string[], discord: ReturnType<typeof newSigner>): Promise<object> {
  const times = 40
  const took: number[] = []
  const counts = { never: 0, once: 0, twice: 0 }
  for (let at = 0; at < times; at += 1) {
    const body = pingBody()
    const headers = discord.headers(body)
    const send = async (url: string) => {
      const start = performance.now()
      const { status } = await post(url, body, headers)
      if (status === 200) took.push(performance.now() - start)
      return Number(status === 200)
    }
    const [first, second] = at % 2 === 0 ? [one, two] : [two, one]
    const statuses =
      at < times / 2 ? [await send(first), await send(second)] : await Promise.all([send(first), send(second)])
    const answered = statuses.reduce((sum, status) => sum + status, 0)
    counts[answered === 0 ? 'never' : answered === 1 ? 'once' : 'twice'] += 1
  }
  took.sort((a, b) => a - b)
  return { sent: times, ...counts, 'p50 ms of a ping': Math.round((took[took.length >> 1] ?? 0) * 10) / 10 }
}

/** How many of each kind were sent, and how many of all were answered as if they were Discord's. */
async function intrude(url: string, discord: ReturnType<typeof newSigner>): Promise<object> {
  const times = 20
  const long = Math.floor(Date.now() / 1000) - 3600
  let answered = 0
  const send = async (body: string, headers: Record<string, string>) => {
    if ((await post(url, body, headers)).status === 200) answered += 1
  }
  for (let at = 0; at < times; at += 1) {
    const body = pingBody()
    const headers = discord.headers(body)
    await post(url, body, headers)
    await send(body, headers)
    await send(body, newSigner().headers(body))
    await send(body, discord.headers(body, long))
    const large = `${' '.repeat(300_000)}${body}`
    await send(large, discord.headers(large))
    await send('{', discord.headers('{', Math.floor(Date.now() / 1000) - at))
  }
  return { replayed: times, forged: times, stale: times, oversized: times, malformed: times, answered }
}
