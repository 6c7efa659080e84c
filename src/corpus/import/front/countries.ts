/**
 * What a sheet as a whole is about: the countries of its title, or the one or few that dominate its text. A general
 * sheet, which names many or names them in passing, is about none.
 */
import type { CountryCode } from '../../model.ts'
import type { Part } from '../structure.ts'
import type { Countries } from './propose.ts'

const MOST = 4
/** Together they must be named in so large a share of all mentions … */
const SHARE = 0.55
/** … and each in so many of the parts that are long enough to name one. */
const SPREAD = 0.3
const LONG_ENOUGH = 60

/** Codes in the order of their weight; the publisher's own United States do not count. */
export function countriesOf(parts: readonly Part[], countries: Countries): CountryCode[] {
  const texts = [...new Set(parts.map(textOf))].map((text) => ({ text, named: named(text, countries) }))
  const counts = new Map<CountryCode, number>()
  for (const code of texts.flatMap((entry) => entry.named)) counts.set(code, (counts.get(code) ?? 0) + 1)

  const title = parts.find((part) => part.kind === 'heading' && part.level === 1)
  const inTitle = title === undefined ? [] : [...new Set(named(textOf(title), countries))]
  if (inTitle.length > 0 && inTitle.length <= MOST) return inTitle

  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const long = texts.filter(({ text }) => text.length >= LONG_ENOUGH)
  const spread = ([code]: readonly [CountryCode, number]) =>
    long.filter((entry) => entry.named.includes(code)).length >= long.length * SPREAD
  const ranked = [...counts].filter(spread).sort((a, b) => b[1] - a[1])
  const top = ranked[0]?.[1] ?? 0
  const chosen = ranked.filter(([, count]) => count >= Math.max(2, top * 0.4))
  const share = chosen.reduce((sum, [, count]) => sum + count, 0) / total
  return chosen.length > MOST || !(share >= SHARE) ? [] : chosen.map(([code]) => code)
}

const textOf = (part: Part): string =>
  part.kind === 'heading' ? part.line.text : part.lines.map((line) => line.text).join('\n')

const named = (text: string, countries: Countries): CountryCode[] =>
  countries
    .find(text)
    .map((place) => place.code)
    .filter((code) => code !== 'US')
