/** Amounts of money against funding lines. An amount is the source's or it isn't: nothing is rounded or added up. */
import { moneyAt } from '../../corpus/funding/money.ts'
import { tokenize } from '../../corpus/funding/tokens.ts'
import { yearAt } from '../../corpus/funding/years.ts'
import type { FundingFact, Stretch } from './model.ts'

export interface Amount extends Stretch {
  readonly amount: number | null
  readonly currency: string
}

/** The amounts that a text prints with a currency. */
export function amountsIn(text: string): Amount[] {
  const tokens = tokenize(text)
  const found: Amount[] = []
  for (let at = 0; at < tokens.length; ) {
    const money = moneyAt(tokens, at)
    if (money !== null) found.push({ start: money.from, end: money.to, amount: money.amount, currency: money.currency })
    at = money?.next ?? at + 1
  }
  return found
}

interface Years {
  readonly first: number
  readonly last: number
}

/** The years that a text names, fiscal or not. */
function yearsIn(text: string): Years[] {
  const tokens = tokenize(text)
  const found: Years[] = []
  for (let at = 0; at < tokens.length; ) {
    const year = yearAt(tokens, at)
    if (year !== null) found.push({ first: year.first, last: year.last ?? year.first })
    at = year?.next ?? at + 1
  }
  return found
}

export interface Judged<T> {
  readonly verdict: 'stated' | 'different' | 'not-stated'
  readonly fact: T | null
}

/** A sentence without a year or an account speaks of funding when it says so. */
const SPEAKS_OF_FUNDING =
  /\b(?:fund\w*|assist\w*|provid\w*|budget\w*|aid|gave|given|giv(?:es|ing)|grant\w*|allocat\w*|appropriat\w*|obligat\w*|receiv\w*|spen[dt]\w*|contribut\w*|support\w*|invest\w*|donat\w*)\b/i

/**
 * @param sentence the message's sentence around the amount, for its years and accounts
 * @param facts the funding lines of the countries it speaks of
 * @param accounts every account the corpus knows
 */
export function judgeAmount(
  claim: { readonly text: string } & Pick<Amount, 'amount' | 'currency'>,
  sentence: string,
  facts: readonly FundingFact[],
  accounts: ReadonlySet<string>,
): Judged<FundingFact> {
  const years = yearsIn(sentence)
  const named = [...accounts].filter((account) => holdsWord(sentence, account))
  const ofYear = years.length === 0 ? facts : facts.filter((fact) => years.some((year) => fits(fact, year)))
  const ofAccount = named.length === 0 ? ofYear : ofYear.filter((fact) => named.includes(fact.account ?? ''))
  const same = (fact: FundingFact): boolean =>
    fact.amount === null || claim.amount === null
      ? squeezed(fact.printed) === squeezed(claim.text)
      : fact.amount === claim.amount && fact.currency === claim.currency
  const stated = ofAccount.find(same)
  if (stated !== undefined) return { verdict: 'stated', fact: stated }
  // The right sum for the wrong account is not what the source says; the wrong year is the same.
  const pool = ofAccount.length > 0 ? ofAccount : ofYear
  const about = years.length > 0 || named.length > 0 || SPEAKS_OF_FUNDING.test(sentence)
  const nearest = pool.find((fact) => fact.total) ?? newest(pool)
  return about && nearest !== null ? { verdict: 'different', fact: nearest } : { verdict: 'not-stated', fact: null }
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

function fits(fact: FundingFact, year: Years): boolean {
  if (fact.fiscalYear === null) return false
  return fact.fiscalYear <= year.last && year.first <= (fact.throughFiscalYear ?? fact.fiscalYear)
}

function newest(facts: readonly FundingFact[]): FundingFact | null {
  return facts.reduce<FundingFact | null>(
    (best, fact) => (best !== null && (best.fiscalYear ?? 0) >= (fact.fiscalYear ?? 0) ? best : fact),
    null,
  )
}

/** An account is written in capitals; a word in small letters that looks like it isn't one. */
function holdsWord(text: string, word: string): boolean {
  const at = text.indexOf(word)
  return at !== -1 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(at + word.length))
}
