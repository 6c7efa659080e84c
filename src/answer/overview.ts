/** Overviews: the topics of a country, each with a sentence; the countries of a topic, each with one. */
import type { CountryCode } from '../corpus/model.ts'
import type { Topic } from '../corpus/topics.ts'
import type { Library } from './library.ts'
import { type Answer, type Excerpt, type Group, makeAnswer, type Note, type Understood } from './model.ts'
import { sentenceExcerpt } from './sentence-excerpt.ts'
import { type Told, tellingSentences, toldIn } from './telling.ts'
import { topicsByCountry } from './topic-index.ts'

/** Groups of an overview that one message holds. */
const MOST_GROUPS = 5

const excerptOf = ({ sheet, passage, sentence }: Told): Excerpt => sentenceExcerpt(sheet, passage, sentence)

/** A country alone: each of its topics with the sentence that says most of it. */
export function topicsOf(code: CountryCode, assumed: readonly Note[], library: Library): Answer {
  const understood: Understood = { countries: [code], topics: [], years: [], asked: 'anything' }
  const used = new Set<number>()
  const excerpts: Excerpt[] = []
  const groups: Group[] = []
  const left: string[] = []
  for (const id of topicsByCountry(library).get(code) ?? []) {
    const topic = library.vocabulary.topic(id)
    if (topic === undefined) continue
    const isNew = ({ sentence }: Told) => !used.has(sentence.start)
    if (groups.length >= MOST_GROUPS) {
      if (toldIn(code, [topic], library).some(isNew)) left.push(topic.name)
      continue
    }
    const told = tellingSentences(code, [topic], library).find(isNew)
    if (told === undefined) continue
    used.add(told.sentence.start)
    groups.push({ label: { topic: topic.name }, excerpts: [excerpts.length], notes: [] })
    excerpts.push(excerptOf(told))
  }
  const [first] = excerpts
  if (first === undefined)
    return makeAnswer('none', 'topic-not-covered', {
      understood,
      notes: [...assumed, { kind: 'topic-not-covered', country: code, topics: [] }],
    })
  const more: Note[] = left.length === 0 ? [] : [{ kind: 'more-topics', country: code, topics: left }]
  const notes = [...assumed, ...more]
  return makeAnswer('answered', null, { excerpts, groups, answer: first, understood, notes })
}

/** A topic alone: each country of which it is told. */
export function countriesOf(topics: readonly Topic[], notes: readonly Note[], library: Library): Answer {
  const names = topics.map((topic) => topic.name)
  const understood: Understood = { countries: [], topics: names, years: [], asked: 'anything' }
  const excerpts: Excerpt[] = []
  const groups: Group[] = []
  for (const code of library.covered) {
    const [told] = tellingSentences(code, topics, library)
    if (told === undefined) continue
    groups.push({ label: { country: code }, excerpts: [groups.length], notes: [] })
    excerpts.push(excerptOf(told))
  }
  const general = tellingSentences(null, topics, library).find(
    ({ sheet, sentence }) => sheet.meta.countries.length === 0 && sentence.places.length === 0,
  )
  // What is said of no country in particular holds for the program as a whole, and comes last.
  if (general !== undefined) {
    groups.push({ label: { text: general.sheet.meta.title }, excerpts: [groups.length], notes: [] })
    excerpts.push(excerptOf(general))
  }
  const [first] = excerpts
  if (first === undefined)
    return makeAnswer('none', 'topic-not-covered', {
      understood,
      notes: [...notes, { kind: 'topic-not-covered', country: null, topics: names }],
    })
  return makeAnswer('answered', null, { excerpts, groups, answer: first, understood, notes })
}
