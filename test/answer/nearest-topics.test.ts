/** A topic that is not found: what was perhaps meant is offered, with inputs that work. */
import { expect, test } from 'vitest'
import { asker } from '../support/asking.ts'
import { REAL_CORPUS } from '../support/corpus.ts'

const ask = asker(REAL_CORPUS)

test.each([
  ['/program country:tajikistan topic:border fences', 'Border security', 'country:Tajikistan topic:Border security'],
  ['/figures country:azerbaijan topic:police cars', 'Police and law enforcement', 'country:Azerbaijan topic:Police'],
  ['/compare countries:azerbaijan, tajikistan topic:border fences', 'Border security', 'topic:Border security'],
  ['/program topic:prosecutor hats', 'Prosecutors', 'topic:Prosecutors'],
])('%s', async (input, meant, tried) => {
  const { answer, read } = await ask(input)
  expect(answer.outcome).toBe('none')
  expect(read).toMatch(new RegExp(`Did you mean [^?]*${meant}[^?]*\\?`))
  expect(answer.suggestions.join('\n')).toContain(tried)
  for (const suggestion of answer.suggestions) expect((await ask(suggestion)).answer.outcome).toBe('answered')
})

test.each(['/program country:tajikistan topic:cybercrime', '/program country:tajikistan topic:qwerty'])(
  '%s: nothing is near, and nothing is offered',
  async (input) => {
    const { answer, read } = await ask(input)
    expect(answer.outcome).toBe('none')
    expect(read).not.toMatch(/Did you mean/)
  },
)

test.each([
  ['/glossary term:RLB', 'RLA'],
  ['/glossary term:legal advisor office', 'RLA'],
  ['/glossary term:police peace keeping support', 'IPPOS'],
])('%s: %s is offered', async (input, meant) => {
  const { answer } = await ask(input)
  expect(answer.suggestions).toContain(`/glossary term:${meant}`)
})
