/**
 * What a fact sheet is once it has been read. Every offset is in UTF-16 code units of the sheet's whole file, front
 * matter included, so that `sheet.text.slice(span.start, span.end)` is always the source's own text.
 */

/** A half-open range `[start, end)` in a fact sheet's file. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** ISO 3166-1 alpha-2, and XK for Kosovo. */
export type CountryCode = string

/** What the front matter says; a key that the file leaves out is null (lists: empty). */
export interface FrontMatter {
  readonly title: string
  readonly publisher: string | null
  readonly url: string | null
  /** The date printed in the text: `2009`, `2009-01` or `2009-01-20`. */
  readonly date: string | null
  /** Only without `date`: the text itself shows that it was written after this. */
  readonly notBefore: string | null
  readonly countries: readonly CountryCode[]
  readonly retrieved: string | null
  readonly replaces: string | null
}

/**
 * A stretch of the file as a reader sees it: Markdown's backslashes, entities, emphasis marks and the prefixes of
 * continued lines are gone, and every character knows where in the file it stands.
 */
export interface Reading {
  /** What a reader sees. Line breaks of the source are kept as `\n`. */
  readonly text: string
  /** The file's span for the characters `[from, to)` of `text`, escapes included. */
  span(from: number, to: number): Span
}

/** A part of the body under one heading; sections cover the body without overlap. */
export interface Section extends Span {
  readonly index: number
  /** As a reader sees it, null before the first heading. */
  readonly heading: string | null
  /** 1 to 6; 0 before the first heading. */
  readonly level: number
}

/** A sentence, or a whole line where lines are not prose. Never includes a run-in heading. */
export interface Sentence extends Span {
  readonly index: number
  /** As a reader sees it. */
  readonly text: string
  /** Countries that this sentence speaks of: named in it, or carried over (see places). */
  readonly places: readonly CountryCode[]
  /** Of these, the ones that its own words name. */
  readonly named: readonly CountryCode[]
}

/** A paragraph, list item or figure line: the smallest thing ranked. */
export interface Passage extends Span {
  readonly sheet: string
  readonly index: number
  readonly kind: 'paragraph' | 'item' | 'line'
  /** The section it stands in. */
  readonly section: Section
  /** A run-in heading that opens it (without its colon), or that opened the list it belongs to. */
  readonly runIn: string | null
  readonly reading: Reading
  readonly sentences: readonly Sentence[]
  readonly places: readonly CountryCode[]
  readonly topics: readonly string[]
}

/** An abbreviation that the sheet itself explains: `Resident Legal Advisor (RLA)`. */
export interface Acronym {
  readonly short: string
  readonly long: string
  /** Index of the passage and of the sentence in it where it is explained. */
  readonly passage: number
  readonly sentence: number
}

export interface FactSheet {
  readonly id: string
  /** The file's name in the corpus folder, such as `tajikistan.md`. */
  readonly file: string
  /** The whole file. */
  readonly text: string
  readonly body: Span
  readonly meta: FrontMatter
  readonly sections: readonly Section[]
  readonly passages: readonly Passage[]
  readonly acronyms: readonly Acronym[]
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string
}
