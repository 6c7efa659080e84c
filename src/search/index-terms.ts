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

/** Words and terms by number. Append-only, so that an index can go on with the numbers of the one before it. */
class Numbers {
  readonly terms = new Map<string, TermId>()
  /** The terms by number. */
  readonly names: string[] = []
  readonly #words = new Map<string, number>()
  readonly written: { readonly word: string; readonly term: string }[] = []

  term(term: string): TermId {
    const known = this.terms.get(term)
    if (known !== undefined) return known
    const id = this.terms.size
    this.terms.set(term, id)
    this.names.push(term)
    return id
  }

  /** A word as it is written, with its term. */
  word(word: string, term: string): number {
    const key = `${word} ${term}`
    const known = this.#words.get(key)
    if (known !== undefined) return known
    const id = this.written.length
    this.#words.set(key, id)
    this.written.push({ word, term })
    return id
  }
}

/** What one sheet gives to the index. */
interface SheetTerms {
  readonly passages: readonly PassageTerms[]
  /** Its words by number, each once in the order of the text. */
  readonly words: Int32Array
}

/** An index goes on with the numbers of the one before it while so large a share of them are still in use. */
const STILL_USED = 0.5

export class TermIndex {
  readonly #passages: PassageTerms[] = []
  readonly passages: readonly PassageTerms[] = this.#passages
  readonly #numbers: Numbers
  #documents: number[] = []
  /** The words of the texts as they are written, for the correction of slips. */
  readonly words = new KnownWords()
  /** Where the first passage of each sheet stands, by its id. */
  readonly #firsts = new Map<string, number>()
  readonly #bySheet = new Map<FactSheet, SheetTerms>()

  constructor(sheets: readonly FactSheet[], numbers = new Numbers()) {
    this.#numbers = numbers
    atOnce(this.#fill(sheets))
  }

  /**
   * As the constructor, in steps.
   * @param before an index whose work on the same sheets is taken over; it stays as it is
   */
  static *building(sheets: readonly FactSheet[], before?: TermIndex): Steps<TermIndex> {
    const goesOn = before !== undefined && before.#used() > before.#numbers.terms.size * STILL_USED
    const index = goesOn ? new TermIndex([], before.#numbers) : new TermIndex([])
    yield* index.#fill(sheets, goesOn ? before : undefined)
    return index
  }

  *#fill(sheets: readonly FactSheet[], before?: TermIndex): Steps<void> {
    const known = before === undefined ? new Map<FactSheet, SheetTerms>() : before.#bySheet
    for (const sheet of sheets) {
      yield
      this.#bySheet.set(sheet, known.get(sheet) ?? this.#read(sheet))
    }
    if (before !== undefined) this.#documents = before.#documents.slice()
    yield* this.#countDocuments(known)
    const added = new Uint8Array(this.#numbers.written.length)
    for (const [sheet, { passages, words }] of this.#bySheet) {
      yield
      for (const number of words) {
        const written = this.#numbers.written[number]
        if (added[number] === 1 || written === undefined) continue
        added[number] = 1
        this.words.add(written.word, written.term)
      }
      this.#firsts.set(sheet.id, this.#passages.length)
      for (const entry of passages) this.#passages.push(entry)
    }
  }

  /** In how many passages each term stands: as over the sheets before, but for those that are gone or new. */
  *#countDocuments(before: ReadonlyMap<FactSheet, SheetTerms>): Steps<void> {
    for (const [sheet, { passages }] of before) {
      if (this.#bySheet.has(sheet)) continue
      yield
      this.#count(passages, -1)
    }
    for (const [sheet, { passages }] of this.#bySheet) {
      if (before.has(sheet)) continue
      yield
      this.#count(passages, 1)
    }
  }

  #count(passages: readonly PassageTerms[], by: 1 | -1): void {
    for (const { body, heading } of passages)
      for (const id of new Set([...body, ...heading])) this.#documents[id] = (this.#documents[id] ?? 0) + by
  }

  /** How many of the numbers stand for a term of this index. */
  #used(): number {
    let used = 0
    for (const documents of this.#documents) if (documents > 0) used += 1
    return used
  }

  /** The number of a term, -1 for one that the corpus does not have. */
  id(term: string): TermId {
    return this.#numbers.terms.get(term) ?? -1
  }

  /** In how many passages a term stands. */
  documents(id: TermId): number {
    return this.#documents[id] ?? 0
  }

  has(term: string): boolean {
    return this.documents(this.id(term)) > 0
  }

  /** The term of a number. */
  term(id: TermId): string {
    return this.#numbers.names[id] ?? ''
  }

  /** How many terms have a number. */
  get size(): number {
    return this.#numbers.names.length
  }

  /** The terms of the index. */
  terms(): Iterable<string> {
    return this.#numbers.terms.keys()
  }

  /** Where a passage stands in `passages`. */
  position(passage: Passage): number {
    const position = (this.#firsts.get(passage.sheet) ?? 0) + passage.index
    if (this.#passages[position]?.passage !== passage)
      throw new RangeError(`passage ${passage.sheet}#${passage.index} is not indexed`)
    return position
  }

  #intern(text: string): Int32Array {
    return Int32Array.from(analyse(text), ({ term }) => this.#numbers.term(term))
  }

  #read(sheet: FactSheet): SheetTerms {
    const sheetTerms = this.#intern(
      [sheet.meta.title, sheet.meta.publisher ?? '', ...sheet.meta.countries.map(countryName)].join('\n'),
    )
    const onSheet = new Set<TermId>(sheetTerms)
    const words = new Set<number>()
    const passages = sheet.passages.map((passage) => {
      const entry = this.#readPassage(sheet, passage, sheetTerms, onSheet, words)
      for (const id of entry.body) onSheet.add(id)
      return entry
    })
    return { passages, words: Int32Array.from(words) }
  }

  #readPassage(
    sheet: FactSheet,
    passage: Passage,
    sheetTerms: Int32Array,
    onSheet: ReadonlySet<TermId>,
    words: Set<number>,
  ): PassageTerms {
    const { text } = passage.reading
    const tokens = analyse(text)
    const body = new Int32Array(tokens.length)
    const sentenceOf = new Int16Array(tokens.length)
    let sentence = -1
    tokens.forEach((token, order) => {
      const { start } = passage.reading.span(token.start, token.end)
      while (start >= (passage.sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY)) sentence += 1
      body[order] = this.#numbers.term(token.term)
      words.add(this.#numbers.word(token.word.toLowerCase(), token.term))
      sentenceOf[order] = sentence
    })
    const heading = this.#intern([passage.section.heading ?? '', passage.runIn ?? ''].join('\n'))
    const distinct = new Set([...body, ...heading]).size
    return { passage, sheet, body, sentenceOf, heading, distinct, sheetTerms, onSheet }
  }
}
