/** The signs, codes and words of currencies before and after a number. A dollar without an owner is a US dollar. */
import { lower, type Token } from './tokens.ts'

const CODES: Readonly<Record<string, string>> = {
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  cad: 'CAD',
  aud: 'AUD',
  chf: 'CHF',
}
const SIGN_CODES: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' }
const DOLLAR_OWNERS: Readonly<Record<string, string>> = {
  us: 'USD',
  a: 'AUD',
  au: 'AUD',
  c: 'CAD',
  ca: 'CAD',
  nz: 'NZD',
}
const NOUNS: Readonly<Record<string, string>> = { dollars: 'USD', dollar: 'USD', euro: 'EUR', euros: 'EUR' }

export function currencyAfter(tokens: readonly Token[], i: number): [string, number] | null {
  const code = CODES[lower(tokens[i])]
  if (code) return [code, i + 1]
  let at = i
  let owner = ''
  if (lower(tokens[at]) === 'u' && lower(tokens[at + 2]) === 's' && tokens[at + 3]?.kind === 'stop') at += 4
  else if (/^(?:us|american|canadian|australian)$/.test(lower(tokens[at]))) owner = lower(tokens[at++])
  const noun = NOUNS[lower(tokens[at])]
  if (!noun) return null
  if (owner === 'canadian') return ['CAD', at + 1]
  return [owner === 'australian' ? 'AUD' : noun, at + 1]
}

export interface Prefix {
  readonly currency: string
  readonly from: number
  readonly next: number
}

export function currencyBefore(tokens: readonly Token[], i: number): Prefix | null {
  const token = tokens[i]
  if (!token) return null
  const following = tokens[i + 1]
  const owner = DOLLAR_OWNERS[lower(token)]
  if (owner && following?.text === '$' && !following.spaced) return { currency: owner, from: token.from, next: i + 2 }
  const code = CODES[lower(token)]
  if (code) return { currency: code, from: token.from, next: following?.text === '$' ? i + 2 : i + 1 }
  if (token.kind !== 'currency') return null
  return { currency: SIGN_CODES[token.text] ?? 'USD', from: token.from, next: i + 1 }
}
