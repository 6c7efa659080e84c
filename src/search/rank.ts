/**
 * Which passage, and which sentence in it, says most of what a question speaks of. Concepts count by their rarity; a
 * sentence's own words count in full, what stands around it (its passage, its heading, its sheet) in part. Every
 * number that decides is kept, so that a keeper can be told why a sentence stands first.
 */
import type { Sentence } from '../corpus/model.ts'
import { BestFirst } from './best-first.ts'
import type { Concept } from './concepts.ts'
import type { PassageTerms, TermIndex } from './index-terms.ts'
import { conceptDocuments, type Hit, Matcher, Standing } from './match.ts'

/** What words in the surroundings of a sentence are worth beside its own. Measured with `npm run eval`. */
const NEARBY = { before: 0.78, passage: 0.45, heading: 0.6, sheet: 0.3, elsewhere: 0.3 } as const
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
  /** Best first; found as far as anybody looks. */
  readonly sentences: Iterable<ScoredSentence>
}

/** What speaks for a sentence besides the words in it, in the same unit as a concept's weight. */
export interface Bonus {
  /** The most that `of` gives. */
  readonly most: number
  /** `before`: for each concept how surely it stands in the sentence that this one leans on. */
  of(sentence: Sentence, entry: PassageTerms, hits: readonly Hit[], before: readonly number[]): number
}

const leaning = new WeakMap<Sentence, boolean>()

/** Whether a sentence speaks on of what the one before it spoke of; remembered, since it does so for every question. */
function leans(sentence: Sentence): boolean {
  const known = leaning.get(sentence)
  if (known !== undefined) return known
  const found = LEANS.test(sentence.text)
  leaning.set(sentence, found)
  return found
}

/** What stands in a passage and around its sentences. */
interface StandingIn {
  readonly entry: PassageTerms
  /** First those of the run-in heading, then those of each sentence. */
  readonly hits: readonly (readonly Hit[])[]
  /** The same for what stands there of each concept. */
  readonly stands: readonly (readonly number[])[]
  readonly inPassage: readonly number[]
  readonly heading: readonly number[]
  readonly sheet: readonly number[]
  readonly elsewhere: readonly number[]
  /** For each concept the most that it is worth to a sentence which does not say it. */
  readonly around: readonly number[]
}

/** A sentence whose bonus is not known yet. */
interface Found {
  readonly sentence: Sentence
  readonly passage: StandingIn
  readonly before: readonly number[]
  readonly score: number
}

/** Which sentences may answer; the others are neither scored nor count as nearby. */
export interface Eligible {
  /** Whether all sentences of a passage may, or none; null where each has to be asked. */
  passage(entry: PassageTerms): boolean | null
  sentence(sentence: Sentence, entry: PassageTerms): boolean
}

/** Scores every sentence of the candidate passages. */
export function rankSentences(
  concepts: readonly Concept[],
  candidates: readonly PassageTerms[],
  index: TermIndex,
  bonus: Bonus,
  eligible: Eligible,
): Ranking {
  const weights = conceptWeights(concepts, index)
  const matcher = new Matcher(concepts, index)
  const standing = new Standing(concepts, index, matcher.none)
  const named = namedOn(concepts, index, matcher.none)
  const found: Found[] = []
  for (const entry of candidates) {
    const { sentences } = entry.passage
    const whole = eligible.passage(entry)
    if (whole === false) continue
    const may = whole === true ? null : sentences.map((sentence) => eligible.sentence(sentence, entry))
    if (may?.includes(true) === false) continue
    const { hits: all, heading, sheet } = matcher.match(entry)
    const hits = bySentence(all, sentences.length)
    const stands = hits.map((list, at) =>
      at === 0 || may === null || may[at - 1] === true ? standing.inSentence(list, entry) : matcher.none,
    )
    const inPassage = standing.best(stands)
    const elsewhere = named(entry)
    const around = bestAround(inPassage, heading, sheet, elsewhere)
    const passage = { entry, hits, stands, inPassage, heading, sheet, elsewhere, around }
    for (const sentence of sentences) {
      const at = sentence.index
      if (may !== null && may[at] !== true) continue
      const preceding = stands[at] ?? matcher.none
      const before = preceding !== matcher.none && leans(sentence) ? preceding : matcher.none
      found.push({ sentence, passage, before, score: scoreOf(sentence, passage, before, weights) })
    }
  }
  const whole = ({ sentence, passage, before, score }: Found): ScoredSentence => {
    const { entry, inPassage, heading, sheet, elsewhere } = passage
    const hits = passage.hits[sentence.index + 1] ?? NO_HITS
    const inSentence = passage.stands[sentence.index + 1] ?? matcher.none
    const more = bonus.of(sentence, entry, hits, before)
    return { entry, sentence, inSentence, before, inPassage, heading, sheet, elsewhere, hits, score: score + more }
  }
  return { weights, sentences: new BestFirst(found, bonus.most, whole) }
}

/** For each name of the question whether all of it stands anywhere on a passage's sheet. */
function namedOn(concepts: readonly Concept[], index: TermIndex, none: readonly number[]) {
  const names = concepts.map(({ own, name }) => (name ? own.map((term) => index.id(term)) : null))
  if (names.every((name) => name === null)) return () => none
  return ({ onSheet }: PassageTerms): readonly number[] =>
    names.map((name) => (name?.every((id) => onSheet.has(id)) === true ? 1 : 0))
}

const NO_HITS: readonly Hit[] = []

/** First the hits in the run-in heading, whose sentence is -1, then those in each sentence. */
function bySentence(hits: readonly Hit[], sentences: number): readonly (readonly Hit[])[] {
  const lists = new Array<readonly Hit[]>(sentences + 1).fill(NO_HITS)
  for (let from = 0, to = 0; from < hits.length; from = to) {
    const sentence = hits[from]?.sentence
    while (to < hits.length && hits[to]?.sentence === sentence) to += 1
    lists[(sentence ?? -1) + 1] = hits.slice(from, to)
  }
  return lists
}

function bestAround(
  inPassage: readonly number[],
  heading: readonly number[],
  sheet: readonly number[],
  elsewhere: readonly number[],
): readonly number[] {
  return inPassage.map((standing, concept) =>
    Math.max(
      NEARBY.passage * standing,
      NEARBY.heading * (heading[concept] ?? 0),
      NEARBY.sheet * (sheet[concept] ?? 0),
      NEARBY.elsewhere * (elsewhere[concept] ?? 0),
    ),
  )
}

function scoreOf(
  sentence: Sentence,
  { entry, hits, stands, heading, around }: StandingIn,
  before: readonly number[],
  weights: readonly number[],
): number {
  let score = together(hits[sentence.index + 1] ?? NO_HITS, weights)
  const inSentence = stands[sentence.index + 1]
  for (let concept = 0; concept < weights.length; concept += 1)
    score +=
      (weights[concept] ?? 0) *
      Math.max(inSentence?.[concept] ?? 0, NEARBY.before * (before[concept] ?? 0), around[concept] ?? 0)
  if (sentence.index === 0 && heading.some((standing) => standing > 0)) score += OPENS
  if (sentence.index === 0 && entry.passage.runIn !== null && DENIED.test(entry.passage.runIn)) score -= DENIAL
  // Of two sentences that say as much, the shorter says it more plainly.
  return score - Math.min(sentence.text.length, 600) / 20_000
}

/** Concepts that follow each other in the question and stand close together, in the same order, in the sentence. */
function together(hits: readonly Hit[], weights: readonly number[]): number {
  let sum = 0
  if (hits.length < 2) return sum
  for (let concept = 0; concept + 1 < weights.length; concept += 1)
    if (isFollowed(concept, hits)) sum += TOGETHER * Math.min(weights[concept] ?? 0, weights[concept + 1] ?? 0)
  return sum
}

function isFollowed(concept: number, hits: readonly Hit[]): boolean {
  for (const hit of hits) {
    if (hit.concept !== concept) continue
    for (const next of hits)
      if (next.concept === concept + 1 && next.from >= hit.to && next.from - hit.to <= TOGETHER_WITHIN) return true
  }
  return false
}
