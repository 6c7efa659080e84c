/** Names of countries with a slip of the keyboard, inside a sentence that a person types. */
import type { CountryCode } from '#src/corpus/model.ts'
import { COMMON_WORDS } from './data/common-words.ts'
import type { Entry, Node } from './lexicon.ts'
import { TREE } from './lexicon.ts'
import { allowance, distance, nearest } from './nearness.ts'
import type { Source } from './scan.ts'
import { joins } from './words.ts'

/** Says of a lower-case word that it is one that texts use, and so no slip. */
export type Known = (word: string) => boolean

/** Words `[from, to)` that a slip may have made of a country's name. */
export interface Slip {
  readonly from: number
  readonly to: number
  readonly codes: readonly CountryCode[]
  readonly kind: 'name' | 'demonym' | 'capital'
}

const isWord = (word: string, known: Known): boolean => COMMON_WORDS.has(word) || known(word) || !/^\p{L}+$/u.test(word)

/** A single word of five letters or more near one country (or equally near several). */
export function slipOfWord(source: Source, at: number, known: Known): Slip | null {
  const word = source.words[at]?.fold ?? ''
  const near = nearest(word)
  if (near === null || isWord(word, known)) return null
  if (!near.sameStart || (near.capital && near.slips > 1)) return null
  return { from: at, to: at + 1, codes: near.codes, kind: near.capital ? 'capital' : 'name' }
}

const MIN_PART = 3

/**
 * A name of several words in which exactly one has a slip and another word of weight is right ("guinea bisau",
 * "outh sudan"). It goes before a shorter name that is right as it stands, which would be another country.
 */
export function slipOfPhrase(source: Source, from: number, known: Known): Slip | null {
  let best: { to: number; entries: Entry[] } = { to: from, entries: [] }
  const walk = (node: Node, at: number, slipped: boolean, anchored: boolean) => {
    if (node.entry !== null && slipped && anchored && node.entry.codes.length > 0) {
      if (at > best.to) best = { to: at, entries: [] }
      if (at === best.to) best.entries.push(node.entry)
    }
    const word = source.words[at]
    const before = source.words[at - 1]
    if (word === undefined) return
    if (at > from && before !== undefined && word.fold !== ',' && !joins(source.text, before, word)) return
    const exact = node.next.get(word.fold)
    if (exact !== undefined)
      walk(exact, at + 1, slipped, anchored || word.fold.length > MIN_PART || isArticle(word.fold))
    if (slipped || isWord(word.fold, known)) return
    for (const [part, next] of at === from ? firstParts(word.fold) : node.next) {
      if (part === word.fold || part.length < MIN_PART || word.fold.length < MIN_PART - 1) continue
      const limit = Math.max(1, allowance(word.fold.length))
      if (distance(word.fold, part, limit) <= limit) walk(next, at + 1, true, anchored)
    }
  }
  walk(TREE, from, false, false)
  if (best.entries.length === 0 || best.to - from < 2) return null
  const kind = best.entries[0]?.kind
  return {
    from,
    to: best.to,
    codes: [...new Set(best.entries.flatMap((entry) => entry.codes))],
    kind: kind === 'demonym' || kind === 'capital' ? kind : 'name',
  }
}

/** Short first words that mark a name as surely as a long one ("el salvadr", "san marion"). */
const isArticle = (word: string): boolean => /^(?:new|el|san|sri|hong|saint|st|cote)$/.test(word)

/** First words of names of several words, by length: the only ones that a slip at the start can be of. */
const FIRST: ReadonlyMap<number, readonly (readonly [string, Node])[]> = Map.groupBy(
  [...TREE.next].filter(([part, node]) => node.next.size > 0 && part.length >= MIN_PART),
  ([part]) => part.length,
)

function firstParts(word: string): (readonly [string, Node])[] {
  return [-2, -1, 0, 1, 2].flatMap((more) => FIRST.get(word.length + more) ?? [])
}
