/**
 * The front matter that a text itself gives: each value told from the text's own words, or left out with a warning.
 * Nothing is known here of any site or country beyond what the finders say.
 */
import type { CountryCode } from '../../model.ts'
import type { SourceLine } from '../lines.ts'
import type { Part } from '../structure.ts'
import { countriesOf } from './countries.ts'
import { notBeforeOf, printedDate } from './dated.ts'
import { publisherOf } from './publisher.ts'
import { headingOf, titleOf } from './title.ts'

/** What the importer does not know by itself: which countries a text names, and their English names. */
export interface Countries {
  find(text: string): readonly {
    readonly code: CountryCode
    readonly start: number
    readonly end: number
    /** An adjective or a people's name (`Kyrgyz`) weighs less than a name. */
    readonly kind?: 'name' | 'demonym' | 'capital'
  }[]
  name(code: CountryCode): string
}

/** The values of a fact sheet's front matter under their keys; a key that is not known is left out. */
export interface Front {
  title: string
  publisher?: string | undefined
  url?: string | undefined
  date?: string | undefined
  not_before?: string | undefined
  countries: readonly CountryCode[]
  retrieved?: string | undefined
  replaces?: string | undefined
}

/** What a page prints around its text, as far as it tells something of the text. */
export interface Around {
  /** Every line of furniture. */
  readonly removed: readonly string[]
  /** Of these, the breadcrumbs: where the site files the page. */
  readonly trails: readonly string[]
  /** The name over the page's navigation: whose site it is. */
  readonly masthead: string | null
}

export interface Proposal {
  readonly front: Front
  /** Whether the title is one that the page prints. */
  readonly titlePrinted: boolean
  /** The heading that the title was made of where none is printed. */
  readonly heading: string | null
  /** The address that the page gives as its own; the one it was received from goes before it. */
  readonly address: string | null
}

/**
 * What the text says of itself.
 * @param around what stood around the text: a banner names the site, though never a country or a day
 * @param today the day of adding, `2026-11-22`: what is dated later is a plan
 * @param given countries known from elsewhere, for the title; null where the text must tell
 */
export function propose(
  parts: readonly Part[],
  around: Around,
  countries: Countries,
  today: string,
  given: readonly CountryCode[] | null,
): Omit<Proposal, 'address'> {
  const lines = linesOf(parts).map((line) => line.text)
  const printed = parts.find((part) => part.kind === 'heading' && part.level === 1)
  const about = given ?? countriesOf(parts, countries, around.trails)
  const title = titleOf(parts, about.map(countries.name))
  const date = printedDate(lines)
  return {
    titlePrinted: printed !== undefined,
    heading: printed === undefined ? headingOf(parts) : null,
    front: {
      title,
      publisher: publisherOf(lines, around, printed?.kind === 'heading' ? printed.line.text : null),
      date: date ?? undefined,
      not_before: date === null ? (notBeforeOf(lines, today) ?? undefined) : undefined,
      countries: about,
    },
  }
}

export const linesOf = (parts: readonly Part[]): readonly SourceLine[] =>
  parts.flatMap((part) => (part.kind === 'heading' ? [part.line] : part.lines))
