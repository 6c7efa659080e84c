/** Names of countries with a slip of the keyboard, inside a sentence that a person types. */
import { editDistance, letterBits, mayBeNear } from '#src/corpus/edit-distance.ts'
import type { CountryCode } from '#src/corpus/model.ts'
import { remembered } from '#src/corpus/remembered.ts'
import { COMMON_WORDS } from './data/common-words.ts'
import { type Entry, entryOf, type Node, TREE } from './lexicon.ts'
import { allowance, nearest } from './nearness.ts'
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
  if (isWord(word, known) || entryOf(word) !== null) return null
  const near = nearCountry(word)
  if (near === null) return null
  if (!near.sameStart || (near.capital && near.slips > 1)) return null
  return { from: at, to: at + 1, codes: near.codes, kind: near.capital ? 'capital' : 'name' }
}

const MIN_PART = 3

/** What a walk down the tree has met so far. */
interface Path {
  /** The word with the slip; null while there is none. */
  readonly slip: string | null
  /** Letters of the longest word that is right and counts ("of" does not). */
  readonly anchor: number
  /** Whether a right word is a country's name by itself. */
  readonly country: boolean
}

/**
 * A name of several words in which exactly one has a slip and another word of weight is right ("guinea bisau",
 * "outh sudan"). It goes before a shorter name that is right as it stands, which would be another country.
 */
export function slipOfPhrase(source: Source, from: number, known: Known): Slip | null {
  let to = from
  let entries: Entry[] = []
  const walk = (node: Node, at: number, path: Path) => {
    if (node.entry !== null && node.entry.codes.length > 0 && at >= to && isSlip(path, known)) {
      if (at > to) entries = []
      to = at
      entries.push(node.entry)
    }
    const word = source.words[at]
    const before = source.words[at - 1]
    if (word === undefined) return
    if (at > from && before !== undefined && word.fold !== ',' && !joins(source.text, before, word)) return
    const exact = node.next.get(word.fold)
    if (exact !== undefined) walk(exact, at + 1, { ...path, ...rightWord(path, word.fold) })
    if (path.slip !== null || word.fold.length < MIN_PART - 1 || isCountry(word.fold)) return
    for (const next of nearParts(node, word.fold, source.words[at + 1]?.fold))
      walk(next, at + 1, { ...path, slip: word.fold })
  }
  walk(TREE, from, { slip: null, anchor: 0, country: false })
  const kind = entries[0]?.kind
  if (kind === undefined || to - from < 2) return null
  const codes = [...new Set(entries.flatMap((entry) => entry.codes))]
  return { from, to, codes, kind: kind === 'demonym' || kind === 'capital' ? kind : 'name' }
}

/** A word that names a country as it stands is no slip ("Republic of Iceland"). */
const isCountry = (word: string): boolean => (entryOf(word)?.codes.length ?? 0) > 0

function rightWord(path: Path, word: string): Partial<Path> {
  const weight = isArticle(word) ? MIN_PART + 1 : word.length
  return { anchor: Math.max(path.anchor, weight), country: path.country || isCountry(word) }
}

/**
 * Whether a path holds a slip to believe in. A slip that is an English word ("ivory cost") needs a longer word beside
 * it that is no country ("now Guinea" is Guinea).
 */
function isSlip({ slip, anchor, country }: Path, known: Known): boolean {
  if (slip === null || anchor <= MIN_PART) return false
  return !isWord(slip, known) || (slip.length > MIN_PART && anchor > MIN_PART + 1 && !country)
}

/** Short first words that mark a name as surely as a long one ("el salvadr", "san marion"). */
const isArticle = (word: string): boolean => /^(?:new|el|san|sri|hong|saint|st|cote)$/.test(word)

interface Part {
  readonly part: string
  readonly letters: number
  readonly node: Node
}

/** First words of names of several words, by length: the only ones that a slip at the start can be of. */
const FIRST: ReadonlyMap<number, readonly Part[]> = Map.groupBy(
  [...TREE.next]
    .filter(([part, node]) => node.next.size > 0 && part.length >= MIN_PART)
    .map(([part, node]) => ({ part, letters: letterBits(part), node })),
  ({ part }) => part.length,
)

/** Words of which it is remembered what they are near to: most words of questions recur. */
const MEMORY_LIMIT = 2_000

const nearCountry = remembered(MEMORY_LIMIT, (word) => nearest(word))

/** The first words that a word with a slip may be. */
const nearFirst = remembered(MEMORY_LIMIT, (word): readonly Part[] => {
  const limit = mostSlips(word)
  const letters = letterBits(word)
  const near: Part[] = []
  for (let length = word.length - limit; length <= word.length + limit; length++)
    for (const first of FIRST.get(length) ?? [])
      if (mayBeNear(letters, first.letters, limit) && isNear(word, first.part)) near.push(first)
  return near
})

const mostSlips = (word: string): number => Math.max(1, allowance(word.length))

function isNear(word: string, part: string): boolean {
  const limit = mostSlips(word)
  return part !== word && part.length >= MIN_PART && editDistance(word, part, limit) <= limit
}

/**
 * Where a walk may go on from a node when this word has a slip.
 * @param following the word after it, which a name that begins with a slip must have
 */
function nearParts(node: Node, word: string, following: string | undefined): Node[] {
  if (node !== TREE) return [...node.next].flatMap(([part, next]) => (isNear(word, part) ? [next] : []))
  if (following === undefined) return []
  return nearFirst(word).flatMap((first) => (first.node.next.has(following) ? [first.node] : []))
}
