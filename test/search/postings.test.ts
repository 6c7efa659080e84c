/** That what is added up from kept figures is what MiniSearch itself finds and scores. */
import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { expect, it } from 'vitest'
import { openCorpus } from '#src/answer/open.ts'
import { REAL_CORPUS } from '../support/corpus.ts'

it('finds the passages that MiniSearch finds for the same terms, with the same scores', async () => {
  const { index, engine } = await openCorpus(REAL_CORPUS)
  const words = [...index.terms()]
  const text = (...lists: readonly Int32Array[]) =>
    lists.flatMap((ids) => Array.from(ids, (id) => words[id] ?? '')).join(' ')
  const direct = new MiniSearch({
    fields: ['text', 'title'],
    tokenize: (joined) => joined.split(' '),
    processTerm: (term) => term,
  })
  direct.addAll(
    index.passages.map(({ heading, body, sheetTerms }, id) => ({
      id,
      text: text(heading, body),
      title: text(sheetTerms),
    })),
  )
  const term = fc.constantFrom(...words.filter((word) => index.has(word)))
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(term, { minLength: 1, maxLength: 5 }), async (terms) => {
      const found = await engine.candidates(
        terms.map((each) => ({ term: each, weight: 1 })),
        index.passages.length,
      )
      const expected = direct
        .search(terms.join(' '), { boost: { title: 0.5 }, bm25: { k: 1.2, b: 0.7, d: 0 } })
        .map(({ id, score, queryTerms }) => ({ id: Number(id), score: score / queryTerms.length }))
      expect(found.length).toBe(expected.length)
      const scores = new Map(expected.map(({ id, score }) => [id, score]))
      for (const { position, score } of found) expect(score).toBeCloseTo(scores.get(position) ?? Number.NaN, 4)
    }),
    { numRuns: 50 },
  )
})
