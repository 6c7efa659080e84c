/** Turns what the grammar found into funding lines, with the caveats that a single line carries in itself. */
import type { CountryCode, Span } from '../model.ts'
import type { Draft } from './draft.ts'
import type { Footnotes } from './footnotes.ts'
import type { Caveat, FundingLine, FundingPassage, FundingStatus } from './types.ts'

export interface Place {
  readonly passage: FundingPassage
  /** The line or sentence in the passage's reading. */
  readonly from: number
  readonly to: number
  /** Nothing of the sheet stands after it. */
  readonly last: boolean
  readonly countries: readonly CountryCode[]
  /** Other countries that the sentence names beside the sheet's own. */
  readonly others: readonly CountryCode[]
  readonly yearFromHeading: boolean
}

const PROBLEMS: Partial<Record<Caveat['kind'], string>> = {
  malformed: 'The source prints a number that is not well-formed; it is shown as printed and not read as an amount.',
  'run-together':
    'Columns seem to have run together in the source; the figure is shown as printed and not read as an amount.',
  'amount-range': 'The source gives a range, not one amount.',
  'not-whole': 'What is printed is no whole amount; it is shown as printed.',
  'space-in-number': 'The source has a space inside this number.',
  'scale-from-heading': 'The heading above says in which unit these numbers are printed.',
  'cut-off': 'The source breaks off here.',
}

function statusOf(one: Draft): FundingStatus {
  if (one.money.amount === null) return 'malformed'
  if (one.request) return 'request'
  if (one.cumulative) return 'cumulative'
  return one.money.amount === 0 ? 'zero' : 'stated'
}

function sharedMessage(place: Place, words: string | null): string {
  if (words !== null) return `The source gives this amount as shared or regional: “${words.replaceAll('\n', ' ')}”.`
  const count = new Set([...place.countries, ...place.others]).size
  return `The sentence names ${count} countries; the amount is not for one of them alone.`
}

function caveatsOf(one: Draft, place: Place, span: Span, amountSpan: Span): Caveat[] {
  const caveats: Caveat[] = one.money.problems.flatMap((kind) => {
    const message = PROBLEMS[kind]
    return message ? [{ kind, message, span: amountSpan }] : []
  })
  const bracketCut = one.unclosed && !caveats.some(({ kind }) => kind === 'cut-off')
  if (bracketCut && place.last) caveats.push({ kind: 'cut-off', message: 'The source breaks off here.', span })
  else if (bracketCut)
    caveats.push({ kind: 'unclosed-bracket', message: 'The source does not close the bracket.', span })
  if (!one.money.marked && one.money.amount !== null) {
    caveats.push({
      kind: 'no-currency',
      message: 'The source prints no currency here; US dollars are assumed.',
      span: amountSpan,
    })
  }
  if (one.request)
    caveats.push({ kind: 'request', message: 'This is what was requested, not what was provided.', span })
  const others = [...new Set([...place.countries, ...place.others])]
  const several = place.countries.length > 1 || place.others.length > 1
  if (one.shared !== null || several) {
    caveats.push({
      kind: 'shared',
      message: sharedMessage(place, one.shared),
      span,
      countries: others.length > 1 ? others : [],
    })
  }
  if (one.included) {
    caveats.push({ kind: 'included', message: 'This is part of another amount in the same line.', span: amountSpan })
  }
  if (one.accountFromHeading) {
    caveats.push({
      kind: 'account-from-heading',
      message: 'The account stands above this line, not in it.',
      span: null,
    })
  }
  if (place.yearFromHeading) {
    caveats.push({ kind: 'year-from-heading', message: 'The year stands above this line, not in it.', span: null })
  } else if (one.year && !one.year.fiscal) {
    const year = one.year.last === null ? one.year.first : `${one.year.first}–${one.year.last}`
    caveats.push({ kind: 'calendar-year', message: `The source says ${year} without calling it a fiscal year.`, span })
  }
  return caveats
}

export function recordOf(one: Draft, place: Place, footnotes: Footnotes): FundingLine {
  const { reading } = place.passage
  const span = reading.span(place.from, place.to)
  const amountSpan = reading.span(one.money.from, one.money.to)
  const [country] = place.countries
  return {
    country: place.countries.length === 1 ? (country ?? null) : null,
    countries: place.countries,
    fiscalYear: one.year?.first ?? null,
    throughFiscalYear: one.year?.last ?? null,
    amount: one.money.amount,
    currency: one.money.currency,
    account: one.account,
    accountName: footnotes.nameOf(one.account, one.marks) ?? one.accountName,
    status: statusOf(one),
    total: one.total,
    part: one.part,
    printed: reading.text.slice(one.money.from, one.money.to),
    scale: one.money.scale,
    approximate: one.approximate,
    span,
    amountSpan,
    passage: place.passage.index,
    caveats: caveatsOf(one, place, span, amountSpan),
  }
}
