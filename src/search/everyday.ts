/**
 * Other ways of putting an everyday word of a question, as far as the fact sheets use them. They stand behind the
 * lexicon's, which knows the field: a general synonym is a hint, never as good as the word itself.
 */
import { analyse } from './analysis.ts'
import type { Phrase } from './concepts.ts'
import type { TermIndex } from './index-terms.ts'
import type { Lexicon } from './lexicon.ts'
import { type Kinship, wordNet } from './wordnet.ts'

/** What each counts beside the person's own word, by the sense in which it stands for it. Measured with `npm run eval`. */
const WORTH: Readonly<Record<Kinship, number>> = { synonym: 0.5, derived: 0.5, similar: 0.3 }
const SENSE_WORTH = [1, 0.9, 0.85] as const

/** Whether a word is written as it should be, whatever the fact sheets hold: then it is no slip of the keyboard. */
export function isEnglish(word: string): boolean {
  return wordNet().isWord(word)
}

/**
 * @param word as typed, in lower case
 * @param own its term
 * @returns phrases whose terms all stand in the index, each once
 */
export function everydayPhrases(word: string, own: string, index: TermIndex, lexicon: Lexicon): readonly Phrase[] {
  const found = new Map<string, Phrase>()
  for (const { phrase, kinship, sense } of wordNet().kin(word)) {
    const terms = analyse(phrase).map(({ term }) => term)
    const key = terms.join(' ')
    if (terms.length === 0 || key === own || found.has(key)) continue
    if (!terms.every((term) => index.has(term)) || lexicon.isApart(own, key)) continue
    found.set(key, { terms, weight: WORTH[kinship] * (SENSE_WORTH[sense] ?? 0) })
  }
  return [...found.values()]
}
