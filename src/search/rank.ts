/**
 * Which passage, and which sentence in it, says most of what a question speaks of. Concepts count by their rarity; a
 * sentence's own words count in full, what stands around it (its passage, its heading, its sheet) in part. Every
 * number that decides is kept, so that a keeper can be told why a sentence stands first.
 */
import type { Sentence } from '../corpus/model.ts'
import type { Concept } from './concepts.ts'
import type { PassageTerms, TermIndex } from './index-terms.ts'
import { conceptDocuments, type Hit, Matcher, Standing } from './match.ts'

/** What words in the surroundings of a sentence are worth beside its own. Measured with `npm run eval`. */
const NEARBY = { before: 0.8, passage: 0.45, heading: 0.6, sheet: 0.3, elsewhere: 0.3 } as const
/** A sentence that opens so speaks on of what the one before it spoke of, whose words then count nearly as its own. */
const LEANS =
  /^(?:It|Its|They|Their|These|Those|This|That|Such|He|She|His|Her|Both|There|All|Another|Most|The|In|So)\b|\b(?:it|its|they|their|them)\b/
/** What the first sentence under a heading that the question names is worth before those that follow. */
const OPENS = 0.1
/** What two neighbouring concepts of the question add when they stand together in a sentence too. */
const TOGETHER = 0.12
const TOGETHER_WITHIN = 4

/** What a sheet states only to say that it is wrong, by the word that opens it. */
const DENIED = /^(?:myth|misconception|fiction|false|claim|rumou?r)s?\b/i
const DENIAL = 1

export interface ScoredSentence {
  readonly entry: PassageTerms
  readonly sentence: Sentence
  readonly score: number
  /** For each concept how surely it stands in the sentence itself. */
  readonly inSentence: readonly number[]
  /** The same for the sentence that it leans on; all 0 where it stands for itself. */
  readonly before: readonly number[]
  /** The same for its passage, as far as that speaks of the place asked for. */
  readonly inPassage: readonly number[]
  /** The same for the headings above it, and for what its sheet says of itself. */
  readonly heading: readonly number[]
  readonly sheet: readonly number[]
  /** 1 for each name (two words with capitals, joined) that stands anywhere on the sheet: where its port is, say. */
  readonly elsewhere: readonly number[]
  readonly hits: readonly Hit[]
}

/** A concept's weight: 1 for one that stands nowhere or in one passage of many, less the more common it is. */
export function conceptWeights(concepts: readonly Concept[], index: TermIndex): readonly number[] {
  const count = Math.max(index.passages.length, 2)
  return concepts.map((concept) => {
    const documents = conceptDocuments(concept, index)
    return concept.importance * (documents === 0 ? 1 : Math.log(1 + count / documents) / Math.log(1 + count))
  })
}

export interface Ranking {
  readonly weights: readonly number[]
  /** Best first. */
  readonly sentences: readonly ScoredSentence[]
}

/** What speaks for a sentence besides the words in it, in the same unit as a concept's weight. */
export interface Bonus {
  /** The most that `of` gives. */
  readonly most: number
  of(sentence: Sentence, entry: PassageTerms, hits: readonly Hit[]): number
}

/** How many of the best sentences stand in their true order; what comes after them has no claim to a bonus. */
const IN_ORDER = 31

const leaning = new WeakMap<Sentence, boolean>()

/** Whether a sentence speaks on of what the one before it spoke of; remembered, since it does so for every question. */
function leans(sentence: Sentence): boolean {
  const known = leaning.get(sentence)
  if (known !== undefined) return known
  const found = LEANS.test(sentence.text)
  leaning.set(sentence, found)
  return found
}

/**
 * Scores every sentence of the candidate passages.
 * @param speaksOfPlace whether a sentence is about the place asked for; others are neither scored nor count as nearby
 */
export function rankSentences(
  concepts: readonly Concept[],
  candidates: readonly PassageTerms[],
  index: TermIndex,
  bonus: Bonus,
  speaksOfPlace: (sentence: Sentence, entry: PassageTerms) => boolean,
): Ranking {
  const weights = conceptWeights(concepts, index)
  const matcher = new Matcher(concepts, index)
  const standing = new Standing(concepts, index)
  const names = concepts.map(({ own, name }) => (name ? own.map((term) => index.id(term)) : null))
  const named = names.some((name) => name !== null)
  const scored: ScoredSentence[] = []
  for (const entry of candidates) {
    const { sentences } = entry.passage
    const eligible = sentences.map((sentence) => speaksOfPlace(sentence, entry))
    if (!eligible.includes(true)) continue
    const match = matcher.match(entry)
    // The first list is of the run-in heading, whose sentence is -1.
    const hits: Hit[][] = Array.from({ length: sentences.length + 1 }, () => [])
    for (const hit of match.hits) hits[hit.sentence + 1]?.push(hit)
    const stands = hits.map((list, at) =>
      at === 0 || eligible[at - 1] === true ? standing.inSentence(list, entry) : standing.none,
    )
    const inPassage = standing.best(stands)
    const elsewhere = named
      ? names.map((name) => (name?.every((id) => entry.onSheet.has(id)) === true ? 1 : 0))
      : standing.none
    sentences.forEach((sentence, at) => {
      if (eligible[at] !== true) return
      const preceding = stands[at] ?? standing.none
      const found = {
        entry,
        sentence,
        inSentence: stands[at + 1] ?? standing.none,
        before: preceding !== standing.none && leans(sentence) ? preceding : standing.none,
        inPassage,
        heading: match.heading,
        sheet: match.sheet,
        elsewhere,
        hits: hits[at + 1] ?? [],
      }
      scored.push({ ...found, score: scoreOf(found, weights) })
    })
  }
  return { weights, sentences: withBonus(scored, bonus) }
}

/** Best first. A bonus is looked for only where it could bring a sentence among the best. */
function withBonus(found: readonly ScoredSentence[], bonus: Bonus): readonly ScoredSentence[] {
  const reach =
    (found.map(({ score }) => score).sort((one, other) => other - one)[IN_ORDER - 1] ?? Number.NEGATIVE_INFINITY) -
    bonus.most
  return found
    .map((scored) =>
      scored.score < reach
        ? scored
        : { ...scored, score: scored.score + bonus.of(scored.sentence, scored.entry, scored.hits) },
    )
    .sort((one, other) => other.score - one.score)
}

function scoreOf(scored: Omit<ScoredSentence, 'score'>, weights: readonly number[]): number {
  let score = together(scored.hits, weights)
  for (let concept = 0; concept < weights.length; concept += 1)
    score +=
      (weights[concept] ?? 0) *
      Math.max(
        scored.inSentence[concept] ?? 0,
        NEARBY.before * (scored.before[concept] ?? 0),
        NEARBY.passage * (scored.inPassage[concept] ?? 0),
        NEARBY.heading * (scored.heading[concept] ?? 0),
        NEARBY.sheet * (scored.sheet[concept] ?? 0),
        NEARBY.elsewhere * (scored.elsewhere[concept] ?? 0),
      )
  if (scored.sentence.index === 0 && scored.heading.some((standing) => standing > 0)) score += OPENS
  if (scored.sentence.index === 0 && DENIED.test(scored.entry.passage.runIn ?? '')) score -= DENIAL
  // Of two sentences that say as much, the shorter says it more plainly.
  return score - Math.min(scored.sentence.text.length, 600) / 20_000
}

/** Concepts that follow each other in the question and stand close together, in the same order, in the sentence. */
function together(hits: readonly Hit[], weights: readonly number[]): number {
  let sum = 0
  if (hits.length < 2) return sum
  for (let concept = 0; concept + 1 < weights.length; concept += 1) {
    const close = hits.some(
      (hit) =>
        hit.concept === concept &&
        hits.some(
          (next) => next.concept === concept + 1 && next.from >= hit.to && next.from - hit.to <= TOGETHER_WITHIN,
        ),
    )
    if (close) sum += TOGETHER * Math.min(weights[concept] ?? 0, weights[concept + 1] ?? 0)
  }
  return sum
}
