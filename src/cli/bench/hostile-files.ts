/** Whether a file can hang `corpus add`, break it or fill the memory: each hostile file of the tests, one by one. */
import { type ChildProcess, execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FILES, type HostileFile, LARGE, TEXTS } from '#test/corpus/import/made/hostile-files.ts'
import type { BenchSection } from './rows.ts'

const PROGRAM = fileURLToPath(new URL('../corpus.ts', import.meta.url))
const MB = 1_000_000
/** Milliseconds between two looks at what the processes hold. */
const EVERY = 10
/** What the issue of a file is: a sheet, or a refusal. */
const WELL = new Set([0, 1])

export const hostileFiles: BenchSection = {
  name: 'Hostile files',
  beside: '–',
  notes: [
    'Each hostile file of the tests is added by `corpus add --yes` in a process of its own. The memory is the sum of what it and the process that converts for it hold (Linux only), looked at every 10 ms.',
  ],
  async run({ quick }) {
    const texts = TEXTS.map(([what, text]): HostileFile => [what, 'a.txt', () => text])
    const files = quick ? LARGE : [...texts, ...FILES, ...LARGE]
    const home = await mkdtemp(join(tmpdir(), 'footnote-bench-'))
    const added: Added[] = []
    try {
      for (const file of files) added.push(await add(file, home))
    } finally {
      await rm(home, { recursive: true, force: true })
    }
    const most = (of: keyof Added) => added.reduce((sum, one) => Math.max(sum, Number(one[of])), 0)
    const broken = added.filter(({ well }) => !well).length
    const all = `${files.length} files`
    return [
      { measure: `${all}, broken down`, unit: 'times', ours: broken, beside: null, target: 0 },
      { measure: `${all}, the slowest`, unit: 's', ours: most('took') / 1000, beside: null, target: 32 },
      { measure: `${all}, most memory`, unit: 'MB', ours: most('held') / MB, beside: null, target: 500 },
    ]
  },
}

interface Added {
  readonly well: boolean
  readonly took: number
  readonly held: number
}

async function add([, name, make]: HostileFile, home: string): Promise<Added> {
  const content = await make()
  const path = join(home, name)
  await writeFile(path, typeof content === 'string' ? Buffer.from(content) : content)
  const since = performance.now()
  let child: ChildProcess | null = null
  let ended = false
  const status = new Promise<number>((done) => {
    child = execFile(
      process.execPath,
      [PROGRAM, 'add', '--yes', '--corpus', join(home, 'corpus'), path],
      { maxBuffer: 100 * MB },
      (error) => {
        ended = true
        done(error === null ? 0 : typeof error.code === 'number' ? error.code : -1)
      },
    )
  })
  let held = 0
  while (!ended) {
    held = Math.max(held, await heldBy(Number((child as ChildProcess | null)?.pid)))
    await new Promise((done) => setTimeout(done, EVERY))
  }
  return { well: WELL.has(await status), took: performance.now() - since, held }
}

/** Bytes that a process and those that it started hold; 0 where the system doesn't tell or the process has ended. */
async function heldBy(pid: number): Promise<number> {
  const told = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(await told('status')) ?? []
  const started = (await told(`task/${pid}/children`)).split(' ').filter((one) => one !== '')
  const theirs = await Promise.all(started.map((one) => heldBy(Number(one))))
  return Number(kilobytes) * 1024 + theirs.reduce((sum, one) => sum + one, 0)
}
