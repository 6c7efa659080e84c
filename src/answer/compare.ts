/** `/compare`: what the fact sheets say of one topic in two to four countries, side by side, with holes said as holes. */
import type { CountryCode } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import { readCountries } from './countries-option.ts'
import type { Library } from './library.ts'
import { type Answer, type Excerpt, type Group, makeAnswer, type Note, type Understood } from './model.ts'
import { program } from './program.ts'
import { sentenceExcerpt } from './sentence-excerpt.ts'
import { topicsByCountry } from './topic-index.ts'

const FEWEST = 2
const MOST = 4
/** Topics offered to who names none. */
const MOST_SUGGESTED = 3
/** Excerpts of a country where two share the reply; with more countries one each has to do. */
const EXCERPTS_OF_TWO = 2

export interface CompareInput {
  readonly countries: string
  readonly topic: string
}

interface Side {
  readonly code: CountryCode
  /** What /program says of it; null where no fact sheet covers the country. */
  readonly told: Answer | null
}

export async function compare({ countries: typed, topic }: CompareInput, library: Library): Promise<Answer> {
  const countries = readCountries(typed, { least: FEWEST, most: MOST, such: comparable(library) })
  if (!countries.ok) return countries.refusal
  if (topic.trim() === '')
    return makeAnswer('invalid', 'missing-option', {
      notes: [{ kind: 'missing-option', options: ['topic'] }],
      suggestions: sharedTopics(countries.codes, library).map(
        (shared) => `/compare countries:${countries.codes.map(countryName).join(', ')} topic:${shared}`,
      ),
    })
  const { codes, notes } = countries
  const sides: Side[] = []
  for (const code of codes) {
    const covered = library.covered.includes(code)
    sides.push({ code, told: covered ? await program({ country: countryName(code), topic }, library) : null })
  }
  const understood = understoodOf(codes, topic, sides)
  const covered = sides.filter(({ told }) => told !== null)
  if (covered.length < FEWEST) return tooFewCovered(sides, understood, notes, topic, library)
  const telling = covered.filter(({ told }) => told?.outcome === 'answered')
  if (telling.length === 0) return nothingTold(covered, understood, notes)
  return sideBySide(sides, understood, notes)
}

/** Two countries that there is something to compare of. */
function comparable(library: Library): readonly CountryCode[] {
  return [...new Set([...library.sheets.flatMap(({ meta }) => meta.countries), ...library.covered])].slice(0, 2)
}

/** Names of a few topics that all of these countries have. */
function sharedTopics(codes: readonly CountryCode[], library: Library): readonly string[] {
  const [first = [], ...others] = codes.map((code) => topicsByCountry(library).get(code) ?? [])
  const shared = first.filter((id) => others.every((topics) => topics.includes(id)))
  return shared.slice(0, MOST_SUGGESTED).flatMap((id) => library.vocabulary.topic(id)?.name ?? [])
}

function understoodOf(codes: readonly CountryCode[], topic: string, sides: readonly Side[]): Understood {
  const read = sides.find(({ told }) => told !== null)?.told?.understood.topics ?? [topic]
  return { countries: codes, topics: read, years: [], asked: 'anything' }
}

function sideBySide(sides: readonly Side[], understood: Understood, notes: readonly Note[]): Answer {
  const excerpts: Excerpt[] = []
  // As many for each, so that a country with more to quote does not seem to do more.
  const fewest = Math.min(...sides.flatMap(({ told }) => (told?.outcome === 'answered' ? [told.excerpts.length] : [])))
  const each = sides.length > 2 ? 1 : Math.min(fewest, EXCERPTS_OF_TWO)
  const shared = new Map<string, Note>(notes.map((note) => [JSON.stringify(note), note]))
  const groups = sides.map(({ code, told }): Group => {
    const label = { country: code }
    if (told === null) return { label, excerpts: [], notes: [{ kind: 'country-not-covered', country: code }] }
    if (told.outcome !== 'answered') return { label, excerpts: [], notes: [{ kind: 'missing-country', country: code }] }
    for (const note of told.notes) shared.set(JSON.stringify(note), note)
    const shown = excerptsOf(told).slice(0, each)
    const first = excerpts.length
    excerpts.push(...shown)
    return { label, excerpts: shown.map((_, order) => first + order), notes: [] }
  })
  const [best] = excerpts
  return makeAnswer('answered', null, {
    excerpts,
    groups,
    understood,
    answer: best === undefined ? null : { start: best.start, end: best.end },
    notes: [...shared.values()],
  })
}

/** The sentence that answers for a country alone, then the passages that follow it. */
function excerptsOf({ answer, excerpts: [first, ...others] }: Answer): readonly Excerpt[] {
  if (first === undefined) return []
  const sentence = first.passage.sentences.find(
    ({ start, end }) => answer !== null && start === answer.start && end === answer.end,
  )
  return [sentence === undefined ? first : sentenceExcerpt(first.sheet, first.passage, sentence), ...others]
}

/** Fewer than two covered countries are nothing to compare; what one of them has is a question for /program. */
function tooFewCovered(
  sides: readonly Side[],
  understood: Understood,
  notes: readonly Note[],
  topic: string,
  library: Library,
): Answer {
  const missing = sides.filter(({ told }) => told === null)
  const telling = sides.filter(({ told }) => told?.outcome === 'answered')
  return makeAnswer('none', 'country-not-covered', {
    understood,
    notes: [
      ...notes,
      ...missing.map(({ code }): Note => ({ kind: 'country-not-covered', country: code })),
      { kind: 'covered-countries', countries: library.covered },
    ],
    suggestions: telling.map(
      ({ code }) => `/program country:${countryName(code)} topic:${understood.topics[0] ?? topic}`,
    ),
  })
}

/** No covered country has the topic: refused as /program refuses each of them. */
function nothingTold(covered: readonly Side[], understood: Understood, notes: readonly Note[]): Answer {
  const said = covered.flatMap(({ told }) => told?.notes ?? [])
  const reason = covered[0]?.told?.reason ?? 'topic-not-covered'
  return makeAnswer('none', reason, { understood, notes: [...notes, ...said] })
}
