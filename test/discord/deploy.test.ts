import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deploy } from '#src/discord/deploy.ts'
import { type Discord, startDiscord } from './standin/index.ts'
import { declarations } from './toy.ts'

describe('deploying the commands', () => {
  let discord: Discord
  beforeEach(async () => {
    discord = await startDiscord()
  })
  afterEach(() => discord.stop())

  const by = (apply: boolean, all = declarations) =>
    deploy({ token: discord.token, apiUrl: discord.apiUrl, declarations: all, apply })

  test('a plan says what is missing and changes nothing', async () => {
    const { differences } = await by(false)
    expect(differences.map((one) => [one.command, one.kind])).toEqual(declarations.map(({ name }) => [name, 'missing']))
    expect(discord.overwrites).toBe(0)
  })

  test('it is one overwrite, and none when nothing differs', async () => {
    await by(true)
    expect((await by(true)).differences).toEqual([])
    expect((await by(false)).differences).toEqual([])
    expect(discord.overwrites).toBe(1)
  })

  test('a drift is told field by field', async () => {
    await by(true)
    const drifted = declarations.map((one) => (one.name === 'echo' ? { ...one, contexts: [0, 1, 2] } : one))
    expect((await by(false, drifted)).differences).toEqual([
      { command: 'echo', kind: 'changed', field: 'contexts.2', declared: 2, registered: null },
    ])
  })

  test('a wrong token, an outage and a missing scope say what to do', async () => {
    const { apiUrl } = discord
    await expect(deploy({ token: 'wrong', apiUrl, declarations, apply: true })).rejects.toMatchObject({ kind: 'token' })
    discord.failNext('PUT /applications/:application/commands', { status: 403, code: 50001 })
    await expect(by(true)).rejects.toMatchObject({ kind: 'access' })
    discord.failNext('GET /applications/:application/commands', { status: 503, times: 9 })
    await expect(by(true)).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
