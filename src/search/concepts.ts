/**
 * A question as concepts: each is one thing the person speaks of, with all the ways in which a source may put it. The
 * ways come from outside (the field's paraphrases, the sheets' own abbreviations); here they become terms.
 */

/** One way of putting a concept: terms in order, and how surely they mean the same (1: the very words). */
export interface Phrase {
  readonly terms: readonly string[]
  readonly weight: number
}

export interface Concept {
  /** The person's own words. */
  readonly words: string
  /** Their own terms. */
  readonly own: readonly string[]
  readonly phrases: readonly Phrase[]
  /** How much it matters what the person says here: 1 for content, less for words that only frame a question. */
  readonly importance: number
  /** Whether it is written as a proper name: capitals inside the question. */
  readonly name: boolean
  /** Where it stands in the question, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}
