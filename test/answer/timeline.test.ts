import { describe, expect, it } from 'vitest'
import { asker } from '../support/asking.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'

const SHARED = 'INL has paid for a forensic laboratory in Chisinau since 2006.'

const ask = asker(
  corpusOf({
    'moldova-2010.md': sheetOf(
      { countries: '[MD]', date: '2010-03-02' },
      `Fact Sheet\nMarch 2, 2010\n\nThe goals are to: 1) train judges; 2) equip 40 posts. ${SHARED} In June 2007, after talks in 2005, Moldova joined.`,
    ),
    'moldova-2012.md': sheetOf(
      { countries: '[MD]', date: '2012' },
      `${SHARED} FY09-10 funds bought 12 cars in Balti. By 2014 every judge is to be trained.`,
    ),
    'albania.md': sheetOf({ countries: '[AL]' }, 'Three posts were built. Nobody knows when.'),
  }),
)

describe('/timeline', () => {
  it('puts dated sentences in order, each at its earliest date', async () => {
    const { answer, groups } = await ask('/timeline country:moldova')
    expect(answer.outcome).toBe('answered')
    expect(groups.map(({ label }) => label)).toEqual(['2005', 'Since 2006', 'FY09-10', 'March 2, 2010', '2014'])
    expect(groups.map(({ texts }) => texts.length)).toEqual([1, 1, 1, 1, 1])
    expect(groups[0]?.texts).toEqual(['In June 2007, after talks in 2005, Moldova joined.'])
  })

  it('merges sheets: the same sentence once, from the newer one, with the other named', async () => {
    const { answer, read } = await ask('/timeline country:MD')
    const [shared] = answer.excerpts.filter(({ alsoIn }) => alsoIn.length > 0)
    expect(shared?.sheet.id).toBe('moldova-2012')
    expect(shared?.alsoIn).toEqual(['moldova-2010'])
    expect(read).toContain('also in moldova-2010')
  })

  it('says which line is only the date of the sheet', async () => {
    const { read } = await ask('/timeline country:Moldova')
    expect(read).toMatch(/March 2, 2010\nThe date of the fact sheet/)
  })

  it.each([
    ['/timeline country:albania', 'none', 'topic-not-covered', /date nothing for Albania/],
    ['/timeline country:france', 'none', 'country-not-covered', /No fact sheet covers France/],
    ['/timeline country:atlantis', 'invalid', 'no-such-country', /no country called/],
    ['/timeline', 'invalid', 'missing-option', /country/],
  ] as const)('refuses %s with its reason', async (input, outcome, reason, reads) => {
    const { answer, read } = await ask(input)
    expect([answer.outcome, answer.reason]).toEqual([outcome, reason])
    expect(answer.excerpts).toEqual([])
    expect(read).toMatch(reads)
  })

  it('says before anything else what it took a misspelled country for', async () => {
    const { read } = await ask('/timeline country:moldva')
    expect(read.indexOf('Read “moldva” as Moldova')).toBeLessThan(read.indexOf('2005'))
    expect(read).toContain('Read “moldva” as Moldova')
  })

  it('leaves what does not fit into one message to the next page', async () => {
    const { answer, message, read } = await asker(REAL_CORPUS)('/timeline country:azerbaijan')
    const labels = answer.groups.flatMap(({ label }) => ('text' in label ? [label.text] : []))
    expect(labels).toEqual(
      expect.arrayContaining(['2004', 'October 2008', 'May 2009', '6 October 2011', 'April 1, 2016']),
    )
    const shown = labels.filter((label) => read.includes(`\n${label}\n`)).length
    expect(shown).toBeLessThan(labels.length)
    expect(JSON.stringify(message)).toContain('More (2 of 2)')
    expect(JSON.stringify(message).length).toBeLessThan(10_000)
  })
})
