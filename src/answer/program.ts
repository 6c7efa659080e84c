/** `/program`: what the fact sheets say of a topic in a country; of all topics in one; of one topic in all countries. */

import type { CountryCode } from '../corpus/model.ts'
import type { Topic } from '../corpus/topics.ts'
import { analyse } from '../search/analysis.ts'
import { readCountry } from './country-option.ts'
import { coverage } from './coverage.ts'
import { answerIn, makeExcerpt } from './excerpt.ts'
import { findSentences } from './find.ts'
import { judge } from './gates.ts'
import type { Library } from './library.ts'
import { type Answer, makeAnswer, type Note, type Understood } from './model.ts'
import { countriesOf, topicsOf } from './overview.ts'
import { ANYWHERE, scopeOf } from './scope.ts'
import { distinct, tellingSentences } from './telling.ts'
import { topicsByCountry } from './topic-index.ts'
import { contentOf, understand } from './understand.ts'

/** Passages shown for one country and topic. */
const MOST_EXCERPTS = 3

export interface ProgramInput {
  readonly country: string | null
  readonly topic: string | null
}

export async function program(input: ProgramInput, library: Library): Promise<Answer> {
  const { country: typedCountry, topic: typedTopic } = input
  if (typedCountry === null && typedTopic === null)
    return makeAnswer('invalid', 'missing-option', {
      notes: [{ kind: 'missing-option', options: ['country', 'topic'] }],
    })
  const read = typedCountry === null ? null : readCountry(typedCountry)
  if (read?.ok === false) return read.refusal
  const code = read?.code ?? null
  const notes: Note[] = [...(read?.notes ?? [])]
  if (code !== null && !library.covered.includes(code)) return notCovered(code, typedTopic, notes, library)
  if (typedTopic === null) return code === null ? makeAnswer('none', 'not-understood') : topicsOf(code, notes, library)
  const resolved = library.vocabulary.resolve(typedTopic, (word) =>
    analyse(word).some(({ term }) => library.index.has(term)),
  )
  let topics: readonly Topic[] = []
  if (resolved.kind === 'topic') topics = [resolved.topic]
  else if (resolved.kind === 'ambiguous') {
    topics = resolved.topics
    notes.push({ kind: 'topic-ambiguous', typed: typedTopic, topics: topics.map(({ name }) => name) })
  }
  if (topics.length === 0) return freeTopic(code, typedTopic, notes, library)
  if (code === null) return countriesOf(topics, notes, library)
  return topicInCountry(code, topics, typedTopic, notes, library)
}

function understoodOf(code: CountryCode | null, topics: readonly string[]): Understood {
  return { countries: code === null ? [] : [code], topics, years: [], asked: 'anything' }
}

function notCovered(code: CountryCode, topic: string | null, assumed: readonly Note[], library: Library): Answer {
  const understood = understoodOf(code, topic === null ? [] : [topic])
  const notes: Note[] = [
    ...assumed,
    { kind: 'country-not-covered', country: code },
    { kind: 'covered-countries', countries: library.covered },
  ]
  return makeAnswer('none', 'country-not-covered', { understood, notes })
}

function topicInCountry(
  code: CountryCode,
  topics: readonly Topic[],
  typed: string,
  notes: readonly Note[],
  library: Library,
): Answer {
  const names = topics.map((topic) => topic.name)
  const understood = understoodOf(code, names)
  const told = tellingSentences(code, topics, library, typed)
  const [first] = told
  if (first === undefined) return topicNotCovered(code, names, notes, library)
  const excerpts = distinct(told)
    .slice(0, MOST_EXCERPTS)
    .map(({ sheet, passage, sentence }) => makeExcerpt(sheet, passage, sentence))
  const [best] = excerpts
  const answer = best === undefined ? null : answerIn(best, first.sentence)
  return makeAnswer('answered', null, { excerpts, answer, understood, notes })
}

function topicNotCovered(
  code: CountryCode,
  topics: readonly string[],
  notes: readonly Note[],
  library: Library,
): Answer {
  const covered = (topicsByCountry(library).get(code) ?? []).map((id) => library.vocabulary.topic(id)?.name ?? id)
  return makeAnswer('none', 'topic-not-covered', {
    understood: understoodOf(code, topics),
    notes: [
      ...notes,
      { kind: 'topic-not-covered', country: code, topics },
      { kind: 'covered-topics', country: code, topics: covered },
    ],
  })
}

/** A topic that is not in the vocabulary is searched as it stands, and refused unless a sentence holds its words. */
async function freeTopic(
  code: CountryCode | null,
  typed: string,
  assumed: readonly Note[],
  library: Library,
): Promise<Answer> {
  const question = understand(typed, library)
  const understood = understoodOf(code, [typed])
  const refused: Note[] = [...assumed, { kind: 'topic-not-covered', country: code, topics: [typed] }]
  if (code !== null)
    refused.push({
      kind: 'covered-topics',
      country: code,
      topics: (topicsByCountry(library).get(code) ?? []).map((id) => library.vocabulary.topic(id)?.name ?? id),
    })
  const none = makeAnswer('none', 'topic-not-covered', { understood, notes: refused })
  if (contentOf(question).length === 0) return none
  const found = await findSentences(question, code === null ? ANYWHERE : scopeOf([code]), library)
  const [best] = found.sentences
  if (best === undefined || judge(question, found, best, library).kind !== 'answers') return none
  const near = [...found.sentences].filter((scored) => coverage(question, found, scored).sentence >= 0.6)
  const told = distinct(
    near.map(({ entry, sentence, score }) => ({ sheet: entry.sheet, passage: entry.passage, sentence, score })),
  )
  const excerpts = told
    .slice(0, MOST_EXCERPTS)
    .map(({ sheet, passage, sentence }) => makeExcerpt(sheet, passage, sentence))
  const [first] = excerpts
  const [lead] = told
  if (first === undefined || lead === undefined) return none
  const notes: Note[] = [...assumed, { kind: 'topic-searched-as-words', typed }]
  return makeAnswer('answered', null, { excerpts, answer: answerIn(first, lead.sentence), understood, notes })
}
