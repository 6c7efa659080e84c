/**
 * Navigation lists: long runs of short lines that name other pages. A list of the text's own is announced by a colon or
 * has bullets, figures or punctuation, and is kept; so is a run between two stretches of prose unless it is very long.
 */
import type { SourceLine } from '../lines.ts'
import { isFigureLine, isHeadLine, wordCount } from '../shapes.ts'
import { LIST_LABEL } from './known.ts'

const AT_AN_EDGE = 10
const INSIDE = 20

/** The lines of `lines` (none empty) that are links of navigation lists. `prose` tells the lines that are the text's. */
export function navigationLists(lines: readonly SourceLine[], prose: (line: SourceLine) => boolean): SourceLine[] {
  const firstProse = lines.findIndex(prose)
  const lastProse = lines.findLastIndex(prose)
  const found: SourceLine[] = []
  for (let start = 0; start < lines.length; ) {
    let end = start
    while (end < lines.length && isLink(lines[end])) end++
    if (end > start) {
      const inside = firstProse !== -1 && start > firstProse && end <= lastProse
      const announced = lines[start - 1]?.text.endsWith(':') ?? false
      const run = lines.slice(start, end)
      const links = end <= lastProse ? withoutTitle(run) : run
      if (!announced && links.length >= (inside ? INSIDE : AT_AN_EDGE)) found.push(...links)
    }
    start = Math.max(end, start + 1)
  }
  return found
}

const isLink = (line: SourceLine | undefined): boolean =>
  line !== undefined &&
  line.text.length <= 45 &&
  wordCount(line.text) <= 5 &&
  /^[\p{Lu}]/u.test(line.text) &&
  !/[.!?:;,\d$%]$/.test(line.text) &&
  !/\d{2,}/.test(line.text) &&
  !isFigureLine(line.text) &&
  !isHeadLine(line.text)

/**
 * The run without the lines at its end that may be the title and the first heading of what follows: those set off by
 * an empty line when the links are not; else those that break the alphabet of an alphabetical list; else the last.
 */
function withoutTitle(run: readonly SourceLine[]): readonly SourceLine[] {
  const gap = (index: number) => (run[index]?.number ?? 0) - (run[index - 1]?.number ?? 0) > 1
  const gaps = run.filter((_line, index) => index > 0 && gap(index)).length
  if (gaps <= run.length / 3) {
    const set = run.findLastIndex((_line, index) => index > 0 && index >= run.length - 3 && gap(index))
    const first = run.findIndex((_line, index) => index >= run.length - 3 && index > 0 && gap(index))
    return set === -1 ? run.slice(0, -1) : run.slice(0, first)
  }
  const labelled = run.findLastIndex((line) => LIST_LABEL.test(line.text)) + 1
  const inOrder = (index: number) => index <= labelled || compare(run[index - 1], run[index]) <= 0
  const ordered = run.filter((_line, index) => inOrder(index)).length
  if (ordered < run.length * 0.8) return run.slice(0, -1)
  const lastBreak = run.findLastIndex((_line, index) => !inOrder(index) && index >= run.length - 4)
  if (lastBreak === -1) return run.slice(0, -1)
  const firstBreak = run.findIndex((_line, index) => index >= run.length - 4 && !inOrder(index))
  return run.slice(0, firstBreak)
}

const compare = (a: SourceLine | undefined, b: SourceLine | undefined): number =>
  (a?.text ?? '').localeCompare(b?.text ?? '', 'en')
