/** For growing.ts: makes so many sheets, adds them, starts twice and changes one; prints what each took. */
import { appendFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { CorpusKeeper } from '#src/answer/keeper.ts'
import { prepareChecks } from '#src/answer/verify.ts'
import { addSources } from '#src/corpus/import/add.ts'
import type { Source } from '#src/corpus/import/sources.ts'
import { countryName, findPlaces } from '#src/corpus/places/index.ts'
import { generateSheets } from './generate.ts'
import { collected, used } from './memory.ts'

const count = Number(process.argv[2] ?? '0')
/** Short sheets, so that ten thousand of them fit into an ordinary machine's memory. */
const PASSAGES = 5
/** The event loop is looked at this often, in milliseconds; that much is no waiting. */
const RESOLUTION = 5

const home = await mkdtemp(join(tmpdir(), 'footnote-bench-'))
const folder = join(home, 'corpus')
const cache = join(home, 'cache')
await mkdir(folder)
try {
  const sheets = generateSheets(count * PASSAGES, 1, PASSAGES)
  const sources = sheets.map(({ file, text }): Source => {
    const name = file.replace(/\.md$/, '.txt')
    const bytes = Buffer.from(text.slice(text.indexOf('\n---\n', 4) + 5))
    return { label: name, name, receive: async () => ({ ok: true, bytes, warnings: [] }) }
  })
  const countries = { find: (text: string) => findPlaces(text), name: countryName }
  const adding = performance.now()
  const options = { folder, facts: new Map(), countries, today: '2026-11-22', write: true }
  for await (const result of addSources(sources, options)) if (!result.ok) throw new Error(result.message)
  const add = performance.now() - adding

  const start = () => CorpusKeeper.open({ folder, cache, prepare: prepareChecks })
  const before = performance.now()
  await (await start()).stop()
  const middle = performance.now()
  const keeper = await start()
  const warm = performance.now() - middle
  collected()
  const held = used()

  const [first = ''] = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  await appendFile(join(folder, first), '\nThe program opened a further court.\n')
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  const changing = performance.now()
  const old = keeper.library()
  await keeper.refresh()
  const swap = performance.now() - changing
  await new Promise((done) => setTimeout(done, 4 * RESOLUTION))
  delay.disable()
  if (keeper.library() === old) throw new Error('the change was not taken up')
  const wait = Math.max(0, delay.max / 1e6 - RESOLUTION)
  process.stdout.write(JSON.stringify({ add, cold: middle - before, warm, swap, wait, held }))
} finally {
  await rm(home, { recursive: true, force: true })
}
