/**
 * A slip of the keyboard in a question: a word that neither the fact sheets nor the lexicon have becomes the nearest one
 * that they do have. Whole words are compared, not stems, since a slip often breaks the stem (`polcing`).
 */
import { editDistance, letterBits, mayBeNear } from '../corpus/edit-distance.ts'
import { remembered } from '../corpus/remembered.ts'
import { LONGEST_WORD } from './analysis.ts'

/** Shorter words have too many neighbours. */
const LEAST_LENGTH = 5
/** From this length on two slips are forgiven; in a shorter word two make another word. */
const TWO_SLIPS_FROM = 9

/** Words whose nearest is remembered. */
const MEMORY_LIMIT = 2_000

interface KnownWord {
  readonly word: string
  readonly term: string
  readonly letters: number
  /** How many were added before it. */
  readonly order: number
}

/** Words by their first letter and their length, each with the term it becomes. */
export class KnownWords {
  readonly #all = new Set<string>()
  readonly #byShape = new Map<string, KnownWord[]>()
  readonly #nearest = remembered(MEMORY_LIMIT, (word) => this.#search(word))

  /** @param word in lower case */
  add(word: string, term: string): void {
    if (word.length < LEAST_LENGTH - 1 || this.#all.has(word)) return
    const known = { word, term, letters: letterBits(word), order: this.#all.size }
    this.#all.add(word)
    const shape = shapeOf(word, word.length)
    const list = this.#byShape.get(shape)
    if (list === undefined) this.#byShape.set(shape, [known])
    else list.push(known)
  }

  /** The term of the nearest known word; null where none is near. Of equally near ones the first that was added. */
  nearest(word: string): string | null {
    if (word.length < LEAST_LENGTH || word.length > LONGEST_WORD || /\d/.test(word)) return null
    return this.#nearest(word)
  }

  #search(word: string): string | null {
    const most = word.length >= TWO_SLIPS_FROM ? 2 : 1
    const letters = letterBits(word)
    let least = most
    let found: KnownWord | null = null
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const other of this.#byShape.get(shapeOf(word, length)) ?? []) {
        if (!mayBeNear(letters, other.letters, least)) continue
        const distance = editDistance(other.word, word, least)
        if (distance > least || (distance === least && found !== null && other.order > found.order)) continue
        found = other
        least = distance
      }
    return found?.term ?? null
  }
}

const shapeOf = (word: string, length: number): string => `${word.charAt(0)}${length}`
