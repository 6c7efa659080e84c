/** Counts against the figures of the corpus: the same thing counted, and the same number or another. */
import { isContent, tokenize } from '../verify/tokens.ts'
import type { Judged } from './amounts.ts'
import type { CountFact, FoundCount } from './model.ts'

/** @param facts the figures of the countries that the message speaks of */
export function judgeCount(claim: FoundCount, sentence: string, facts: readonly CountFact[]): Judged<CountFact> {
  const unit = wordsOf(claim.unit)
  const alike = facts.filter((fact) => sameThing(unit, wordsOf(fact.unit)))
  const context = wordsOf(sentence).filter((word) => !unit.includes(word) && !/\d/.test(word))
  const shared = (fact: CountFact): number => {
    const words = new Set(wordsOf(fact.sentence))
    return context.filter((word) => words.has(word)).length
  }
  const ranked = alike.map((fact) => ({ fact, shared: shared(fact) })).sort((a, b) => b.shared - a.shared)
  const stated = ranked.find(({ fact }) => fact.value === claim.value)
  if (stated !== undefined) return { verdict: 'stated', fact: stated.fact }
  // "Officers" may be any officers: another number of them contradicts only where the sentences speak of the same.
  const different = ranked.find(({ fact, shared: words }) => words > 0 || sameUnit(unit, wordsOf(fact.unit)))
  return different === undefined
    ? { verdict: 'not-stated', fact: null }
    : { verdict: 'different', fact: different.fact }
}

/** Content words, without the plural's s. */
const wordsOf = (text: string): string[] =>
  tokenize(text)
    .filter(isContent)
    .map(({ key }) => key.replace(/(?<=\p{L}{3})ies$/u, 'y').replace(/(?<=\p{L}{2}[^s])s$/u, ''))

/** One names the other, at most more closely: `officers` and `police officers`, not `police stations`. */
function sameThing(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length > 0 && short.at(-1) === long.at(-1) && short.every((word) => long.includes(word))
}

const sameUnit = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word))
