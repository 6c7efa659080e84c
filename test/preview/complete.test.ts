import { expect, test } from 'vitest'
import { complete } from '#src/preview/complete.ts'
import { declarations } from './toy-bot.ts'

async function offered(line: string) {
  const asked: unknown[] = []
  const completion = await complete(line, declarations, async (act) => {
    asked.push(act.options)
    return [
      { name: 'Costa Rica (CR)', value: 'Costa Rica' },
      { name: 'Croatia', value: 'Croatia' },
    ]
  })
  return { ...completion, asked, lines: completion.items.map((item) => item.line) }
}

test('commands by what they begin with, then by what they hold; a subcommand is one of them', async () => {
  expect((await offered('/pro')).lines).toEqual(['/program country:'])
  expect((await offered('/s')).lines).toEqual(['/sources ', '/ask question:', '/dossier list ', '/dossier add id:'])
  expect((await offered('/dossier ')).lines).toEqual(['/dossier list ', '/dossier add id:'])
  expect((await offered('/nothing like it')).lines).toEqual([])
  expect((await offered('a plain question')).lines).toEqual([])
})

test('an option that may be left out is never begun for the person', async () => {
  const quiet = [
    { name: 'sources', description: 's', options: [{ name: 'private', type: 5 as const, description: 'p' }] },
  ]
  const chosen = await complete('/so', quiet, async () => [])
  expect(chosen.items.map((item) => item.line)).toEqual(['/sources '])
  expect(await complete('/sources ', quiet, async () => [])).toMatchObject({
    eager: false,
    items: [{ line: '/sources private:' }],
  })
})

test('values are the bot’s own; the option being typed is marked and the others go with it', async () => {
  const { lines, asked, options, eager } = await offered('/program country:Haiti topic:co')
  expect(asked).toEqual([
    [
      expect.objectContaining({ name: 'country', value: 'Haiti' }),
      { name: 'topic', type: 3, value: 'co', focused: true },
    ],
  ])
  expect(lines).toEqual(['/program country:Haiti topic:Costa Rica ', '/program country:Haiti topic:Croatia '])
  expect(eager).toBe(true)
  expect(options.map((each) => [each.name, each.required, each.given, each.current])).toEqual([
    ['country', true, true, false],
    ['topic', false, true, true],
  ])
})

test('a subcommand’s options reach the bot under their subcommand', async () => {
  const nested = [
    {
      name: 'dossier',
      description: 'd',
      options: [
        {
          name: 'add',
          type: 1 as const,
          description: 'a',
          options: [{ name: 'id', type: 3 as const, description: 'i', autocomplete: true as const }],
        },
      ],
    },
  ]
  const asked: unknown[] = []
  await complete('/dossier add id:x', nested, async (act) => {
    asked.push(act)
    return []
  })
  expect(asked).toEqual([
    {
      kind: 'autocomplete',
      name: 'dossier',
      options: [{ name: 'add', type: 1, options: [{ name: 'id', type: 3, value: 'x', focused: true }] }],
    },
  ])
})

test('after a finished value the options that are left; Enter then sends', async () => {
  const { lines, eager } = await offered('/program country:Haiti ')
  expect([lines, eager]).toEqual([['/program country:Haiti topic:'], false])
  expect((await offered('/program country:Haiti to')).lines).toContain('/program country:Haiti topic:')
})

test('a value typed in full is not chosen again: Enter sends', async () => {
  expect((await offered('/program country:croatia')).eager).toBe(false)
})

test('choices and yes or no without asking the bot', async () => {
  const styles = await offered('/cite id:x style:c')
  expect([styles.lines, styles.asked]).toEqual([['/cite id:x style:Chicago '], []])
  expect((await offered('/cite id:x short:')).lines).toEqual(['/cite id:x short:true ', '/cite id:x short:false '])
})

test('where the command, the names and the values stand in the line', async () => {
  const line = '/program country:costa rica topic:courts'
  const { marks } = await offered(line)
  expect(marks.map(({ kind, start, end }) => [kind, line.slice(start, end)])).toEqual([
    ['command', '/program'],
    ['name', 'country:'],
    ['value', 'costa rica'],
    ['name', 'topic:'],
    ['value', 'courts'],
  ])
})
