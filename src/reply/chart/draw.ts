/** Draws a bar chart as SVG: panel, title, axes, bars, legend, notes. Gaps stay gaps; zero is a mark of its own. */
import type { ChartWords } from '../words/chart.ts'
import type { Bar, BarChart, Slot } from './bars.ts'
import { COLOURS, colourOf, fitted, PLOT, WIDTH, widthOf, wrapped } from './look.ts'
import { barLabel, exactShort, ticks } from './numbers.ts'
import { element, textElement } from './svg.ts'

export interface Captions {
  readonly title: string
  /** Where the figures come from. */
  readonly source: string
}

export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const LABEL = 12.5
const FONT = 'DejaVu Sans'
const ROTATED_HEADROOM = 62
const UNREADABLE_HEIGHT = 54

interface Frame {
  readonly chart: BarChart
  readonly top: number
  readonly bottom: number
  readonly slotWidth: number
  readonly barWidth: number
  readonly rotated: boolean
  readonly yOf: (amount: number) => number
}

function text(
  value: string,
  x: number,
  y: number,
  size: number,
  more: Readonly<Record<string, string | number>> = {},
): string {
  return textElement(value, { x, y, 'font-family': FONT, 'font-size': size, fill: COLOURS.text, ...more })
}

/** Hatching in a series' colour, for what was asked for and not given. */
function hatches(chart: BarChart): string {
  return chart.series
    .map((name, i) => {
      const colour = colourOf(chart.series, name)
      const line = element('line', { x1: 0, y1: 0, x2: 0, y2: 7, stroke: colour, 'stroke-width': 4 })
      return element(
        'pattern',
        { id: `hatch${i}`, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        line,
      )
    })
    .join('')
}

function fillOf(chart: BarChart, series: string, kind: Bar['kind']): string {
  return kind === 'request' ? `url(#hatch${Math.max(0, chart.series.indexOf(series))})` : colourOf(chart.series, series)
}

function labelOf(frame: Frame, bar: Bar): string {
  const room = frame.rotated ? 12 : Math.floor(frame.slotWidth / (LABEL * 0.62))
  const label = barLabel(bar.amount, frame.chart.currency, room)
  return bar.approximate && !label.startsWith('≈') ? `≈${label}` : label
}

/** Keeps the lines of the grid out of the letters. */
const HALO = { stroke: COLOURS.panel, 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' } as const

function barLabelElement(frame: Frame, label: string, x: number, y: number, fill: string = COLOURS.text): string {
  const middle = x + frame.barWidth / 2
  const look = { ...HALO, 'font-weight': 'bold', fill }
  if (!frame.rotated) return text(label, middle, y - 7, LABEL, { ...look, 'text-anchor': 'middle' })
  const [left, base] = [Math.round(middle + 4.5), Math.round(y - 7)]
  return text(label, left, base, LABEL, { ...look, transform: `rotate(-90 ${left} ${base})` })
}

function zeroMark(frame: Frame, bar: Bar, x: number): string {
  const colour = colourOf(frame.chart.series, bar.series)
  const base = element('rect', { x, y: frame.bottom - 4, width: frame.barWidth, height: 4, rx: 2, fill: colour })
  return base + barLabelElement(frame, exactShort(0, frame.chart.currency) ?? '0', x, frame.bottom - 4)
}

/** A figure that cannot be read: a question mark in a dashed box without a height to compare, and what is printed. */
function unreadable(frame: Frame, bar: Bar, x: number): string {
  const y = frame.bottom - UNREADABLE_HEIGHT
  const box = { x: x + 1, y, width: frame.barWidth - 2, height: UNREADABLE_HEIGHT, rx: 4 }
  const mark = text('?', x + frame.barWidth / 2, y + UNREADABLE_HEIGHT / 2 + 8, 22, {
    'text-anchor': 'middle',
    'font-weight': 'bold',
    fill: COLOURS.warning,
  })
  const label = frame.rotated ? fitted(bar.printed, LABEL, 130) : fitted(bar.printed, LABEL, frame.slotWidth + 10)
  const outline = element('rect', {
    ...box,
    fill: 'none',
    stroke: COLOURS.warning,
    'stroke-width': 1.6,
    'stroke-dasharray': '5 4',
  })
  return outline + mark + barLabelElement(frame, label, x, y, COLOURS.warning)
}

function filled(frame: Frame, bar: Bar, x: number): string {
  let y = frame.bottom
  const pieces = bar.pieces.map((piece) => {
    const height = Math.max(1.5, frame.bottom - frame.yOf(piece.amount))
    y -= height
    const outline =
      bar.kind === 'request'
        ? { stroke: colourOf(frame.chart.series, piece.series), 'stroke-width': 2 }
        : { stroke: COLOURS.panel, 'stroke-width': bar.pieces.length > 1 ? 1.5 : 0 }
    return element('rect', {
      x,
      y,
      width: frame.barWidth,
      height,
      fill: fillOf(frame.chart, piece.series, bar.kind),
      ...outline,
    })
  })
  return pieces.join('') + barLabelElement(frame, labelOf(frame, bar), x, y)
}

function slotElement(frame: Frame, slot: Slot, left: number): string {
  const middle = left + frame.slotWidth / 2
  const name = slot.calendar ? String(slot.year) : `FY${frame.slotWidth > 52 ? slot.year : String(slot.year).slice(2)}`
  const shown = widthOf(name, 13) < frame.slotWidth ? name : `’${String(slot.year).slice(2)}`
  const year = text(shown, middle, frame.bottom + 21, 13, { 'text-anchor': 'middle' })
  if (slot.bars.length === 0) {
    const gap = text('–', middle, frame.bottom - 7, 14, { 'text-anchor': 'middle', fill: COLOURS.quiet })
    return year + gap
  }
  const step = frame.barWidth + 4
  const start = middle - (slot.bars.length * step - 4) / 2
  const bars = slot.bars.map((bar, i) => {
    const x = start + i * step
    if (bar.kind === 'malformed') return unreadable(frame, bar, x)
    return bar.kind === 'zero' ? zeroMark(frame, bar, x) : filled(frame, bar, x)
  })
  return year + bars.join('')
}

function axis(frame: Frame, steps: readonly number[]): string {
  const right = WIDTH - PLOT.right
  const lines = steps.map((step) => {
    const y = frame.yOf(step)
    const line = element('line', {
      x1: PLOT.left,
      y1: y,
      x2: right,
      y2: y,
      stroke: step === 0 ? COLOURS.axis : COLOURS.grid,
      'stroke-width': step === 0 ? 1.5 : 1,
    })
    const label = barLabel(step, frame.chart.currency, 12)
    return line + text(label, PLOT.left - 10, y + 4.5, 12.5, { 'text-anchor': 'end', fill: COLOURS.quiet })
  })
  return lines.join('')
}

interface Key {
  readonly label: string
  readonly swatch: (x: number, y: number) => string
}

function keysOf(chart: BarChart, words: ChartWords): Key[] {
  const bars = chart.slots.flatMap((slot) => slot.bars)
  const square =
    (fill: string, stroke: string, dash = '') =>
    (x: number, y: number) =>
      element('rect', {
        x: x + 1,
        y: y + 1,
        width: 12,
        height: 12,
        rx: 2,
        fill,
        stroke,
        'stroke-width': 1.5,
        ...(dash ? { 'stroke-dasharray': dash } : {}),
      })
  const keys: Key[] = chart.series.map((name) => ({
    label: name,
    swatch: square(colourOf(chart.series, name), colourOf(chart.series, name)),
  }))
  if (bars.some((bar) => bar.kind === 'request'))
    keys.push({
      label: words.requested,
      swatch: square('url(#hatch0)', colourOf(chart.series, chart.series[0] ?? '')),
    })
  if (bars.some((bar) => bar.kind === 'malformed'))
    keys.push({ label: words.misprinted, swatch: square('none', COLOURS.warning, '3 2') })
  if (chart.slots.some((slot) => slot.bars.length === 0)) keys.push({ label: words.noFigure, swatch: () => '' })
  return keys
}

/** The legend in rows from `y` on, and how high it is. */
function legend(chart: BarChart, y: number, words: ChartWords): { markup: string; height: number } {
  let [x, row] = [PLOT.left - 48, 0]
  const parts = keysOf(chart, words).map((key) => {
    const label = fitted(key.label, 13, 300)
    const swatch = key.swatch(0, 0) === '' ? 0 : 20
    const width = swatch + widthOf(label, 13) + 18
    if (x + width > WIDTH - PLOT.right && x > PLOT.left - 48) [x, row] = [PLOT.left - 48, row + 1]
    const at = { x, y: y + row * 22 }
    x += width
    return key.swatch(at.x, at.y) + text(label, at.x + swatch, at.y + 12, 13)
  })
  return { markup: parts.join(''), height: (row + 1) * 22 }
}

function needsRotation(chart: BarChart, slotWidth: number, barWidth: number): boolean {
  return chart.slots.some(({ bars }) =>
    bars.some((bar) => {
      const label = bar.kind === 'malformed' ? bar.printed : (exactShort(bar.amount, chart.currency) ?? '≈$0.00M')
      return widthOf(label, LABEL) > (bars.length > 1 ? barWidth + 2 : slotWidth - 2)
    }),
  )
}

export function draw(chart: BarChart, captions: Captions, words: ChartWords): Drawing {
  const room = WIDTH - 2 * 28
  const title = wrapped(captions.title, 20, room, 2)
  const subtitle = wrapped(words.caption(chart.currency, chart.left), 13, room, 2)
  const head = 26 + title.length * 25 + subtitle.length * 18
  const key = legend(chart, head + 6, words)
  const most = Math.max(1, ...chart.slots.map((slot) => slot.bars.length))
  const slotWidth = (WIDTH - PLOT.left - PLOT.right) / chart.slots.length
  const barWidth = Math.max(3, Math.min(64, (slotWidth * 0.78) / most - 4))
  const rotated = needsRotation(chart, slotWidth, barWidth)
  const top = head + key.height + (rotated ? ROTATED_HEADROOM + 28 : 38)
  const bottom = top + PLOT.height
  const steps = ticks(Math.max(1, ...chart.slots.flatMap((slot) => slot.bars.map((bar) => bar.amount))))
  const highest = steps.at(-1) ?? 1
  const yOf = (amount: number): number => bottom - (amount / highest) * PLOT.height
  const frame: Frame = { chart, top, bottom, slotWidth, barWidth, rotated, yOf }
  const source = wrapped(captions.source, 12, room, 3)
  const height = Math.round(bottom + 48 + source.length * 17 + 10)
  const parts = [
    element('defs', {}, hatches(chart)),
    element('rect', {
      x: 0.5,
      y: 0.5,
      width: WIDTH - 1,
      height: height - 1,
      rx: 12,
      fill: COLOURS.panel,
      stroke: COLOURS.border,
    }),
    ...title.map((line, i) => text(line, 28, 42 + i * 25, 20, { 'font-weight': 'bold' })),
    ...subtitle.map((line, i) => text(line, 28, 38 + title.length * 25 + i * 18, 13, { fill: COLOURS.quiet })),
    key.markup,
    axis(frame, steps),
    ...chart.slots.map((slot, i) => slotElement(frame, slot, PLOT.left + i * slotWidth)),
    ...source.map((line, i) => text(line, 28, bottom + 52 + i * 17, 12, { fill: COLOURS.quiet })),
  ]
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` },
    parts.join(''),
  )
  return { svg, width: WIDTH, height }
}
