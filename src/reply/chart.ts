/**
 * Funding by fiscal year as a picture: an SVG of our own, drawn to PNG on the server with a bundled font. Shows what
 * the sources state and nothing else: no sums, no trends, no filled gaps.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { altText } from './chart/alt.ts'
import { barChart, type ChartFigure } from './chart/bars.ts'
import { type Captions, draw } from './chart/draw.ts'
import { ZOOM } from './chart/look.ts'

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

/** Text vanishes without a word where no font file is found; loading by path makes a missing one an error. */
const FONTS = join(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'), '..', 'ttf')
const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => join(FONTS, name))

function leftOut(count: number): string {
  if (count === 0) return ''
  return ` Not drawn: ${count === 1 ? 'one figure' : `${count} figures`} without a single year or country, or in another currency.`
}

/**
 * The chart of one country's figures, or of several countries side by side; null where fewer than two amounts can be
 * drawn. `source` says where the figures come from and is printed at the foot.
 */
export async function fundingChart(
  figures: readonly ChartFigure[],
  captions: Pick<Captions, 'title' | 'source'>,
): Promise<FundingChart | null> {
  const chart = barChart(figures)
  if (!chart) return null
  const subtitle = `${chart.currency}, as stated in the fact sheets.${leftOut(chart.left)}`
  const drawing = draw(chart, { ...captions, subtitle })
  const image = await renderAsync(drawing.svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  })
  const gaps = chart.slots.filter((slot) => slot.bars.length === 0).map((slot) => slot.year)
  const alt = altText(captions.title, figures, gaps)
  return { png: image.asPng(), svg: drawing.svg, alt, width: image.width, height: image.height }
}
