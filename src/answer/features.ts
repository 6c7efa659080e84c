/**
 * What speaks for and against the best sentence being an answer, in numbers that each mean something by themselves. The
 * last gate weighs them; a refusal names the words behind them.
 */
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { AROUND, coverage, isName, PRECISE, STANDS } from './coverage.ts'
import { holdsAsked } from './evidence.ts'
import type { Found } from './find.ts'
import { focusHits } from './focus.ts'
import type { Library } from './library.ts'
import type { Question } from './understand.ts'

/** What is left of the silence of a sentence on a word that its passage says. */
const SAID_NEARBY = 0.7
/** More words than this in one sentence say nothing new. */
const MANY = 5
/** A lead that is longer than this is as good as any. */
const FAR_AHEAD = 1
/** Sentences looked at for one that might answer as well. */
const RIVALS = 20

export interface Features {
  /** How much of the question stands in the sentence or around it. */
  readonly whole: number
  /** How many words of the question stand in the sentence itself. */
  readonly matched: number
  /** The weight of the rarest word that the sentence does not say, names aside: what it may be silent on. */
  readonly unsaid: number
  /** 1 where the question names a country, so that all that is looked at is about it. */
  readonly placed: number
  /** How far it stands before the next one that says something else of the kind asked for, in the unit of scores. */
  readonly ahead: number
  /** For a number, a date or a name: how much of the question the sentence leaves to what stands around it. */
  readonly scattered: number
}

export function featuresOf(question: Question, found: Found, best: ScoredSentence, library: Library): Features {
  let matched = 0
  let unsaid = 0
  question.concepts.forEach((concept, order) => {
    if (concept.importance <= LIGHT_WEIGHT) return
    const own = best.inSentence[order] ?? 0
    if (own >= STANDS) matched += 1
    if (Math.max(own, AROUND.before * (best.before[order] ?? 0)) >= STANDS || isName(concept, question, library)) return
    const near = (best.inPassage[order] ?? 0) >= STANDS ? SAID_NEARBY : 1
    unsaid = Math.max(unsaid, near * (found.weights[order] ?? 0))
  })
  const { whole, sentence } = coverage(question, found, best)
  return {
    whole,
    matched: Math.min(matched, MANY),
    unsaid,
    placed: question.countries.length > 0 ? 1 : 0,
    ahead: aheadOf(question, found, best),
    scattered: PRECISE.has(question.asked.kind) ? 1 - sentence : 0,
  }
}

/** What the next sentence lacks in score that says something else and might answer as well. */
function aheadOf(question: Question, { sentences, focus }: Found, best: ScoredSentence): number {
  const same = best.sentence.text.replaceAll(/\s+/g, ' ')
  for (const rival of Iterator.from(sentences).take(RIVALS)) {
    const { entry, sentence, score } = rival
    if (sentence === best.sentence || sentence.text.replaceAll(/\s+/g, ' ') === same) continue
    const lead = best.score - score
    if (lead >= FAR_AHEAD) return FAR_AHEAD
    if (holdsAsked(question, sentence, entry, focusHits(question, focus, rival))) return lead
  }
  return FAR_AHEAD
}
