import fc from 'fast-check'
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { DEMONYMS } from '#src/corpus/places/data/demonyms.ts'
import { VARIANTS } from '#src/corpus/places/data/names.ts'
import {
  allCountries,
  countryName,
  findTypedPlaces,
  isCountryCode,
  resolveCountry,
  suggestCountries,
} from '#src/corpus/places/index.ts'

/** Every name and demonym with the countries it belongs to. */
const WORDS = new Map<string, Set<string>>()
function own(word: string, code: string) {
  WORDS.set(word, (WORDS.get(word) ?? new Set()).add(code))
}
for (const [code, names] of Object.entries(english.countries)) for (const name of [names].flat()) own(name, code)
for (const [code, forms] of Object.entries(VARIANTS)) for (const name of forms.split('|')) own(name, code)
for (const [code, forms] of Object.entries(DEMONYMS)) for (const form of forms.split('|')) own(form, code)
for (const { code, name } of allCountries()) own(name, code)

const means = (typed: string): string[] => {
  const resolved = resolveCountry(typed)
  if (resolved.kind === 'country') return [resolved.code]
  return resolved.kind === 'ambiguous' ? [...resolved.candidates].sort() : []
}

describe('every country', () => {
  it('is named in the list, in the order of the names', () => {
    const all = allCountries()
    expect(all).toHaveLength(Object.keys(english.countries).length)
    expect(all.map(({ name }) => name)).toEqual(
      all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')),
    )
    for (const { code, name } of all) {
      expect(isCountryCode(code)).toBe(true)
      expect(countryName(code)).toBe(name)
    }
  })

  it('has an everyday name without its form of government', () => {
    expect(['TJ', 'XK', 'MK', 'US', 'MD', 'RU', 'SY', 'LA'].map(countryName)).toEqual([
      'Tajikistan',
      'Kosovo',
      'North Macedonia',
      'United States',
      'Moldova',
      'Russia',
      'Syria',
      'Laos',
    ])
  })

  it('is meant by each of its names, variants and demonyms, in any case', () => {
    for (const [word, countries] of WORDS) {
      for (const typed of [word, word.toLowerCase(), word.toUpperCase(), ` ${word.normalize('NFD')} `]) {
        expect([typed, means(typed)]).toEqual([typed, [...countries].sort()])
      }
    }
  })

  it('is meant by its codes, in any case', () => {
    for (const [two, three] of codes) {
      for (const typed of [two, three]) {
        expect([typed, means(typed ?? ''), means(typed?.toLowerCase() ?? '')]).toEqual([typed, [two], [two]])
      }
    }
  })

  it('is demonym for demonym told apart, but for those that several countries share', () => {
    const shared = [...WORDS].filter(([, countries]) => countries.size > 1).map(([word]) => word)
    expect(shared.sort()).toEqual([
      'Congo',
      'Congolese',
      'Dominican',
      'Korea',
      'Korean',
      'Virgin Islander',
      'Virgin Islands',
    ])
  })
})

const LONG = [...WORDS.keys()].filter((word) => word.replace(/\P{L}/gu, '').length >= 6)
const EXACT = new Set([...WORDS.keys()].map((word) => word.toLowerCase()))
/** Whether a text is a country's own name as it stands, formal words before it left aside. */
const ownName = (typed: string) => EXACT.has(typed) || EXACT.has(typed.replace(/^(?:the )?republic of (?:the )?/, ''))

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

/** One letter left out, doubled or put in, replaced, or swapped with its neighbour. */
function slip(word: string, at: number, kind: number, letter: string): string {
  const lower = word.toLowerCase()
  const place = at % (lower.length - 1)
  const [head, here, next, tail] = [lower.slice(0, place), lower[place], lower[place + 1], lower.slice(place + 2)]
  if (!/^\p{L}{2}$/u.test(`${here}${next}`)) return lower
  return (
    [
      `${head}${next}${tail}`,
      `${head}${letter}${here}${next}${tail}`,
      `${head}${letter}${next}${tail}`,
      `${head}${next}${here}${tail}`,
    ][kind] ?? lower
  )
}

describe('a slip of the keyboard', () => {
  it('never makes one country of another', () => {
    const slips = fc.tuple(fc.constantFrom(...LONG), fc.nat(60), fc.nat(3), fc.constantFrom(...ALPHABET))
    fc.assert(
      fc.property(slips, ([word, at, kind, letter]) => {
        const typed = slip(word, at, kind, letter)
        const resolved = resolveCountry(typed)
        if (resolved.kind !== 'country' || WORDS.get(word)?.has(resolved.code)) return
        // A slip that happens to be another country's own name (Gambia, Zambia) is that name.
        expect([typed, resolved.code, ownName(typed)]).toEqual([typed, resolved.code, true])
      }),
      { numRuns: 3000 },
    )
  })

  it('in an everyday name is understood or asked about', () => {
    for (const { code, name } of allCountries()) {
      if (name.replace(/\P{L}/gu, '').length < 6) continue
      for (let at = 0; at < name.length - 1; at++) {
        const typed = slip(name, at, 3, '')
        if (!EXACT.has(typed)) expect([typed, means(typed).includes(code)]).toEqual([typed, true])
      }
    }
  })
})

describe('a value', () => {
  it.each([
    ['Government of Tajikistan', 'TJ'],
    ['the Republic of Azerbaijan', 'AZ'],
    ['haiti police', 'HT'],
    ['"Haiti"', 'HT'],
    ['Baku', 'AZ'],
    ['zerbaijan', 'AZ'],
    ['🇹🇯', 'TJ'],
    ['outh Sudan', 'SS'],
    ['Republic of Iceland', 'IS'],
    ['State of Qatar', 'QA'],
    ['democratic republic of cogno', 'CD'],
    ['english', 'GB'],
    ['washington dc', 'US'],
    ['us', 'US'],
  ])('%s is a country', (typed, code) => expect(resolveCountry(typed)).toEqual({ kind: 'country', code }))

  it.each([
    ['nigera', ['NE', 'NG']],
    ['austrlia', ['AT', 'AU']],
    ['Tajikistan and Haiti', ['HT', 'TJ']],
    ['congo', ['CD', 'CG']],
    ['north sudan', ['SD', 'SS']],
  ])('%s is asked about', (typed, candidates) => expect(means(typed)).toEqual(candidates))

  it.each([
    '',
    ' ',
    'atlantis',
    'africa',
    'new mexico',
    'washington',
    'station',
    'training',
    'x'.repeat(4000),
    '\u0000',
    '🙂',
  ])('%s is no country', (typed) => expect(resolveCountry(typed).kind).toBe('unknown'))

  it('that is none is answered with what begins so', () => {
    expect(resolveCountry('taj')).toEqual({ kind: 'unknown', nearest: ['TJ'] })
    expect(resolveCountry('azer')).toEqual({ kind: 'unknown', nearest: ['AZ'] })
  })

  it('means the same in a sentence of its own', () => {
    for (const { code, name } of allCountries()) {
      expect([name, findTypedPlaces(`police in ${name}`).mentions.map((mention) => mention.code)]).toEqual([
        name,
        [code],
      ])
    }
  })
})

describe('suggestions', () => {
  const every = allCountries().map(({ code }) => code)

  it('come by name, best first, and only from those asked for', () => {
    expect(suggestCountries('taj', every)).toEqual(['TJ'])
    expect(suggestCountries('guinea', every)[0]).toBe('GN')
    expect(suggestCountries('guinea', every)).toEqual(expect.arrayContaining(['GN', 'GW', 'GQ', 'PG']))
    expect(suggestCountries('kyrgyz r', every)).toEqual(['KG'])
    expect(suggestCountries('azeri', ['TJ', 'AZ'])).toEqual(['AZ'])
    expect(suggestCountries('TJK', ['AZ', 'TJ'])).toEqual(['TJ'])
    expect(suggestCountries('Dushan', ['AZ', 'TJ'])).toEqual(['TJ'])
    expect(suggestCountries('taj', ['AZ'])).toEqual([])
  })

  it('forgive a slip', () => {
    expect(suggestCountries('tajkis', ['AZ', 'HT', 'TJ'])).toEqual(['TJ'])
    expect(suggestCountries('azerbijan', ['AZ', 'HT', 'TJ'])).toEqual(['AZ'])
  })

  it('are all of them, by name, when nothing is typed', () => {
    expect(suggestCountries('', ['TJ', 'AZ', 'HT'])).toEqual(['AZ', 'HT', 'TJ'])
  })
})
