/** An honest no: what is missing, and the nearest that the fact sheets come. */
import type { CountryCode } from '../corpus/model.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { makeExcerpt } from './excerpt.ts'
import type { Found } from './find.ts'
import type { Verdict } from './gates.ts'
import type { Library } from './library.ts'
import { type Answer, type Excerpt, makeAnswer, type Note } from './model.ts'
import type { Scope } from './scope.ts'
import { MOST_EXCERPTS, shown } from './shown.ts'
import { distinct, tellingSentences } from './telling.ts'
import { topicsByCountry } from './topic-index.ts'
import { contentOf, type Question, understoodOf } from './understand.ts'

/** What one scope had to say. */
export interface Attempt {
  readonly scope: Scope
  readonly found: Found
  readonly best: ScoredSentence | null
  readonly verdict: Verdict
}

/** Small talk, or nothing that could be looked for. */
export function notUnderstood(question: Question, library: Library): Answer {
  return makeAnswer('none', 'not-understood', {
    understood: understoodOf(question, library),
    notes: [{ kind: 'not-understood' }],
  })
}

/** Words that nothing on the sheets comes near to. */
function nothingFound(question: Question, library: Library): Answer {
  return makeAnswer('none', 'not-understood', {
    understood: understoodOf(question, library),
    notes: [{ kind: 'nothing-found', about: wordsOf(question, 1) || wordsOf(question) }],
  })
}

/**
 * What comes nearest: for a country and a topic that the sheets tell of, what they tell, where the best sentence speaks
 * of something else.
 */
function nearest(question: Question, found: Found, best: ScoredSentence, library: Library): readonly Excerpt[] {
  const [country, second] = question.countries
  const topics = question.topics.flatMap((id) => library.vocabulary.topic(id) ?? [])
  const spoken = topics.some(({ id }) => best.entry.passage.topics.includes(id))
  if (country !== undefined && second === undefined && !spoken)
    for (const topic of topics) {
      const told = distinct(tellingSentences(country, [topic], library)).slice(0, MOST_EXCERPTS)
      if (told.length > 0) return told.map(({ sheet, passage, sentence }) => makeExcerpt(sheet, passage, sentence))
    }
  return shown(found, best, question).excerpts
}

/** What a question is about, in the person's own words; a city that stands for its country is named with that. */
function wordsOf(question: Question, least = 0): string {
  return contentOf(question)
    .filter(({ start, end }) => !question.places.some((place) => start >= place.start && end <= place.end))
    .filter(({ importance }) => importance >= least)
    .map(({ words }) => words)
    .join(' ')
}

export function refuse(question: Question, attempts: readonly Attempt[], library: Library): Answer {
  const understood = understoodOf(question, library)
  const near = attempts.find(({ best, verdict }) => best !== null && verdict.kind !== 'far')
  const [country] = question.countries
  if (near?.best == null) {
    if (country === undefined) return nothingFound(question, library)
    const topics = (topicsByCountry(library).get(country) ?? []).map((id) => library.vocabulary.topic(id)?.name ?? id)
    const about = wordsOf(question)
    return makeAnswer('none', 'topic-not-covered', {
      understood,
      notes: [
        about === ''
          ? { kind: 'nothing-found', about: question.text.trim() }
          : { kind: 'topic-not-covered', country, topics: [about] },
        ...(topics.length === 0 ? [] : [{ kind: 'covered-topics', country, topics } as const]),
      ],
    })
  }
  const { verdict, found, best } = near
  const parts = { excerpts: nearest(question, found, best, library), answer: null, understood }
  switch (verdict.kind) {
    case 'year':
      return makeAnswer('related', 'not-supported', {
        ...parts,
        notes: [{ kind: 'year-not-found', years: verdict.years }],
      })
    case 'not-stated':
      return makeAnswer(
        'related',
        verdict.asked === 'money' || verdict.asked === 'count' ? 'figure-not-stated' : 'not-supported',
        {
          ...parts,
          notes: [
            {
              kind: 'not-stated',
              asked: verdict.asked,
              about: wordsOf(question),
            },
          ],
        },
      )
    default:
      return makeAnswer('related', 'not-supported', {
        ...parts,
        notes: [{ kind: 'not-supported', missing: verdict.kind === 'missing' ? verdict.words : [] }],
      })
  }
}

export function countryNotCovered(question: Question, asked: readonly CountryCode[], library: Library): Answer {
  const notes = asked.map((country): Note => ({ kind: 'country-not-covered', country }))
  return makeAnswer('none', 'country-not-covered', {
    understood: understoodOf(question, library),
    notes: [...notes, { kind: 'covered-countries', countries: library.covered }],
  })
}
