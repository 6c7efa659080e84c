/** What a part of the benchmark reports, and how it is shown. New parts are added to sections.ts. */
import type { Table } from '../table.ts'

export interface Row {
  readonly measure: string
  readonly unit: 'ms' | 's' | 'MB' | 'times'
  readonly ours: number
  /** What stands beside it in the same run; null where there is nothing to compare with. */
  readonly beside: number | null
  /** The most that `ours` may be, as a multiple of `beside` or, where that is null, in the unit itself. */
  readonly target: number | null
}

export interface BenchOptions {
  /** A run under a minute: the small corpora only, fewer rounds. */
  readonly quick: boolean
}

export interface BenchSection {
  readonly name: string
  /** The column's heading of what stands beside. */
  readonly beside: string
  readonly notes: readonly string[]
  run(options: BenchOptions): Promise<readonly Row[]>
}

export function sectionTable(section: BenchSection, rows: readonly Row[]): Table {
  return {
    title: section.name,
    columns: ['', 'Footnote', section.beside, 'ratio', 'target', ''],
    rows: rows.map(({ measure, unit, ours, beside, target }) => {
      const measured = beside === null ? ours : ours / beside
      const times = beside === null ? ` ${unit}` : '×'
      return [
        measure,
        `${unit === 'times' ? ours : figure(ours)} ${unit}`,
        beside === null ? '–' : `${figure(beside)} ${unit}`,
        beside === null ? '–' : `${measured.toFixed(2)}×`,
        target === null ? '–' : `≤ ${target}${times}`,
        target === null ? '' : measured <= target ? 'met' : 'missed',
      ]
    }),
    notes: section.notes,
  }
}

/** Three figures that matter, whatever the size. */
function figure(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3)
}

/** The value below which `share` of the times lie; the times need no order. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
