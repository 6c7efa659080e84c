/** What the check says of a corpus: one finding each, with the place to look at and what to do. */
import type { FactSheet, Passage } from '../model.ts'

/** error: cannot stay; warning: probably wrong; note: the source's own oddity, good to know. */
export type Level = 'error' | 'warning' | 'note'

export interface Finding {
  readonly level: Level
  readonly file: string
  /** From 1. */
  readonly line: number
  /** A short name of the rule, the same for all its findings. */
  readonly rule: string
  readonly message: string
  readonly cure: string
}

/** Looks at one sheet for itself. */
export type SheetRule = (sheet: FactSheet) => readonly Finding[]

/** Looks at what stands on several sheets. */
export type CorpusRule = (sheets: readonly FactSheet[]) => readonly Finding[]

/** The line, from 1, of an offset in a text; made once for a sheet, since each look-up is then quick. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

/** The file's offset of a position in a passage as a reader sees it. */
export const offsetIn = (passage: Passage, position: number): number =>
  position < passage.reading.text.length ? passage.reading.span(position, position + 1).start : passage.end

/** The line of a key of the front matter, 1 where it is not there. */
export function keyLine(sheet: FactSheet, key: string): number {
  const lines = sheet.text.slice(0, sheet.body.start).split('\n')
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith(`${key}:`)),
    ) + 1
  )
}

/** At most so much of a quoted text in a message. */
export const quoted = (text: string, longest = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${
    line.length > longest
      ? `${line
          .slice(0, longest - 1)
          .trimEnd()
          .toWellFormed()}…`
      : line
  }”`
}
