/**
 * Lines that a PDF or a text of fixed width broke to fit, put together again as far as furniture is concerned: a
 * banner or breadcrumbs may go on over several lines. Only where the next word would not have fitted.
 */
import type { SourceLine } from '../lines.ts'

/** A text with longer lines was not broken to fit a page. */
const WIDEST = 130
/** So many lines that go on with a small letter show that a text was broken to fit. */
const LEAST_BROKEN = 2
/** Letters differ in width: so much of the widest line, in letters, may be full. */
const FULL = 0.85

/** `printed`, none empty, in order: each line, or the lines that one was broken into. */
export function unbroken(printed: readonly SourceLine[]): SourceLine[][] {
  const goesOn = (line: SourceLine, next: SourceLine | undefined) =>
    next !== undefined && next.number === line.number + 1 && line.mark === undefined && next.mark === undefined
  const broken = printed.filter((line, index) => {
    const next = printed[index + 1]
    return goesOn(line, next) && /^\p{Ll}/u.test(next?.text ?? '')
  })
  const width = broken.reduce((widest, { text }) => Math.max(widest, text.length), 0)
  const isBroken = broken.length >= LEAST_BROKEN && printed.every(({ text }) => text.length <= WIDEST)
  const groups: SourceLine[][] = []
  for (const [index, line] of printed.entries()) {
    const before = printed[index - 1]
    const word = /^\S+/.exec(line.text)?.[0] ?? ''
    const full = before !== undefined && before.text.length + 1 + word.length >= width * FULL
    if (isBroken && before !== undefined && full && goesOn(before, line)) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups
}

export const joined = (group: readonly SourceLine[]): string => group.map(({ text }) => text).join(' ')
