/** Completions for a citation: ids that begin as typed, else headings and sentences that hold the words typed. */
import { citationId, sheetSlug } from '../cite/id.ts'
import { headingSpan } from '../cite/readable.ts'
import type { FactSheet, Span } from '../corpus/model.ts'
import type { Library } from './library.ts'

export interface SuggestedCitation {
  readonly id: string
  /** What a reader sees of the words behind it. */
  readonly text: string
}

interface Citable {
  readonly sheet: FactSheet
  readonly span: Span
  readonly text: string
  readonly lower: string
}

const known = new WeakMap<Library, readonly Citable[]>()

/** Headings and sentences of all sheets in their order; made on first need. */
function citablesOf(library: Library): readonly Citable[] {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const all = library.sheets.flatMap((sheet): Citable[] => {
    const headings = sheet.sections.flatMap((section): Citable[] => {
      const span = headingSpan(sheet, section)
      const text = section.heading
      return span === null || text === null ? [] : [{ sheet, span, text, lower: text.toLowerCase() }]
    })
    const sentences = sheet.passages.flatMap((passage) =>
      passage.sentences.map(({ start, end, text }): Citable => {
        const lower = `${passage.runIn ?? ''} ${text}`.toLowerCase()
        return { sheet, span: { start, end }, text, lower }
      }),
    )
    return [...headings, ...sentences].sort((a, b) => a.span.start - b.span.start)
  })
  known.set(library, all)
  return all
}

/** At most `limit`, the ones whose id begins as typed first. */
export function suggestCitations(typed: string, library: Library, limit: number): readonly SuggestedCitation[] {
  const wanted = typed.trim().toLowerCase()
  const [slug = ''] = wanted.split('.')
  const found = new Map<string, SuggestedCitation>()
  const add = ({ sheet, span, text }: Citable, fits: (id: string) => boolean): void => {
    const id = citationId(sheet, span)
    if (fits(id)) found.set(id, { id, text })
  }
  for (const citable of citablesOf(library)) {
    if (found.size >= limit) break
    const ofSheet = sheetSlug(citable.sheet.id)
    // Ids cost a hash of every unit of their sheet, so only sheets that can fit are looked into.
    if (wanted.includes('.') ? ofSheet === slug : ofSheet.startsWith(slug)) add(citable, (id) => id.startsWith(wanted))
  }
  const words = wanted.split(/[^\p{L}\p{N}$%]+/u).filter((word) => word !== '')
  if (words.length === 0) return [...found.values()]
  for (const citable of citablesOf(library)) {
    if (found.size >= limit) break
    if (words.every((word) => citable.lower.includes(word))) add(citable, () => true)
  }
  return [...found.values()]
}
