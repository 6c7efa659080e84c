/** What a person says of a page when asked: their words become a value of the front matter, or are told why not. */
import { z } from 'zod'
import { FRONT_MATTER_VALUES } from '../front-matter.ts'
import type { CountryCode } from '../model.ts'
import { countryName, resolveCountry } from '../places/index.ts'
import { wholeDate } from './dates.ts'
import type { Facts } from './facts.ts'

/** What a text may leave open. */
export type Untold = 'title' | 'publisher' | 'date' | 'countries'

export type Told = { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly message: string }

/** @param typed one line, not blank */
export function factsFrom(key: Untold, typed: string): Told {
  const value = typed.trim()
  switch (key) {
    case 'title':
    case 'publisher':
      return checked({ [key]: value })
    case 'date':
      return checked({ date: wholeDate(value) ?? value })
    case 'countries':
      return countriesFrom(value)
  }
}

const schema = z.strictObject(FRONT_MATTER_VALUES).partial()

function checked(facts: Facts): Told {
  const parsed = schema.safeParse(facts)
  return parsed.success
    ? { ok: true, facts: parsed.data }
    : { ok: false, message: parsed.error.issues.map(({ message }) => message).join(' ') }
}

/** Names, codes or demonyms, parted by commas, semicolons or `and`. */
function countriesFrom(value: string): Told {
  const codes = new Set<CountryCode>()
  for (const name of value.split(/\s*[,;]\s*|\s+and\s+/i).filter((part) => part !== '')) {
    const found = resolveCountry(name)
    if (found.kind === 'country') codes.add(found.code)
    else {
      const near = (found.kind === 'ambiguous' ? found.candidates : found.nearest).map(countryName)
      const meant = near.length > 0 ? ` Is it ${near.join(' or ')}?` : ''
      return { ok: false, message: `“${name}” is no country.${meant}` }
    }
  }
  return checked({ countries: [...codes] })
}
