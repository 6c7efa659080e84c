/** Countries that what a person has typed so far may become: for autocompletion. */
import { editDistance } from '#src/corpus/edit-distance.ts'
import type { CountryCode } from '#src/corpus/model.ts'
import { countryOfCode } from './codes.ts'
import { ALPHA3, byName, countryName } from './countries.ts'
import { ENTRIES } from './lexicon.ts'
import { nearest } from './nearness.ts'
import { phraseOf } from './words.ts'

interface Form {
  readonly phrase: string
  readonly kind: 'everyday' | 'name' | 'demonym' | 'capital'
}

const FORMS: ReadonlyMap<CountryCode, readonly Form[]> = collect()

function collect(): Map<CountryCode, Form[]> {
  const forms = new Map<CountryCode, Form[]>()
  for (const { phrase, kind, codes } of ENTRIES) {
    if (kind === 'trap' || kind === 'state') continue
    for (const code of codes) {
      const everyday = phraseOf(countryName(code)).replace(/^the /, '')
      const list = forms.get(code) ?? []
      list.push({ phrase, kind: phrase === everyday ? 'everyday' : kind })
      forms.set(code, list)
    }
  }
  return forms
}

/** Smaller is better; the steps between ranks are what counts. */
const RANK = { exact: 0, everyday: 1, name: 2, demonym: 3, inner: 4, capital: 5, code: 6, near: 7 } as const

/** Longer than any name. */
const LONGEST = 80

/**
 * Those of `among` whose name, demonym, other name, capital or code begins with the typed text, or is near it; best
 * first, then in the order of their names. Nothing typed: all of them, in the order of their names.
 */
export function suggestCountries(typed: string, among: readonly CountryCode[]): readonly CountryCode[] {
  const phrase = phraseOf(typed.slice(0, LONGEST)).replace(/^the (?=.)/, '')
  const named = [...new Set(among)].sort(byName)
  if (phrase === '') return named
  const code = countryOfCode(phrase)
  const near = new Set(nearest(phrase.replaceAll(' ', ''))?.codes)
  return named
    .map((country) => ({ country, rank: rankOf(country, phrase, code, near) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ country }) => country)
}

function rankOf(
  country: CountryCode,
  phrase: string,
  code: CountryCode | null,
  near: ReadonlySet<CountryCode>,
): number | null {
  const ranks = (FORMS.get(country) ?? []).flatMap((form) => rankOfForm(form, phrase) ?? [])
  if (country === code) ranks.push(RANK.exact)
  if (ALPHA3.get(country)?.toLowerCase().startsWith(phrase)) ranks.push(RANK.code)
  if (near.has(country)) ranks.push(RANK.near)
  return ranks.length === 0 ? null : Math.min(...ranks)
}

function rankOfForm(form: Form, phrase: string): number | null {
  if (form.phrase === phrase) return RANK.exact
  if (form.phrase.startsWith(phrase)) return RANK[form.kind]
  if (phrase.length > 3 && form.phrase.includes(` ${phrase}`)) return RANK.inner
  if (phrase.length < 5 || form.kind === 'capital') return null
  return editDistance(phrase, form.phrase.slice(0, phrase.length), 1) <= 1 ? RANK.near : null
}
