/** `npm start` with a public key, as its own process: it says when it can answer, and ends in good order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { temporaryFolder } from './support/corpus.ts'
import { newSigner, post, slashBody } from './support/signed.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const discord = newSigner()
let child: ChildProcess | undefined
let said = ''
afterEach(() => child?.kill('SIGKILL'))

/** Resolves with the part of what the process says that matches. */
async function start(wanted: RegExp, more: Record<string, string> = {}): Promise<string> {
  said = ''
  const env = {
    ...process.env,
    DISCORD_TOKEN: '',
    DISCORD_PUBLIC_KEY: discord.publicKey,
    STORE_FILE: `${temporaryFolder()}/store.sqlite`,
    PORT: '0',
    ...more,
  }
  const started = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child = started
  return new Promise((resolve, reject) => {
    const hear = (chunk: unknown): void => {
      said += String(chunk)
      const found = wanted.exec(said)
      if (found !== null) resolve(found[1] ?? '')
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
}

it('answers what is signed, tells its health, and logs no question and no person', async () => {
  const url = await start(/fact sheets at (\S+)interactions/)
  expect(await (await fetch(new URL('/healthz', url))).json()).toEqual({ ok: true })
  const body = slashBody('ask', { question: 'How many border posts has INL built in Tajikistan?' })
  const answer = await post(url, body, discord.headers(body))
  expect(await answer.text()).toContain('14 border posts')
  expect((await post(url, body, newSigner().headers(body))).status).toBe(401)
  expect((await fetch(url)).status).toBe(404)
  expect(await (await fetch(new URL('/metrics', url))).text()).toMatch(/footnote_corpus_passages [1-9]/)
  expect(said).not.toMatch(/border posts|271828182845904523/)
})

it('is not healthy before it can answer', async () => {
  const url = await start(/"url":"([^"]+)"/)
  const first = await fetch(new URL('/healthz', url))
  expect([first.status, await first.json()]).toEqual([503, { ok: false, reason: 'the fact sheets are being read' }])
  const body = slashBody('help', {})
  expect((await post(url, body, discord.headers(body))).status).toBe(503)
})

it('answers what is on its way when it is told to stop, and ends with 0', async () => {
  const url = await start(/fact sheets at (\S+)interactions/)
  const bodies = Array.from({ length: 40 }, () => slashBody('program', { country: 'tajikistan', topic: 'border' }))
  const answers = bodies.map((body) => post(url, body, discord.headers(body)).then((answer) => answer.status))
  // The first answer shows that the others have arrived.
  await Promise.race(answers)
  child?.kill('SIGTERM')
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]))
  expect(child === undefined ? null : await once(child, 'exit')).toEqual([0, null])
})
