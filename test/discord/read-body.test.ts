/** Signed bodies that are not whole: refused as such before the bot reads them, or answered; never a fault of the bot. */
import { ApplicationCommandOptionType, ComponentType } from 'discord-api-types/v10'
import { beforeAll, expect, it } from 'vitest'
import { openCorpus } from '#src/answer/open.ts'
import { botOver } from '#src/cli/open-bot.ts'
import type { FootnoteBot } from '#src/discord/bot.ts'
import { endpointApp, type Refused } from '#src/discord/http.ts'
import { type Act, countingIds, localUser, makeInteraction, type Scene } from '#src/discord/make-interaction.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { newSigner } from '../support/signed.ts'

const discord = newSigner()
const faults: string[] = []
const fault = (fields: object, text: string) => faults.push(`${text} ${JSON.stringify(fields)}`)
const log = { info: () => undefined, warn: fault, error: fault }
const refused: Refused[] = []
let bot: FootnoteBot
beforeAll(async () => {
  bot = botOver(await openCorpus(REAL_CORPUS), sqliteStore(':memory:'), log)
})
const app = endpointApp({
  publicKey: discord.publicKey,
  bot: () => bot,
  log,
  onRefused: (reason) => refused.push(reason),
})

const scene: Scene = {
  ids: countingIds(),
  applicationId: '1',
  user: localUser('2', 'Anna'),
  channelId: '3',
  guildId: '4',
  locale: 'en-GB',
}
const text = { type: ApplicationCommandOptionType.String, value: 'tajikistan' } as const
const ACTS: readonly Act[] = [
  { kind: 'command', name: 'program', options: [{ ...text, name: 'country' }] },
  {
    kind: 'command',
    name: 'dossier',
    options: [
      { name: 'add', type: ApplicationCommandOptionType.Subcommand, options: [{ ...text, name: 'id', value: 'x' }] },
    ],
  },
  { kind: 'autocomplete', name: 'program', options: [{ ...text, name: 'country', focused: true }] },
  { kind: 'modal', customId: 'x', components: [], message: null },
]
const BUTTON = {
  ...makeInteraction({ kind: 'modal', customId: 'x', components: [], message: null }, scene),
  type: 3,
  data: { component_type: ComponentType.Button, custom_id: 'x' },
  message: {
    id: '5',
    flags: 64,
    content: '',
    interaction_metadata: { id: '6', user: { id: '2' } },
    components: [{ type: ComponentType.TextDisplay, content: '-# /program country:tajikistan' }],
  },
}
const MENU = {
  ...makeInteraction({ kind: 'command', name: 'Check quotes', options: [] }, scene),
  data: { id: '1', type: 3, name: 'Check quotes', target_id: '9', resolved: { messages: { 9: { content: 'x' } } } },
}

/** Where something stands in a body, at whatever depth. */
function placesIn(body: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, inner]) => [[...path, key], ...placesIn(inner, [...path, key])])
}

/** The body with something else there; undefined: without it. */
function changed(body: unknown, [key, ...path]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const copy: Record<string, unknown> = { ...(body as object) }
  copy[key] = changed(copy[key], path, value)
  return Array.isArray(body) ? Object.values(copy) : copy
}

it.each([...ACTS.map((act) => makeInteraction(act, scene)), BUTTON, MENU])('$type $data.name', async (whole) => {
  faults.length = 0
  const statuses = new Set<number>()
  for (const path of placesIn(whole))
    for (const value of [undefined, null, 5, '', 'x', [null], {}]) {
      const body = JSON.stringify(changed(whole, path, value))
      refused.length = 0
      const { status } = await app.request('/interactions', { method: 'POST', body, headers: discord.headers(body) })
      statuses.add(status)
      const told = { at: path.join('.'), value, status, refused: [...refused], faults: [...faults] }
      // The same body is made in several ways; seen before, it is refused for that.
      const replayed = refused[0] === 'replayed'
      const right = status === 200 ? [] : replayed ? ['replayed'] : ['malformed']
      expect(told).toEqual({ ...told, status: status === 200 ? 200 : replayed ? 401 : 400, refused: right, faults: [] })
    }
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400]))
})
