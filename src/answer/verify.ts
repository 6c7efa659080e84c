/** `/verify` and the check of a message: each quotation against the sheets' words, each amount and count against theirs. */
import { checkClaims } from '../cite/claims/claims.ts'
import type { Claim } from '../cite/claims/model.ts'
import { indexingQuotes } from '../cite/verify/quote-index.ts'
import { type QuoteCheck, verifyQuote } from '../cite/verify/verify.ts'
import { inTurns, type Steps } from '../corpus/turns.ts'
import { citedExcerpts, wholeSentences } from './cited.ts'
import { factsOf, messageFinders, readingFacts } from './claim-facts.ts'
import { readingFigures } from './figures-index.ts'
import type { Library } from './library.ts'
import { type Answer, type Excerpt, makeAnswer } from './model.ts'
import { readingTopics } from './topic-index.ts'

/** One quotation and the passage it is, or comes nearest to. */
export interface CheckedQuote {
  readonly check: QuoteCheck
  /** Null when absent. */
  readonly excerpt: Excerpt | null
  /** For stitched: each part, and the sentences it comes from. */
  readonly parts: readonly { readonly quote: string; readonly excerpt: Excerpt }[]
}

export interface CheckedClaim {
  readonly claim: Claim
  /** What the source says; null where it says nothing. */
  readonly excerpt: Excerpt | null
}

export interface Verified {
  readonly answer: Answer
  readonly quotes: readonly CheckedQuote[]
  readonly claims: readonly CheckedClaim[]
}

/**
 * @param quotations each checked as one quotation
 * @param message what is searched for amounts and counts
 */
export function verify(quotations: readonly string[], message: string, library: Library): Verified {
  const quotes = quotations.map((quote): CheckedQuote => {
    const check = verifyQuote(quote, library.sheets)
    return { check, excerpt: excerptOf(check), parts: partsOf(check) }
  })
  const claims = claimsOf(message, library).map((claim): CheckedClaim => {
    const { source } = claim
    const [excerpt = null] = source === null ? [] : citedExcerpts(source.sheet, source.span, source.citation).excerpts
    return { claim, excerpt }
  })
  const excerpts = [
    ...[...quotes, ...claims].flatMap(({ excerpt }) => (excerpt === null ? [] : [excerpt])),
    ...quotes.flatMap(({ parts }) => parts.map(({ excerpt }) => excerpt)),
  ]
  const answer = makeAnswer('answered', null, {
    excerpts: [
      ...new Map(excerpts.map((excerpt) => [`${excerpt.sheet.id} ${excerpt.start} ${excerpt.end}`, excerpt])).values(),
    ],
    checks: quotes.map(({ check }) => ({
      quote: check.quote,
      verdict: check.verdict,
      citation: check.passage?.citation ?? null,
      differences: check.differences,
    })),
    claims: claims.map(({ claim }) => ({
      text: claim.text,
      verdict: claim.verdict,
      citation: claim.source?.citation ?? null,
    })),
  })
  return { answer, quotes, claims }
}

/** The facts of all sheets are read on first need, which a message without numbers is not. */
function claimsOf(message: string, library: Library): readonly Claim[] {
  const claims = checkClaims(message, messageFinders, { funding: [], counts: [] })
  return claims.length === 0 ? claims : checkClaims(message, messageFinders, factsOf(library))
}

/**
 * Reads what the first check would have to wait for; for a large corpus, before it is served; others get their turns.
 * @param before the library that serves until then: what was read of its sheets is taken over
 */
export function prepareChecks(library: Library, before?: Library): Promise<void> {
  return inTurns(preparing(library, before))
}

function* preparing(library: Library, before?: Library): Steps<void> {
  yield* readingFacts(library)
  yield* indexingQuotes(library.sheets, before?.sheets)
  yield* readingFigures(library)
  yield* readingTopics(library)
}

function partsOf({ parts }: QuoteCheck): CheckedQuote['parts'] {
  return parts.flatMap(({ quote, from }) => {
    const [excerpt] = citedExcerpts(from.sheet, wholeSentences(from.sheet, from.span)).excerpts
    return excerpt === undefined ? [] : [{ quote, excerpt }]
  })
}

/** The passage, or of a long one the sentences around the very words. */
function excerptOf({ passage, words }: QuoteCheck): Excerpt | null {
  if (passage === null) return null
  const [whole = null] = citedExcerpts(passage.sheet, passage.span, passage.citation).excerpts
  if (words === null || whole === null || (whole.start <= words.span.start && whole.end >= words.span.end)) return whole
  const [cited = null, around = null] = citedExcerpts(words.sheet, words.span).excerpts
  return around ?? cited
}
