/** Which topics the sheets speak of for each covered country; worked out once a library, on first need. */
import type { CountryCode, FactSheet } from '../corpus/model.ts'
import type { Vocabulary } from '../corpus/topics.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import { bearing, type Library } from './library.ts'

const known = new WeakMap<Library, ReadonlyMap<CountryCode, readonly string[]>>()

type Topics = ReadonlyMap<CountryCode, ReadonlySet<string>>
const finders = new WeakMap<Vocabulary, (sheet: FactSheet, library: Library) => Topics>()

/** What a sheet says of which countries, read once for each vocabulary. */
function finderOf(vocabulary: Vocabulary): (sheet: FactSheet, library: Library) => Topics {
  const known = finders.get(vocabulary)
  if (known !== undefined) return known
  const read = new WeakMap<FactSheet, Topics>()
  const finder = (sheet: FactSheet, library: Library): Topics => {
    const topics = read.get(sheet) ?? topicsIn(sheet, library)
    read.set(sheet, topics)
    return topics
  }
  finders.set(vocabulary, finder)
  return finder
}

/** Of the library nothing counts here but its vocabulary, and what the sheet itself is about. */
function topicsIn(sheet: FactSheet, library: Library): Topics {
  const found = new Map<CountryCode, Set<string>>()
  for (const { sentences } of sheet.passages)
    for (const sentence of sentences) {
      const near = new Set([...library.subjects(sheet), ...sentence.places])
      const countries = [...near].filter((code) => bearing(sheet, sentence, code, library) === 'about')
      if (countries.length === 0) continue
      for (const { topic } of library.vocabulary.match(sentence.text))
        for (const code of countries) found.set(code, (found.get(code) ?? new Set()).add(topic))
    }
  return found
}

/** Ids of topics by country, in the vocabulary's order. */
export function topicsByCountry(library: Library): ReadonlyMap<CountryCode, readonly string[]> {
  return atOnce(readingTopics(library))
}

/** As `topicsByCountry`, in steps. */
export function* readingTopics(library: Library): Steps<ReadonlyMap<CountryCode, readonly string[]>> {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const found = new Map<CountryCode, Set<string>>(library.covered.map((code) => [code, new Set()]))
  const topicsOn = finderOf(library.vocabulary)
  for (const sheet of library.sheets) {
    yield
    for (const [code, topics] of topicsOn(sheet, library)) for (const topic of topics) found.get(code)?.add(topic)
  }
  const order = library.vocabulary.topics.map(({ id }) => id)
  const sorted = new Map([...found].map(([code, topics]) => [code, order.filter((id) => topics.has(id))]))
  known.set(library, sorted)
  return sorted
}
