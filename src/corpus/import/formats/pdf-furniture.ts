/** What a PDF prints around its text: numbers of pages, a head or foot that every page repeats, the marks of a printer. */
import type { PageLine } from './pdf-lines.ts'

/** So many lines at the top and at the bottom of a page may be its head and foot. */
const EDGE = 2
/** Lines of two pages at the same height are at most so many points apart. */
const SAME_HEIGHT = 4
/** What a browser prints in one line may be written in several pieces. */
const SAME_LINE = 1
const LONGEST = 160
/** What two pages repeat may be a heading of both. */
const LEAST_PAGES = 3
const WIDER = 1.4

const NUMBER = /^(?:page\s+)?[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,3})?$/i
/** What a browser prints over and under a page: `11/22/26, 8:05 AM   Title`, and its address with the page's number. */
const PRINTED =
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s.*)?$|^(?:https?|file):\/\/\S+(?:\s+\d{1,3}\/\d{1,3})?$/i

/** The lines of `pages` that are none of the text, each with why. A head that repeats stays where it first stands. */
export function pageFurniture(pages: readonly (readonly PageLine[])[]): ReadonlyMap<PageLine, string> {
  const reasons = new Map<PageLine, string>()
  const numbers: { readonly line: PageLine; readonly ahead: number; readonly bare: boolean }[] = []
  const heads = new Map<string, PageLine[]>()
  for (const [page, lines] of pages.entries()) {
    const { outer, apart } = edgesOf(lines)
    for (const line of outer) {
      const number = NUMBER.exec(line.text)?.[1]
      if (number !== undefined) numbers.push({ line, ahead: Number(number) - page, bare: /^\d+$/.test(line.text) })
      else if (outer.some((other) => PRINTED.test(other.text) && Math.abs(other.y - line.y) < SAME_LINE))
        reasons.set(line, 'mark of the printer')
    }
    for (const text of new Set(apart.map((line) => line.text))) {
      const line = apart.find((one) => one.text === text)
      if (line !== undefined && !reasons.has(line)) heads.set(text, [...(heads.get(text) ?? []), line])
    }
  }
  for (const { line, ahead, bare } of numbers) {
    // A number alone is a page's where the pages are counted by it, or where it is the first.
    const counted = numbers.filter((other) => other.ahead === ahead).length >= 2
    if (!bare || counted || (pages.length === 1 && ahead === 1)) reasons.set(line, 'page number')
  }
  for (const [first, ...others] of heads.values()) {
    const pagesWith = others.length + 1
    if (first === undefined || pagesWith < LEAST_PAGES || pagesWith < pages.length / 2) continue
    for (const line of others)
      if (Math.abs(line.y - first.y) < SAME_HEIGHT) reasons.set(line, 'head or foot of the page')
  }
  return reasons
}

interface Edges {
  /** The lines that stand highest and lowest, in whatever order the file writes them. */
  readonly outer: readonly PageLine[]
  /** Those of them that a wider space than that between two lines sets apart from the text. */
  readonly apart: readonly PageLine[]
}

function edgesOf(lines: readonly PageLine[]): Edges {
  const byHeight = lines.filter(({ text }) => text.length <= LONGEST).toSorted((a, b) => b.y - a.y)
  const gaps = byHeight.map((line, index) => line.y - (byHeight[index + 1]?.y ?? line.y)).filter((gap) => gap > 0)
  const usual = gaps.toSorted((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0
  const ends = [byHeight, byHeight.toReversed()]
  const apart = ends.flatMap((from) => {
    const group = from.findIndex((line, index) => Math.abs(line.y - (from[index + 1]?.y ?? line.y)) > usual * WIDER) + 1
    return group <= EDGE ? from.slice(0, group) : []
  })
  return { outer: [...new Set(ends.flatMap((from) => from.slice(0, EDGE)))], apart }
}
