/**
 * A slip of the keyboard in a question: a word that neither the fact sheets nor the lexicon have becomes the nearest one
 * that they do have. Whole words are compared, not stems, since a slip often breaks the stem (`polcing`).
 */
import { editDistance } from '../corpus/edit-distance.ts'

/** Shorter words have too many neighbours. */
const LEAST_LENGTH = 5
/** From this length on two slips are forgiven; in a shorter word two make another word. */
const TWO_SLIPS_FROM = 9

/** Words by their first letter, each with the term it becomes. */
export class KnownWords {
  readonly #byLetter = new Map<string, Map<string, string>>()
  readonly #remembered = new Map<string, string | null>()

  /** @param word in lower case */
  add(word: string, term: string): void {
    if (word.length < LEAST_LENGTH - 1) return
    const letter = word.charAt(0)
    const list = this.#byLetter.get(letter)
    if (list === undefined) this.#byLetter.set(letter, new Map([[word, term]]))
    else list.set(word, term)
  }

  /** The term of the nearest known word; null where none is near. Of equally near ones the first that was added. */
  nearest(word: string): string | null {
    if (word.length < LEAST_LENGTH || /\d/.test(word)) return null
    const known = this.#remembered.get(word)
    if (known !== undefined) return known
    let most = word.length >= TWO_SLIPS_FROM ? 2 : 1
    let found: string | null = null
    for (const [other, term] of this.#byLetter.get(word.charAt(0)) ?? []) {
      const distance = editDistance(other, word, most)
      if (distance > most) continue
      found = term
      most = distance - 1
      if (most < 0) break
    }
    if (this.#remembered.size < MEMORY_LIMIT) this.#remembered.set(word, found)
    return found
  }
}

const MEMORY_LIMIT = 10_000
