/** Every number the sheets state besides money, with its place; read once a library, on first need. */
import { type Figure, readFigures } from '../corpus/figures/read.ts'
import type { FactSheet, Passage, Sentence } from '../corpus/model.ts'
import type { Library } from './library.ts'

export interface FigureEntry {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  readonly figure: Figure
}

const known = new WeakMap<Library, readonly FigureEntry[]>()

/** In the order of the sheets and their texts. */
export function figuresOf(library: Library): readonly FigureEntry[] {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const entries = library.sheets.flatMap((sheet) =>
    readFigures(sheet).flatMap((figure): readonly FigureEntry[] => {
      const passage = sheet.passages[figure.passage]
      const sentence = passage?.sentences[figure.sentence]
      return passage === undefined || sentence === undefined ? [] : [{ sheet, passage, sentence, figure }]
    }),
  )
  known.set(library, entries)
  return entries
}
