/** Which sentences say most of a topic: what its words are, where it stands, whether it says what was done. */
import type { CountryCode, FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { remembered } from '../corpus/remembered.ts'
import type { Topic, TopicMatch } from '../corpus/topics.ts'
import { analyse } from '../search/analysis.ts'
import { bearing, type Library } from './library.ts'
import { newerFirst } from './newer-first.ts'

/** What a sentence is worth as an answer about a topic, besides speaking of it: what was done before what is planned. */
const TELLS: readonly (readonly [RegExp, number])[] = [
  [/\baccomplish|\bachieve|\bresult|\bprogram|\bproject|\bactivit|\bassistance/i, 0.4],
  [/\bgoal|\bobjective/i, 0.25],
  [/\bchallenge|\bbackground|\bfunding/i, -0.1],
]
const DOES =
  /\b(?:INL|U\.S\.|USG|OSCE|UN\w*|program(?:me)?|project|training|unit|bureau|embassy)\b.*\b(?:train|fund|support|provid|assist|construct|renovat|build|establish|help|develop|work|advis|partner|promot|implement|equip|donat)/i

/** What it is worth that a sentence names the country: of a sheet's general words many would do for any. */
const NAMES_IT = 0.3
/** What it is worth that a sentence says the topic in the words that were typed. */
const IN_THESE_WORDS = 0.5
/** What it takes that it says what the publisher does for its own people. */
const FOR_OWN = 0.3
const OWN_PEOPLE = /\bAmericans?\b|\bour\s+(?:citizens|people|streets|shores|communities)\b/

export interface Told {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  readonly score: number
}

/** What a sentence or a heading says, whatever was asked. */
interface Said {
  readonly topics: readonly TopicMatch[]
  /** What it is worth to a sentence that it says something done, and to those below that it heads such. */
  readonly does: number
  readonly heads: number
}

interface Memory {
  /** For each country the sheets that may hold sentences about it; for null all. */
  readonly sheets: ReadonlyMap<CountryCode | null, readonly FactSheet[]>
  said(text: string): Said
}

/** Texts of which it is remembered what they say. */
const MEMORY_LIMIT = 20_000

const memories = new WeakMap<Library, Memory>()

function memoryOf(library: Library): Memory {
  const known = memories.get(library)
  if (known !== undefined) return known
  const sheets = new Map<CountryCode | null, FactSheet[]>([...library.covered, null].map((code) => [code, []]))
  for (const sheet of library.sheets) {
    const subjects = library.subjects(sheet)
    for (const code of subjects.length === 0 ? sheets.keys() : [...subjects, null]) sheets.get(code)?.push(sheet)
  }
  const said = remembered(MEMORY_LIMIT, (text) => saidIn(text, library))
  memories.set(library, { sheets, said })
  return { sheets, said }
}

function saidIn(text: string, library: Library): Said {
  return {
    topics: library.vocabulary.match(text),
    does: DOES.test(text) ? 0.4 : 0,
    heads: TELLS.reduce((sum, [pattern, worth]) => sum + (pattern.test(text) ? worth : 0), 0),
  }
}

/**
 * Sentences about the country that speak of any of the topics, best first; one a passage.
 * @param typed the words for the topic; what says it in these stands before what only belongs to it
 */
export function tellingSentences(
  code: CountryCode | null,
  topics: readonly Topic[],
  library: Library,
  typed: string | null = null,
): readonly Told[] {
  return [...toldIn(code, topics, library, typed)].sort(
    (one, other) => other.score - one.score || newerFirst(one.sheet, other.sheet),
  )
}

/** The same, as they stand in the sheets. */
export function* toldIn(
  code: CountryCode | null,
  topics: readonly Topic[],
  library: Library,
  typed: string | null = null,
): Generator<Told> {
  const words = typed === null ? '' : stemsIn(typed)
  const wanted = new Set(topics.flatMap((topic) => [...library.vocabulary.within(topic.id)]))
  const main = new Set(topics.map((topic) => topic.id))
  const memory = memoryOf(library)
  for (const sheet of memory.sheets.get(code) ?? [])
    for (const passage of sheet.passages) {
      if (!passage.topics.some((topic) => wanted.has(topic))) continue
      const above = memory.said(`${passage.section.heading ?? ''}\n${passage.runIn ?? ''}`)
      let best: Told | null = null
      for (const sentence of passage.sentences) {
        if (code !== null && bearing(sheet, sentence, code, library) !== 'about') continue
        const told = tell(memory.said(sentence.text), above, wanted, main)
        const literal = told > 0 && words !== '' && plainly(sentence.text).includes(` ${words} `) ? IN_THESE_WORDS : 0
        const score = literal + (told === 0 || code === null ? told : told + ofCountry(sentence, code))
        if (score > (best?.score ?? 0)) best = { sheet, passage, sentence, score }
      }
      if (best !== null) yield best
    }
}

const stemsIn = (text: string): string =>
  analyse(text)
    .map(({ term }) => term)
    .join(' ')

/** The stems of a text with a blank on either side; names are left out, since a Department of Wildlife is no wildlife. */
const plainly = remembered(
  MEMORY_LIMIT,
  (text) =>
    ` ${analyse(text)
      .map(({ term, word, start }) => (start > 0 && /^\p{Lu}\p{Ll}/u.test(word) ? '·' : term))
      .join(' ')} `,
)

function ofCountry({ named, text }: Sentence, code: CountryCode): number {
  return (named.includes(code) ? NAMES_IT : 0) - (OWN_PEOPLE.test(text) ? FOR_OWN : 0)
}

function tell(own: Said, above: Said, wanted: ReadonlySet<string>, main: ReadonlySet<string>): number {
  const headed = above.topics.some(({ topic }) => wanted.has(topic))
  const matches = own.topics.filter(({ topic }) => wanted.has(topic))
  if (matches.length === 0 && !headed) return 0
  // A heading speaks for its paragraph, but the sentence that says it itself stands before it.
  let score = (matches.length > 0 ? 1 + 0.1 * Math.min(matches.length, 3) : 0.2) + (headed ? 0.5 : 0)
  if (matches.some(({ topic }) => main.has(topic))) score += 0.3
  return score + above.heads + own.does
}

/** The same passage on several sheets counts once. */
export function distinct(told: readonly Told[]): readonly Told[] {
  const seen = new Set<string>()
  return told.filter(({ passage }) => {
    const key = passage.reading.text.replaceAll(/\s+/g, ' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
