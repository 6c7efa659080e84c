/** The abbreviations and bodies that the fact sheets explain, gathered over all of them: one entry a meaning. */
import { findDefinitions } from '../corpus/definitions.ts'
import type { FactSheet, Passage, Sentence, Span } from '../corpus/model.ts'
import { analyse } from '../search/analysis.ts'
import type { Library } from './library.ts'
import { inNewerOrder } from './newer-first.ts'

/** One place where a fact sheet says what a short form stands for. */
export interface Definition {
  readonly short: string
  /** As printed, white space aside. */
  readonly long: string
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  /** Whether the run-in heading before the sentence is what explains it. */
  readonly inHeading: boolean
  /** The line that is a note and says nothing else; null where a sentence explains it. */
  readonly line: Span | null
}

/** A short form with one of its meanings. */
export interface Term {
  readonly short: string
  readonly long: string
  /** Where it is explained; the clearest first. */
  readonly definitions: readonly [Definition, ...Definition[]]
}

const known = new WeakMap<Library, readonly Term[]>()

/** Letters and digits alone, lower case: `G.R.E.A.T.` and `great` are one key. */
export const shortKey = (short: string): string => short.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '')

export const stemsOf = (text: string): readonly string[] => analyse(text).map(({ term }) => term)

/** Every term in alphabetical order of the short form; worked out once a library, on first need. */
export function termsOf(library: Library): readonly Term[] {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const byShort = new Map<string, Term[]>()
  const all = inNewerOrder(library.sheets).flatMap(definitionsOf)
  for (const definition of all.sort((one, other) => Number(one.inHeading) - Number(other.inHeading))) {
    const key = shortKey(definition.short)
    const meanings = byShort.get(key) ?? []
    const at = meanings.findIndex((term) => sameMeaning(term.long, definition.long))
    const term = meanings[at]
    const { short, long } = definition
    if (term === undefined) meanings.push({ short, long, definitions: [definition] })
    else meanings[at] = { ...term, definitions: [...term.definitions, definition] }
    byShort.set(key, meanings)
  }
  const sorted = [...byShort.values()]
    .flat()
    .sort((one, other) => one.short.localeCompare(other.short, 'en') || one.long.localeCompare(other.long, 'en'))
  known.set(library, sorted)
  return sorted
}

/** Terms whose short form, or else whose long form, is just what was typed. */
export function exactTerms(typed: string, library: Library): readonly Term[] {
  const terms = termsOf(library)
  const key = shortKey(typed)
  // More than one of a thing: "ILEAs".
  const single = /\p{Lu}s$/u.test(typed.trim()) ? key.slice(0, -1) : key
  const byShort = terms.filter(({ short }) => shortKey(short) === key || shortKey(short) === single)
  if (byShort.length > 0) return byShort
  const wanted = stemsOf(typed).join(' ')
  return terms.filter(({ long }) => stemsOf(long).join(' ') === wanted)
}

function definitionsOf(sheet: FactSheet): readonly Definition[] {
  return sheet.passages.flatMap((passage) =>
    findDefinitions(passage.reading.text).flatMap(({ short, long, start, end, wholeLine }) => {
      const span = passage.reading.span(start, end)
      const holding = passage.sentences.find((sentence) => span.start >= sentence.start && span.start < sentence.end)
      const sentence = holding ?? passage.sentences[0]
      if (sentence === undefined) return []
      const inHeading = holding === undefined
      const line = wholeLine ? span : null
      return [{ short, long: long.replaceAll(/\s+/g, ' '), sheet, passage, sentence, inHeading, line }]
    }),
  )
}

/** Two long forms of one short form that differ only in words around the same name. */
function sameMeaning(one: string, other: string): boolean {
  const [a, b] = [new Set(stemsOf(one)), new Set(stemsOf(other))]
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  return [...small].every((stem) => large.has(stem))
}
