/**
 * Which line is a title, a heading, a list item or running text. Only shapes are read here; no line is reworded, split,
 * joined with another or left out. When in doubt a line is running text.
 */
import { type Block, blocksOf, type SourceLine } from './lines.ts'
import {
  isCaption,
  isFigureLine,
  isHeadLine,
  isProse,
  isSentence,
  isTitleCase,
  isTitleLike,
  runInHeading,
  wordCount,
} from './shapes.ts'

export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly line: SourceLine }
  | { readonly kind: 'paragraph'; readonly lines: SourceLine[] }
  | {
      readonly kind: 'item'
      /** 0 for an item of the outer list. */
      readonly depth: number
      /** As the source marks it: `•`, `-`, `o`. */
      readonly marker: string
      /** The first line without its marker. */
      readonly lines: SourceLine[]
      /** Whether an empty line of the source stands before it. */
      readonly spaced: boolean
    }

/** A line this long was not broken to fit a page: it is a paragraph of its own. */
const UNBROKEN = 120

/** Markdown parsers take very long over a list of thousands of items at several depths; such a list is kept flat. */
const MOST_NESTED = 500

const BULLET = /^(--|[•‣⁃▪■□●○◦·*+o§»➢✓–—-])(?:[ \t\u00a0]+|(?<=[•‣⁃▪■●◦])(?![\s•‣⁃▪■●◦]))(?=\S)/u
/** Marks that mean a list whenever they open a line; the others are also found in running text. */
const SURE_BULLET = /^[•‣⁃▪■●◦·▫➢]/u
/** Words of a heading that names a part of a text, not the text. */
export const PART_OF_A_TEXT =
  /\b(?:goals?|objectives|challenges|accomplishments|achievements|successes|results|programs?|funding|assistance|background|overview|introduction|activities|resources|contacts?|priorities|impact|partners(?:hips)?)\b[\s\dFYfy–-]*$/i

/** A heading of nothing else names no text anywhere on a page. */
const ONLY_A_PART =
  /^(?:(?:program|project|our|key|major|main|inl|u\.s\.) )?(?:goals?|objectives|challenges|accomplishments|achievements|successes|results|funding|background|overview|introduction|activities|priorities)(?: and (?:goals?|objectives|challenges|accomplishments|achievements|results))?:?$/i

/**
 * The parts of the body, in order. `namesPlace` tells whether a heading names a country; `masthead` is the name of the
 * site over its navigation, which is no title where the page prints another.
 */
export function structureOf(
  lines: readonly SourceLine[],
  namesPlace: (text: string) => boolean,
  masthead: SourceLine | null = null,
): Part[] {
  const doubtful = countedMarkers(lines)
  const blocks = blocksOf(lines)
  const footnotes = footnotesOf(blocks)
  const isBullet = (line: SourceLine) => {
    if (line.mark !== undefined) return line.mark === 'item'
    const marker = BULLET.exec(line.text)?.[1]
    if (marker === undefined || footnotes.has(line)) return false
    return SURE_BULLET.test(line.text) || (doubtful.get(marker) ?? 0) > 1
  }
  const headings = headingLines(blocks.flatMap(atSeams), isBullet)
  const title = titleBelow(masthead, blocks, headings, namesPlace)
  const deepest = lines.filter(isBullet).length > MOST_NESTED ? 1 : 3
  const parts: Part[] = []
  let depths: string[] = []
  let before = 0
  for (const line of blocks.flat()) {
    const last = parts.at(-1)
    const spaced = line.number - before > 1
    before = line.number
    if (headings.has(line)) {
      parts.push({ kind: 'heading', level: line === title ? 1 : 2, line })
      depths = []
    } else if (isBullet(line)) {
      const [whole = '', marker = ''] =
        line.mark === undefined ? (BULLET.exec(line.text) ?? []) : ['', String(line.indent)]
      const known = depths.indexOf(marker)
      depths = known === -1 ? [...depths, marker].slice(-deepest) : depths.slice(0, known + 1)
      const content = { ...line, text: line.text.slice(whole.length) }
      parts.push({ kind: 'item', depth: depths.length - 1, marker, lines: [content], spaced })
    } else if (last !== undefined && last.kind !== 'heading' && !spaced && continues(last, line)) {
      last.lines.push(line)
    } else {
      parts.push({ kind: 'paragraph', lines: [line] })
      depths = []
    }
  }
  return parts
}

function countedMarkers(lines: readonly SourceLine[]): Map<string, number> {
  const counted = new Map<string, number>()
  for (const { text } of lines) {
    const marker = BULLET.exec(text)?.[1]
    if (marker !== undefined) counted.set(marker, (counted.get(marker) ?? 0) + 1)
  }
  return counted
}

/** `* FSA is the Freedom Support Act.`, alone, where a word of the text carries that asterisk: a note, no list item. */
function footnotesOf(blocks: readonly Block[]): Set<SourceLine> {
  if (!blocks.flat().some((line) => /[\p{L}\p{N})]\*+(?=[\s).,;:]|$)/u.test(line.text))) return new Set()
  const alone = blocks.filter((block) => !block.slice(1).some((line) => line.text.startsWith('*')))
  return new Set(alone.flatMap((block) => block.slice(0, 1).filter((line) => line.text.startsWith('*'))))
}

/** Whether a line belongs to the part before it, no empty line standing between them. */
function continues(part: Exclude<Part, { kind: 'heading' }>, line: SourceLine): boolean {
  const before = part.lines.at(-1)
  if (before === undefined) return false
  if (part.kind === 'paragraph') return before.text.length <= UNBROKEN && !opensParagraph(before.text, line.text)
  if (before.text.length > UNBROKEN || isFigureLine(line.text)) return false
  const first = part.lines[0]
  if (first !== undefined && line.indent > first.indent) return true
  return before.text.length >= 50 && !/[.:!?]$/.test(before.text)
}

/** A numbered line, a footnote or a run-in heading begins anew where the line before it had come to its end. */
const opensParagraph = (before: string, text: string): boolean =>
  /[.!?;:)\]"”]$/.test(before) && (/^(?:\(?\d{1,2}[.)]|\[\d+\])\s/.test(text) || runInHeading(text) !== null)

/** A block cut where no empty line stands but a part ends: around lines that were not broken to fit, after the head. */
function atSeams(block: Block): Block[] {
  const pieces: SourceLine[][] = []
  for (const [index, line] of block.entries()) {
    const before = block[index - 1]
    const seam =
      before === undefined ||
      Math.max(line.text.length, before.text.length) > UNBROKEN ||
      (isHeadLine(before.text) && !isHeadLine(line.text)) ||
      (/[.!?)”"]$/.test(before.text) && overProse(block.slice(index, index + 2)))
    if (seam) pieces.push([line])
    else pieces.at(-1)?.push(line)
  }
  return pieces
}

/**
 * A short line right over a line of prose; the first line of a broken paragraph is about as long as the second. Over a
 * sentence of a few words only capitals tell a heading.
 */
function overProse(block: Block): boolean {
  const [line, second] = block
  if (line === undefined || second === undefined || line.text.length > 60) return false
  if (isTitleCase(line.text) && isTitleLike(line.text) && isSentence(second.text)) return true
  const rest = block.slice(1).map(({ text }) => text)
  return second.text.length > line.text.length * 1.5 && isProse(rest.join(' ')) && /^["“(]?\p{Lu}/u.test(second.text)
}

function headingLines(blocks: readonly Block[], isBullet: (line: SourceLine) => boolean): Set<SourceLine> {
  const candidates = blocks.map((block, index) => {
    const [line, second] = block
    if (line?.mark !== undefined) return null
    if (line === undefined || isBullet(line) || isHeadLine(line.text)) return null
    const last = index === blocks.length - 1
    const alone = second === undefined
    const bold = line.bold === true && second !== undefined && second.bold !== true
    // Over its figures or its list a heading often stands without an empty line.
    // So does a title over the lines that say from whom the text is.
    const leads =
      second !== undefined &&
      (isFigureLine(second.text) || isBullet(second) || (index === 0 && isHeadLine(second.text)))
    if (!(leads || bold || overProse(block) || (alone && !last)) || !(isTitleLike(line.text) || isLabel(line.text)))
      return null
    return line
  })
  // A title, a subtitle and a first heading may follow one another; a longer run is a list of short lines.
  const found = new Set(blocks.flat().filter((line) => line.mark === 'heading'))
  for (let index = 0; index < candidates.length; index++) {
    let end = index
    while (candidates[end] !== null && candidates[end] !== undefined && blocks[end]?.length === 1) end++
    if (candidates[end]) end++
    const run = candidates.slice(index, end).filter((line) => line !== null)
    for (const line of run.length <= 3 ? run : run.slice(-1)) found.add(line)
    index = Math.max(index, end - 1)
  }
  return found
}

/** `Program Goals:` on a line of its own; not the opening of a sentence that goes on in a list. */
const isLabel = (text: string): boolean =>
  text.endsWith(':') && wordCount(text) <= 8 && isTitleLike(text.slice(0, -1)) && isTitleCase(text)

/** The title, not counting the site's own name, which is then a line that says from whom the text is. */
function titleBelow(
  masthead: SourceLine | null,
  blocks: readonly Block[],
  headings: Set<SourceLine>,
  namesPlace: (text: string) => boolean,
): SourceLine | null {
  if (masthead === null || !headings.delete(masthead)) return titleOf(blocks, headings, namesPlace)
  const title = titleOf(blocks, headings, namesPlace)
  if (title === null) headings.add(masthead)
  return title ?? masthead
}

/**
 * The heading that is the text's title: the first, before any prose. After the lines of the text's head (`Fact Sheet`,
 * the bureau, the date) a heading such as `Program Goals` is only the first part's, unless it names a country.
 */
function titleOf(
  blocks: readonly Block[],
  headings: ReadonlySet<SourceLine>,
  namesPlace: (text: string) => boolean,
): SourceLine | null {
  let afterHead = false
  for (const line of blocks.flat()) {
    if (headings.has(line)) {
      if (ONLY_A_PART.test(line.text)) return null
      const part = afterHead && PART_OF_A_TEXT.test(line.text) && !namesPlace(line.text)
      return part ? null : line
    }
    if (isProse(line.text) && !isCaption(line.text)) return null
    afterHead ||= isHeadLine(line.text)
  }
  return null
}
