/**
 * The words of the field that stand for one another, and the words of a question that carry little. The field's own
 * groups are in lexicon.yaml, what people say instead in everyday English in lexicon-everyday.yaml; here they become a look-up by stems that takes one pass over a question. Which alternative counts how
 * much in a ranking, and whether it helps, is for the ranking to measure.
 */
import { parse } from 'yaml'
import { z } from 'zod'
import { PhraseTable, type StemmedWord, type StemWords } from '../corpus/phrases.ts'

/** The words themselves; read by whoever puts the parts together. */
export const LEXICON_FILES = ['lexicon.yaml', 'lexicon-everyday.yaml'].map((name) => new URL(name, import.meta.url))

/** How an alternative relates to the word asked for, the surest first. */
export type Relation = 'same' | 'question' | 'narrower' | 'broader'

/** First values, to be measured: how much a word counts that stands for another. */
export const RELATION_WEIGHTS: Readonly<Record<Relation, number>> = {
  same: 0.9,
  question: 0.6,
  narrower: 0.5,
  broader: 0.3,
}

/** What a word counts that says how a question is asked; left out altogether it cost more than it gained. */
export const LIGHT_WEIGHT = 0.3
/** What an everyday word counts, which sources put in many ways: verbs like "keep", adverbs, words for sorts of things. */
export const PLAIN_WEIGHT = 0.6

export interface Alternative {
  /** To be found side by side, in this order. */
  readonly stems: readonly string[]
  readonly phrase: string
  readonly relation: Relation
  readonly weight: number
}

/** The words `[from, to)` of a question, and what may stand for them in a passage, surest first. */
export interface Expansion {
  readonly from: number
  readonly to: number
  readonly alternatives: readonly Alternative[]
}

export interface Lexicon {
  /** The longest phrases of a question that have alternatives, in its order. */
  expand(words: readonly StemmedWord[]): readonly Expansion[]
  /** One weight a word: 1, `PLAIN_WEIGHT`, or `LIGHT_WEIGHT` for what says only how the question is asked. */
  weigh(words: readonly StemmedWord[]): readonly number[]
  /** Whether a word only names the sort of thing asked for (country, body, project), so that an answer need not say it. */
  isSort(stem: string): boolean
  /** Whether a word stands anywhere in the lexicon. */
  knows(stem: string): boolean
  /** Every word of the lexicon as it is written, with its stem. */
  words(): Iterable<readonly [word: string, stem: string]>
  /** What may stand for exactly this phrase. */
  alternatives(phrase: string): readonly Alternative[]
  /** Whether two phrases, as stems a blank apart, must never stand for one another. */
  isApart(one: string, other: string): boolean
  /** How many groups there are. */
  readonly size: number
}

/** Thrown when the lexicon contradicts itself; one problem a line. */
export class LexiconError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'LexiconError'
    this.problems = problems
  }
}

const group = z.array(z.string().trim().min(1)).min(2)

const lexiconSchema = z.strictObject({
  same: z.array(group).default([]),
  question: z.array(group).default([]),
  near: z.record(z.string(), z.array(z.string().trim().min(1)).min(1)).default({}),
  grammar: z.string().default(''),
  light: z.string().default(''),
  plain: z.string().default(''),
  sorts: z.string().default(''),
  light_phrases: z.array(z.string()).default([]),
  /** Phrases that stand in more than one group of `same`, with the reason why neither group is wrong for it. */
  shared: z.record(z.string(), z.string().min(1)).default({}),
  apart: z.array(z.tuple([z.string(), z.string()])).default([]),
})

type LexiconFile = z.infer<typeof lexiconSchema>

/**
 * @param yamlTexts one lexicon in any number of files; a word's surest relation counts, wherever it stands
 * @throws LexiconError where a word stands in two groups without a reason, or two words meet that must not
 */
export function loadLexicon(yamlTexts: readonly string[], stemWords: StemWords): Lexicon {
  const file = yamlTexts.map(readLexicon).reduce(joined)
  const builder = new Builder(stemWords)
  file.same.forEach((phrases) => {
    builder.group(phrases, 'same')
  })
  file.question.forEach((phrases) => {
    builder.group(phrases, 'question')
  })
  for (const [broad, narrow] of Object.entries(file.near)) builder.near(broad, narrow)
  const problems = [...builder.problems, ...sharedProblems(file, builder), ...apartProblems(file, builder)]
  if (problems.length > 0) throw new LexiconError(problems)
  const size = file.same.length + file.question.length + Object.keys(file.near).length
  return lexiconOf(builder, file, size)
}

function readLexicon(yamlText: string): LexiconFile {
  const parsed = lexiconSchema.safeParse(parse(yamlText))
  if (parsed.success) return parsed.data
  throw new LexiconError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}

function joined(one: LexiconFile, other: LexiconFile): LexiconFile {
  const near = { ...one.near }
  for (const [broad, narrow] of Object.entries(other.near)) near[broad] = [...(near[broad] ?? []), ...narrow]
  return {
    same: [...one.same, ...other.same],
    question: [...one.question, ...other.question],
    near,
    grammar: `${one.grammar} ${other.grammar}`,
    light: `${one.light} ${other.light}`,
    plain: `${one.plain} ${other.plain}`,
    sorts: `${one.sorts} ${other.sorts}`,
    light_phrases: [...one.light_phrases, ...other.light_phrases],
    shared: { ...one.shared, ...other.shared },
    apart: [...one.apart, ...other.apart],
  }
}

interface Entry {
  readonly stems: readonly string[]
  readonly phrase: string
  readonly alternatives: Map<string, Alternative>
  /** In how many groups of `same` it stands. */
  groups: number
}

class Builder {
  readonly entries = new Map<string, Entry>()
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

  entry(phrase: string): Entry {
    const stems = this.stems(phrase)
    const key = stems.join(' ')
    const entry = this.entries.get(key) ?? { stems, phrase, alternatives: new Map(), groups: 0 }
    this.entries.set(key, entry)
    return entry
  }

  group(phrases: readonly string[], relation: 'same' | 'question'): void {
    const members = [...new Set(phrases.map((phrase) => this.entry(phrase)))]
    if (members.length < 2) this.problems.push(`${phrases.join(', ')}: all of one stem, so the group says nothing`)
    for (const member of members) {
      if (relation === 'same') member.groups += 1
      for (const other of members) link(member, other, relation)
    }
  }

  near(broad: string, narrow: readonly string[]): void {
    const broader = this.entry(broad)
    // Whoever asks in another word for the broad one is answered by the same narrow ones.
    const asked = [broader, ...this.#sameAs(broader)]
    for (const phrase of narrow) {
      const narrower = this.entry(phrase)
      for (const entry of asked) link(entry, narrower, 'narrower')
      link(narrower, broader, 'broader')
    }
  }

  #sameAs(entry: Entry): Entry[] {
    const same = [...entry.alternatives].filter(([, alternative]) => alternative.relation === 'same')
    return same.flatMap(([key]) => this.entries.get(key) ?? [])
  }
}

/** Keeps the surest relation; the caller adds them in that order. */
function link(from: Entry, to: Entry, relation: Relation): void {
  const key = to.stems.join(' ')
  // A passage that holds the longer phrase holds these very words already.
  if (from.alternatives.has(key) || ` ${key} `.includes(` ${from.stems.join(' ')} `)) return
  from.alternatives.set(key, { stems: to.stems, phrase: to.phrase, relation, weight: RELATION_WEIGHTS[relation] })
}

function sharedProblems(file: LexiconFile, builder: Builder): string[] {
  const reasons = new Set(Object.keys(file.shared).map((phrase) => builder.entry(phrase)))
  const problems: string[] = []
  for (const entry of builder.entries.values()) {
    if (entry.groups > 1 && !reasons.has(entry)) problems.push(`"${entry.phrase}" stands in ${entry.groups} groups`)
    if (entry.groups < 2 && reasons.has(entry)) problems.push(`"${entry.phrase}" is not shared any more`)
  }
  return problems
}

function apartProblems(file: LexiconFile, builder: Builder): string[] {
  return file.apart
    .filter(([one, other]) => {
      const keys = [builder.stems(one).join(' '), builder.stems(other).join(' ')] as const
      const meets = (from: string, to: string) => builder.entries.get(from)?.alternatives.has(to) ?? false
      return meets(keys[0], keys[1]) || meets(keys[1], keys[0])
    })
    .map(([one, other]) => `"${one}" and "${other}" must stay apart`)
}

function lexiconOf(builder: Builder, file: LexiconFile, size: number): Lexicon {
  const table = new PhraseTable<readonly Alternative[]>()
  const found = new Map<string, readonly Alternative[]>()
  for (const [key, entry] of builder.entries) {
    const alternatives = [...entry.alternatives.values()].sort((a, b) => b.weight - a.weight)
    found.set(key, alternatives)
    table.add(entry.stems, alternatives)
  }
  const stemsIn = (text: string) => new Set(builder.stems(text))
  const grammar = stemsIn(file.grammar)
  const light = stemsIn(file.light)
  const sorts = stemsIn(file.sorts)
  const plain = stemsIn(`${file.plain} ${file.sorts}`)
  const written = new Map<string, string>()
  for (const text of [...[...builder.entries.values()].map(({ phrase }) => phrase), file.light, file.plain, file.sorts])
    for (const { stem, start, end } of builder.words(text)) written.set(text.slice(start, end).toLowerCase(), stem)
  const stems = new Set(written.values())
  const lightPhrases = new PhraseTable<true>()
  const keyOf = (phrase: string) => builder.stems(phrase).join(' ')
  const apart = new Set(
    file.apart.flatMap(([one, other]) => [`${keyOf(one)}|${keyOf(other)}`, `${keyOf(other)}|${keyOf(one)}`]),
  )
  for (const phrase of file.light_phrases) lightPhrases.add(builder.stems(phrase), true)

  const everyday = (stem: string) => grammar.has(stem) || light.has(stem) || plain.has(stem)
  const weigh = (words: readonly StemmedWord[]): readonly number[] => {
    const stems = words.map((word) => word.stem)
    const inPhrase = stems.map(() => false)
    const loose: [number, number][] = []
    for (const { from, to } of table.find(stems)) {
      if (to - from < 2) continue
      const phrase = stems.slice(from, to)
      // "Ahead of" and "end up" are no more than their words; "information sharing" is a thing of the field.
      const isThing = (builder.entries.get(phrase.join(' '))?.groups ?? 0) > 0
      if (isThing || !phrase.every(everyday)) inPhrase.fill(true, from, to)
      else loose.push([from, to])
    }
    const weights = stems.map((stem, at) => {
      if (grammar.has(stem) || (light.has(stem) && !inPhrase[at])) return LIGHT_WEIGHT
      return plain.has(stem) && !inPhrase[at] ? PLAIN_WEIGHT : 1
    })
    for (const [from, to] of loose) weights.fill(PLAIN_WEIGHT, from, to)
    for (const { from, to } of lightPhrases.find(stems)) weights.fill(LIGHT_WEIGHT, from, to)
    return weights
  }
  return {
    size,
    weigh,
    isApart: (one, other) => apart.has(`${one}|${other}`),
    isSort: (stem) => sorts.has(stem),
    knows: (stem) => stems.has(stem) || grammar.has(stem),
    words: () => written,
    expand: (words) =>
      table
        .find(words.map((word) => word.stem))
        .map(({ from, to, value }) => ({ from, to, alternatives: value }))
        .filter((expansion) => expansion.alternatives.length > 0),
    alternatives: (phrase) => found.get(builder.stems(phrase).join(' ')) ?? [],
  }
}
