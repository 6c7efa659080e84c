import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const KEY = 'ab'.repeat(32)

let root: string
let child: ChildProcess | null = null
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'main-'))
  await cp(fileURLToPath(new URL('../corpus', import.meta.url)), join(root, 'corpus'), { recursive: true })
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(root, { recursive: true })
})

test('a process takes up new sheets, and serves the old ones while a file is broken, saying so', async () => {
  let said = ''
  const env = { PATH: process.env['PATH'], DISCORD_PUBLIC_KEY: KEY, PORT: '0', LOG_LEVEL: 'info', CORPUS_DIR: 'corpus' }
  child = spawn(process.execPath, [main], { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
  await vi.waitFor(() => expect(said).toContain('answers from 5 fact sheets'), 20_000)
  const url = /at (http:\S+?)interactions/.exec(said)?.[1] ?? ''
  const health = async () => (await fetch(`${url}healthz`)).json()
  expect(await health()).toEqual({ ok: true })

  await writeFile(
    join(root, 'corpus/new.md'),
    '---\ntitle: New\ncountries: [ML]\n---\n\nThe police of Mali have radios.\n',
  )
  await vi.waitFor(() => expect(said).toMatch(/"sheets":6/), 20_000)

  await writeFile(join(root, 'corpus/new.md'), '---\ntitel: New\n---\n\nThe police.\n')
  await vi.waitFor(
    async () => expect(await health()).toEqual({ ok: true, reason: expect.stringMatching(/new\.md:2: titel/) }),
    20_000,
  )
  expect(said).toMatch(/go on serving/)

  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
})

test.each([
  ['no folder', 'elsewhere', /elsewhere.*can't be read.*CORPUS_DIR/],
  ['a broken vocabulary', 'corpus', /topics\.yaml:1: topics\.0: .*Cure: /],
])('with %s it says so, what to do about it, and ends with 1', async (_what, folder, words) => {
  await writeFile(join(root, 'corpus/topics.yaml'), 'topics: [1]\n')
  let said = ''
  const env = { PATH: process.env['PATH'], DISCORD_PUBLIC_KEY: KEY, PORT: '0', CORPUS_DIR: folder }
  child = spawn(process.execPath, [main], { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
  expect((await once(child, 'close'))[0]).toBe(1)
  expect(said).toMatch(words)
  expect(said).not.toMatch(/^\s+at /m)
})
