/** Which topics the sheets speak of for each covered country; worked out once a library, on first need. */
import type { CountryCode } from '../corpus/model.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import { bearing, type Library } from './library.ts'

const known = new WeakMap<Library, ReadonlyMap<CountryCode, readonly string[]>>()

/** Ids of topics by country, in the vocabulary's order. */
export function topicsByCountry(library: Library): ReadonlyMap<CountryCode, readonly string[]> {
  return atOnce(readingTopics(library))
}

/** As `topicsByCountry`, in steps. */
export function* readingTopics(library: Library): Steps<ReadonlyMap<CountryCode, readonly string[]>> {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const found = new Map<CountryCode, Set<string>>(library.covered.map((code) => [code, new Set()]))
  for (const sheet of library.sheets) {
    yield
    for (const passage of sheet.passages)
      for (const sentence of passage.sentences) {
        const countries = library.covered.filter((code) => bearing(sheet, sentence, code, library) === 'about')
        if (countries.length === 0) continue
        for (const { topic } of library.vocabulary.match(sentence.text))
          for (const code of countries) found.get(code)?.add(topic)
      }
  }
  const order = library.vocabulary.topics.map(({ id }) => id)
  const sorted = new Map([...found].map(([code, topics]) => [code, order.filter((id) => topics.has(id))]))
  known.set(library, sorted)
  return sorted
}
