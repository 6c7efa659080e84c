/**
 * Whether a question in words asks for a country's funding: it speaks of money, or names a fiscal year, and of nothing
 * else but an account. "How much did the training cost" asks for the price of something, and is none of these.
 */
import { moneyAt } from '../corpus/funding/money.ts'
import { tokenize } from '../corpus/funding/tokens.ts'
import type { CountryCode } from '../corpus/model.ts'
import { type FundingQuery, fundedIn } from './funding.ts'
import { fundingOf } from './funding-index.ts'
import type { Library } from './library.ts'
import { contentOf, type Question } from './understand.ts'

/** Words that speak of money in general and of nothing that it was for. */
const MONEY_WORDS =
  /^(?:fund(?:s|ing|ed)?|money|dollars?|usd|amounts?|accounts?|budgets?|appropriations?|allocations?|allocated|aid|assistance|support|total|totals|sums?|costs?|both|spen[dt]|spending|spends|expenditures?|grants?|provide[ds]?|giv(?:e|en|es)|gave|got|g[eo]t?|received?|receives?|went|inl|usg|state|department|bureau|government|fiscal|year|years|annual|per|figures?|million|financial|come|came|comes|source|sources|from|out|of|in|to|for|by|through|under|and|the|lines?|tables?|need|needs|two|three|four|five|ten|one|than|more|less|least|at|over|exceed(?:s|ed)?|fall|falls|fell|rise|rose|risen|increased?|decreased?|dropped|drop|grew|grow|changed?|higher|lower|bigger|smaller|compared?|comparison|differences?|between|versus|vs)$/i

/** "Did it get more than two million dollars", "the figure for my budget table": money, whatever the form. */
const SPEAKS_OF_MONEY = /\bfund(?:s|ing|ed)?\b|\$|\bappropriat|\bdollars\b|\bbudgets?\b|\bhow\s+many\s+million\b/i

/** The query, or null where the question is about something else. */
export function moneyQuestion(question: Question, library: Library): FundingQuery | null {
  const { asked, fiscalYears, years, text } = question
  const countries = question.countries.filter((code) => code !== 'US')
  if (asked.kind === 'date') {
    const dated = yearsOfAmounts(text, countries, library)
    if (dated !== null) return dated
  }
  const speaksOfMoney = asked.kind === 'money' || SPEAKS_OF_MONEY.test(text)
  if (!speaksOfMoney && (fiscalYears.length === 0 || countries.length === 0)) return null
  let account: string | null = null
  for (const { words } of contentOf(question)) {
    if (words.split(/\s+/).every((word) => MONEY_WORDS.test(word))) continue
    if (account !== null || !isAccount(words, text, library)) return null
    account = words
  }
  // Without a country, a year or an account, "funding" alone may mean anything that was funded.
  const named = account === null ? fundedIn({ countries, years, account }, library).length > 0 : true
  if (countries.length === 0 && (!named || fundingOf(library).entries.length === 0)) return null
  return { countries, years, account }
}

/** "In which year was it $2.25 million": the years of the lines that print the very amount; null where none does. */
function yearsOfAmounts(text: string, countries: readonly CountryCode[], library: Library): FundingQuery | null {
  const tokens = tokenize(text)
  const amounts = new Set(tokens.flatMap((_, at) => moneyAt(tokens, at)?.amount ?? []))
  const lines = fundingOf(library).entries.flatMap(({ line }) => {
    const asked = line.country !== null && (countries.length === 0 || countries.includes(line.country))
    return asked && line.amount !== null && amounts.has(line.amount) ? [line] : []
  })
  const years = [...new Set(lines.flatMap(({ fiscalYear }) => fiscalYear ?? []))]
  if (years.length === 0) return null
  return { countries: [...new Set(lines.flatMap(({ country }) => country ?? []))], years, account: null }
}

/** An account that some line names, or capitals that can be nothing else beside a word for money. */
function isAccount(words: string, text: string, library: Library): boolean {
  const typed = words.toLowerCase()
  const known = fundingOf(library).entries.some(({ line }) =>
    [line.account, line.accountName].some((name) => name?.toLowerCase() === typed || opens(name, typed)),
  )
  if (known) return true
  const beside = new RegExp(
    `\\b${words.replaceAll(/[^\p{L}\p{N} ]/gu, '.')}\\s+(?:fund|money|account|aid|assistance|dollars)`,
    'iu',
  )
  return /^[A-Z][A-Z0-9-]{1,7}$/.test(words) && beside.test(text)
}

/** "Supplemental" for the Supplemental Appropriations Act: a word that a name opens with, and that is no everyday one. */
function opens(name: string | null, typed: string): boolean {
  return typed.length > 4 && name?.toLowerCase().startsWith(`${typed} `) === true
}
