/** `npm run deploy` as an operator runs it, against the stand-in for Discord. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands, menus } from '#commands/index.ts'
import { type Discord, startDiscord } from '../discord/standin/index.ts'

const SCRIPT = fileURLToPath(new URL('../../src/cli/deploy.ts', import.meta.url))

let discord: Discord
beforeAll(async () => {
  discord = await startDiscord()
})
afterAll(() => discord.stop())

interface Ended {
  readonly status: number
  readonly out: string
  readonly err: string
}

function deploy(args: readonly string[], token = discord.token): Promise<Ended> {
  const env = { ...process.env, DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl }
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...args], { env }, (error, out, err) =>
      resolve({ status: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

test('a plan tells every difference and exits 1, deploying ends it by one overwrite', async () => {
  const all = commands.length + menus.length
  const planned = await deploy(['--plan'])
  expect(planned.status).toBe(1)
  for (const { declaration } of commands) expect(planned.out).toContain(`${declaration.name}: declared, not registered`)
  expect(discord.overwrites).toBe(0)
  const deployed = await deploy([])
  expect(deployed).toMatchObject({ status: 0, err: '' })
  expect([discord.overwrites, discord.commands.length]).toEqual([1, all])
  expect(await deploy(['--plan'])).toMatchObject({
    status: 0,
    out: `The ${all} commands are registered as declared.\n`,
  })
  discord.assertClean()
})

test('drift in any field is told: a limit, a translation, who may use it', async () => {
  await deploy([])
  const [first, ...others] = discord.commands
  discord.world.commands = [{ ...first, description_localizations: { 'es-ES': 'otra' }, contexts: [0] }, ...others]
  const { status, out } = await deploy(['--plan'])
  expect(status).toBe(1)
  expect(out).toContain(`${String(first?.['name'])} description_localizations.es-ES: `)
  expect(out).toMatch(/contexts\.1: 1 declared, nothing registered/)
})

test('a wrong call and a missing or refused token say what to do and print no secret', async () => {
  expect(await deploy(['--plans'])).toMatchObject({ status: 2 })
  expect((await deploy([], '')).err).toMatch(/DISCORD_TOKEN/)
  const refused = await deploy([], 'wrong-token-wrong-token-wrong')
  expect(refused.status).toBe(1)
  expect(refused.out + refused.err).not.toContain('wrong-token')
})
