/**
 * The amounts and counts of somebody's message, each held against what the fact sheets say of the countries it names.
 * Not for words: those are quotations' business (verify).
 */
import type { CountryCode } from '../../corpus/model.ts'
import { citationId } from '../id.ts'
import { amountsIn, type Judged, judgeAmount } from './amounts.ts'
import { judgeCount } from './counts.ts'
import type { Claim, CountFact, Facts, Finders, FundingFact, Stretch } from './model.ts'

/** More than these are not checked; they would not fit into a message either. */
export const MOST_CLAIMS = 25

/** In the message's order, at most {@link MOST_CLAIMS}. */
export function checkClaims(message: string, finders: Finders, facts: Facts): Claim[] {
  const places = finders.places(message)
  const accounts = new Set(facts.funding.flatMap((fact) => (fact.account === null ? [] : [fact.account])))
  const amounts = amountsIn(message)
  const overlaps = (count: Stretch): boolean => amounts.some((one) => one.start < count.end && count.start < one.end)
  const counts = finders.counts(message).filter((count) => !overlaps(count))
  const judged = [
    ...amounts.map((amount) => {
      const { countries, sentence } = contextOf(message, amount, places)
      const text = message.slice(amount.start, amount.end)
      const lines = ofCountries(facts.funding, (fact) => fact.countries, countries)
      return claim(message, amount, judgeAmount({ ...amount, text }, sentence, lines, accounts), countries)
    }),
    ...counts.map((count) => {
      const { countries, sentence } = contextOf(message, count, places)
      const figures = ofCountries(facts.counts, (fact) => fact.places, countries)
      return claim(message, count, judgeCount(count, sentence, figures), countries)
    }),
  ]
  return judged.sort((a, b) => a.start - b.start).slice(0, MOST_CLAIMS)
}

function claim(
  message: string,
  { start, end }: Stretch,
  { verdict, fact }: Judged<FundingFact | CountFact>,
  countries: readonly CountryCode[],
): Claim {
  const text = message.slice(start, end)
  // Without a country in the message another country's number is no contradiction.
  if (fact === null || (verdict === 'different' && countries.length === 0)) {
    return { start, end, text, verdict: 'not-stated', source: null }
  }
  const source = { sheet: fact.sheet, span: fact.span, citation: citationId(fact.sheet, fact.span) }
  return { start, end, text, verdict, source }
}

function ofCountries<T>(
  facts: readonly T[],
  of: (fact: T) => readonly CountryCode[],
  countries: readonly CountryCode[],
): readonly T[] {
  return countries.length === 0 ? facts : facts.filter((fact) => of(fact).some((code) => countries.includes(code)))
}

/** The sentence around a claim, and the countries it speaks of: its own, else the last named before, else any. */
function contextOf(
  message: string,
  { start, end }: Stretch,
  places: readonly (Stretch & { readonly code: CountryCode })[],
): { countries: readonly CountryCode[]; sentence: string } {
  const edges = [...message.matchAll(/\n+|(?<=[.!?;]["”’)]?)\s+(?=["“‘(]?\p{Lu})/gu)]
  const from = edges.findLast((edge) => edge.index + edge[0].length <= start)
  const to = edges.find((edge) => edge.index >= end)?.index ?? message.length
  const begin = from === undefined ? 0 : from.index + from[0].length
  const within = places.filter((place) => place.start >= begin && place.end <= to)
  const before = places.findLast((place) => place.end <= begin)
  const chosen = within.length > 0 ? within : before === undefined ? places : [before]
  return { countries: [...new Set(chosen.map((place) => place.code))], sentence: message.slice(begin, to) }
}
