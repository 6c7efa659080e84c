/** /glossary without a term: every term is on some page, each on one. */
import type { APIMessage } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import type { Handled } from '#src/discord/bot.ts'
import { countingIds, localUser, makeInteraction } from '#src/discord/make-interaction.ts'
import { corpusOf, sheetOf } from '../support/corpus.ts'
import { textsOf } from '../support/seen.ts'
import { nested } from './standin/rules/components.ts'

const scene = {
  ids: countingIds(),
  applicationId: '1',
  user: localUser('2', 'Ann'),
  channelId: '3',
  guildId: '4',
  locale: 'en-GB',
} as const

const names = ['Advisory', 'Border', 'Customs', 'Detective', 'Evidence', 'Forensic', 'Guard', 'Harbor', 'Inspection']
/** `Advisory Border Customs Unit (ABCU)`, … */
const TERMS = names.flatMap((one) =>
  names.flatMap((two) =>
    names
      .slice(0, 2)
      .map((three) => ({ long: `${one} ${two} ${three} Unit`, short: `${one[0]}${two[0]}${three[0]}U` })),
  ),
)

test('pages through a list that is longer than a message', async () => {
  const body = TERMS.map(({ long, short }) => `INL supports the ${long} (${short}) with training.`).join('\n\n')
  const bot = await openBot(corpusOf({ 'mali.md': sheetOf({ countries: '[ML]' }, body) }))
  const shown: string[] = []
  let handled: Handled = await bot.handle(makeInteraction({ kind: 'command', name: 'glossary', options: [] }, scene))
  for (let page = 0; page < 20; page += 1) {
    shown.push(
      ...textsOf(handled.message ?? {}).flatMap((text) =>
        [...text.matchAll(/^\*\*([A-Z]{4})\*\*/gm)].map(([, short = '']) => short),
      ),
    )
    const next = nested(handled.message?.components).find((one) => String(one['label']).startsWith('More'))
    if (next === undefined) break
    const message = { id: '5', components: handled.message?.components } as unknown as APIMessage
    const data = { component_type: 2, custom_id: String(next['custom_id']) } as const
    handled = await bot.handle(makeInteraction({ kind: 'component', message, data }, scene))
  }
  expect(shown).toEqual([...new Set(TERMS.map(({ short }) => short))].sort())
})
