/** `/figures`: the numbers that the fact sheets state for a country or a topic, each in its sentence. */
import type { Sentence } from '../corpus/model.ts'
import { analyse } from '../search/analysis.ts'
import { readCountry } from './country-option.ts'
import { type FigureEntry, figuresOf } from './figures-index.ts'
import { bearing, type Library } from './library.ts'
import { type Answer, type Excerpt, type FigureRow, makeAnswer, type Note, type Understood } from './model.ts'
import { sentenceExcerpt } from './sentence-excerpt.ts'

export interface FiguresInput {
  /** As typed; at least one of the two. */
  readonly country: string | null
  readonly topic: string | null
}

export function figures(input: FiguresInput, library: Library): Answer {
  if (input.country === null && input.topic === null)
    return makeAnswer('invalid', 'missing-option', {
      notes: [{ kind: 'missing-option', options: ['country', 'topic'] }],
    })
  const country = input.country === null ? null : readCountry(input.country)
  if (country?.ok === false) return country.refusal
  const code = country?.code ?? null
  const notes = country?.notes ?? []
  const understood: Understood = {
    countries: code === null ? [] : [code],
    topics: input.topic === null ? [] : [input.topic],
    years: [],
    asked: 'count',
  }
  if (code !== null && !library.covered.includes(code))
    return makeAnswer('none', 'country-not-covered', {
      understood,
      notes: [
        ...notes,
        { kind: 'country-not-covered', country: code },
        { kind: 'covered-countries', countries: library.covered },
      ],
    })
  const speaks = input.topic === null ? () => true : speaksOf(input.topic, library)
  const entries = figuresOf(library).filter(
    ({ sheet, sentence, passage }) =>
      (code === null || bearing(sheet, sentence, code, library) === 'about') &&
      speaks(sentence, `${passage.section.heading ?? ''}\n${passage.runIn ?? ''}`),
  )
  if (entries.length === 0) {
    const none: Note = { kind: 'figures-none', country: code, topic: input.topic }
    return makeAnswer('none', 'figure-not-stated', { understood, notes: [...notes, none] })
  }
  return makeAnswer('answered', null, { ...shownFigures(entries), understood, notes })
}

/** Whether a sentence or the headings above it speak of a topic: one of the list, or the words as they stand. */
function speaksOf(typed: string, library: Library): (sentence: Sentence, above: string) => boolean {
  const { vocabulary, index } = library
  const resolved = vocabulary.resolve(typed, (word) => analyse(word).some(({ term }) => index.has(term)))
  if (resolved.kind !== 'free') {
    const topics = resolved.kind === 'topic' ? [resolved.topic] : resolved.topics
    const wanted = new Set(topics.flatMap(({ id }) => [...vocabulary.within(id)]))
    return (sentence, above) => vocabulary.match(`${above}\n${sentence.text}`).some(({ topic }) => wanted.has(topic))
  }
  const terms = analyse(typed).map(({ term }) => term)
  return (sentence, above) => {
    const there = new Set(analyse(`${above}\n${sentence.text}`).map(({ term }) => term))
    return terms.length > 0 && terms.every((term) => there.has(term))
  }
}

/** One excerpt a sentence, one row a figure. */
export function shownFigures(entries: readonly FigureEntry[]): Pick<Answer, 'answer' | 'excerpts' | 'figures'> {
  const excerpts: Excerpt[] = []
  const places = new Map<Sentence, number>()
  const rows = entries.map(({ sheet, passage, sentence, figure }): FigureRow => {
    let excerpt = places.get(sentence)
    if (excerpt === undefined) {
      excerpt = excerpts.length
      places.set(sentence, excerpt)
      excerpts.push(sentenceExcerpt(sheet, passage, sentence))
    }
    const { value, unit, qualifier, since, asOf } = figure
    return { value, unit, qualifier, since, asOf, excerpt }
  })
  const [first] = excerpts
  return { answer: first === undefined ? null : { start: first.start, end: first.end }, excerpts, figures: rows }
}
