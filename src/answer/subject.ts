/**
 * What countries a fact sheet is about where its front matter names none: a page of one country's program is often
 * published under a general title ("Program Objectives"), and its sentences don't repeat the country.
 */
import type { CountryCode, FactSheet } from '../corpus/model.ts'

/** A country named in one sentence only is passed by, not spoken of. */
const LEAST_SENTENCES = 2
/** Of all namings, the share that one country must have; a sheet that goes round many countries is about none. */
const LEAST_SHARE = 0.4

/** The countries of the front matter, else the one that the text keeps coming back to, else none. */
export function subjectsOf(sheet: FactSheet): readonly CountryCode[] {
  if (sheet.meta.countries.length > 0) return sheet.meta.countries
  const namings = new Map<CountryCode, number>()
  let total = 0
  for (const { sentences } of sheet.passages)
    for (const { named } of sentences)
      for (const code of named) {
        namings.set(code, (namings.get(code) ?? 0) + 1)
        total += 1
      }
  const [first, second] = [...namings].sort((one, other) => other[1] - one[1])
  if (first === undefined) return []
  const [code, times] = first
  const leads = times >= LEAST_SENTENCES && times > (second?.[1] ?? 0) && times >= total * LEAST_SHARE
  return leads ? [code] : []
}
