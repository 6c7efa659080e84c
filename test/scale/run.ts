/**
 * `node test/scale/run.ts [endpoint|gateway]`: what happens to answers when processes and servers are killed under
 * load, on this machine with servers of its own. About two minutes; not part of `npm test`. `node --expose-gc
 * test/scale/run.ts search 1000 30000 100000`: both engines at these sizes; several minutes.
 */
import { POSTGRES_BIN } from '../support/postgres.ts'
import { endpointUnderLoad } from './endpoint.ts'
import { gatewayUnderLoad } from './gateway.ts'
import { searchAtSize } from './search.ts'

const corpus = new URL('../../corpus', import.meta.url).pathname
const [only, ...sizes] = process.argv.slice(2)

const tell = (name: string, figures: object): void => {
  const shown = Object.entries(figures)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([key, value]) => `${key} ${String(value)}`)
  process.stdout.write(`${name}: ${shown.join(', ')}\n`)
}

if (POSTGRES_BIN === null) {
  process.stderr.write('PostgreSQL is needed under /usr/lib/postgresql.\n')
  process.exit(1)
}
if (only === undefined || only === 'endpoint') await endpointUnderLoad(corpus, tell)
if (only === undefined || only === 'gateway')
  for (const shards of [
    { shards: 1, concurrency: 1 },
    { shards: 2, concurrency: 2 },
    { shards: 2, concurrency: 1 },
  ])
    await gatewayUnderLoad(corpus, shards, tell)
if (only === 'search') await searchAtSize(corpus, sizes.map(Number), tell)
