/** A question that asks for a comparison of countries in plain words is what `/compare` answers. */
import { countryName } from '../corpus/places/index.ts'
import type { CompareInput } from './compare.ts'
import type { Library } from './library.ts'
import { contentOf, type Question } from './understand.ts'

const ASKS =
  /^\W*(?:(?:please|(?:can|could|would)\s+you(?:\s+please)?)\s+)?(?:compare|contrast|(?:what(?:['’]?s|\s+(?:is|are|was|were))\s+)?(?:the\s+)?(?:differences?|similarit(?:y|ies)|comparison)\s+(?:between|of)\b)/i
/** Words that only say that something is to be compared. */
const ASKING = /^(?:compar(?:e|ed|ing|ison)|contrast(?:ed)?|differences?|similarit(?:y|ies)|between|versus|vs)$/i

/** What to compare; the topic is empty where none is named. Null where it asks for something else. */
export function comparisonAsked(question: Question, library: Library): CompareInput | null {
  const { countries, places, text, topics } = question
  if (countries.length < 2 || !ASKS.test(text)) return null
  const [topic] = topics.flatMap((id) => library.vocabulary.topic(id) ?? [])
  const words = contentOf(question)
    .filter(({ start, end }) => !places.some((place) => start >= place.start && end <= place.end))
    .flatMap((concept) => concept.words.split(/\s+/))
    .filter((word) => !ASKING.test(word))
    .join(' ')
  return { countries: countries.map(countryName).join(', '), topic: topic?.name ?? words }
}
