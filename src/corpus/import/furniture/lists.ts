/**
 * Navigation lists: long runs of short lines that name other pages. A list of the text's own is announced by a colon or
 * has bullets, figures or punctuation, and is kept; so is a run below prose unless a label or links that every site has
 * tell whose it is, or it is very long.
 */
import type { SourceLine } from '../lines.ts'
import { isFigureLine, isHeadLine, wordCount } from '../shapes.ts'
import { isPageWord, LIST_LABEL, SITE_LIST_LABEL } from './known.ts'

/** So many links make a list of a page's; fewer where a label such as `Participating States` stands among them. */
const AT_AN_EDGE = 15
const LABELLED = 8
const INSIDE = 20
/** A list of the text's own is never so long, even of countries. */
const WHOLE_SITE = 45

/**
 * The lines of `lines` (none empty) that are links of navigation lists. `prose` tells the lines that are the text's,
 * `isCountry` those that are a country's name and nothing else.
 */
export function navigationLists(
  lines: readonly SourceLine[],
  prose: (line: SourceLine) => boolean,
  isCountry: (text: string) => boolean,
): SourceLine[] {
  const firstProse = lines.findIndex(prose)
  const lastProse = lines.findLastIndex(prose)
  const found: SourceLine[] = []
  for (let start = 0; start < lines.length; ) {
    let end = start
    while (end < lines.length && isLink(lines[end])) end++
    if (end - start >= LABELLED) {
      const inside = firstProse !== -1 && start > firstProse && end <= lastProse
      const announced = lines[start - 1]?.text.endsWith(':') ?? false
      const run = lines.slice(start, end)
      const links = end <= lastProse ? withoutTitle(run, isCountry) : run
      // Two links that every site has, such as `Home` and `About us`, tell as much as a label.
      const ofASite = links.filter((line) => isPageWord(line.text)).length >= 2
      const below = firstProse !== -1 && start > firstProse
      // A text may go on with a list of its own, of countries or provinces, under a heading.
      const label = below ? SITE_LIST_LABEL : LIST_LABEL
      const labelled = ofASite || links.some((line) => label.test(line.text))
      const enough = below && !labelled ? WHOLE_SITE : inside ? INSIDE : labelled ? LABELLED : AT_AN_EDGE
      if (!announced && links.length >= enough) for (const link of links) found.push(link)
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
  (!isHeadLine(line.text) || isPageWord(line.text))

/**
 * The run without the lines at its end that may be the title and the first heading of what follows: those after the
 * last country of a list of countries; those set off by an empty line when the links are not; those that break the
 * alphabet of an alphabetical list; else the last two.
 */
function withoutTitle(run: readonly SourceLine[], isCountry: (text: string) => boolean): readonly SourceLine[] {
  const countries = run.filter((line) => isCountry(line.text)).length
  if (countries > run.length / 2) return run.slice(0, run.findLastIndex((line) => isCountry(line.text)) + 1)
  const gap = (index: number) => (run[index]?.number ?? 0) - (run[index - 1]?.number ?? 0) > 1
  const gaps = run.filter((_line, index) => index > 0 && gap(index)).length
  const labels = run.findLastIndex((line) => LIST_LABEL.test(line.text)) + 1
  const outOfOrder = (index: number) => index > labels && compare(run[index - 1], run[index]) > 0
  const disorder = run.filter((_line, index) => outOfOrder(index)).length
  const nearEnd = (index: number) => index > 0 && index >= run.length - 4
  const cut =
    gaps <= run.length / 3
      ? run.findIndex((_line, index) => nearEnd(index) && gap(index))
      : disorder <= run.length / 5
        ? run.findIndex((_line, index) => nearEnd(index) && outOfOrder(index))
        : -1
  return run.slice(0, cut === -1 ? -2 : cut)
}

const compare = (a: SourceLine | undefined, b: SourceLine | undefined): number =>
  (a?.text ?? '').localeCompare(b?.text ?? '', 'en')
