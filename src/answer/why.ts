/** Why a sentence stands first, in the ranking's own figures: for whoever keeps the corpus, not for readers. */
import { featuresOf } from './features.ts'
import { findSentences } from './find.ts'
import { judge, likelihood } from './gates.ts'
import type { Library } from './library.ts'
import { scopesOf } from './scope.ts'
import { understand } from './understand.ts'

/** Sentences told of; what comes further down explains nothing. */
const MOST = 5

const rounded = (value: number): number => Math.round(value * 1000) / 1000

export interface Why {
  readonly asked: string
  /** What was looked for, with the weight of each by its rarity. */
  readonly concepts: readonly { readonly words: string; readonly weight: number }[]
  readonly verdict: string
  /** How likely the first sentence answers, and what speaks for and against it. */
  readonly likelihood: number | null
  readonly signs: Readonly<Record<string, number>>
  readonly sentences: readonly { readonly score: number; readonly sheet: string; readonly sentence: string }[]
}

/** The ranking's figures for a question; null for a command other than /ask, which ranks otherwise. */
export async function whyFirst(input: string, library: Library): Promise<Why | null> {
  const typed = input.replace(/^\s*\/ask\s+(?:question:)?/i, '')
  if (typed.trimStart().startsWith('/')) return null
  const question = understand(typed, library)
  const [scope] = scopesOf(question, library).scopes
  if (scope === undefined) return null
  const found = await findSentences(question, scope, library)
  const [best] = found.sentences
  const signs = best === undefined ? {} : featuresOf(question, found, best, library)
  return {
    asked: question.asked.kind,
    concepts: question.concepts.map(({ words }, order) => ({ words, weight: rounded(found.weights[order] ?? 0) })),
    verdict: best === undefined ? 'nothing found' : judge(question, found, best, library).kind,
    likelihood: best === undefined ? null : rounded(likelihood(featuresOf(question, found, best, library))),
    signs: Object.fromEntries(Object.entries(signs).map(([sign, value]) => [sign, rounded(Number(value))])),
    sentences: Iterator.from(found.sentences)
      .take(MOST)
      .map(({ score, entry, sentence }) => ({
        score: rounded(score),
        sheet: entry.sheet.id,
        sentence: sentence.text,
      }))
      .toArray(),
  }
}
