/** A server's settings while the store can't be read. */
import { MessageFlags } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { openCorpus } from '#src/answer/open.ts'
import { botOver } from '#src/cli/open-bot.ts'
import { StoreError } from '#src/store/errors.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { slashBody } from '../support/signed.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

it('stay as they were last known: who wants private replies gets no public one', async () => {
  const store = sqliteStore(':memory:')
  const real = store.settings.bind(store)
  let away = false
  const gone = () => Promise.reject(new StoreError('unavailable', 'gone'))
  Object.assign(store, { settings: (server: string) => (away ? gone() : real(server)) })
  const bot = botOver(await openCorpus(REAL_CORPUS), store, log)
  async function isPrivate(): Promise<boolean> {
    const { body } = await bot.respond(JSON.parse(slashBody('glossary', { term: 'RLA' })))
    const flags = 'data' in body && body.data !== undefined && 'flags' in body.data ? body.data.flags : 0
    return (Number(flags ?? 0) & MessageFlags.Ephemeral) !== 0
  }
  expect(await isPrivate()).toBe(false)
  await store.setSetting('4', 'private', 'yes')
  expect(await isPrivate()).toBe(true)
  away = true
  expect(await isPrivate()).toBe(true)
  await store.close()
})
