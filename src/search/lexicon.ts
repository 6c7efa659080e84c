/**
 * The words of the field that stand for one another, and the words of a question that carry little. The groups are in
 * lexicon.txt, the weights of words in lexicon.yaml; here they become a look-up by stems that takes one pass over a
 * question. Which alternative counts how much in a ranking, and whether it helps, is for the ranking to measure.
 */
import { parse } from 'yaml'
import { z } from 'zod'
import { PhraseTable, type StemmedWord, type StemWords } from '../corpus/phrases.ts'
import { type Alternative, alternativesOf, Entries, type Entry } from './lexicon-entries.ts'

/** The words themselves; read by whoever puts the parts together. */
export const LEXICON_FILE = new URL('lexicon.yaml', import.meta.url)
export const GROUPS_FILE = new URL('lexicon.txt', import.meta.url)

/** What a word counts that says how a question is asked; left out altogether it cost more than it gained. */
export const LIGHT_WEIGHT = 0.3
/** What an everyday word counts, which sources put in many ways: verbs like "keep", adverbs, words for sorts of things. */
export const PLAIN_WEIGHT = 0.6

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
  /** The phrases that must never stand for one, all as stems a blank apart. */
  apartFrom(phrase: string): readonly string[]
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

const lexiconSchema = z.strictObject({
  grammar: z.string(),
  light: z.string(),
  plain: z.string().default(''),
  sorts: z.string().default(''),
  light_phrases: z.array(z.string()),
  /** Phrases that stand in more than one group of `same`, with the reason why neither group is wrong for it. */
  shared: z.record(z.string(), z.string().min(1)).default({}),
  apart: z.array(z.tuple([z.string(), z.string()])),
})

type LexiconFile = z.infer<typeof lexiconSchema>

/**
 * @param groups as lexicon.txt: a line a group (with "=" before it the surest), or a broader word, a colon and the narrower
 * ones. Read line by line, since YAML of that size would take a third of a second at every start.
 * @throws LexiconError where a word stands in two groups without a reason, or two words meet that must not
 */
export function loadLexicon(yamlText: string, groups: string, stemWords: StemWords): Lexicon {
  const parsed = lexiconSchema.safeParse(parse(yamlText))
  if (!parsed.success) {
    throw new LexiconError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const file = parsed.data
  const entries = new Entries(stemWords)
  const size = readGroups(groups, entries)
  const problems = [...entries.problems, ...sharedProblems(file, entries), ...apartProblems(file, entries)]
  if (problems.length > 0) throw new LexiconError(problems)
  return lexiconOf(entries, file, size)
}

/** How many groups there are. */
function readGroups(text: string, entries: Entries): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  for (const line of lines) {
    const [, mark, broad, list = ''] = /^(=)?(?:([^:]*):)?(.*)$/.exec(line) ?? []
    const phrases = list.split(',').map((phrase) => phrase.trim())
    if (broad !== undefined) entries.near(broad.trim(), phrases)
    else entries.group(phrases, mark === undefined ? 'question' : 'same')
  }
  return lines.length
}

function sharedProblems(file: LexiconFile, entries: Entries): string[] {
  const reasons = new Set(Object.keys(file.shared).map((phrase) => entries.entry(phrase)))
  const problems: string[] = []
  for (const entry of entries.byKey.values()) {
    const groups = entry.same.length
    if (groups > 1 && !reasons.has(entry)) problems.push(`"${entry.phrase}" stands in ${groups} groups`)
    if (groups < 2 && reasons.has(entry)) problems.push(`"${entry.phrase}" is not shared any more`)
  }
  return problems
}

function apartProblems(file: LexiconFile, entries: Entries): string[] {
  return file.apart
    .filter(([one, other]) => {
      const [first, second] = [entries.find(one), entries.find(other)]
      if (first === undefined || second === undefined) return false
      const meets = (from: Entry, to: Entry) => alternativesOf(from).some(({ stems }) => stems === to.stems)
      return meets(first, second) || meets(second, first)
    })
    .map(([one, other]) => `"${one}" and "${other}" must stay apart`)
}

function lexiconOf(entries: Entries, file: LexiconFile, size: number): Lexicon {
  const table = new PhraseTable<Entry>()
  for (const entry of entries.byKey.values()) table.add(entry.stems, entry)
  const stemsIn = (text: string) => new Set(entries.stems(text))
  const grammar = stemsIn(file.grammar)
  const light = stemsIn(file.light)
  const sorts = stemsIn(file.sorts)
  const plain = stemsIn(`${file.plain} ${file.sorts}`)
  const { written } = entries
  for (const text of [file.light, file.plain, file.sorts]) entries.write(text, entries.words(text))
  const stems = new Set(written.values())
  const lightPhrases = new PhraseTable<true>()
  const keyOf = (phrase: string) => entries.stems(phrase).join(' ')
  const apart = new Set(
    file.apart.flatMap(([one, other]) => [`${keyOf(one)}|${keyOf(other)}`, `${keyOf(other)}|${keyOf(one)}`]),
  )
  const partners = new Map<string, string[]>()
  for (const [one, other] of file.apart)
    for (const [from, to] of [
      [keyOf(one), keyOf(other)],
      [keyOf(other), keyOf(one)],
    ] as const)
      partners.set(from, [...(partners.get(from) ?? []), to])
  for (const phrase of file.light_phrases) lightPhrases.add(entries.stems(phrase), true)

  const everyday = (stem: string) => grammar.has(stem) || light.has(stem) || plain.has(stem)
  const weigh = (words: readonly StemmedWord[]): readonly number[] => {
    const stems = words.map((word) => word.stem)
    const inPhrase = stems.map(() => false)
    const loose: [number, number][] = []
    for (const { from, to, value } of table.find(stems)) {
      if (to - from < 2) continue
      const phrase = stems.slice(from, to)
      // "Ahead of" and "end up" are no more than their words; "information sharing" is a thing of the field.
      const isThing = value.same.length > 0
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
    apartFrom: (phrase) => partners.get(phrase) ?? [],
    isApart: (one, other) => apart.has(`${one}|${other}`),
    isSort: (stem) => sorts.has(stem),
    knows: (stem) => stems.has(stem) || grammar.has(stem),
    words: () => written,
    expand: (words) =>
      table
        .find(words.map((word) => word.stem))
        .map(({ from, to, value }) => ({ from, to, alternatives: alternativesOf(value) }))
        .filter((expansion) => expansion.alternatives.length > 0),
    alternatives(phrase) {
      const entry = entries.find(phrase)
      return entry === undefined ? [] : alternativesOf(entry)
    },
  }
}
