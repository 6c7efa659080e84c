/** `/program`: what the fact sheets say of a topic in a country; of all topics in one; of one topic in all countries. */

import { citationId } from '../cite/id.ts'
import type { CountryCode, FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { resolveCountry } from '../corpus/places/index.ts'
import type { Topic } from '../corpus/topics.ts'
import { analyse } from '../search/analysis.ts'
import { answerIn, MAX_EXCERPT, makeExcerpt } from './excerpt.ts'
import { findSentences } from './find.ts'
import { coverage, judge } from './gates.ts'
import { bearing, type Library } from './library.ts'
import { type Answer, type Excerpt, type Group, makeAnswer, type Note, type Understood } from './model.ts'
import { newerFirst } from './newer-first.ts'
import { ANYWHERE, scopeOf } from './scope.ts'
import { contentOf, understand } from './understand.ts'

/** Passages shown for one country and topic. */
const MOST_EXCERPTS = 3
/** Groups of an overview that one message holds. */
const MOST_GROUPS = 5

export interface ProgramInput {
  readonly country: string | null
  readonly topic: string | null
}

/** What a sentence is worth as an answer about a topic, besides speaking of it: what was done before what is planned. */
const TELLS: readonly (readonly [RegExp, number])[] = [
  [/\baccomplish|\bachieve|\bresult|\bprogram|\bproject|\bactivit|\bassistance/i, 0.4],
  [/\bgoal|\bobjective/i, 0.25],
  [/\bchallenge|\bbackground|\bfunding/i, -0.1],
]
const DOES =
  /\b(?:INL|U\.S\.|USG|OSCE|UN\w*|program(?:me)?|project|training|unit|bureau|embassy)\b.*\b(?:train|fund|support|provid|assist|construct|renovat|build|establish|help|develop|work|advis|partner|promot|implement|equip|donat)/i

interface Told {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  readonly score: number
}

export async function program(input: ProgramInput, library: Library): Promise<Answer> {
  const { country: typedCountry, topic: typedTopic } = input
  if (typedCountry === null && typedTopic === null)
    return makeAnswer('invalid', 'missing-option', { notes: [{ kind: 'missing-option', option: 'country or topic' }] })
  const country = typedCountry === null ? null : resolveCountry(typedCountry)
  if (country !== null && country.kind !== 'country')
    return makeAnswer('invalid', 'no-such-country', {
      notes: [
        {
          kind: 'no-such-country',
          typed: typedCountry ?? '',
          candidates: country.kind === 'ambiguous' ? country.candidates : country.nearest,
        },
      ],
    })
  const code = country?.code ?? null
  if (code !== null && !library.covered.includes(code)) return notCovered(code, typedTopic, library)
  if (typedTopic === null) return code === null ? makeAnswer('none', 'not-understood') : topicsOf(code, library)
  const resolved = library.vocabulary.resolve(typedTopic, (word) =>
    analyse(word).some(({ term }) => library.index.has(term)),
  )
  const notes: Note[] = []
  let topics: readonly Topic[] = []
  if (resolved.kind === 'topic') topics = [resolved.topic]
  else if (resolved.kind === 'ambiguous') {
    topics = resolved.topics
    notes.push({ kind: 'topic-ambiguous', typed: typedTopic, say: resolved.say })
  }
  if (topics.length === 0) return freeTopic(code, typedTopic, library)
  if (code === null) return countriesOf(topics, notes, library)
  return topicInCountry(code, topics, notes, library)
}

function understoodOf(code: CountryCode | null, topics: readonly string[]): Understood {
  return { countries: code === null ? [] : [code], topics, years: [], asked: 'anything' }
}

function notCovered(code: CountryCode, topic: string | null, library: Library): Answer {
  const understood = understoodOf(code, topic === null ? [] : [topic])
  const notes: Note[] = [
    { kind: 'country-not-covered', country: code },
    { kind: 'covered-countries', countries: library.covered },
  ]
  return makeAnswer('none', 'country-not-covered', { understood, notes })
}

/** Sentences about the country that speak of any of the topics, best first; one a passage. */
function tellingSentences(code: CountryCode | null, topics: readonly Topic[], library: Library): readonly Told[] {
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

function topicInCountry(code: CountryCode, topics: readonly Topic[], notes: readonly Note[], library: Library): Answer {
  const names = topics.map((topic) => topic.name)
  const understood = understoodOf(code, names)
  const told = tellingSentences(code, topics, library)
  const [first] = told
  if (first === undefined) return topicNotCovered(code, names.join(' / '), notes, library)
  const excerpts = distinct(told)
    .slice(0, MOST_EXCERPTS)
    .map(({ sheet, passage, sentence }) => makeExcerpt(sheet, passage, sentence))
  const [best] = excerpts
  const answer = best === undefined ? null : answerIn(best, first.sentence)
  return makeAnswer('answered', null, { excerpts, answer, understood, notes })
}

function distinct(told: readonly Told[]): readonly Told[] {
  const seen = new Set<string>()
  return told.filter(({ passage }) => {
    const key = passage.reading.text.replaceAll(/\s+/g, ' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function topicNotCovered(code: CountryCode, topic: string, notes: readonly Note[], library: Library): Answer {
  const covered = topicIdsOf(code, library).map((id) => library.vocabulary.topic(id)?.name ?? id)
  return makeAnswer('none', 'topic-not-covered', {
    understood: understoodOf(code, [topic]),
    notes: [
      ...notes,
      { kind: 'topic-not-covered', country: code, topic },
      { kind: 'covered-topics', country: code, topics: covered },
    ],
  })
}

/** Ids of the topics that sentences about the country speak of, in the vocabulary's order. */
export function topicIdsOf(code: CountryCode, library: Library): readonly string[] {
  const found = new Set<string>()
  for (const sheet of library.sheets)
    for (const passage of sheet.passages)
      for (const sentence of passage.sentences)
        if (bearing(sheet, sentence, code, library) === 'about')
          for (const { topic } of library.vocabulary.match(sentence.text)) found.add(topic)
  return library.vocabulary.topics.filter(({ id }) => found.has(id)).map(({ id }) => id)
}

/** A topic that is not in the vocabulary is searched as it stands, and refused unless a sentence holds its words. */
async function freeTopic(code: CountryCode | null, typed: string, library: Library): Promise<Answer> {
  const question = understand(typed, library)
  const understood = understoodOf(code, [typed])
  const refused: Note[] = [{ kind: 'topic-not-covered', country: code, topic: typed }]
  if (code !== null)
    refused.push({
      kind: 'covered-topics',
      country: code,
      topics: topicIdsOf(code, library).map((id) => library.vocabulary.topic(id)?.name ?? id),
    })
  const none = makeAnswer('none', 'topic-not-covered', { understood, notes: refused })
  if (contentOf(question).length === 0) return none
  const found = await findSentences(question, code === null ? ANYWHERE : scopeOf([code]), library)
  const [best] = found.sentences
  if (best === undefined || judge(question, found, best, library).kind !== 'answers') return none
  const near = found.sentences.filter((scored) => coverage(question, found, scored).sentence >= 0.6)
  const told = distinct(
    near.map(({ entry, sentence, score }) => ({ sheet: entry.sheet, passage: entry.passage, sentence, score })),
  )
  const excerpts = told
    .slice(0, MOST_EXCERPTS)
    .map(({ sheet, passage, sentence }) => makeExcerpt(sheet, passage, sentence))
  const [first] = excerpts
  if (first === undefined) return none
  const notes: Note[] = [{ kind: 'topic-searched-as-words', typed }]
  return makeAnswer('answered', null, { excerpts, answer: answerIn(first, best.sentence), understood, notes })
}

/** A country alone: each of its topics with the sentence that says most of it. */
function topicsOf(code: CountryCode, library: Library): Answer {
  const understood = understoodOf(code, [])
  const used = new Set<number>()
  const excerpts: Excerpt[] = []
  const groups: Group[] = []
  const left: string[] = []
  for (const id of topicIdsOf(code, library)) {
    const topic = library.vocabulary.topic(id)
    if (topic === undefined) continue
    const told = tellingSentences(code, [topic], library).find(({ sentence }) => !used.has(sentence.start))
    if (told === undefined) continue
    if (groups.length >= MOST_GROUPS) {
      left.push(topic.name)
      continue
    }
    used.add(told.sentence.start)
    groups.push({ label: { text: topic.name }, excerpts: [excerpts.length], notes: [] })
    excerpts.push(sentenceExcerpt(told))
  }
  const [first] = excerpts
  if (first === undefined) return topicNotCovered(code, 'any listed topic', [], library)
  const notes: Note[] = left.length === 0 ? [] : [{ kind: 'covered-topics', country: code, topics: left }]
  return makeAnswer('answered', null, { excerpts, groups, answer: first, understood, notes })
}

/** A topic alone: each country of which it is told. */
function countriesOf(topics: readonly Topic[], notes: readonly Note[], library: Library): Answer {
  const names = topics.map((topic) => topic.name)
  const understood = understoodOf(null, names)
  const excerpts: Excerpt[] = []
  const groups: Group[] = []
  const scored: number[] = []
  for (const code of library.covered) {
    const [told] = tellingSentences(code, topics, library)
    if (told === undefined) continue
    groups.push({ label: { country: code }, excerpts: [groups.length], notes: [] })
    excerpts.push(sentenceExcerpt(told))
    scored.push(told.score)
  }
  const general = tellingSentences(null, topics, library).find(
    ({ sheet, sentence }) => sheet.meta.countries.length === 0 && sentence.places.length === 0,
  )
  if (general !== undefined && groups.length === 0) {
    groups.push({ label: { text: general.sheet.meta.title }, excerpts: [groups.length], notes: [] })
    excerpts.push(sentenceExcerpt(general))
  }
  const [first] = excerpts
  if (first === undefined)
    return makeAnswer('none', 'topic-not-covered', {
      understood,
      notes: [...notes, { kind: 'topic-not-covered', country: null, topic: names.join(' / ') }],
    })
  return makeAnswer('answered', null, { excerpts, groups, answer: first, understood, notes })
}

/** Just the sentence, for overviews where several countries or topics share one message. */
function sentenceExcerpt({ sheet, passage, sentence }: Told): Excerpt {
  if (sentence.end - sentence.start > MAX_EXCERPT) return makeExcerpt(sheet, passage, sentence)
  const span = { start: sentence.start, end: sentence.end }
  return { ...span, sheet, passage, citation: citationId(sheet, span), alsoIn: [] }
}
