/** Oddities of a text itself: cut off, a passage printed twice, a word doubled, furniture left in. */
import { parted } from '../import/furniture/find.ts'
import { isCaption, wordCount } from '../import/shapes.ts'
import type { Passage } from '../model.ts'
import { findPlaces } from '../places/index.ts'
import { type Finding, lineFinder, offsetIn, quoted, type SheetRule } from './finding.ts'
import { printedLines } from './printed.ts'

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“' }

/** The last words of a sheet: a bracket or quotation mark left open, or prose without its closing mark. */
export const cutOff: SheetRule = (sheet) => {
  const last = sheet.passages.at(-1)
  if (last === undefined) return []
  const text = last.reading.text.trimEnd()
  const open = unclosed(text)
  const prose = last.kind !== 'line' && (text.match(/\s/g)?.length ?? 0) >= 7
  const ended = /[.!?…:;][)\]"'”’*\d[]*$|[)\]]$/.test(text) || /https?:\/\/\S+$/.test(text)
  if (open === null && (!prose || ended)) return []
  return [
    {
      level: 'warning',
      file: sheet.file,
      line: lineFinder(sheet.text)(offsetIn(last, text.length - 1)),
      rule: 'text-cut-off',
      message: `the text seems cut off: ${open === null ? 'it ends without a closing mark' : `\`${open}\` is never closed`} in ${quoted(text.slice(-60))}.`,
      cure: 'Look for the rest at its source and add the text again; if there is none, leave it.',
    },
  ]
}

/** Fewer words may be a line of their own. */
const LEAST_PROSE = 12

/** Prose that stops short of its closing mark although the sheet goes on: something was lost between. */
export const brokenOff: SheetRule = (sheet) => {
  const lineOf = lineFinder(sheet.text)
  return sheet.passages.slice(0, -1).flatMap((passage, index): Finding[] => {
    const text = passage.reading.text.trimEnd()
    const leadsOn = sheet.passages[index + 1]?.kind === 'item'
    if (passage.kind !== 'paragraph' || wordCount(text) < LEAST_PROSE || isCaption(text) || leadsOn) return []
    // A name or a number may end a line; an article, a comma or the like ends none.
    if (!/(?:^|\s)(?:\p{Ll}{2,}|a)[,-]?$/u.test(text)) return []
    return [
      {
        level: 'warning',
        file: sheet.file,
        line: lineOf(offsetIn(passage, text.length - 1)),
        rule: 'text-cut-off',
        message: `the paragraph seems cut off: it ends without a closing mark in ${quoted(text.slice(-60))}.`,
        cure: 'Look for the rest at its source and add the text again; if there is none, leave it.',
      },
    ]
  })
}

/** The last bracket or mark that is opened and not closed. */
function unclosed(text: string): string | null {
  const open: string[] = []
  for (const character of text) {
    if (Object.values(PAIRS).includes(character)) open.push(character)
    // `1)` closes nothing.
    const opener = PAIRS[character]
    if (opener !== undefined && open.at(-1) === opener) open.pop()
  }
  if (open.length === 0 && (text.split('"').length - 1) % 2 === 1) return '"'
  return open.at(-1) ?? null
}

/** A caption or paragraph that stands twice in one sheet. */
export const printedTwice: SheetRule = (sheet) => {
  const lineOf = lineFinder(sheet.text)
  const first = new Map<string, Passage>()
  return sheet.passages.flatMap((passage): Finding[] => {
    const text = passage.reading.text.replace(/\s+/g, ' ').trim()
    if (text.length < 30) return []
    const before = first.get(text)
    if (before === undefined) {
      first.set(text, passage)
      return []
    }
    const caption = isCaption(text)
    return [
      {
        level: caption ? 'note' : 'warning',
        file: sheet.file,
        line: lineOf(passage.start),
        rule: 'printed-twice',
        message: `the ${caption ? 'caption' : 'text'} of line ${lineOf(before.start)} stands here again: ${quoted(text)}.`,
        cure: 'Nothing if the page prints it twice; else add the page again.',
      },
    ]
  })
}

/** Said twice on purpose, or as grammar asks. */
const DOUBLES = new Set([
  'had',
  'that',
  'very',
  'many',
  'much',
  'so',
  'no',
  'long',
  'far',
  'far-',
  'again',
  'more',
  'bye',
])
const LONGEST_PHRASE = 5

/** `the the`, `deter, deter`, `of the of the`; not names such as Pago Pago, nor numbers. */
export const doubledWords: SheetRule = (sheet) => {
  const lineOf = lineFinder(sheet.text)
  return sheet.passages.flatMap((passage) =>
    doubledIn(passage.reading.text).map(
      ({ words, size, at, comma }): Finding => ({
        level: comma ? 'note' : 'warning',
        file: sheet.file,
        line: lineOf(offsetIn(passage, at)),
        rule: 'doubled-word',
        message: `${size > 1 ? 'words' : 'a word'} doubled: ${quoted(words)}.`,
        cure: 'Nothing if the source prints it so; else add the page again.',
      }),
    ),
  )
}

interface Doubled {
  readonly words: string
  /** How many words stand twice. */
  readonly size: number
  readonly at: number
  readonly comma: boolean
}

function doubledIn(text: string): Doubled[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].map((match) => ({
    text: match[0],
    fold: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const found: Doubled[] = []
  for (let at = 0; at < words.length; at++) {
    for (let size = 1; size <= LONGEST_PHRASE && at + 2 * size <= words.length; size++) {
      const [first, second] = [words.slice(at, at + size), words.slice(at + size, at + 2 * size)]
      if (first.some((word, index) => word.fold !== second[index]?.fold)) continue
      const [start, end] = [first[0]?.start ?? 0, second.at(-1)?.end ?? 0]
      // Only blanks, and one comma in the middle, may stand between the words.
      const middle = text.slice(first.at(-1)?.end ?? 0, second[0]?.start ?? 0)
      const between = [...first, ...second]
        .slice(1)
        .map((word, index) => text.slice([...first, ...second][index]?.end ?? 0, word.start))
      if (!/^,?\s+$/.test(middle) || between.some((gap, index) => index !== size - 1 && !/^\s+$/.test(gap))) continue
      if (first.every((word) => /^\d/.test(word.text))) continue
      if (size === 1 && (DOUBLES.has(first[0]?.fold ?? '') || isName(first[0]?.text ?? '', second[0]?.text ?? '')))
        continue
      // `crime prevention, prevention of violence`: the next thing in a list.
      const comma = middle.startsWith(',')
      if (comma && /^\s+(?:of|for|in|on|to|by|with|against|at|from)\b/.test(text.slice(end))) continue
      found.push({ words: text.slice(start, end), size, at: start, comma })
      at += 2 * size - 1
      break
    }
  }
  return found
}

/** Both with a capital and then small letters: Pago Pago. */
const isName = (a: string, b: string): boolean => /^\p{Lu}\p{Ll}/u.test(a) && /^\p{Lu}\p{Ll}/u.test(b)

const isCountryName = (text: string): boolean => {
  const [place] = findPlaces(text)
  return place !== undefined && place.end - place.start === text.length
}

/** Lines that `corpus add` would have taken for the page's furniture. */
export const furnitureLeft: SheetRule = (sheet) =>
  parted(printedLines(sheet), isCountryName).furniture.map(({ line, text, reason }) => ({
    level: 'warning',
    file: sheet.file,
    line,
    rule: 'furniture-left-in',
    message: `looks like the page's own ${reason}: ${quoted(text)}.`,
    cure: 'Take the line out if it is not the text’s.',
  }))
