/**
 * The forward index: the terms of every passage in order, sentence by sentence, with what stands above it. The engine
 * proposes passages; this is what they are scored on. Terms are kept as numbers, since a corpus repeats its words.
 */

import type { FactSheet, Passage } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import { analyse } from './analysis.ts'
import { KnownWords } from './slips.ts'

export type TermId = number

/** One passage's terms. */
export interface PassageTerms {
  readonly passage: Passage
  readonly sheet: FactSheet
  /** The passage's terms in order, the run-in heading included. */
  readonly body: Int32Array
  /** For each term of `body` the index of its sentence; -1 in the run-in heading. */
  readonly sentenceOf: Int16Array
  /** Terms of the section's heading and the run-in heading. */
  readonly heading: Int32Array
  /** How many different terms both have. */
  readonly distinct: number
  /** Terms of the sheet's title, publisher and countries. */
  readonly sheetTerms: Int32Array
  /** Every term that stands on the sheet. */
  readonly onSheet: ReadonlySet<TermId>
}

export class TermIndex {
  readonly #passages: PassageTerms[] = []
  readonly passages: readonly PassageTerms[] = this.#passages
  readonly #ids = new Map<string, TermId>()
  readonly #documents: number[] = []
  /** The words of the texts as they are written, for the correction of slips. */
  readonly words = new KnownWords()
  readonly #byPassage = new Map<Passage, number>()

  constructor(sheets: readonly FactSheet[]) {
    atOnce(this.#fill(sheets))
  }

  /** As the constructor, in steps. */
  static *building(sheets: readonly FactSheet[]): Steps<TermIndex> {
    const index = new TermIndex([])
    yield* index.#fill(sheets)
    return index
  }

  *#fill(sheets: readonly FactSheet[]): Steps<void> {
    const passages: PassageTerms[] = this.#passages
    for (const sheet of sheets) {
      yield
      const sheetTerms = this.#intern(
        [sheet.meta.title, sheet.meta.publisher ?? '', ...sheet.meta.countries.map(countryName)].join('\n'),
      )
      const onSheet = new Set<TermId>(sheetTerms)
      for (const passage of sheet.passages) {
        const entry = this.#read(sheet, passage, sheetTerms, onSheet)
        for (const id of entry.body) onSheet.add(id)
        this.#byPassage.set(passage, passages.length)
        passages.push(entry)
      }
    }
  }

  /** The number of a term, -1 for one that the corpus does not have. */
  id(term: string): TermId {
    return this.#ids.get(term) ?? -1
  }

  /** In how many passages a term stands. */
  documents(id: TermId): number {
    return this.#documents[id] ?? 0
  }

  has(term: string): boolean {
    return this.documents(this.id(term)) > 0
  }

  /** The terms of the index. */
  terms(): Iterable<string> {
    return this.#ids.keys()
  }

  /** Where a passage stands in `passages`. */
  position(passage: Passage): number {
    const position = this.#byPassage.get(passage)
    if (position === undefined) throw new RangeError(`passage ${passage.sheet}#${passage.index} is not indexed`)
    return position
  }

  #number(term: string): TermId {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(term, id)
    return id
  }

  #intern(text: string): Int32Array {
    return Int32Array.from(analyse(text), ({ term }) => this.#number(term))
  }

  #read(sheet: FactSheet, passage: Passage, sheetTerms: Int32Array, onSheet: ReadonlySet<TermId>): PassageTerms {
    const { text } = passage.reading
    const tokens = analyse(text)
    const body = new Int32Array(tokens.length)
    const sentenceOf = new Int16Array(tokens.length)
    let sentence = -1
    tokens.forEach((token, order) => {
      const { start } = passage.reading.span(token.start, token.end)
      while (start >= (passage.sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY)) sentence += 1
      body[order] = this.#number(token.term)
      this.words.add(token.word.toLowerCase(), token.term)
      sentenceOf[order] = sentence
    })
    const heading = this.#intern([passage.section.heading ?? '', passage.runIn ?? ''].join('\n'))
    const terms = new Set([...body, ...heading])
    for (const id of terms) this.#documents[id] = (this.#documents[id] ?? 0) + 1
    return { passage, sheet, body, sentenceOf, heading, distinct: terms.size, sheetTerms, onSheet }
  }
}
