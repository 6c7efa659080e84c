/** Where in a passage the concepts of a question stand: one pass over its terms, whatever the number of paraphrases. */
import type { Concept } from './concepts.ts'
import type { PassageTerms, TermIndex } from './index-terms.ts'

/** An occurrence of a concept: the terms `[from, to)` of the passage's body. */
export interface Hit {
  readonly concept: number
  readonly from: number
  readonly to: number
  readonly weight: number
  /** Index of the sentence; -1 in the run-in heading. */
  readonly sentence: number
}

export interface PassageMatch {
  /** In the order of the passage. */
  readonly hits: readonly Hit[]
  /** For each concept its best weight in the section's heading or run-in, and in what the sheet says of itself. */
  readonly heading: readonly number[]
  readonly sheet: readonly number[]
}

interface NumberedPhrase {
  readonly concept: number
  readonly terms: readonly number[]
  readonly weight: number
  /** "Work with", "hand over": how many words may stand before the last one. */
  readonly gap: number
}

/** Words that belong to a verb though others stand between: "works closely with", "handed the boats over". */
const PARTICLES = 'with by for out up off over on in to from into at of down away back'.split(' ')
/** Words between a verb and such a word. */
const GAP = 2

const BEGINS = 1024

/** Finds the concepts of one question; made once a question. */
export class Matcher {
  /** For each concept 0: what a text without any of them has. */
  readonly none: readonly number[]
  readonly #byFirst = new Map<number, NumberedPhrase[]>()
  /** By the last bits of a term's number, whether a phrase may begin with it: most terms are passed over by this. */
  readonly #begins = new Uint8Array(BEGINS)
  readonly #sheets = new Map<Int32Array, readonly number[]>()

  constructor(concepts: readonly Concept[], index: TermIndex) {
    this.none = concepts.map(() => 0)
    const particles = new Set(PARTICLES.map((word) => index.id(word)))
    concepts.forEach((concept, order) => {
      for (const phrase of concept.phrases) {
        const terms = phrase.terms.map((term) => index.id(term))
        const [first] = terms
        if (first === undefined || terms.includes(-1)) continue
        this.#begins[first % BEGINS] = 1
        const list = this.#byFirst.get(first)
        const gap = terms.length === 2 && particles.has(terms[1] ?? -1) ? GAP : 0
        const numbered = { concept: order, terms, weight: phrase.weight, gap }
        if (list === undefined) this.#byFirst.set(first, [numbered])
        else list.push(numbered)
      }
    })
  }

  match(entry: PassageTerms): PassageMatch {
    const { body, sentenceOf } = entry
    const hits: Hit[] = []
    for (let from = this.#next(body, 0); from >= 0; from = this.#next(body, from + 1))
      for (const phrase of this.#phrasesAt(body, from)) {
        const to = endOf(phrase, body, from)
        if (sentenceOf[to - 1] === sentenceOf[from])
          hits.push({ concept: phrase.concept, from, to, weight: phrase.weight, sentence: sentenceOf[from] ?? -1 })
      }
    return { hits, heading: this.#best(entry.heading), sheet: this.#ofSheet(entry.sheetTerms) }
  }

  /** The same for all passages of a sheet, which share their terms. */
  #ofSheet(terms: Int32Array): readonly number[] {
    const known = this.#sheets.get(terms)
    if (known !== undefined) return known
    const best = this.#best(terms)
    this.#sheets.set(terms, best)
    return best
  }

  #best(terms: Int32Array): readonly number[] {
    let best: number[] | null = null
    for (let from = this.#next(terms, 0); from >= 0; from = this.#next(terms, from + 1))
      for (const { concept, weight } of this.#phrasesAt(terms, from)) {
        best ??= this.none.slice()
        best[concept] = Math.max(best[concept] ?? 0, weight)
      }
    return best ?? this.none
  }

  /** The next term that a phrase may begin with; -1 where there is none. */
  #next(terms: Int32Array, from: number): number {
    for (let at = from; at < terms.length; at += 1) if (this.#begins[(terms[at] ?? 0) % BEGINS] === 1) return at
    return -1
  }

  #phrasesAt(terms: Int32Array, from: number): readonly NumberedPhrase[] {
    const phrases = this.#byFirst.get(terms[from] ?? -1)
    if (phrases === undefined) return []
    return phrases.every(isOneTerm) ? phrases : phrases.filter((phrase) => endOf(phrase, terms, from) > from)
  }
}

const isOneTerm = ({ terms }: NumberedPhrase): boolean => terms.length === 1

/** Where a phrase ends that begins at `from`; `from` itself where it doesn't stand there. */
function endOf({ terms: phrase, gap }: NumberedPhrase, terms: Int32Array, from: number): number {
  let length = 1
  while (length < phrase.length && terms[from + length] === phrase[length]) length += 1
  if (length === phrase.length) return from + length
  for (let between = 1; between <= gap; between += 1)
    if (terms[from + length + between] === phrase[length]) return from + length + between + 1
  return from
}

/** What it is worth that the words of a phrase all stand in a sentence, though not side by side. */
const SCATTERED = 0.85

/** How surely each concept of a question stands in the sentences of a passage; made once a question. */
export class Standing {
  /** For each concept 0: what a sentence without any of them has. */
  readonly none: readonly number[]
  /** For each concept of several words the numbers of its own. */
  readonly #own: readonly (readonly number[] | null)[]
  readonly #several: boolean

  constructor(concepts: readonly Concept[], index: TermIndex, none: readonly number[]) {
    this.none = none
    this.#own = concepts.map(({ own }) => (own.length < 2 ? null : own.map((term) => index.id(term))))
    this.#several = this.#own.some((own) => own !== null)
  }

  /**
   * For each concept the best of its phrases in one sentence, or what its own words are worth scattered over it.
   * @param hits those in the sentence
   */
  inSentence(hits: readonly Hit[], entry: PassageTerms): readonly number[] {
    if (hits.length === 0) return this.none
    const best = this.none.slice()
    for (const { concept, weight } of hits) best[concept] = Math.max(best[concept] ?? 0, weight)
    if (!this.#several) return best
    this.#own.forEach((own, concept) => {
      const standing = best[concept] ?? 0
      if (own === null || standing === 0 || standing >= SCATTERED) return
      const sentence = hits[0]?.sentence ?? -1
      if (own.every((id) => entry.body.some((term, at) => term === id && entry.sentenceOf[at] === sentence)))
        best[concept] = SCATTERED
    })
    return best
  }

  /** For each concept the best of several sentences. */
  best(sentences: readonly (readonly number[])[]): readonly number[] {
    let first: readonly number[] | null = null
    let best: number[] | null = null
    for (const each of sentences) {
      if (each === this.none) continue
      if (first === null) {
        first = each
        continue
      }
      best ??= first.slice()
      for (let concept = 0; concept < best.length; concept += 1)
        best[concept] = Math.max(best[concept] ?? 0, each[concept] ?? 0)
    }
    return best ?? first ?? this.none
  }
}

/** In how many passages a concept stands in its surest phrases, from the index's counts of their rarest terms. */
export function conceptDocuments(concept: Concept, index: TermIndex): number {
  let sum = 0
  for (const phrase of concept.phrases) {
    if (phrase.weight < 0.85) continue
    sum += Math.min(...phrase.terms.map((term) => index.documents(index.id(term))))
  }
  return Math.min(sum, index.passages.length)
}
