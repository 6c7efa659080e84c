/** Whoever reads in Spanish reads Spanish: every command, button and failure, but for the sources' own words. */
import { fileURLToPath } from 'node:url'
import type { APIMessage } from 'discord-api-types/v10'
import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '#commands/index.ts'
import { openCorpus } from '#src/answer/open.ts'
import { botOver } from '#src/cli/open-bot.ts'
import type { FootnoteBot, Handled } from '#src/discord/bot.ts'
import { type Act, countingIds, localUser, makeInteraction } from '#src/discord/make-interaction.ts'
import { parseSlashLine } from '#src/discord/slash-line.ts'
import { StoreError, type StoreFault } from '#src/store/errors.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import type { Store } from '#src/store/store.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { textsOf } from '../support/seen.ts'
import { nested } from './standin/rules/components.ts'

const FUNDING = fileURLToPath(new URL('../fixtures/funding', import.meta.url))

/** Words that no Spanish sentence has. */
const ENGLISH =
  /\b(?:the|of|is|are|was|were|not|for|and|this|that|with|which|from|have|its|you|your|who|what|more|than|but|or|by|at|in|an|about|could|can|stated|shown|read)\b/i

const LINES: Readonly<Record<string, readonly string[]>> = {
  program: [
    '',
    'country:tajikistan topic:border',
    'country:azerbaijan',
    'topic:community policing',
    'topic:trafficking',
    'country:azerbaijan topic:trafficking',
    'country:georgia topic:police',
    'country:zzzz',
    'country:tajikistan topic:cybercrime',
    'country:tajikistan topic:qwerty',
    'topic:qwerty',
    'country:tajikistan topic:seguridad fronteriza',
  ],
  ask: [
    'question:How many border posts has INL built in Tajikistan?',
    'question:hola',
    'question:How many border posts has INL built in Azerbaijan?',
    'question:How many judges in Palau?',
    'question:How much went to Azerbaijan in 2007?',
    'question:border and police in Tajikistan and Azerbaijan',
  ],
  compare: [
    'countries:azerbaijan, tajikistan topic:border security',
    'countries:azerbaijan topic:x',
    'countries:azerbaijan, japan topic:border',
    'countries:azerbaijan, tajikistan topic:cybercrime',
  ],
  glossary: ['', 'term:RLA', 'term:RLB', 'term:zzzz'],
  programs: ['country:tajikistan', 'country:japan'],
  timeline: ['country:tajikistan', 'country:japan'],
  figures: ['', 'country:tajikistan', 'topic:peacekeeping', 'country:azerbaijan topic:cybercrime', 'country:japan'],
  funding: [
    '',
    'country:azerbaijan',
    'country:azerbaijan year:FY07',
    'country:azerbaijan year:1999',
    'country:azerbaijan account:zzzz',
    'country:tajikistan',
    'country:all',
    'country:azerbaijan year:never',
  ],
  cite: [
    '',
    'text:cops, courts',
    'text:cops, courts format:ris',
    'text:rule of law',
    'text:the cops and the courtiers of old',
    'id:azerbaijan-2009.resident.w4xmvr4s',
    'id:peru-2009.goals.w4xmvr4t',
  ],
  verify: [
    'quote:The RLA program was established in 2005.',
    'quote:the rla program was established in 2004.',
    'quote:abc',
    'quote:Azerbaijan got $2.5 million in FY07 and 41 border posts.',
  ],
  dossier: [
    'show',
    'add id:cops, courts note:nota',
    'add id:14 border posts',
    'add id:cops, courts',
    'move entry:2 position:1',
    'note entry:1 text:revisado',
    'note entry:1',
    'show',
    'export format:csv',
    'export format:plain',
    'remove entry:9',
    'remove entry:1',
    'clear',
    'show whose:channel',
  ],
  sources: [''],
  corpus: ['check', 'gaps', 'add address:x', 'add'],
  settings: [
    '',
    'replies:private',
    'chat:here-off',
    'default_country:japan',
    'default_country:zzzz',
    'default_country:none',
  ],
  privacy: ['show', 'delete'],
  help: [''],
}

const ids = countingIds()
const scene = {
  ids,
  applicationId: '1',
  user: localUser('2', 'Ana'),
  channelId: '3',
  guildId: '4',
  locale: 'es-ES',
} as const

const act = (line: string, bot: FootnoteBot): Act => {
  const parsed = parseSlashLine(line, bot.declarations)
  return parsed.ok
    ? { kind: 'command', name: parsed.command, options: parsed.options }
    : { kind: 'command', name: parsed.command?.split(' ')[0] ?? 'nada', options: [] }
}

/** What a person reads of a message, the sources' own words and what is to be typed left out. */
function ours({ message, answer }: Handled, sources: string): readonly string[] {
  const keys = ['content', 'label', 'placeholder', 'description', 'title'] as const
  const read = nested(message?.components).flatMap((one) =>
    keys.flatMap((key) => (typeof one[key] === 'string' ? [one[key]] : [])),
  )
  const shown = answer?.excerpts.map(({ sheet }) => sheet.meta.title) ?? []
  return read
    .join('\n')
    .replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
    .replaceAll(/\[[^\n]*?\]\(<[^>]*>\)/g, '')
    .replaceAll(/\\(?=[^\w\s])/g, '')
    .split('\n')
    .filter((line) => !line.startsWith('> ') && !shown.includes(line))
    .flatMap((line) => line.replaceAll(/[“«][^”»]*[”»]/g, '').split(/ · |\*\*|: | — |; |, |\(|\)/))
    .map((part) => part.replace(/^(?:-# |### |- )/, '').trim())
    .filter((part) => part !== '' && !sources.includes(part.replace(/[.…]$/, '')))
}

describe('in Spanish', () => {
  let bot: FootnoteBot
  let other: FootnoteBot
  let sources = ''
  beforeAll(async () => {
    const library = await openCorpus(REAL_CORPUS)
    const funded = await openCorpus(FUNDING)
    const metas = [...library.sheets, ...funded.sheets]
    const asked = Object.values(LINES).flatMap((lines) => lines.map((line) => line.replace(/^\w+:/, '').toLowerCase()))
    sources = metas
      .map(({ text, meta, acronyms }) =>
        [text.replaceAll(/\s+/g, ' '), meta.title, meta.publisher, ...acronyms.map(({ long }) => long)].join('\n'),
      )
      .concat(asked)
      .join('\n')
    bot = botOver(library)
    other = botOver(funded)
  })
  const english = (handled: Handled) => ours(handled, sources).filter((part) => ENGLISH.test(part))

  test('every command is asked something here', () => {
    expect(Object.keys(LINES).sort()).toEqual(commands.map(({ declaration }) => declaration.name).sort())
  })

  for (const [name, lines] of Object.entries(LINES))
    test(`/${name} and what its buttons do`, async () => {
      for (const line of lines) {
        const typed = `/${name} ${line}`.trim()
        const handled = await bot.handle(makeInteraction(act(typed, bot), scene))
        expect([typed, ...english(handled)]).toEqual([typed])
        for (const pressed of buttonsOf(handled)) {
          const reply = await bot.handle(makeInteraction(pressed, scene))
          expect([typed, ...english(reply)]).toEqual([typed])
        }
      }
    })

  test.each(['albania', 'all'])('funding with caveats, a chart and a table: %s', async (country) => {
    const names = country === 'all' ? ['all'] : (await openCorpus(FUNDING)).sheets.flatMap(({ meta }) => meta.countries)
    for (const one of names) {
      const handled = await other.handle(makeInteraction(act(`/funding country:${one}`, other), scene))
      expect([one, ...english(handled)]).toEqual([one])
    }
  })

  test('what the check finds in sheets with every kind of doubtful figure', async () => {
    const handled = await other.handle(makeInteraction(act('/corpus check', other), scene))
    expect(ours(handled, sources).length).toBeGreaterThan(5)
    expect(english(handled)).toEqual([])
  })

  test('an unknown command, a button of nobody, too many questions', async () => {
    const unknown = await bot.handle(makeInteraction({ kind: 'command', name: 'nada', options: [] }, scene))
    const broken = await bot.handle(makeInteraction(press('page:2'), scene))
    for (const handled of [unknown, broken]) {
      expect(ours(handled, sources)).not.toEqual([])
      expect(english(handled)).toEqual([])
    }
  })

  test.each<StoreFault>([
    'locked',
    'read-only',
    'corrupt',
    'newer',
    'foreign',
    'disk-full',
    'unavailable',
    'dossier-full',
    'note-too-long',
    'no-such-entry',
  ])('a store that is %s', async (fault) => {
    const failing = new Proxy(sqliteStore(':memory:'), {
      get: (store, key: keyof Store) =>
        key === 'dossier' ? () => Promise.reject(new StoreError(fault, 'x')) : store[key],
    })
    const library = await openCorpus(REAL_CORPUS)
    const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const handled = await botOver(library, failing, silent).handle(makeInteraction(act('/dossier show', bot), scene))
    expect(ours(handled, sources)).not.toEqual([])
    expect(english(handled)).toEqual([])
  })
})

function press(customId: string): Act {
  const message = { id: '5', components: [] } as unknown as APIMessage
  return { kind: 'component', message, data: { component_type: 2, custom_id: customId } }
}

/** Each of its buttons that does something, pressed on the message itself. */
function buttonsOf({ message }: Handled): readonly Act[] {
  return nested(message?.components).flatMap((one) =>
    one['type'] === 2 && typeof one['custom_id'] === 'string' ? [press(one['custom_id'])] : [],
  )
}

describe('countries', () => {
  let bot: FootnoteBot
  beforeAll(async () => {
    bot = botOver(await openCorpus(REAL_CORPUS))
  })
  const choices = async (name: string, option: string, value: string): Promise<unknown> => {
    const options = [{ name: option, type: 3 as const, value, focused: true as const }]
    const { response } = await bot.handle(makeInteraction({ kind: 'autocomplete', name, options }, scene))
    return 'data' in response.body ? response.body.data : null
  }

  test('are completed by their Spanish names, and sent by those of the sheets', async () => {
    expect(await choices('program', 'country', 'tayi')).toEqual({
      choices: [{ name: 'Tayikistán', value: 'Tajikistan' }],
    })
    expect(await choices('compare', 'countries', 'Haití, tayi')).toEqual({
      choices: [{ name: 'Haití, Tayikistán', value: 'Haití, Tajikistan' }],
    })
  })

  test.each([
    ['/program country:Tayikistán topic:border', /14 border posts/],
    ['/compare countries:Haití, tayikistan topic:community policing', /Haití\*\*[\s\S]*HNP[\s\S]*Tayikistán\*\*/],
    ['/timeline country:Alemania', /Ninguna ficha trata de Alemania/],
  ])('are understood as they are called in Spanish: %s', async (line, reads) => {
    const { message } = await bot.handle(makeInteraction(act(line, bot), scene))
    const said = textsOf(message ?? {}).join('\n')
    expect(said).toMatch(reads)
    expect(said).not.toMatch(/se ha leído como/)
  })
})
