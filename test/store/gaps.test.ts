import { describe, expect, test } from 'vitest'
import { gapWords, keepGap } from '#src/store/gaps.ts'
import { sqliteStore } from '#src/store/sqlite.ts'

const asked = { words: 'How many judges in Palau?', reason: 'country-not-covered', server: '1' }

describe('a question without an answer', () => {
  test('is kept by its words alone, and counted', async () => {
    const store = sqliteStore(':memory:')
    await keepGap(store, asked)
    await keepGap(store, { ...asked, words: '  how many\njudges in palau? ', server: null })
    expect(await store.gaps(9)).toMatchObject([
      { words: 'how many judges in palau?', reason: 'country-not-covered', count: 2 },
    ])
  })
  test.each([
    ['was answered', { reason: null }],
    ['was no question', { reason: 'not-understood' }],
    ['was a wrong call', { reason: 'bad-value' }],
    ['has no words', { words: ' <@123456789012345678> ' }],
  ])('is not kept where it %s', async (_name, change) => {
    const store = sqliteStore(':memory:')
    await keepGap(store, { ...asked, ...change })
    expect(await store.gaps(9)).toEqual([])
  })
  test('is not kept where the server does not want it', async () => {
    const store = sqliteStore(':memory:')
    await store.setSetting('1', 'gaps', 'off')
    await keepGap(store, asked)
    await keepGap(store, { ...asked, server: '2', words: 'other' })
    expect((await store.gaps(9)).map(({ words }) => words)).toEqual(['other'])
  })
  test('costs no answer where the store is gone', async () => {
    const store = sqliteStore(':memory:')
    await store.close()
    await expect(keepGap(store, asked)).resolves.toBeUndefined()
  })
  test.each([
    ['judges <@123456789012345678> in Palau', 'judges in palau'],
    ['write to anna@example.org about https://x.org/a?b courts', 'write to about courts'],
    ['call +1 (202) 555-0100 on radios', 'call on radios'],
    ['FY 2007 money for 14 posts', 'fy 2007 money for 14 posts'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j leaves %j', (question, words) => {
    expect(gapWords(question)).toBe(words)
  })
})
