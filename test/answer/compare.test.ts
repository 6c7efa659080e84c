import { describe, expect, it } from 'vitest'
import { asker } from '../support/asking.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'

const ask = asker(
  corpusOf({
    'bosnia.md': sheetOf(
      { countries: '[BA]', date: '2010' },
      'INL built a prison for 350 inmates near Sarajevo. Dog handlers search lorries at the border.',
    ),
    'kosovo.md': sheetOf({ countries: '[XK]', date: '2012' }, 'The border police were trained by INL in Pristina.'),
    'georgia.md': sheetOf({ countries: '[GE]' }, 'No INL money goes to prisons in Georgia this year.'),
    'mali.md': sheetOf({ countries: '[ML]' }, 'Judges hear cases in Bamako.'),
    'niger.md': sheetOf({ countries: '[NE]' }, 'The judges of Niamey have no clerks.'),
  }),
)

describe('/compare', () => {
  it('puts countries side by side, each with its own words, and says a hole as a hole', async () => {
    const { answer, groups, read } = await ask('/compare countries:bosnia, kosovo, georgia topic:prisons')
    expect(answer.outcome).toBe('answered')
    expect(groups).toEqual([
      { label: 'BA', texts: ['INL built a prison for 350 inmates near Sarajevo.'] },
      { label: 'XK', texts: [] },
      { label: 'GE', texts: ['No INL money goes to prisons in Georgia this year.'] },
    ])
    expect(read).toContain('For Kosovo the fact sheets say nothing on this')
  })

  it.each([
    'Compare prisons in Bosnia and Georgia',
    'can you compare Bosnia and Georgia on prisons?',
    'What is the difference between Bosnian and Georgian prisons?',
    'differences between Georgia and Bosnia in corrections',
  ])('answers %j, asked in plain words', async (question) => {
    const { answer, groups } = await ask(question)
    expect(answer.outcome).toBe('answered')
    expect(groups.map(({ label }) => label).sort()).toEqual(['BA', 'GE'])
    expect(groups.flatMap(({ texts }) => texts).sort()).toEqual([
      'INL built a prison for 350 inmates near Sarajevo.',
      'No INL money goes to prisons in Georgia this year.',
    ])
  })

  it('of money is a matter of funding', async () => {
    const { answer } = await ask('Compare the funding of Bosnia and Kosovo')
    expect(answer.understood.asked).toBe('money')
  })

  it('offers what can be compared to who names no topic', async () => {
    const { answer } = await ask('compare Bosnia and Kosovo')
    expect(answer.reason).toBe('missing-option')
    expect(answer.suggestions).toContainEqual(
      expect.stringMatching(/^\/compare countries:Bosnia and Herzegovina, Kosovo topic:Border/),
    )
  })

  it.each([
    'Bosnia and Herzegovina and Kosovo',
    'bosnia vs kosovo',
    'Kosovo, bosnia & herzegovina',
    'bosnia kosovo',
    'ba xk',
    'Bosnian and Kosovar',
    'compare Kosovo with Bosnia',
    'the Republic of Kosovo; Bosnia',
  ])('understands the countries of %j', async (typed) => {
    const { answer } = await ask(`/compare countries:${typed} topic:border`)
    expect([...answer.understood.countries].sort()).toEqual(['BA', 'XK'])
    expect(answer.outcome).toBe('answered')
  })

  it('names a country that no sheet covers, where two others are', async () => {
    const { answer, read } = await ask('/compare countries:bosnia, kosovo, france topic:border')
    expect(answer.outcome).toBe('answered')
    expect(read).toContain('No fact sheet covers France')
  })

  it.each([
    ['bosnia', 'border', 'invalid', 'bad-value', /two to four/],
    ['bosnia, Bosnia and Herzegovina', 'border', 'invalid', 'bad-value', /two to four/],
    ['bosnia, kosovo, georgia, mali, niger', 'border', 'invalid', 'bad-value', /two to four/],
    ['bosnia and xyzzy', 'border', 'invalid', 'no-such-country', /xyzzy/],
    ['congo, mali', 'border', 'invalid', 'no-such-country', /Which one do you mean/],
    ['bosnia, france', 'border', 'none', 'country-not-covered', /France[\s\S]*program country:Bosnia and Herzegovina/],
    ['mali, niger', 'cybercrime', 'none', 'topic-not-covered', /Mali[\s\S]*Niger/],
  ] as const)('refuses %j on %j with its reason', async (countries, topic, outcome, reason, reads) => {
    const { answer, read } = await ask(`/compare countries:${countries} topic:${topic}`)
    expect([answer.outcome, answer.reason]).toEqual([outcome, reason])
    expect(answer.excerpts).toEqual([])
    expect(read).toMatch(reads)
  })

  it('says what it took misspelled countries for', async () => {
    const { read } = await ask('/compare countries:kosvo, bosnia topic:border')
    expect(read).toContain('Read “kosvo” as Kosovo')
  })

  it('compares what the five sheets say of borders', async () => {
    const { groups } = await asker(REAL_CORPUS)('/compare countries:azerbaijan, tajikistan topic:border')
    expect(groups.map(({ label, texts }) => [label, texts.length > 0])).toEqual([
      ['AZ', true],
      ['TJ', true],
    ])
  })
})

describe('money side by side', () => {
  const funded = asker(
    corpusOf({
      'fiji.md': sheetOf({ countries: '[FJ]' }, '# Funding\n\nFY 2010: $3 million (PSF)\nFY 2011: $4 million (PSF)'),
      'samoa.md': sheetOf({ countries: '[WS]' }, 'The police of Samoa drill.'),
    }),
  )

  it('stands under the name of its country, and a country without any is said to have none', async () => {
    const { read } = await funded('how much money went to Fiji and Samoa?')
    expect(read).toMatch(/\nFiji\n[\s\S]*\$4 million[\s\S]*\nSamoa\nThe fact sheets state no funding for Samoa\./)
  })
})
