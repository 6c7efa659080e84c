/**
 * The files of WordNet's database, read where they lie. The index of each part of speech (a line a word, in the order
 * of bytes) is held in memory, 6 MB in all; of the much larger data only the entries asked for are read.
 * Format: wndb(5WN).
 */
import { openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'

export const PARTS = ['noun', 'verb', 'adj', 'adv'] as const
export type Part = (typeof PARTS)[number]

/** The letters by which pointers name a part of speech; `s` is an adjective that another heads. */
const PART_BY_LETTER: Readonly<Record<string, Part>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }

/** Where a relation leads. `from` and `to` are places of words in the two synsets from 1; 0 for all of them. */
export interface Pointer {
  readonly symbol: string
  readonly offset: number
  readonly part: Part
  readonly from: number
  readonly to: number
}

/** Words that share a meaning, as printed (`_` for a blank). */
export interface Synset {
  readonly words: readonly string[]
  readonly pointers: readonly Pointer[]
}

const LINE_END = 10
/** Most entries are shorter; longer ones take further reads. Bytes. */
const BLOCK = 1024

/** One part of speech. */
export class PartFiles {
  readonly #index: Buffer
  readonly #data: number
  readonly #block = Buffer.alloc(BLOCK)

  /** @throws where the files are missing, as node:fs does */
  constructor(folder: string, part: Part) {
    this.#index = readFileSync(path.join(folder, `index.${part}`))
    this.#data = openSync(path.join(folder, `data.${part}`), 'r')
  }

  /** The byte offsets of a lemma's synsets in the data, its commonest sense first; none for a word that isn't one. */
  senses(lemma: string): readonly number[] {
    // The lines of the licence begin with a blank: no word, yet they stand in the file.
    if (!/^[^\s]+$/.test(lemma)) return []
    const fields = this.#line(lemma)?.trimEnd().split(' ') ?? []
    // lemma, part, number of synsets, number of kinds of pointers, those kinds, two counts, then the offsets
    return fields.slice(6 + Number(fields[3] ?? 0)).map(Number)
  }

  /** By halves; the licence that opens the file has lines that begin with a blank, before all words. */
  #line(lemma: string): string | null {
    const key = Buffer.from(`${lemma} `, 'latin1')
    let low = 0
    let high = this.#index.length
    while (low < high) {
      const start = this.#index.lastIndexOf(LINE_END, ((low + high) >> 1) - 1) + 1
      const end = this.#index.indexOf(LINE_END, start)
      const order = this.#index.compare(key, 0, key.length, start, Math.min(start + key.length, end))
      if (order === 0) return this.#index.toString('latin1', start, end)
      if (order < 0) low = end + 1
      else high = start
    }
    return null
  }

  /**
   * @param offset as `senses` or a pointer gives it
   * @param wanted the symbols of the pointers to be read; common words have hundreds of others
   */
  synset(offset: number, wanted: ReadonlySet<string>): Synset {
    const [entry = ''] = this.#entry(offset).split(' | ', 1)
    // offset, file, kind, number of words (hexadecimal), each word with its number, number of pointers, four fields each
    const fields = entry.split(' ')
    const words = Array.from({ length: Number.parseInt(fields[3] ?? '0', 16) }, (_, at) => fields[4 + 2 * at] ?? '')
    const first = 5 + 2 * words.length
    const pointers: Pointer[] = []
    for (let at = first; at < first + 4 * Number(fields[first - 1]); at += 4) {
      const symbol = fields[at] ?? ''
      if (!wanted.has(symbol)) continue
      const ends = fields[at + 3] ?? ''
      pointers.push({
        symbol,
        offset: Number(fields[at + 1]),
        part: PART_BY_LETTER[fields[at + 2] ?? ''] ?? 'noun',
        from: Number.parseInt(ends.slice(0, 2), 16),
        to: Number.parseInt(ends.slice(2), 16),
      })
    }
    return { words, pointers }
  }

  #entry(offset: number): string {
    let text = ''
    for (;;) {
      const length = readSync(this.#data, this.#block, 0, BLOCK, offset + text.length)
      const end = this.#block.subarray(0, length).indexOf(LINE_END)
      if (end >= 0 || length === 0) return text + this.#block.toString('latin1', 0, Math.max(end, 0))
      text += this.#block.toString('latin1', 0, length)
    }
  }
}
