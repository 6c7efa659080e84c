/**
 * The files of WordNet's database, read where they lie. Of the index of each part of speech (a line a word, in the
 * order of bytes) one word a block is held in memory; a word costs one read, an entry of the much larger data another.
 * Format: wndb(5WN).
 */
import { fstatSync, openSync, readSync } from 'node:fs'
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
/** Bytes of an index after which the word of the next line is held. */
const STRIDE = 4096

/** One part of speech. */
export class PartFiles {
  readonly #index: number
  /** The lines of the index from which on they are read together, in order, and the word of each. */
  readonly #words: string[] = []
  readonly #starts: number[] = []
  readonly #data: number
  readonly #block = Buffer.alloc(BLOCK)

  /** @throws where the files are missing, as node:fs does */
  constructor(folder: string, part: Part) {
    this.#index = openSync(path.join(folder, `index.${part}`), 'r')
    this.#learn()
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

  /** The line of a word; the licence that opens the file has lines that begin with a blank, before all words. */
  #line(lemma: string): string | null {
    const from = countUpTo(this.#words, lemma) - 1
    const [start, end] = [this.#starts[from], this.#starts[from + 1]]
    if (start === undefined || end === undefined) return null
    const block = Buffer.allocUnsafe(end - start)
    const text = `\n${block.toString('latin1', 0, readSync(this.#index, block, 0, block.length, start))}`
    const at = text.indexOf(`\n${lemma} `) + 1
    return at === 0 ? null : text.slice(at, text.indexOf('\n', at))
  }

  /** Takes the first word of each stretch of the index; the first stretch opens with the licence. */
  #learn(): void {
    this.#words.push('')
    this.#starts.push(0)
    const { size } = fstatSync(this.#index)
    for (let at = STRIDE; at < size; at += STRIDE) {
      const length = readSync(this.#index, this.#block, 0, BLOCK, at)
      const line = /\n(\S+) /.exec(this.#block.toString('latin1', 0, length))
      if (line?.[1] === undefined) continue
      this.#words.push(line[1])
      this.#starts.push(at + line.index + 1)
    }
    this.#starts.push(size)
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

/** How many of the words, which are in order, stand before another or are the same. */
function countUpTo(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') <= word) low = middle + 1
    else high = middle
  }
  return low
}
