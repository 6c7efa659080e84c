/** Reads a text word by word and finds the longest phrases of the lexicon in it, left to right, without overlap. */
import { type Entry, type Node, TREE } from './lexicon.ts'
import { joins, type Word } from './words.ts'

/** A phrase found: the words `[from, to)`. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly entry: Entry
}

/** A text with its words, and whether its capitals carry meaning (a source's prose) or not (what a person types). */
export interface Source {
  readonly text: string
  readonly words: readonly Word[]
  readonly prose: boolean
}

/** The longest phrase that begins at a word and is written as its entry demands. */
export function longestAt(
  source: Source,
  from: number,
  accepts: (source: Source, match: Match) => boolean,
): Match | null {
  let node: Node | undefined = TREE
  let best: Match | null = null
  for (let at = from; at < source.words.length; at++) {
    const word = source.words[at]
    const before = source.words[at - 1]
    if (word === undefined) break
    if (at > from && word.fold !== ',' && before !== undefined && !joins(source.text, before, word)) break
    node = node.next.get(word.fold)
    if (node === undefined) break
    if (node.entry === null) continue
    const match = { from, to: at + 1, entry: node.entry }
    if (accepts(source, match)) best = match
  }
  return best
}

/** All phrases, longest first at each place. */
export function scan(source: Source, accepts: (source: Source, match: Match) => boolean): Match[] {
  const matches: Match[] = []
  for (let at = 0; at < source.words.length; ) {
    const match = longestAt(source, at, accepts)
    if (match !== null) matches.push(match)
    at = match === null ? at + 1 : match.to
  }
  return matches
}

/** Where a match stands in the text; an abbreviation's last full stop belongs to it ("U.S."). */
export function spanOf(source: Source, match: Match): { start: number; end: number } {
  const first = source.words[match.from]
  const last = source.words[match.to - 1]
  if (first === undefined || last === undefined) return { start: 0, end: 0 }
  const dotted = match.entry.abbreviation && match.to - match.from > 1 && source.text.charAt(first.end) === '.'
  const end = dotted && source.text.charAt(last.end) === '.' ? last.end + 1 : last.end
  return { start: first.start, end }
}
