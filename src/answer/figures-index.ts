/** Every number the sheets state besides money, with its place; read once a library, on first need. */
import { type Figure, readFigures } from '../corpus/figures/read.ts'
import type { FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { perSheet } from '../corpus/per-sheet.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import type { Library } from './library.ts'

export interface FigureEntry {
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  readonly figure: Figure
}

const known = new WeakMap<Library, readonly FigureEntry[]>()

/** The figures of one sheet. */
export const figuresOn = perSheet(readFigures)

/** In the order of the sheets and their texts. */
export function figuresOf(library: Library): readonly FigureEntry[] {
  return atOnce(readingFigures(library))
}

/** As `figuresOf`, in steps. */
export function* readingFigures(library: Library): Steps<readonly FigureEntry[]> {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const entries: FigureEntry[] = []
  for (const sheet of library.sheets) {
    yield
    for (const entry of entriesOn(sheet)) entries.push(entry)
  }
  known.set(library, entries)
  return entries
}

const entriesOn = perSheet((sheet) =>
  figuresOn(sheet).flatMap((figure): FigureEntry[] => {
    const passage = sheet.passages[figure.passage]
    const sentence = passage?.sentences[figure.sentence]
    return passage === undefined || sentence === undefined ? [] : [{ sheet, passage, sentence, figure }]
  }),
)
