import { describe, expect, it } from 'vitest'
import { asker } from '../support/asking.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'

const ask = asker(
  corpusOf({
    'honduras.md': sheetOf(
      { countries: '[HN]', date: '2011-11-02' },
      'FY 2011: $1.9 million (CARSI\\[2])\n\n\\[1] INCLE: International Narcotics Control and Law Enforcement\n\\[2] CARSI: Central America Regional Security Initiative\n\nThe Drug Control Agency, or DCA, has nine officers. USG advisers meet the Financial Action Task Force twice a year.',
    ),
    'peru.md': sheetOf(
      { countries: '[PE]' },
      '- Resident Legal Advisor (RLA): The RLA arrived in Lima.\n\nThe Document Check Authority (DCA) opened in Cuzco.',
    ),
  }),
)

describe('/glossary', () => {
  it('gives the line of a footnote, and nothing of its neighbours', async () => {
    const { answer, groups } = await ask('/glossary term:carsi')
    expect(answer.outcome).toBe('answered')
    expect(groups).toEqual([
      {
        label: 'CARSI: Central America Regional Security Initiative',
        texts: ['\\[2] CARSI: Central America Regional Security Initiative'],
      },
    ])
  })

  it('gives every meaning of one abbreviation, with the sheet that means it', async () => {
    const { groups } = await ask('/glossary term:DCA')
    expect(groups.map(({ label }) => label).sort()).toEqual([
      'DCA: Document Check Authority',
      'DCA: Drug Control Agency',
    ])
  })

  it('quotes a run-in heading with its sentence, since the heading is what explains', async () => {
    const { groups } = await ask('/glossary term:what does RLA stand for?')
    expect(groups[0]?.texts).toEqual(['Resident Legal Advisor (RLA): The RLA arrived in Lima.'])
  })

  it.each(['Central America Regional Security Initiative', 'regional security initiative', 'the CARSI program'])(
    'finds the same by %j',
    async (typed) => {
      const { groups } = await ask(`/glossary term:${typed}`)
      expect(groups[0]?.label).toBe('CARSI: Central America Regional Security Initiative')
    },
  )

  it.each(['Financial Action Task Force', 'action task force'])('finds where a body is named: %j', async (typed) => {
    const { answer, texts } = await ask(`/glossary term:${typed}`)
    expect(answer.outcome).toBe('answered')
    expect(texts).toEqual(['USG advisers meet the Financial Action Task Force twice a year.'])
  })

  it('shows an abbreviation that no sheet explains as near, never as an answer', async () => {
    const { answer, texts, read } = await ask('/glossary term:usg')
    expect([answer.outcome, answer.reason, answer.answer]).toEqual(['related', 'not-supported', null])
    expect(texts).toEqual(['USG advisers meet the Financial Action Task Force twice a year.'])
    expect(read).toContain('do not say what it stands for')
  })

  it.each([
    ['CRASI', 'CARSI'],
    ['INCL', 'INCLE'],
    ['Resident Legl Advisr', 'Resident Legal Advisor'],
  ])('asks whether %s was meant as %s', async (typed, meant) => {
    const { answer, read } = await ask(`/glossary term:${typed}`)
    expect([answer.outcome, answer.reason, answer.excerpts]).toEqual(['none', 'topic-not-covered', []])
    expect(read).toMatch(new RegExp(`Did you mean ${meant}`))
  })

  it.each(['zzzq', '🙂', 'nine officers', '?'])('says plainly that it has nothing for %j', async (typed) => {
    const { answer, read } = await ask(`/glossary term:${typed}`)
    expect([answer.outcome, answer.excerpts]).toEqual(['none', []])
    expect(read).toContain('neither explain nor name')
  })

  it('lists all that the five sheets explain, with their sheets', async () => {
    const { answer, read } = await asker(REAL_CORPUS)('/glossary')
    expect(answer.outcome).toBe('answered')
    expect(read).toMatch(/RLA — Resident Legal Advisor · azerbaijan-2009/)
    expect(read).toMatch(/ICMPD — International Centre for Migration Policy Development · osce-baku/)
    expect(answer.excerpts.length).toBe((read.match(/ — /g) ?? []).length)
  })
})
