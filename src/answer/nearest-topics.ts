/** Where a topic is not found, the ones that were perhaps meant: each shares a word with what was typed, and is told of. */
import type { CountryCode } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import { analyse } from '../search/analysis.ts'
import type { Library } from './library.ts'
import type { Answer, Note } from './model.ts'
import { topicsByCountry } from './topic-index.ts'

/** Inputs offered to be tried. */
const MOST_TRIED = 2

/** The refusal with the topics near what was typed; as it is where nothing was, or the topic is a listed one. */
export function withNearestTopics(answer: Answer, library: Library): Answer {
  const typed = answer.notes.map(missed).find((words) => words !== null) ?? null
  if (typed === null || answer.outcome === 'answered') return answer
  const [country = null] = answer.understood.countries
  const nearest = nearestTopics(typed, country, library)
  if (nearest.length === 0) return answer
  const where = country === null ? '' : ` country:${countryName(country)}`
  const tries = nearest.slice(0, MOST_TRIED).map((name) => `/program${where} topic:${name}`)
  return {
    ...answer,
    notes: withNote(answer.notes, { kind: 'did-you-mean-topic', nearest }),
    suggestions: answer.suggestions.length > 0 ? answer.suggestions : tries,
  }
}

/** Before the list of what is covered, which may be long. */
function withNote(notes: readonly Note[], note: Note): readonly Note[] {
  const listed = notes.findIndex(({ kind }) => kind === 'covered-topics')
  return listed === -1 ? [...notes, note] : [...notes.slice(0, listed), note, ...notes.slice(listed)]
}

/** What was typed for a topic that the note says was not found. */
function missed(note: Note): string | null {
  if (note.kind === 'figures-none') return note.topic
  return note.kind === 'topic-not-covered' && note.topics.length === 1 ? (note.topics[0] ?? null) : null
}

function nearestTopics(typed: string, code: CountryCode | null, library: Library): readonly string[] {
  const { vocabulary } = library
  const resolved = vocabulary.resolve(typed, (word) => analyse(word).some(({ term }) => library.index.has(term)))
  if (resolved.kind !== 'free') return []
  const index = topicsByCountry(library)
  const told = new Set(code === null ? [...index.values()].flat() : (index.get(code) ?? []))
  return resolved.nearest.filter(({ id }) => told.has(id)).map(({ name }) => name)
}
