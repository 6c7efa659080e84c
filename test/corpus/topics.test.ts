import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTopics } from '#src/corpus/topics.ts'
import { TopicsError } from '#src/corpus/topics-file.ts'
import { stemWords } from '#src/search/analysis.ts'

const yaml = readFileSync(new URL('../../corpus/topics.yaml', import.meta.url), 'utf8')
const vocabulary = loadTopics(yaml, 'topics.yaml', stemWords)
const topicsIn = (text: string) => [...new Set(vocabulary.match(text).map((match) => match.topic))].sort()

function resolved(typed: string): string {
  const found = vocabulary.resolve(typed)
  return found.kind === 'topic' ? found.topic.id : found.kind
}

function faultsOf(text: string): readonly { line: number; key: string | null; message: string }[] {
  try {
    loadTopics(text, 'topics.yaml', stemWords)
    return []
  } catch (error) {
    if (error instanceof TopicsError) return error.faults
    throw error
  }
}

describe('what a passage is about', () => {
  it.each([
    ['Officers learned to collect DNA at crime scenes.', ['forensics']],
    ['Advisors taught community-oriented approaches to policing.', ['community-policing', 'police']],
    ['Guards at green borders received scanners from customs officers.', ['border-security', 'equipment']],
    ['The programme counters forced labour.', ['trafficking-in-persons']],
    ['A new Criminal Procedure Code reached parliament.', ['legislation']],
    ['Terrorist financing was made a crime.', ['terrorist-financing']],
  ])('%s', (text, topics) => {
    expect(topicsIn(text)).toEqual(topics)
  })

  it('leaves out names that only hold a topic’s words, and words of another meaning', () => {
    expect(
      topicsIn('The Bureau of International Narcotics and Law Enforcement Affairs (INL) is in Washington.'),
    ).toEqual([])
    expect(topicsIn('A customized page gives the correct tip and an extremely integrated plan.')).toEqual([])
    expect(topicsIn('Trafficking is a problem.')).toEqual([])
  })

  it('gives the place of the longest phrase', () => {
    const text = 'They fight drug  trafficking organisations.'
    expect(vocabulary.match(text).map(({ topic, start, end }) => [topic, text.slice(start, end)])).toEqual([
      ['counternarcotics', 'drug  trafficking organisations'],
    ])
  })

  it('finds each of its own terms', () => {
    const missed = vocabulary.topics.flatMap((topic) =>
      topic.terms.filter((term) => !vocabulary.match(`Of ${term} it spoke.`).some((match) => match.topic === topic.id)),
    )
    expect(missed).toEqual([])
  })

  it('never places a match outside the text, and finds the same again in the matched words', () => {
    const words = vocabulary.topics.flatMap((topic) => topic.terms).concat('of', 'and', 'correct', '—', '🚓', "'")
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 }))), (parts) => {
        const text = parts.join(' ')
        for (const { topic, start, end } of vocabulary.match(text)) {
          expect(vocabulary.match(text.slice(start, end)).map((match) => match.topic)).toContain(topic)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('what a person means', () => {
  it.each([
    ['borders', 'border-security'],
    ['Customs', 'border-security'],
    ['jails', 'corrections'],
    ['cops', 'police'],
    ['the fight against graft', 'anti-corruption'],
    ['anti-narcotics', 'counternarcotics'],
    ['counter narcotics programs', 'counternarcotics'],
    ['eLearning', 'e-learning'],
    ['human traficking', 'trafficking-in-persons'],
    ['money laudnering', 'money-laundering'],
    ['organised crime', 'organized-crime'],
    ['court reform', 'courts'],
    ['TIP', 'trafficking-in-persons'],
    ['aml', 'money-laundering'],
  ])('%s → %s', (typed, topic) => {
    expect(resolved(typed)).toBe(topic)
  })

  it('asks about trafficking alone, and not where a word decides', () => {
    const found = vocabulary.resolve('trafficking')
    expect(found.kind === 'ambiguous' && found.topics.map((topic) => topic.id)).toEqual([
      'counternarcotics',
      'trafficking-in-persons',
    ])
    expect(vocabulary.asked('What about trafficking?').ambiguous.map((word) => word.word)).toEqual(['trafficking'])
    expect(vocabulary.asked('Is trafficking of women a crime, is heroin trafficking?').ambiguous).toEqual([])
  })

  it('keeps a word outside the list as it was typed', () => {
    expect(vocabulary.resolve(' beekeeping ')).toEqual({ kind: 'free', words: 'beekeeping', nearest: [] })
    expect(resolved('')).toBe('free')
    expect(resolved('🚓')).toBe('free')
  })

  it('names topics that lie near', () => {
    const found = vocabulary.resolve('judges and prosecutors')
    expect(found.kind === 'free' && found.nearest.map((topic) => topic.id)).toEqual(['courts', 'prosecutors'])
  })

  it('takes no word that the fact sheets hold for a typing mistake', () => {
    expect(vocabulary.resolve('prisom')).toMatchObject({ kind: 'topic', corrected: 'prison' })
    expect(vocabulary.resolve('prisom', () => true).kind).toBe('free')
  })

  it('counts the parts of a topic with it', () => {
    expect([...vocabulary.within('counternarcotics')].sort()).toEqual([
      'counternarcotics',
      'demand-reduction',
      'drug-courts',
      'eradication',
    ])
    expect(vocabulary.within('beekeeping').size).toBe(0)
  })

  it('completes what was typed, names first, among the topics asked for', () => {
    expect(vocabulary.suggest('pri')[0]?.id).toBe('corrections')
    expect(vocabulary.suggest('cyb').map((topic) => topic.id)).toEqual(['cybercrime'])
    expect(vocabulary.suggest('bordr').map((topic) => topic.id)).toContain('border-security')
    expect(vocabulary.suggest('', new Set(['gangs'])).map((topic) => topic.id)).toEqual(['gangs'])
    expect(vocabulary.suggest('police', new Set(['gangs']))).toEqual([])
  })

  it('gives some reading of whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        expect(['topic', 'ambiguous', 'free']).toContain(vocabulary.resolve(typed).kind)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a vocabulary with faults', () => {
  it('names the line of each', () => {
    const faults = faultsOf(`topics:
  - id: gangs
    name: Gangs
    terms: [gang, "—"]
  - id: mobs
    name: Mobs
    broader: [crowds, mobs]
    terms: [gangs]
  - id: mobs
    name: Mobs again
    terms: [throng]
ambiguous:
  - word: trafficking
    topics: [gangs, drugs]
`)
    expect(faults.map((fault) => [fault.line, fault.message])).toEqual([
      [4, '"—" has no word.'],
      [7, 'no topic has the id "crowds".'],
      [7, '"mobs" is itself a part of "mobs".'],
      [8, '"gangs" is a phrase of topic gangs too.'],
      [9, '"mobs" is there twice.'],
      [14, 'no topic has the id "drugs".'],
    ])
  })

  it('refuses broken YAML and unknown keys', () => {
    expect(faultsOf('topics: [').map((fault) => fault.line)).toEqual([1])
    expect(faultsOf('').length).toBe(1)
    const [fault] = faultsOf('topics:\n  - id: gangs\n    name: Gangs\n    words: [gang]\n    terms: [gang]\n')
    expect(fault).toMatchObject({ line: 2, key: 'topics.0' })
    expect(fault?.message).toContain('words')
  })
})
