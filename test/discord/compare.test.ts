import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences } from '#src/discord/compare.ts'
import { Recent } from '#src/discord/recent.ts'
import { registered } from './standin/commands.ts'
import type { Json } from './standin/json.ts'
import { newWorld } from './standin/world.ts'

const word = fc.stringMatching(/^[a-z]{1,12}$/)
const localized = fc.option(fc.record({ ru: word, 'es-ES': word }, { requiredKeys: [] }), { nil: undefined })
const described = { description: word, description_localizations: localized, name_localizations: localized }

const option = fc.record(
  {
    type: fc.constantFrom(3, 4),
    name: word,
    ...described,
    required: fc.boolean(),
    autocomplete: fc.boolean(),
    choices: fc.array(fc.record({ name: word, value: word }), { maxLength: 3 }),
    min_length: fc.nat(5),
  },
  { requiredKeys: ['type', 'name', 'description'] },
)
const command = fc.record(
  {
    name: word,
    ...described,
    options: fc.array(option, { maxLength: 3 }),
    contexts: fc.uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 }),
    integration_types: fc.uniqueArray(fc.constantFrom(0, 1), { minLength: 1 }),
    default_member_permissions: fc.constantFrom('8', null),
    nsfw: fc.boolean(),
  },
  { requiredKeys: ['name', 'description'] },
)
const commands = fc.uniqueArray(command, { selector: (one) => one.name, maxLength: 4 })
/** As it goes over the wire: without what is undefined. */
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value))
type Declared = Parameters<typeof differences>[0]
const declare = (all: unknown): Declared => wire(all) as Declared

describe('comparing declarations with what Discord has', () => {
  const world = newWorld()
  const inDiscord = (all: readonly unknown[]) => declare(all).map((one) => registered(world, one as unknown as Json))

  test('what was just registered does not differ, whatever Discord adds, leaves out or reorders', () => {
    fc.assert(
      fc.property(commands, (all) => {
        expect(differences(declare(all), inDiscord(all).toReversed())).toEqual([])
      }),
    )
  })

  const changes: Readonly<Record<string, (one: Json) => Json>> = {
    description: (one) => ({ ...one, description: `${String(one['description'])}x` }),
    contexts: (one) => ({ ...one, contexts: JSON.stringify(one['contexts']) === '[2]' ? [1] : [2] }),
    integration_types: (one) => ({
      ...one,
      integration_types: JSON.stringify(one['integration_types']) === '[1]' ? [0] : [1],
    }),
    'description_localizations.fr': (one) => ({
      ...one,
      description_localizations: { ...Object(one['description_localizations']), fr: 'mot' },
    }),
    'name_localizations.fr': (one) => ({
      ...one,
      name_localizations: { ...Object(one['name_localizations']), fr: 'mot' },
    }),
    default_member_permissions: (one) => ({ ...one, default_member_permissions: '16' }),
    nsfw: (one) => ({ ...one, nsfw: one['nsfw'] !== true }),
  }

  test.each(Object.entries(changes))('a change of %s is found, in that command alone', (field, change) => {
    fc.assert(
      fc.property(commands, fc.nat(), (all, pick) => {
        fc.pre(all.length > 0)
        const chosen = pick % all.length
        const changed = wire(all).map((one, index) => (index === chosen ? change({ ...one }) : one))
        const found = differences(declare(changed), inDiscord(all))
        expect(found.length).toBeGreaterThan(0)
        expect(found.every((one) => one.kind === 'changed' && one.command === all[chosen]?.name)).toBe(true)
        expect(found.some((one) => one.field.startsWith(field.split('.')[0] ?? ''))).toBe(true)
      }),
    )
  })

  test('a change inside an option is found, down to a choice', () => {
    const choices = [{ name: 'One', value: 'one' }]
    const before = [{ name: 'ask', description: 'x', options: [{ type: 3, name: 'text', description: 'x', choices }] }]
    const after = [
      {
        name: 'ask',
        description: 'x',
        options: [{ type: 3, name: 'text', description: 'x', choices: [{ name: 'One', value: 'uno' }] }],
      },
    ]
    expect(differences(declare(after), inDiscord(before))).toEqual([
      { command: 'ask', kind: 'changed', field: 'options.0.choices.0.value', declared: 'uno', registered: 'one' },
    ])
  })

  test('missing and extra commands are told apart, and a menu from a command of its name', () => {
    const slash = { name: 'look', description: 'x' }
    const menu = { name: 'look', type: 3 }
    expect(differences(declare([slash]), inDiscord([menu])).map((one) => one.kind)).toEqual(['missing', 'extra'])
  })
})

test('what is remembered never exceeds its limit, and the newest stays', () => {
  const steps = fc.array(fc.string({ maxLength: 2 }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), steps, (limit, keys) => {
      const recent = new Recent<true>(limit)
      for (const key of keys) {
        recent.set(key, true)
        expect(recent.size).toBeLessThanOrEqual(limit)
        expect(recent.first(key, true)).toBe(false)
      }
    }),
  )
})
