/** The chart in words, for who does not see it: every figure as printed, gaps and marks named. */
import type { ChartFigure } from './bars.ts'

const LONGEST_ALT = 1000

function figureText({ country, line }: ChartFigure, compared: boolean): string {
  const notes = [
    line.account,
    line.total ? 'sum as stated' : null,
    line.part ? 'part of a sum' : null,
    line.status === 'request' ? 'requested' : null,
    line.status === 'malformed' ? 'misprinted, not read as an amount' : null,
  ].filter((note) => note !== null)
  const name = compared ? `${country} ` : ''
  const about = line.approximate === null ? '' : `${line.approximate} `
  return `${name}FY${line.fiscalYear ?? '?'}: ${about}${line.printed}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
}

/** At most 1,000 characters (Discord allows 1,024), cut between figures and said to be cut. */
export function altText(title: string, figures: readonly ChartFigure[], gaps: readonly number[]): string {
  const compared = new Set(figures.map(({ country }) => country)).size > 1
  const sorted = figures.toSorted((a, b) => (a.line.fiscalYear ?? 0) - (b.line.fiscalYear ?? 0))
  const none = gaps.length > 0 ? ` No figure for ${gaps.map((year) => `FY${year}`).join(', ')}.` : ''
  const said: string[] = []
  let left = LONGEST_ALT - title.length - none.length - 60
  for (const figure of sorted) {
    const piece = figureText(figure, compared)
    left -= piece.length + 2
    if (left < 0) break
    said.push(piece)
  }
  const more = sorted.length > said.length ? `; and ${sorted.length - said.length} more in the table` : ''
  return `Bar chart. ${title}. ${said.join('; ')}${more}.${none}`.slice(0, LONGEST_ALT)
}
