/**
 * Funding by fiscal year as a picture: an SVG of our own, drawn to PNG on the server with a bundled font. Shows what
 * the sources state and nothing else: no sums, no trends, no filled gaps.
 */
import { altText } from './chart/alt.ts'
import { barChart, type ChartFigure } from './chart/bars.ts'
import { type Captions, draw } from './chart/draw.ts'
import { pngOf } from './chart/png.ts'
import type { ChartWords } from './words/chart.ts'

export type { ChartFigure } from './chart/bars.ts'

export interface FundingChart {
  readonly png: Uint8Array
  /** What the picture was drawn from. */
  readonly svg: string
  readonly alt: string
  /** In pixels of the PNG. */
  readonly width: number
  readonly height: number
}

/**
 * The chart of one country's figures, or of several countries side by side; null where fewer than two amounts can be
 * drawn. `source` says where the figures come from and is printed at the foot.
 */
export async function fundingChart(
  figures: readonly ChartFigure[],
  captions: Captions,
  words: ChartWords,
): Promise<FundingChart | null> {
  const chart = barChart(figures, words)
  if (!chart) return null
  const drawing = draw(chart, captions, words)
  const { png, width, height } = await pngOf(drawing.svg)
  const gaps = chart.slots.filter((slot) => slot.bars.length === 0).map((slot) => slot.year)
  const alt = altText(captions.title, figures, gaps, words)
  return { png, svg: drawing.svg, alt, width, height }
}
