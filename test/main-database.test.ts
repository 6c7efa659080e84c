/** `npm start` with DATABASE_URL, as its own processes: what operators and balancers meet. */
import { kill } from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { publishFolder } from '#src/answer/published.ts'
import { Database } from '#src/database/database.ts'
import { startDiscord } from './discord/standin/index.ts'
import { type Process, startProcess } from './scale/processes.ts'
import { REAL_CORPUS } from './support/corpus.ts'
import { type Cluster, NO_POSTGRES, POSTGRES_BIN, type Server, startPostgres } from './support/postgres.ts'
import { newSigner, post, slashBody } from './support/signed.ts'

const discord = newSigner()
/** A word of a question that nothing answers, so that it comes by the gaps too. */
const SECRET = 'zanzibarella'
const ASKER = 271828182

describe.skipIf(POSTGRES_BIN === null)(POSTGRES_BIN === null ? NO_POSTGRES : 'a process on PostgreSQL', () => {
  let cluster: Cluster
  let standby: Server
  let address = ''
  const running: Process[] = []
  beforeAll(async () => {
    cluster = await startPostgres()
    const database = new Database(cluster.primary.url(), { queryWithin: 20_000 })
    await publishFolder(database, REAL_CORPUS)
    await database.close()
    standby = await cluster.primary.replica('standby')
    address = `postgres://postgres@127.0.0.1:${cluster.primary.port},127.0.0.1:${standby.port}/postgres`
  }, 60_000)
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.kill('SIGKILL')))
  })
  afterAll(() => cluster?.stop())

  async function start(environment: Readonly<Record<string, string>> = {}): Promise<Process> {
    const way = 'DISCORD_TOKEN' in environment ? {} : { DISCORD_PUBLIC_KEY: discord.publicKey }
    const started = await startProcess({ DATABASE_URL: address, ...way, ...environment })
    running.push(started)
    return started
  }
  const asked = async (to: Process, name: string, options: Readonly<Record<string, string>>, asker = ASKER) => {
    const body = slashBody(name, options, asker)
    const answer = await post(to.url, body, discord.headers(body))
    return `${answer.status} ${await answer.text()}`
  }
  const scraped = async ({ url }: Process) => (await fetch(new URL('/metrics', url))).text()

  it('answers a burst while it is scraped, finishes it when it is told to stop, and logs no question', async () => {
    const process = await start()
    const right = { country: 'tajikistan', topic: 'border' }
    const burst = Array.from({ length: 60 }, (_, at) => asked(process, 'program', right, at))
    const scrapes = await Promise.all(Array.from({ length: 20 }, () => scraped(process)))
    expect(await asked(process, 'ask', { question: `How many helicopters has ${SECRET}?` })).toMatch(/^200 /)
    expect(await asked(process, 'verify', { quote: `${SECRET} has 12 helicopters` })).toMatch(/^200 /)
    expect(await asked(process, 'cite', { id: `${SECRET}.x.y` })).toMatch(/^200 /)
    await Promise.race(burst)
    const ended = process.kill('SIGTERM')
    for (const answer of await Promise.all(burst)) expect(answer).toMatch(/^200 .*14 border posts/)
    expect(await ended).toBe(0)
    for (const text of scrapes) expect(text).toContain('footnote_corpus_passages ')
    expect(process.said()).not.toMatch(new RegExp(`${SECRET}|helicopters|${ASKER}|border posts`))
  })

  it('shares with another what it has answered, and says so in its metrics', async () => {
    const [one, two] = await Promise.all([start(), start()])
    for (const each of [one, two])
      await expect.poll(() => scraped(each), { timeout: 5000 }).toMatch(/^footnote_replays_shared 1$/m)
    const body = slashBody('help', {})
    const headers = discord.headers(body)
    const statuses = [await post(one.url, body, headers), await post(two.url, body, headers)]
    expect(statuses.map(({ status }) => status)).toEqual([200, 401])
  })

  it('on the gateway with two shards is followed by another when it is killed', { timeout: 40_000 }, async () => {
    const there = await startDiscord({ shards: 2, concurrency: 2 })
    const servers = [there.addServer(0), there.addServer(1)]
    const environment = { DISCORD_TOKEN: there.token, DISCORD_API_URL: there.apiUrl }
    const leader = await start(environment)
    await expect.poll(() => leader.said(), { timeout: 10_000 }).toContain('This process leads')
    const other = await start(environment)
    expect(await scraped(other)).toMatch(/^footnote_gateway_connected 0$/m)
    await there.until(() => there.gateway.counts.identified === 2, 10_000)
    await leader.kill('SIGKILL')
    await there.until(() => there.gateway.counts.identified === 4, 15_000)
    for (const server of servers) {
      const answer = await there.slash('program', { country: 'tajikistan', topic: 'border' }, { server })
      expect([there.attempts(answer), JSON.stringify(answer.data)]).toEqual([1, expect.stringContaining('14 border')])
    }
    expect(await scraped(other)).toMatch(/^footnote_gateway_shard_connected\{shard="1"\} 1$/m)
    there.assertClean()
    expect(await other.kill('SIGTERM')).toBe(0)
    await there.stop()
  })

  it('on the gateway is followed by another when it hangs, and leaves that one alone afterwards', {
    timeout: 60_000,
  }, async () => {
    const there = await startDiscord()
    const environment = { DISCORD_TOKEN: there.token, DISCORD_API_URL: there.apiUrl }
    const leader = await start(environment)
    await expect.poll(() => leader.said(), { timeout: 10_000 }).toContain('This process leads')
    const other = await start(environment)
    kill(leader.pid, 'SIGSTOP')
    await there.until(() => there.gateway.counts.identified === 2, 30_000)
    kill(leader.pid, 'SIGCONT')
    await expect.poll(() => leader.said(), { timeout: 20_000 }).toContain('Another process leads now')
    const answer = await there.slash('program', { country: 'tajikistan', topic: 'border' })
    expect([there.attempts(answer), JSON.stringify(answer.data)]).toEqual([1, expect.stringContaining('14 border')])
    const connected = async (one: Process) => /^footnote_gateway_connected (\d)$/m.exec(await scraped(one))?.[1]
    expect(await connected(other)).toBe('1')
    await expect.poll(() => connected(leader), { timeout: 10_000 }).toBe('0')
    await there.stop()
  })

  // The last, since the primary does not come back.
  it('starts from a standby while the primary is away, and takes part again once another is', async () => {
    await cluster.primary.stop('immediate')
    const process = await start()
    expect(await asked(process, 'program', { country: 'tajikistan', topic: 'border' })).toMatch(
      /^200 .*14 border posts/,
    )
    expect(await asked(process, 'ask', { question: `How many helicopters has ${SECRET}?` })).toMatch(/^200 /)
    expect(await (await fetch(new URL('/healthz', process.url))).json()).toEqual({ ok: true })
    expect(await scraped(process)).toMatch(/^footnote_replays_shared 0$/m)
    await standby.promote()
    await expect.poll(() => scraped(process), { timeout: 10_000 }).toMatch(/^footnote_replays_shared 1$/m)
    expect(await process.kill('SIGTERM')).toBe(0)
    expect(process.said()).not.toMatch(new RegExp(`${SECRET}|helicopters|${ASKER}`))
  })
})
