/**
 * The phrases of the lexicon and how they stand for one another: what group each is in, and what may stand for it. Not for
 * weighing the words of a question: that is lexicon.ts's.
 */
import type { StemmedWord, StemWords } from '../corpus/phrases.ts'
import { rememberedFor } from '../corpus/remembered.ts'

/** How an alternative relates to the word asked for, the surest first. */
export type Relation = 'same' | 'question' | 'narrower' | 'broader'

/** First values, to be measured: how much a word counts that stands for another. */
const RELATION_WEIGHTS: Readonly<Record<Relation, number>> = {
  same: 0.9,
  question: 0.6,
  narrower: 0.5,
  broader: 0.3,
}

export interface Alternative {
  /** To be found side by side, in this order. */
  readonly stems: readonly string[]
  readonly phrase: string
  readonly relation: Relation
  readonly weight: number
}

/** A phrase of the lexicon and the groups it stands in. */
export interface Entry {
  readonly stems: readonly string[]
  /** The stems with a blank before, between and after. */
  readonly key: string
  readonly phrase: string
  readonly same: (readonly Entry[])[]
  readonly question: (readonly Entry[])[]
  readonly narrower: Entry[]
  readonly broader: Entry[]
}

/**
 * What stands for an entry, surest first. Worked out when it is first asked for: a question touches few of the many
 * groups, and a process that starts should not wait for all of them.
 */
export const alternativesOf = rememberedFor((entry: Entry): readonly Alternative[] => {
  const found = new Map<Entry, Alternative>()
  const add = (others: Iterable<Entry>, relation: Relation): void => {
    for (const other of others) {
      // A passage that holds the longer phrase holds these very words already.
      if (found.has(other) || other.key.includes(entry.key)) continue
      const { stems, phrase } = other
      found.set(other, { stems, phrase, relation, weight: RELATION_WEIGHTS[relation] })
    }
  }
  const same = entry.same.flat()
  add(same, 'same')
  add(entry.question.flat(), 'question')
  // Whoever asks in another word for the broad one is answered by the same narrow ones.
  add(
    [entry, ...same].flatMap(({ narrower }) => narrower),
    'narrower',
  )
  add(entry.broader, 'broader')
  return [...found.values()].sort((one, other) => other.weight - one.weight)
})

/** The entries as they are read, group by group; the surest relation of two phrases counts, wherever it stands. */
export class Entries {
  readonly byKey = new Map<string, Entry>()
  /** Every word as it is written, in lower case, with its stem. */
  readonly written = new Map<string, string>()
  readonly problems: string[] = []
  readonly #stemWords: StemWords

  constructor(stemWords: StemWords) {
    this.#stemWords = stemWords
  }

  words(text: string): readonly StemmedWord[] {
    return this.#stemWords(text)
  }

  stems(phrase: string): readonly string[] {
    return this.#stemWords(phrase).map((word) => word.stem)
  }

  /** The entry of a phrase, if it has one. */
  find(phrase: string): Entry | undefined {
    return this.byKey.get(this.stems(phrase).join(' '))
  }

  entry(phrase: string): Entry {
    const words = this.words(phrase)
    const stems = words.map(({ stem }) => stem)
    const key = stems.join(' ')
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const lists = { same: [], question: [], narrower: [], broader: [] }
    const entry: Entry = { stems, key: ` ${key} `, phrase, ...lists }
    this.byKey.set(key, entry)
    this.write(phrase, words)
    return entry
  }

  write(text: string, words: readonly StemmedWord[]): void {
    for (const { stem, start, end } of words) this.written.set(text.slice(start, end).toLowerCase(), stem)
  }

  group(phrases: readonly string[], relation: 'same' | 'question'): void {
    const members = [...new Set(phrases.map((phrase) => this.entry(phrase)))]
    if (members.length < 2) this.problems.push(`${phrases.join(', ')}: all of one stem, so the group says nothing`)
    for (const member of members) member[relation].push(members)
  }

  near(broad: string, narrow: readonly string[]): void {
    const broader = this.entry(broad)
    for (const phrase of narrow) {
      const narrower = this.entry(phrase)
      broader.narrower.push(narrower)
      narrower.broader.push(broader)
    }
  }
}
