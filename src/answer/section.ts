/** The whole section that an excerpt stands in, verbatim: a long passage as several excerpts, none of its words left out. */
import { citationId } from '../cite/id.ts'
import { resolveId } from '../cite/resolve-id.ts'
import type { FactSheet, Passage, Section, Span } from '../corpus/model.ts'
import { MAX_EXCERPT } from './excerpt.ts'
import type { Library } from './library.ts'
import { type Answer, type Excerpt, makeAnswer } from './model.ts'

/** The section of the cited words; null where the id is of no words in this corpus. */
export function wholeSection(citation: string, library: Library): Answer | null {
  const found = resolveId(citation, library.sheets)
  if (found.status !== 'found' && found.status !== 'replaced') return null
  const { sheet, span } = found
  const passage = span === null ? undefined : sheet.passages.find((one) => one.start < span.end && span.start < one.end)
  if (passage === undefined) return null
  const excerpts = passagesOf(passage.section, sheet).flatMap((one) => piecesOf(one, sheet))
  return makeAnswer('answered', null, { excerpts })
}

/** Whether the section holds words that these excerpts do not show. */
export function hasMore(excerpt: Excerpt, shown: readonly Excerpt[]): boolean {
  const { sheet, passage } = excerpt
  return passagesOf(passage.section, sheet).some(
    (one) => !shown.some((other) => other.sheet === sheet && other.start <= one.start && other.end >= lastWord(one)),
  )
}

function passagesOf(section: Section, sheet: FactSheet): readonly Passage[] {
  return sheet.passages.filter((passage) => passage.section.index === section.index)
}

function lastWord(passage: Passage): number {
  const { reading } = passage
  const length = reading.text.trimEnd().length
  return length === 0 ? passage.start : reading.span(length - 1, length).end
}

/** Whole sentences together up to an excerpt's limit; a longer sentence is cut after a word, or where it has to be. */
function piecesOf(passage: Passage, sheet: FactSheet): readonly Excerpt[] {
  const holdsWords = ({ start, end }: Span) => sheet.text.slice(start, end).trim() !== ''
  if (passage.end - passage.start <= MAX_EXCERPT) return holdsWords(passage) ? [pieceOf(passage, passage, sheet)] : []
  const { reading } = passage
  const starts = new Set(passage.sentences.map((sentence) => sentence.start))
  const pieces: Span[] = []
  let from = 0
  while (from < reading.text.length) {
    const start = reading.span(from, from + 1).start
    let to = from
    let best = { sentence: from, word: from }
    while (to < reading.text.length) {
      const width = (reading.text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1
      const span = reading.span(to, to + width)
      if (span.end - start > MAX_EXCERPT && to > from) break
      if (to > from && starts.has(span.start)) best = { ...best, sentence: to }
      if (to > from && /\s/.test(reading.text[to - 1] ?? '')) best = { ...best, word: to }
      to += width
    }
    if (to < reading.text.length) to = best.sentence > from ? best.sentence : best.word > from ? best.word : to
    pieces.push({ start, end: reading.span(to - 1, to).end })
    from = to
  }
  return pieces.filter(holdsWords).map((span) => pieceOf(span, passage, sheet))
}

function pieceOf({ start, end }: Span, passage: Passage, sheet: FactSheet): Excerpt {
  return { start, end, sheet, passage, citation: citationId(sheet, { start, end }), alsoIn: [] }
}
