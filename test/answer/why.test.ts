import { expect, it } from 'vitest'
import { openCorpus } from '#src/answer/open.ts'
import { whyFirst } from '#src/answer/why.ts'
import { corpusOf, sheetOf } from '../support/corpus.ts'

it('tells a keeper what was looked for, what was found and why it was judged so', async () => {
  const text = 'INL built six court houses in 2011. The police have new radios. Prisons are crowded.'
  const library = await openCorpus(corpusOf({ 'peru.md': sheetOf({ countries: '[PE]' }, text) }))
  const why = await whyFirst('How many court houses were built in Peru?', library)
  expect(why).toMatchObject({ asked: 'count', verdict: 'answers' })
  expect(why?.sentences[0]).toMatchObject({ sheet: 'peru', sentence: 'INL built six court houses in 2011.' })
  expect(why?.sentences.map(({ score }) => score)).toEqual(
    [...(why?.sentences ?? [])].map(({ score }) => score).sort((a, b) => b - a),
  )
  expect(why?.concepts.map(({ words }) => words)).toEqual(['court', 'houses', 'built'])
  expect(await whyFirst('/program country:peru', library)).toBeNull()
})
