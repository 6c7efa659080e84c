/** Which figures a chart can show as bars, and how they stand together. Says nothing about pixels. */
import type { FundingLine } from '#src/corpus/funding/types.ts'
import type { ChartWords } from '../words/chart.ts'

/** One figure for a chart; `country` is the name to show, `sheet` the fact sheet's id. */
export interface ChartFigure {
  readonly country: string
  readonly sheet: string
  readonly line: FundingLine
}

export type BarKind = 'stated' | 'request' | 'zero' | 'malformed'

export interface Piece {
  /** What the colour stands for: an account, or a country where several are compared. */
  readonly series: string
  readonly amount: number
}

/** A bar; several pieces where a line states parts and their sum. */
export interface Bar {
  readonly kind: BarKind
  readonly pieces: readonly Piece[]
  readonly amount: number
  readonly approximate: boolean
  /** As printed, for bars without an amount. */
  readonly printed: string
  readonly country: string
  readonly series: string
}

export interface Slot {
  readonly year: number
  /** Whether every figure of the year stands under a plain year, not a fiscal one. */
  readonly calendar: boolean
  readonly bars: readonly Bar[]
}

export interface BarChart {
  readonly currency: string
  /** Every year from the first to the last; without bars where the sources state nothing. */
  readonly slots: readonly Slot[]
  readonly series: readonly string[]
  readonly countries: readonly string[]
  /** Figures that no bar can show: ranges, cumulative or shared amounts, other currencies. */
  readonly left: number
}

const LONGEST_AXIS = 40

/** What the colours stand for: countries where several are compared, else accounts, and what one is called that has no name. */
interface Series {
  readonly compared: boolean
  readonly words: Pick<ChartWords, 'noAccount' | 'sumAsStated'>
}

function has(line: FundingLine, kind: FundingLine['caveats'][number]['kind']): boolean {
  return line.caveats.some((caveat) => caveat.kind === kind)
}

function isDrawable({ line }: ChartFigure): boolean {
  const single = line.fiscalYear !== null && line.throughFiscalYear === null && line.status !== 'cumulative'
  return single && !has(line, 'shared') && !has(line, 'included')
}

/** The currency of most figures; a bar chart has one axis. */
function mainCurrency(figures: readonly ChartFigure[]): string {
  const counts = Map.groupBy(figures, ({ line }) => line.currency)
  return [...counts].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'USD'
}

function kindOf({ amount, status }: FundingLine): BarKind {
  if (amount === null) return 'malformed'
  if (amount === 0) return 'zero'
  return status === 'request' ? 'request' : 'stated'
}

function seriesOf(figure: ChartFigure, { compared, words }: Series): string {
  return compared ? figure.country : (figure.line.account ?? words.noAccount)
}

function single(figure: ChartFigure, by: Series): Bar {
  const { line, country } = figure
  const [series, amount] = [seriesOf(figure, by), line.amount ?? 0]
  const pieces = [{ series, amount }]
  return {
    kind: kindOf(line),
    pieces,
    amount,
    approximate: line.approximate !== null,
    printed: line.printed,
    country,
    series,
  }
}

/** The bars of one source line: its parts stacked where they make up the stated sum, else one bar a figure. */
function lineBars(figures: readonly ChartFigure[], by: Series): Bar[] {
  const total = figures.find(({ line }) => line.total)
  const parts = figures.filter(({ line }) => line.part)
  if (!total || parts.length === 0) return figures.map((figure) => single(figure, by))
  const whole = single(total, by)
  const sound =
    !has(total.line, 'sum-mismatch') && parts.every(({ line }) => line.amount !== null) && total.line.amount !== null
  if (!sound)
    return [
      {
        ...whole,
        pieces: whole.pieces.map((piece) => ({ ...piece, series: by.compared ? piece.series : by.words.sumAsStated })),
      },
    ]
  const pieces = parts.map((part) => ({ series: seriesOf(part, by), amount: part.line.amount ?? 0 }))
  return [{ ...whole, pieces }]
}

/** Two fact sheets that state the same figure make one bar. */
function distinct(bars: readonly Bar[]): Bar[] {
  const seen = new Map(
    bars.map((bar) => [
      JSON.stringify([bar.kind, bar.pieces, bar.country, bar.kind === 'malformed' ? bar.printed : '']),
      bar,
    ]),
  )
  return [...seen.values()]
}

function slotOf(year: number, figures: readonly ChartFigure[], by: Series): Slot {
  const own = figures.filter(({ line }) => line.fiscalYear === year)
  const lines = [...Map.groupBy(own, ({ sheet, line, country }) => `${country}|${sheet}|${line.span.start}`).values()]
  const bars = distinct(lines.flatMap((line) => lineBars(line, by)))
  const calendar = own.length > 0 && own.every(({ line }) => has(line, 'calendar-year'))
  return { year, calendar, bars: bars.toSorted((a, b) => a.country.localeCompare(b.country)) }
}

/** The bars for these figures; null where fewer than two amounts could be drawn. */
export function barChart(figures: readonly ChartFigure[], words: Series['words']): BarChart | null {
  const currency = mainCurrency(figures)
  const drawn = figures.filter((figure) => isDrawable(figure) && figure.line.currency === currency)
  const years = drawn.flatMap(({ line }) => line.fiscalYear ?? [])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const countries = [...new Set(drawn.map(({ country }) => country))].toSorted()
  if (!Number.isFinite(first) || last - first >= LONGEST_AXIS) return null
  const compared = countries.length > 1
  const slots = Array.from({ length: last - first + 1 }, (_, i) => slotOf(first + i, drawn, { compared, words }))
  const bars = slots.flatMap((slot) => slot.bars)
  if (bars.filter((bar) => bar.kind !== 'malformed').length < 2) return null
  const found = [...new Set(bars.flatMap((bar) => bar.pieces.map((piece) => piece.series)))]
  const series = compared ? found.toSorted() : found
  return { currency, slots, series, countries, left: figures.length - drawn.length }
}
