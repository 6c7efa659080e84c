import { expect, test } from 'vitest'
import { analyse } from '#src/search/analysis.ts'
import { KnownWords } from '#src/search/slips.ts'

const terms = (text: string) => analyse(text).map(({ term }) => term)

test('a run of letters that is no word of any language is taken as it stands, and is near to none', () => {
  const run = 'Training'.repeat(700)
  expect(terms(`${run} trainings`)).toEqual([run.toLowerCase(), 'train'])
  const known = new KnownWords()
  known.add(run.toLowerCase(), 'term')
  expect(known.nearest(run.toLowerCase())).toBeNull()
})

test('characters that no reader sees part no word', () => {
  expect(analyse('a hand\u00adbook for com\u200bputers').map(({ term }) => term)).toEqual(
    analyse('a handbook for computers').map(({ term }) => term),
  )
})

test('co-operate and co-ordinate are one word with or without a hyphen, and no other hyphen joins', () => {
  expect(terms('Co-operation, co-ordinators')).toEqual(terms('cooperation coordinators'))
  expect(terms('co-sponsored anti-drug co-op')).toHaveLength(6)
})
