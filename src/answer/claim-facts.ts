/** What a message's amounts and counts are held against: the funding lines and figures of all sheets, and the finders. */
import type { CountFact, Facts, Finders, FoundCount, FundingFact } from '../cite/claims/model.ts'
import { readFigures } from '../corpus/figures/read.ts'
import type { FactSheet, Passage, Reading } from '../corpus/model.ts'
import { findTypedPlaces } from '../corpus/places/index.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import { figuresOn } from './figures-index.ts'
import { fundingOf, readingFunding } from './funding-index.ts'
import type { Library } from './library.ts'

const known = new WeakMap<Library, Facts>()

/**
 * For somebody's message the rules that come with JavaScript will do: nothing of it is quoted, and nobody has to wait
 * for the language model that the fact sheets are read with.
 */
const segments = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Read once a library, on first need. Superseded texts of a page are left out, as for funding. */
export function factsOf(library: Library): Facts {
  return atOnce(readingFacts(library))
}

/** As `factsOf`, in steps. */
export function* readingFacts(library: Library): Steps<Facts> {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const superseded = new Set(library.sheets.map((sheet) => sheet.meta.replaces))
  yield* readingFunding(library)
  const funding = fundingOf(library).entries.map(({ sheet, line }): FundingFact => ({ ...line, sheet }))
  const counts: CountFact[] = []
  for (const sheet of library.sheets) {
    yield
    if (superseded.has(sheet.id)) continue
    for (const count of countsOn(sheet, library)) counts.push(count)
  }
  const facts = { funding, counts }
  known.set(library, facts)
  return facts
}

const read = new WeakMap<FactSheet, readonly CountFact[]>()

/** The counts of a sheet, read once. Of the library nothing matters but what the sheet itself is about. */
function countsOn(sheet: FactSheet, library: Library): readonly CountFact[] {
  const remembered = read.get(sheet)
  if (remembered !== undefined) return remembered
  const counts = figuresOn(sheet).flatMap(({ value, unit, passage, sentence, places }): CountFact[] => {
    const span = sheet.passages[passage]?.sentences[sentence]
    if (span === undefined) return []
    return [
      { sheet, value, unit, places: [...new Set([...places, ...library.subjects(sheet)])], span, sentence: span.text },
    ]
  })
  read.set(sheet, counts)
  return counts
}

/** The finders for somebody's message. */
export const messageFinders: Finders = {
  places: (text) => findTypedPlaces(text).mentions,
  counts: countsIn,
}

/** A message is read as one passage: its characters are their own offsets. */
function countsIn(text: string): FoundCount[] {
  if (text.trim() === '') return []
  const reading: Reading = { text, span: (from, to) => ({ start: from, end: to }) }
  const sentences = [...segments.segment(text)].map(({ index: start, segment }, index) => {
    const end = start + segment.trimEnd().length
    return { index, start, end, places: [] }
  })
  const passage: Pick<Passage, 'index' | 'reading'> = { index: 0, reading }
  return readFigures({ passages: [{ ...passage, sentences }] }).map(({ value, unit, span }) => {
    const at = text.indexOf(unit, span.end)
    // The unit may stand further on ("20 to 30 officers") or be made up of parts ("percent of …").
    const end = at !== -1 && at - span.end <= 1 ? at + unit.length : span.end
    return { start: span.start, end, value, unit }
  })
}
