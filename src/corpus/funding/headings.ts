/** What a heading over funding lines says: that they are funding, and for which years. */
import { readBracket, shortNameAt } from './accounts.ts'
import { elementsOf, isSign, wordOf } from './elements.ts'
import type { Scale } from './scales.ts'
import { tokenize } from './tokens.ts'
import type { YearNode } from './years.ts'

export interface FundingHeading {
  /** As a reader sees it. */
  readonly text: string
  readonly funding: boolean
  readonly years: YearNode | null
  /** `$ in thousands`: what the numbers below count. */
  readonly scale: Scale | null
  /** `INCLE:`, `U.S. Funding (FSA)`: the account of the lines below that name none. */
  readonly account: string | null
}

const FUNDING =
  /\b(?:fund(?:s|ed|ing)?|assistance|budget|appropriations?|allocations?|foreign aid|expenditures?|obligations?)\b/i
const UNIT = /\bin (thousand|million|billion)s\b/i
const LONGEST_HEADING = 120

function scaleIn(text: string): Scale | null {
  const name = UNIT.exec(text)?.[1]?.toLowerCase()
  return name === 'thousand' || name === 'million' || name === 'billion' ? name : null
}

const BESIDE_ACCOUNT = /^(?:funds?|funding|account|assistance|budget|appropriations?)$/

/** A heading's account: the name alone, before words for funding, or in the last bracket after them. */
function accountIn(text: string): string | null {
  const tokens = tokenize(text)
  const elements = elementsOf(tokens)
  const name = shortNameAt(tokens, 0, text)
  const rest = elements.filter((element) => element.from >= (tokens[name?.next ?? 0]?.from ?? text.length))
  const only = rest.every(
    (one) => one.type === 'year' || isSign(one, 'colon', 'dash', 'comma') || BESIDE_ACCOUNT.test(wordOf(one)),
  )
  if (name) return only ? name.account : null
  const last = elements.at(-1)
  return last?.type === 'bracket' && FUNDING.test(text) ? readBracket(last, text).account : null
}

export function readHeading(text: string): FundingHeading {
  const short = text.length <= LONGEST_HEADING
  const elements = short ? elementsOf(tokenize(text)) : []
  const years = elements.filter((element) => element.type === 'year')
  const [first, last] = [years[0], years.at(-1)]
  const listed = first && last && last !== first && last.first > first.first
  return {
    text: text.trim(),
    funding: short && FUNDING.test(text),
    scale: short ? scaleIn(text) : null,
    account: short ? accountIn(text) : null,
    years: listed ? { ...first, last: last.last ?? last.first } : (first ?? null),
  }
}

/** A line of the body that is a heading in all but its markup: short, no amount, no sentence, and about funding. */
export function lineHeading(text: string): FundingHeading | null {
  if (text.length > LONGEST_HEADING || /[.!?]\s*$/.test(text)) return null
  const heading = readHeading(text)
  if (
    !(heading.funding || heading.scale || heading.account) ||
    elementsOf(tokenize(text)).some((element) => element.type === 'money')
  )
    return null
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{Ll}/u.test(word) && !/^(?:and|of|for|the|to|in|by|from|through)$/.test(word))
  return words.length <= (heading.years === null ? 2 : 4) ? heading : null
}
