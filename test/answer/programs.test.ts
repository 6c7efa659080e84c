import { describe, expect, it } from 'vitest'
import { asker } from '../support/asking.ts'
import { corpusOf, REAL_CORPUS, sheetOf } from '../support/corpus.ts'

const body = `## Programs and Accomplishments

- Harbor Watch: This project gives Peru radios and boats.

- Courts: Judges were trained in Lima.

INL's Safe Streets program pays for lamps. Under the Anti-Gang Education (AGE) project, pupils meet officers. The AGE project is new. U.S. programs and INL projects go on; the program was praised, as was the FY08 program and an EU-funded project. The Peru program ended. INL helped establish the Forest Crime Working Group (FCWG) and 12 Rapid Response Teams. The National Police has a Highway Unit.`

const ask = asker(
  corpusOf({
    'peru.md': sheetOf({ countries: '[PE]' }, body),
    'chile.md': sheetOf({ countries: '[CL]' }, 'INL programs train police in Santiago.'),
    'general.md': sheetOf(
      { countries: '[]' },
      'Peace Support Exchange (PSE): The exchange trains instructors. Officers from Benin went through it.',
    ),
  }),
)
const names = async (input: string) => (await ask(input)).groups.flatMap(({ label }) => label.split(' · '))

describe('/programs', () => {
  it('lists what the sheets name, and no phrase that only speaks of programs', async () => {
    expect(await names('/programs country:peru')).toEqual([
      'Harbor Watch',
      'Safe Streets program',
      'Anti-Gang Education (AGE) project',
      'Forest Crime Working Group (FCWG)',
      'Rapid Response Teams',
    ])
  })

  it('gives each one sentence; names of one sentence share it', async () => {
    const { groups } = await ask('/programs country:peru')
    expect(groups.map(({ texts }) => texts.length)).toEqual([1, 1, 1, 1])
    expect(groups[0]?.texts).toEqual(['Harbor Watch: This project gives Peru radios and boats.'])
    expect(groups[3]?.texts).toEqual([
      'INL helped establish the Forest Crime Working Group (FCWG) and 12 Rapid Response Teams.',
    ])
  })

  it('takes a program of a general sheet for the countries that its text speaks of', async () => {
    const { groups } = await ask('/programs country:benin')
    expect(groups).toEqual([{ label: 'Peace Support Exchange (PSE)', texts: ['Officers from Benin went through it.'] }])
  })

  it.each([
    ['/programs country:chile', 'none', 'topic-not-covered', /name no program/],
    ['/programs country:france', 'none', 'country-not-covered', /No fact sheet covers France/],
    ['/programs country:atlantis', 'invalid', 'no-such-country', /no country called/],
    ['/programs', 'invalid', 'missing-option', /country/],
  ] as const)('refuses %s with its reason', async (input, outcome, reason, reads) => {
    const { answer, read } = await ask(input)
    expect([answer.outcome, answer.reason, answer.excerpts]).toEqual([outcome, reason, []])
    expect(read).toMatch(reads)
  })

  it('knows the programs of the five sheets', async () => {
    const real = asker(REAL_CORPUS)
    const { groups } = await real('/programs country:azerbaijan')
    expect(groups.map(({ label }) => label)).toEqual([
      'Resident Legal Advisor (RLA)',
      'Law Enforcement Development',
      'Public Order Management (POM) program',
      'Trafficking in Persons (TIP) project',
      'Community Policing programme',
      'Community Advisory Groups',
    ])
    const { read } = await real('/programs country:tajikistan')
    expect(read).toMatch(/Law Reform Working Group \(LRWG\)/)
  })
})
