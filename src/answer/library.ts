/** A corpus ready for questions: its sheets, the index over them, and what can be said of them as a whole. */
import type { CountryCode, FactSheet, Passage, Sentence } from '../corpus/model.ts'
import type { Vocabulary } from '../corpus/topics.ts'
import type { SearchEngine } from '../search/engine.ts'
import { TermIndex } from '../search/index-terms.ts'
import type { Lexicon } from '../search/lexicon.ts'
import { MiniSearchEngine } from '../search/minisearch.ts'
import { Paraphraser } from '../search/paraphrase.ts'

/** How a sentence bears on a country: it speaks about it, merely mentions it, or neither. */
export type Bearing = 'about' | 'mentions' | 'none'

export interface Library {
  readonly sheets: readonly FactSheet[]
  readonly index: TermIndex
  readonly engine: SearchEngine
  readonly vocabulary: Vocabulary
  readonly paraphraser: Paraphraser
  /** Countries that some sheet is about, or that a general sheet speaks of, by name in alphabetical order of code. */
  readonly covered: readonly CountryCode[]
  /** Countries that stand only in sheets about other countries. */
  readonly mentioned: readonly CountryCode[]
  sheet(id: string): FactSheet | undefined
}

/** Makes a corpus ready; the engine holds its own index. */
export function openLibrary(sheets: readonly FactSheet[], vocabulary: Vocabulary, lexicon: Lexicon): Library {
  const index = new TermIndex(sheets)
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]))
  const about = new Set<CountryCode>()
  const named = new Set<CountryCode>()
  for (const sheet of sheets) {
    for (const code of sheet.meta.countries) about.add(code)
    for (const passage of sheet.passages)
      for (const sentence of passage.sentences)
        for (const code of sentence.named) (sheet.meta.countries.length === 0 ? about : named).add(code)
  }
  return {
    sheets,
    index,
    engine: new MiniSearchEngine(index),
    vocabulary,
    paraphraser: new Paraphraser(sheets, index, lexicon),
    covered: [...about].sort(),
    mentioned: [...named].filter((code) => !about.has(code)).sort(),
    sheet: (id) => byId.get(id),
  }
}

/**
 * How a sentence bears on a country. A sheet about other countries may name it in passing; that is no statement about
 * it, unless the sentence stands on a general sheet, where what is named is what is spoken of.
 */
export function bearing(sheet: FactSheet, sentence: Sentence, country: CountryCode): Bearing {
  if (!sentence.places.includes(country)) return 'none'
  const { countries } = sheet.meta
  return countries.length === 0 || countries.includes(country) ? 'about' : 'mentions'
}

/** Whether any sentence of the passage speaks about the country. */
export function passageIsAbout(sheet: FactSheet, passage: Passage, country: CountryCode): boolean {
  return passage.sentences.some((sentence) => bearing(sheet, sentence, country) === 'about')
}
