import { describe, expect, it } from 'vitest'
import { openCorpus } from '#src/answer/open.ts'
import { makePeers, plainWords, sentencesOf } from '#src/cli/eval/peers.ts'

const documents = sentencesOf(await openCorpus('corpus'))

describe.each(makePeers(documents).map((peer) => ({ name: peer.name, peer })))('$name', ({ peer }) => {
  it('finds sentences of the fact sheets, best first', () => {
    const found = peer.search('trafficking in persons: what has Azerbaijan done?')
    expect(found.length).toBeGreaterThan(1)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
    const [best] = found
    expect(best?.document.text).toMatch(/traffick/i)
    expect(best?.document.passage.sentences.map(({ text }) => text)).toContain(best?.document.text)
  })

  it.each(['', '***', '"quoted" AND NOT: x^2 ~ -y', 'zzzzqqq'])('takes %j for plain words', (words) => {
    expect(peer.search(words).every(({ document }) => documents.includes(document))).toBe(true)
  })
})

it('asks peers the values of a slash command, not its option names', () => {
  expect(plainWords('/program country:costa rica topic:money laundering')).toBe('costa rica money laundering')
  expect(plainWords('What is a border: here?')).toBe('What is a border: here?')
})
