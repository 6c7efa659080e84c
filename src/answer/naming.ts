/** Sentences that name a body: the words asked for stand there together, written as a name is. */
import type { FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { analyse } from '../search/analysis.ts'
import { foldedText } from './also-in.ts'
import type { Library } from './library.ts'
import { inNewerOrder } from './newer-first.ts'

export interface Naming {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  /** The name's words as the sentence has them. */
  readonly printed: string
}

/** Words that names write small. */
const SMALL = new Set('a an and at by de du for from in la of on or the to with against under'.split(' '))

/** The sentences, newer sheets first, each once. Case and inflection of the words typed do not matter. */
export function namingSentences(name: string, library: Library): readonly Naming[] {
  const wanted = analyse(name).map(({ term }) => term)
  if (wanted.length === 0 || !wanted.every((term) => library.index.has(term))) return []
  const sure = firstLetters(name)
  const found: Naming[] = []
  const seen = new Set<string>()
  for (const sheet of inNewerOrder(library.sheets))
    for (const passage of sheet.passages)
      for (const sentence of passage.sentences) {
        if (!sentence.text.toLowerCase().includes(sure)) continue
        const printed = nameIn(sentence.text, wanted, name)
        const key = foldedText(sentence.text)
        if (printed === null || seen.has(key)) continue
        seen.add(key)
        found.push({ sheet, passage, sentence, printed })
      }
  return found
}

/** The words `wanted` as they stand together in a text and are written as a name; null where they are not. */
function nameIn(text: string, wanted: readonly string[], typed: string): string | null {
  const tokens = analyse(text)
  for (let from = 0; from + wanted.length <= tokens.length; from += 1) {
    const words = tokens.slice(from, from + wanted.length)
    if (!words.every(({ term }, order) => term === wanted[order])) continue
    const [first, last] = [words[0], words.at(-1)]
    if (first === undefined || last === undefined) continue
    const big = words.filter(({ word }) => !SMALL.has(word))
    // One capital may be a sentence's first word; a single word is a name only where it is an abbreviation.
    const asName =
      words.length === 1 ? isAbbreviation(first.word, typed) : big.every(({ word }) => /^[\p{Lu}\d]/u.test(word))
    if (asName && big.length > 0) return text.slice(first.start, last.end).replaceAll(/\s+/g, ' ')
  }
  return null
}

/** Stems are for words: an abbreviation is itself or, with an s, its plural. */
function isAbbreviation(word: string, typed: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '')
  return /\p{Lu}.*\p{Lu}/u.test(word) && (plain(word) === plain(typed) || plain(word) === `${plain(typed)}s`)
}

/** Letters that every sentence with the name has, for a quick look before its words are taken apart. */
function firstLetters(name: string): string {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? []
  const [longest = ''] = words.sort((one, other) => other.length - one.length)
  return longest.length < 4 ? '' : longest.slice(0, 3)
}
