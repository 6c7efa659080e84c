/** /help shows examples: each of them is answered by the corpus it was made from. */
import { describe, expect, test } from 'vitest'
import { commands } from '#commands/index.ts'
import { openCorpus } from '#src/answer/open.ts'
import { botOver } from '#src/cli/open-bot.ts'
import { respondTo } from '#src/cli/respond.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'

const OTHER = () =>
  corpusOf({
    'honduras.md': sheetOf(
      { countries: '[HN]', date: '2011' },
      'In 2010, the police academy in Honduras trained 120 police officers. Honduras received support from the Narcotics Affairs Section (NAS) for border security.',
    ),
  })

describe.each([
  ['the corpus', () => REAL_CORPUS],
  ['another corpus', OTHER],
])('/help on %s', (_which, folder) => {
  test('names every command, and each example works', async () => {
    const library = await openCorpus(folder())
    const bot = botOver(library)
    const { message } = await respondTo('/help', bot)
    const shown = JSON.stringify(message)
    const examples = commands.flatMap(({ example }) => example?.(library) ?? [])
    expect(examples.length).toBeGreaterThan(3)
    for (const { declaration } of commands) expect(shown).toContain(`/${declaration.name}`)
    for (const example of examples) {
      expect(shown).toContain(example.slice(0, 40))
      const { answer } = await respondTo(example, bot)
      expect([example, answer.outcome]).toEqual([example, 'answered'])
    }
  })
})

test('a topic that is none is asked back, with one that there is', async () => {
  const bot = botOver(await openCorpus(REAL_CORPUS))
  const { answer } = await respondTo('/program country:tajikistan topic:policing of the moon', bot)
  expect(answer.outcome).not.toBe('answered')
  const asked = answer.notes.find((note) => note.kind === 'did-you-mean-topic')
  expect(asked?.nearest.length).toBeGreaterThan(0)
})
