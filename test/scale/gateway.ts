/** Two processes with one token: the one on the gateway is killed while people ask. */
import { setTimeout as sleep } from 'node:timers/promises'
import { publishFolder } from '#src/answer/published.ts'
import { Database } from '#src/database/database.ts'
import { startDiscord } from '../discord/standin/index.ts'
import { startPostgres } from '../support/postgres.ts'
import { startProcess } from './processes.ts'

const EACH = 100

/** @param concurrency how many shards Discord lets identify at once, every five seconds */
export async function gatewayUnderLoad(
  corpus: string,
  { shards, concurrency }: { readonly shards: number; readonly concurrency: number },
  tell: (name: string, figures: object) => void,
): Promise<void> {
  const discord = await startDiscord(shards === 1 ? {} : { shards, concurrency })
  const servers = Array.from({ length: shards }, (_, shard) => discord.addServer(shard))
  const cluster = await startPostgres()
  const address = cluster.primary.url()
  const database = new Database(address, { queryWithin: 20_000 })
  await publishFolder(database, corpus)
  const start = () =>
    startProcess({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DATABASE_URL: address })
  const leader = await start()
  await until(() => leader.said().includes('This process leads'))
  const other = await start()
  await until(() => discord.gateway.counts.identified === shards)
  // As in a bot that has run for a while: its turns to identify are over.
  if (shards > 1) await sleep(6000)
  try {
    const answered: number[] = []
    const lost: number[] = []
    const running: Promise<void>[] = []
    let going = true
    const asking = (async () => {
      for (let at = 0; going; at += 1) {
        const asked = performance.now()
        const [server] = servers.slice(at % shards)
        const by = server === undefined ? {} : { server }
        running.push(
          discord.slash('program', { country: 'tajikistan', topic: 'border' }, by).then(
            () => void answered.push(asked),
            () => void lost.push(asked),
          ),
        )
        await sleep(EACH)
      }
    })()
    await sleep(2000)
    const killed = performance.now()
    await leader.kill('SIGKILL')
    await until(() => discord.gateway.counts.identified === 2 * shards)
    await sleep(3000)
    going = false
    await asking
    await Promise.all(running)
    const back = Math.min(...answered.filter((asked) => asked > killed))
    tell(`the process on the gateway is killed, shards ${shards}, ${concurrency} at once`, {
      asked: running.length,
      answered: answered.length,
      lost: lost.length,
      'answered twice': discord.violations.filter((told) => /already|twice|again/i.test(told)).length,
      'answered again after ms': Math.round(back - killed),
      'asked too soon': discord.gateway.counts.tooSoon,
      violations: discord.violations.length,
    })
  } finally {
    await Promise.all([leader.kill('SIGKILL'), other.kill('SIGKILL')])
    await database.close()
    await cluster.stop()
    await discord.stop()
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 300) throw new Error('waited in vain')
    await sleep(100)
  }
}
