/** The value of a `country:` option: the country it means, or the answer that says why it means none. */
import type { CountryCode } from '../corpus/model.ts'
import { countryOfCode, countryOfFlag } from '../corpus/places/codes.ts'
import { resolveCountry } from '../corpus/places/index.ts'
import { entryOf } from '../corpus/places/lexicon.ts'
import { wordsOf } from '../corpus/places/words.ts'
import type { Library } from './library.ts'
import { type Answer, makeAnswer, type Note } from './model.ts'

export type CountryOption =
  | { readonly ok: true; readonly code: CountryCode; readonly notes: readonly Note[] }
  | { readonly ok: false; readonly refusal: Answer }

/** Reads one country; a value that only comes near a name is taken for it with a note that says so. */
export function readCountry(typed: string): CountryOption {
  const resolved = resolveCountry(typed)
  if (resolved.kind !== 'country') {
    const candidates = resolved.kind === 'ambiguous' ? resolved.candidates : resolved.nearest
    return {
      ok: false,
      refusal: makeAnswer('invalid', 'no-such-country', { notes: [{ kind: 'no-such-country', typed, candidates }] }),
    }
  }
  const { code } = resolved
  return { ok: true, code, notes: namesCountry(typed, code) ? [] : [{ kind: 'country-assumed', typed, country: code }] }
}

/** As `readCountry`, for a command that needs a country which the fact sheets cover. */
export function readCoveredCountry(typed: string | null, library: Library): CountryOption {
  if (typed === null || typed.trim() === '')
    return {
      ok: false,
      refusal: makeAnswer('invalid', 'missing-option', { notes: [{ kind: 'missing-option', options: ['country'] }] }),
    }
  const read = readCountry(typed)
  if (!read.ok || library.covered.includes(read.code)) return read
  return {
    ok: false,
    refusal: makeAnswer('none', 'country-not-covered', {
      understood: { countries: [read.code], topics: [], years: [], asked: 'anything' },
      notes: [
        ...read.notes,
        { kind: 'country-not-covered', country: read.code },
        { kind: 'covered-countries', countries: library.covered },
      ],
    }),
  }
}

/** Whether some of the words typed are a name, demonym, capital or code of the country as it is spelled. */
function namesCountry(typed: string, code: CountryCode): boolean {
  if (countryOfFlag(typed) === code || countryOfCode(typed.trim()) === code) return true
  const words = wordsOf(typed.slice(0, 200)).map((word) => word.fold)
  return words.some((_, from) =>
    words.some((__, last) => last >= from && entryOf(words.slice(from, last + 1).join(' '))?.codes.includes(code)),
  )
}
