/** Which sentences say most of a topic: what its words are, where it stands, whether it says what was done. */
import type { CountryCode, FactSheet, Passage, Sentence } from '../corpus/model.ts'
import type { Topic } from '../corpus/topics.ts'
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

export interface Told {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  readonly score: number
}

/** Sentences about the country that speak of any of the topics, best first; one a passage. */
export function tellingSentences(
  code: CountryCode | null,
  topics: readonly Topic[],
  library: Library,
): readonly Told[] {
  const wanted = new Set(topics.flatMap((topic) => [...library.vocabulary.within(topic.id)]))
  const main = new Set(topics.map((topic) => topic.id))
  const told: Told[] = []
  for (const sheet of library.sheets)
    for (const passage of sheet.passages) {
      if (!passage.topics.some((topic) => wanted.has(topic))) continue
      const best = passage.sentences
        .filter((sentence) => code === null || bearing(sheet, sentence, code, library) === 'about')
        .map((sentence) => ({ sheet, passage, sentence, score: tell(sentence, passage, wanted, main, library) }))
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score)[0]
      if (best !== undefined) told.push(best)
    }
  return told.sort((one, other) => other.score - one.score || newerFirst(one.sheet, other.sheet))
}

function tell(
  sentence: Sentence,
  passage: Passage,
  wanted: ReadonlySet<string>,
  main: ReadonlySet<string>,
  library: Library,
): number {
  const own = library.vocabulary.match(sentence.text).filter(({ topic }) => wanted.has(topic))
  const above = `${passage.section.heading ?? ''}\n${passage.runIn ?? ''}`
  const headed = library.vocabulary.match(above).some(({ topic }) => wanted.has(topic))
  if (own.length === 0 && !headed) return 0
  // A heading speaks for its paragraph, but the sentence that says it itself stands before it.
  let score = (own.length > 0 ? 1 + 0.1 * Math.min(own.length, 3) : 0.2) + (headed ? 0.5 : 0)
  if (own.some(({ topic }) => main.has(topic))) score += 0.3
  for (const [pattern, worth] of TELLS) if (pattern.test(above)) score += worth
  if (DOES.test(sentence.text)) score += 0.4
  return score
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
