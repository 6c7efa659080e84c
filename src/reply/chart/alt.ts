/** The chart in words, for who does not see it: every figure as printed, gaps and marks named. */
import type { ChartWords } from '../words/chart.ts'
import type { ChartFigure } from './bars.ts'

const LONGEST_ALT = 1000

function figureText({ country, line }: ChartFigure, compared: boolean, { mark }: ChartWords): string {
  const notes = [
    line.account,
    line.total ? mark.sum : null,
    line.part ? mark.part : null,
    line.status === 'request' ? mark.request : null,
    line.status === 'malformed' ? mark.malformed : null,
  ].filter((note) => note !== null)
  const name = compared ? `${country} ` : ''
  const about = line.approximate === null ? '' : `${line.approximate} `
  return `${name}FY${line.fiscalYear ?? '?'}: ${about}${line.printed}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
}

/** At most 1,000 characters (Discord allows 1,024), cut between figures and said to be cut. */
export function altText(
  title: string,
  figures: readonly ChartFigure[],
  gapYears: readonly number[],
  words: ChartWords,
): string {
  const compared = new Set(figures.map(({ country }) => country)).size > 1
  const sorted = figures.toSorted((a, b) => (a.line.fiscalYear ?? 0) - (b.line.fiscalYear ?? 0))
  const gaps = gapYears.map((year) => `FY${year}`)
  const said: string[] = []
  let left = LONGEST_ALT - words.alt(title, [], sorted.length, gaps).length
  for (const figure of sorted) {
    const piece = figureText(figure, compared, words)
    left -= piece.length + 2
    if (left < 0) break
    said.push(piece)
  }
  return words.alt(title, said, sorted.length - said.length, gaps).slice(0, LONGEST_ALT)
}
