/**
 * Every phrase that names a country, and every phrase that only looks like one, in one tree of words that is built
 * once. A text is then read word by word, whatever the number of names.
 */
import { countries as capitals } from 'countries-list'
import type { CountryCode } from '#src/corpus/model.ts'
import { LISTED } from './countries.ts'
import { MORE_CAPITALS, NOT_CAPITALS, TYPED_CAPITALS } from './data/capitals.ts'
import { DEMONYMS } from './data/demonyms.ts'
import { ABBREVIATIONS, EVERYDAY, VARIANTS } from './data/names.ts'
import { PHRASES, US_STATES } from './data/traps.ts'
import { phraseOf } from './words.ts'

export type EntryKind = 'name' | 'demonym' | 'capital' | 'state' | 'trap'

export interface Entry {
  readonly phrase: string
  readonly kind: EntryKind
  /** One, or several where the phrase does not tell which; none for a trap or a state. */
  readonly codes: readonly CountryCode[]
  /** An abbreviation, which prose writes in capitals. */
  readonly abbreviation: boolean
  /** Counts in what a person types only. */
  readonly typedOnly: boolean
}

export interface Node {
  readonly next: Map<string, Node>
  entry: Entry | null
}

/** Demonyms that fact sheets use for the language and hardly ever for the country, which they call British. */
const TYPED_DEMONYMS: ReadonlySet<string> = new Set(['english'])

const RANK: Readonly<Record<EntryKind, number>> = { name: 0, demonym: 1, capital: 2, trap: 3, state: 4 }

const byPhrase = new Map<string, Entry>()

function add(name: string, kind: EntryKind, codes: readonly CountryCode[], abbreviation = false, typedOnly = false) {
  const phrase = phraseOf(name).replace(/^the /, '')
  if (phrase === '') return
  const old = byPhrase.get(phrase)
  if (old !== undefined && RANK[old.kind] < RANK[kind]) return
  const merged = old?.kind === kind ? [...new Set([...old.codes, ...codes])] : codes
  byPhrase.set(phrase, { phrase, kind, codes: merged, abbreviation, typedOnly })
}

/** The spellings of one name: without an apostrophe, St for Saint, without brackets, and put the right way round. */
export function spellings(name: string): string[] {
  const forms = [name]
  if (/['’]/.test(name)) forms.push(name.replace(/['’]/g, ''))
  if (/\(.*\)/.test(name)) forms.push(name.replace(/\s*\(.*\)/, ''))
  const turned = /^([^,]+), ([^,]+)$/.exec(name)
  if (turned) forms.push(`${turned[2]} ${turned[1]}`)
  return forms.flatMap((form) => (/\bSaint\b/.test(form) ? [form, form.replace(/\bSaint\b/g, 'St.')] : [form]))
}

/** A demonym and its plural. */
export function plurals(form: string): string[] {
  return /[sxzh]$|(?:ese|[lc]h|m[ae]n|ois|ais)$/.test(form) ? [form] : [form, `${form}s`]
}

const split = (forms: string | undefined): string[] => forms?.split('|') ?? []

/** Names a territory has in brackets or by its islands are its own only as a whole; these parts are others'. */
const NOT_ALONE: ReadonlySet<string> = new Set(['bonaire', 'congo', 'virgin islands'])

for (const [code, listed] of LISTED) {
  for (const name of [EVERYDAY[code], ...listed, ...split(VARIANTS[code])]) {
    if (name === undefined) continue
    for (const form of spellings(name)) {
      const shortened = form !== name && NOT_ALONE.has(phraseOf(form))
      if (!shortened) add(form, 'name', [code], /^(?:[A-Z]\.?){2,4}$/.test(form))
    }
  }
  for (const short of split(ABBREVIATIONS[code])) add(short, 'name', [code], true)
}
for (const [code, forms] of Object.entries(DEMONYMS)) {
  for (const form of split(forms).flatMap(spellings).flatMap(plurals)) {
    add(form, 'demonym', [code], false, TYPED_DEMONYMS.has(phraseOf(form)))
  }
}
for (const [code, { capital }] of Object.entries(capitals)) {
  if (!LISTED.has(code)) continue
  for (const name of [capital, ...split(MORE_CAPITALS[code])].flatMap(spellings)) {
    const phrase = phraseOf(name)
    if (!NOT_CAPITALS.has(phrase)) add(name, 'capital', [code], false, TYPED_CAPITALS.has(phrase))
  }
}
for (const phrase of split(PHRASES)) add(phrase, 'trap', [])
for (const state of split(US_STATES)) add(state, 'state', [])

const root: Node = { next: new Map(), entry: null }
for (const entry of byPhrase.values()) {
  let node = root
  for (const word of entry.phrase.split(' ')) {
    let next = node.next.get(word)
    if (next === undefined) {
      next = { next: new Map(), entry: null }
      node.next.set(word, next)
    }
    node = next
  }
  node.entry = entry
}

/** The tree's root: follow `next` by folded words; a node with an `entry` ends a phrase. */
export const TREE: Node = root

/** All phrases of countries (no traps, no states). */
export const ENTRIES: readonly Entry[] = [...byPhrase.values()].filter((entry) => entry.codes.length > 0)

/** The entry of one whole phrase, as `phraseOf` writes it. */
export function entryOf(phrase: string): Entry | null {
  return byPhrase.get(phrase) ?? null
}
