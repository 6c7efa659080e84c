/**
 * Which passage, and which sentence in it, says most of what a question speaks of. Concepts count by their rarity; a
 * sentence's own words count in full, what stands around it (its passage, its heading, its sheet) in part. Every
 * number that decides is kept, so that a keeper can be told why a sentence stands first.
 */
import type { Sentence } from '../corpus/model.ts'
import type { Concept } from './concepts.ts'
import type { PassageTerms, TermIndex } from './index-terms.ts'
import { conceptDocuments, type Hit, Matcher, standing } from './match.ts'

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

/**
 * Scores every sentence of the candidate passages.
 * @param speaksOfPlace whether a sentence is about the place asked for; others are neither scored nor count as nearby
 * @param bonus what else speaks for a sentence, in the same unit as a concept's weight
 */
export function rankSentences(
  concepts: readonly Concept[],
  candidates: readonly PassageTerms[],
  index: TermIndex,
  bonus: (sentence: Sentence, entry: PassageTerms, hits: readonly Hit[]) => number,
  speaksOfPlace: (sentence: Sentence, entry: PassageTerms) => boolean,
): Ranking {
  const weights = conceptWeights(concepts, index)
  const matcher = new Matcher(concepts, index)
  const sentences = candidates.flatMap((entry) => {
    const match = matcher.match(entry)
    const eligible = new Set(entry.passage.sentences.filter((sentence) => speaksOfPlace(sentence, entry)))
    if (eligible.size === 0) return []
    const inside = (order: number) => {
      const sentence = entry.passage.sentences[order]
      return sentence === undefined || eligible.has(sentence)
    }
    const elsewhere = concepts.map(({ own, name }) =>
      name && own.every((term) => entry.onSheet.has(index.id(term))) ? 1 : 0,
    )
    const inPassage = standing(concepts, match, index, inside)
    return [...eligible].map((sentence) => {
      const inSentence = standing(concepts, match, index, (order) => order === sentence.index)
      const before = LEANS.test(sentence.text)
        ? standing(concepts, match, index, (order) => order === sentence.index - 1 && inside(order))
        : concepts.map(() => 0)
      const hits = match.hits.filter((hit) => hit.sentence === sentence.index)
      const scored = {
        entry,
        sentence,
        inSentence,
        before,
        inPassage,
        heading: match.heading,
        sheet: match.sheet,
        elsewhere,
        hits,
      }
      return { ...scored, score: scoreOf(scored, weights) + bonus(sentence, entry, hits) }
    })
  })
  sentences.sort((one, other) => other.score - one.score)
  return { weights, sentences }
}

function scoreOf(scored: Omit<ScoredSentence, 'score'>, weights: readonly number[]): number {
  let score = together(scored.hits, weights)
  weights.forEach((weight, concept) => {
    score +=
      weight *
      Math.max(
        scored.inSentence[concept] ?? 0,
        NEARBY.before * (scored.before[concept] ?? 0),
        NEARBY.passage * (scored.inPassage[concept] ?? 0),
        NEARBY.heading * (scored.heading[concept] ?? 0),
        NEARBY.sheet * (scored.sheet[concept] ?? 0),
        NEARBY.elsewhere * (scored.elsewhere[concept] ?? 0),
      )
  })
  if (scored.sentence.index === 0 && scored.heading.some((standing) => standing > 0)) score += OPENS
  if (scored.sentence.index === 0 && DENIED.test(scored.entry.passage.runIn ?? '')) score -= DENIAL
  // Of two sentences that say as much, the shorter says it more plainly.
  return score - Math.min(scored.sentence.text.length, 600) / 20_000
}

/** Concepts that follow each other in the question and stand close together, in the same order, in the sentence. */
function together(hits: readonly Hit[], weights: readonly number[]): number {
  let sum = 0
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
