/** A corpus ready for questions: its sheets, the index over them, and what can be said of them as a whole. */
import { findDefinitions } from '../corpus/definitions.ts'
import type { Acronym, CountryCode, FactSheet, Sentence } from '../corpus/model.ts'
import { perSheet } from '../corpus/per-sheet.ts'
import type { Vocabulary } from '../corpus/topics.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import { analyse } from '../search/analysis.ts'
import type { SearchEngine } from '../search/engine.ts'
import { TermIndex } from '../search/index-terms.ts'
import type { Lexicon } from '../search/lexicon.ts'
import { MiniSearchEngine } from '../search/minisearch.ts'
import { Paraphraser } from '../search/paraphrase.ts'
import { subjectsOf } from './subject.ts'

/** How a sentence bears on a country: it speaks about it, merely mentions it, or neither. */
export type Bearing = 'about' | 'mentions' | 'none'

export interface Library {
  readonly sheets: readonly FactSheet[]
  readonly index: TermIndex
  readonly engine: SearchEngine
  readonly vocabulary: Vocabulary
  readonly paraphraser: Paraphraser
  /** Countries that some sheet as a whole is about. */
  readonly about: ReadonlySet<CountryCode>
  /** Countries that some sheet is about, or that a general sheet speaks of, by name in alphabetical order of code. */
  readonly covered: readonly CountryCode[]
  /** Countries that stand only in sheets about other countries. */
  readonly mentioned: readonly CountryCode[]
  sheet(id: string): FactSheet | undefined
  /** The countries that a sheet as a whole is about. */
  subjects(sheet: FactSheet): readonly CountryCode[]
  /** The terms of a topic, each as the index has them; those that no sheet holds are left out. */
  topicTerms(topic: string): readonly (readonly string[])[]
  /** Every abbreviation that a sheet explains, in brackets or otherwise. */
  acronyms(sheet: FactSheet): readonly Acronym[]
}

/** Makes another engine than MiniSearch in this process, over the same index; `before` is the one of the library before. */
export type EngineOf = (index: TermIndex, before?: SearchEngine) => Steps<SearchEngine>

/** Makes a corpus ready. The engine is MiniSearch, unless `engineOf` makes another. */
export function openLibrary(
  sheets: readonly FactSheet[],
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  engineOf?: EngineOf,
): Library {
  return atOnce(openingLibrary(sheets, vocabulary, lexicon, engineOf))
}

/**
 * As `openLibrary`, in steps.
 * @param before a library whose work on the same sheets is taken over; it stays as it is
 */
export function* openingLibrary(
  sheets: readonly FactSheet[],
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  engineOf: EngineOf = (index, known) => MiniSearchEngine.building(index, known),
  before?: Library,
): Steps<Library> {
  const index = yield* TermIndex.building(sheets, before?.index)
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]))
  const about = new Set<CountryCode>()
  const named = new Set<CountryCode>()
  const subjects = new Map<FactSheet, readonly CountryCode[]>()
  const acronyms = new Map<FactSheet, readonly Acronym[]>()
  for (const sheet of sheets) {
    yield
    subjects.set(sheet, subjectsOn(sheet))
    acronyms.set(sheet, acronymsOn(sheet))
  }
  const topicTerms = new Map<string, readonly (readonly string[])[]>()
  for (const { id, terms } of vocabulary.topics) {
    yield
    const analysed = terms.map((term) => analyse(term).map((token) => token.term))
    topicTerms.set(
      id,
      analysed.filter((terms) => terms.every((term) => index.has(term))),
    )
  }
  const subjectCountries = new Set([...subjects.values()].flat())
  for (const [sheet, countries] of subjects) {
    yield
    for (const code of countries) about.add(code)
    for (const passage of sheet.passages)
      for (const sentence of passage.sentences)
        for (const code of sentence.named) (countries.length === 0 ? about : named).add(code)
  }
  const engine = yield* engineOf(index, before?.engine)
  const abbreviated = sheets.map((sheet) => ({ sheet, acronyms: acronyms.get(sheet) ?? [] }))
  const paraphraser = yield* Paraphraser.building(abbreviated, index, lexicon)
  return {
    sheets,
    about: subjectCountries,
    index,
    engine,
    vocabulary,
    paraphraser,
    topicTerms: (id) => topicTerms.get(id) ?? [],
    acronyms: (sheet) => acronyms.get(sheet) ?? [],
    covered: [...about].sort(),
    mentioned: [...named].filter((code) => !about.has(code)).sort(),
    sheet: (id) => byId.get(id),
    subjects: (sheet) => subjects.get(sheet) ?? sheet.meta.countries,
  }
}

const subjectsOn = perSheet(subjectsOf)
const acronymsOn = perSheet(acronymsOf)

function acronymsOf(sheet: FactSheet): readonly Acronym[] {
  const known = new Set(sheet.acronyms.map(({ short }) => short))
  const others = sheet.passages.flatMap((passage) =>
    findDefinitions(passage.reading.text)
      .filter(({ short }) => !known.has(short))
      .map((found): Acronym => {
        const { short, long } = found
        const { start } = passage.reading.span(found.start, found.end)
        const sentence = passage.sentences.findIndex((candidate) => start >= candidate.start && start < candidate.end)
        return { short, long, passage: passage.index, sentence: Math.max(sentence, 0) }
      }),
  )
  return [...sheet.acronyms, ...others]
}

/**
 * How a sentence bears on a country. A sheet about other countries may name it in passing; that is no statement about
 * it, unless the sentence stands on a general sheet, where what is named is what is spoken of. On a sheet about the
 * country every sentence is about it that does not speak of another of the sheet's countries instead.
 */
export function bearing(sheet: FactSheet, sentence: Sentence, country: CountryCode, library: Library): Bearing {
  const subjects = library.subjects(sheet)
  const speaks = sentence.places.includes(country)
  if (subjects.length === 0) return speaks ? 'about' : 'none'
  if (!subjects.includes(country)) return speaks ? 'mentions' : 'none'
  if (subjects.length > 2 && sentence.named.length === 0 && subjects.every((code) => sentence.places.includes(code)))
    return 'none'
  return speaks || !subjects.some((code) => sentence.places.includes(code)) ? 'about' : 'none'
}
