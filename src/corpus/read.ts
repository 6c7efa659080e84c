/**
 * A file becomes a fact sheet: front matter, sections, passages, sentences, and what each of them speaks of. Pure:
 * the caller brings the file's text and the finders of places and topics. Not for what stands on several sheets.
 */
import { createHash } from 'node:crypto'
import { findAcronyms } from './acronyms.ts'
import { type Block, readBlocks } from './blocks.ts'
import type { Fault } from './fault.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Acronym, FactSheet, Passage, Reading, Section, Sentence } from './model.ts'
import { type PlaceFinder, placesOfSentences } from './place-context.ts'
import { findRunIn } from './run-in.ts'
import { cutSections } from './sections.ts'
import { splitSentences } from './sentences.ts'

/** What the reader does not know by itself: the countries and the topics that a text names. */
export interface Finders extends PlaceFinder {
  /** Ids of the topics that a text speaks of. */
  topics(text: string): readonly string[]
  /** Where sentences begin and end, as `[from, to)` pairs; left out, they are found here. */
  sentences?(text: string): readonly (readonly [number, number])[]
}

export type ReadResult =
  | { readonly ok: true; readonly sheet: FactSheet }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** A passage before places and topics are known. */
interface Draft {
  readonly block: Block
  readonly section: Section
  readonly runIn: string | null
  readonly sentences: readonly { readonly text: string; readonly start: number; readonly end: number }[]
}

/**
 * Reads one fact sheet.
 * @param file its name in the corpus folder, `tajikistan.md`
 * @param text the whole file
 */
export function readSheet(file: string, text: string, finders: Finders): ReadResult {
  const front = readFrontMatter(file, text)
  if (!front.ok) return front
  const body = { start: front.bodyStart, end: text.length }
  const refused = tooMuchMarkup(file, text)
  if (refused !== null) return { ok: false, faults: [refused] }
  const blocks = readBlocks(text)
  const sections = cutSections(body, blocks)
  const drafts = draftPassages(blocks, sections, finders)
  const acronyms = acronymsOf(drafts)
  const id = file.replace(/\.md$/, '')
  const placed = placesOfSentences(drafts, front.meta.countries, acronyms, finders)
  const passages = drafts.map((draft, index): Passage => {
    const sentences = draft.sentences.map((sentence, order): Sentence => {
      const { places, named } = placed[index]?.[order] ?? { places: [], named: [] }
      return { index: order, ...sentence, places, named }
    })
    return {
      sheet: id,
      index,
      kind: draft.block.kind === 'heading' ? 'line' : draft.block.kind,
      start: draft.block.start,
      end: draft.block.end,
      section: draft.section,
      runIn: draft.runIn,
      reading: draft.block.reading,
      sentences,
      places: [...new Set(sentences.flatMap((sentence) => sentence.places))],
      topics: finders.topics([draft.section.heading ?? '', draft.runIn ?? '', draft.block.reading.text].join('\n')),
    }
  })
  const hash = createHash('sha256').update(text).digest('hex')
  return { ok: true, sheet: { id, file, text, body, meta: front.meta, sections, passages, acronyms, hash } }
}

/** The parser's time grows with the square of the marks in one paragraph, and its stack with the depth of quotes. */
const MOST_MARKS = 10_000
const DEEPEST_QUOTE = 200

/** A file that no page of text became: its marks would keep the parser busy for minutes, or break it. */
function tooMuchMarkup(file: string, text: string): Fault | null {
  const fault = (at: number, message: string): Fault => ({
    file,
    line: text.slice(0, at).split('\n').length,
    key: null,
    message,
    cure: 'Add the text again from its source with `npm run corpus -- add`, or take the file out.',
  })
  const deep = new RegExp(`^[ \\t]*(?:(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${DEEPEST_QUOTE}}`, 'm').exec(text)
  if (deep !== null) return fault(deep.index, `nested ${DEEPEST_QUOTE} deep, expected the text of a page.`)
  for (const paragraph of text.matchAll(/(?:\S[^\n]*(?:\n|$))+/g)) {
    const marks = paragraph[0].match(/[*_`[\]<&!]/g)?.length ?? 0
    if (marks > MOST_MARKS) return fault(paragraph.index, `${marks} marks of Markdown in one paragraph.`)
  }
  return null
}

function draftPassages(blocks: readonly Block[], sections: readonly Section[], finders: Finders): readonly Draft[] {
  const drafts: Draft[] = []
  let section = sections[0]
  let carried: string | null = null
  for (const block of blocks) {
    if (block.kind === 'heading') {
      section = sections.find((candidate) => candidate.start === block.start) ?? section
      carried = null
      continue
    }
    if (section === undefined) continue
    const runIn = findRunIn(block.reading.text, block.kind === 'item')
    // A run-in heading holds for the paragraphs after it too, until the next one; an item's only for the item.
    if (runIn !== null && block.kind === 'paragraph') carried = runIn.label
    drafts.push({
      block,
      section,
      runIn: runIn?.label ?? carried,
      sentences: sentencesOf(block.reading, runIn?.textStart ?? 0, block.kind === 'line', finders),
    })
  }
  return drafts
}

/** The sentences after the run-in heading; a line that stands alone is one sentence. */
function sentencesOf(reading: Reading, from: number, line: boolean, finders: Finders): Draft['sentences'] {
  const text = reading.text.slice(from)
  if (text.trim() === '') return []
  const spans = line ? [[0, text.trimEnd().length] as const] : (finders.sentences?.(text) ?? splitSentences(text))
  return spans.map(([start, end]) => ({ text: text.slice(start, end), ...reading.span(from + start, from + end) }))
}

function acronymsOf(drafts: readonly Draft[]): readonly Acronym[] {
  return drafts.flatMap((draft, passage) => {
    const { reading } = draft.block
    return findAcronyms(reading.text).map((found): Acronym => {
      const { start } = reading.span(found.start, found.end)
      const sentence = draft.sentences.findIndex((candidate) => start >= candidate.start && start < candidate.end)
      return { short: found.short, long: found.long, passage, sentence: Math.max(sentence, 0) }
    })
  })
}
