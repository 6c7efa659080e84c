import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Discord, startDiscord } from './discord/standin/index.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** `npm start` as its own process, logging in to the stand-in. */
describe('the process', () => {
  let discord: Discord
  let child: ChildProcess | undefined
  let said = ''
  beforeEach(async () => {
    discord = await startDiscord()
  })
  afterEach(async () => {
    child?.kill('SIGKILL')
    await discord.stop()
  })

  function start(token: string, extra: NodeJS.ProcessEnv = {}): Promise<number | null> {
    said = ''
    const env = { ...process.env, DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'trace', ...extra }
    child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
    return once(child, 'exit').then(([code]) => code)
  }
  const up = () => discord.until(() => said.includes('https://discord.com/oauth2/authorize'), 20_000)

  test('prints the invite link, answers, and ends with 0 on SIGTERM, its token in no line', async () => {
    const exit = start(discord.token)
    await up()
    await discord.slash('help')
    child?.kill('SIGTERM')
    expect(await exit).toBe(0)
    expect(said).not.toContain(discord.token)
    discord.assertClean()
  })

  test('ends with 1 for a wrong token, and says what to do', async () => {
    expect(await start('not-the-token-of-any-bot')).toBe(1)
    expect(said).toContain('Reset Token')
  })

  test('ends with 1 where another program listens already, and says what to do', async () => {
    const port = new URL(discord.apiUrl).port
    expect(await start('', { PORT: port })).toBe(1)
    expect(said).toContain(`Nothing can listen at 127.0.0.1:${port}`)
    expect(said).toContain('set PORT')
    expect(said).not.toContain('.js:')
  })

  test('ends with 1 when Discord closes for good while it serves', async () => {
    const exit = start(discord.token)
    await up()
    discord.gateway.drop(4014)
    expect(await exit).toBe(1)
    expect(said).toContain('Privileged Gateway Intents')
  })
})
