/** The years that a heading promises against the years of the lines under it. */
import type { FundingHeading } from './headings.ts'
import type { Caveat, FundingLine, PromisedYears } from './types.ts'

/** The ledger lines under one heading, by their index. */
export interface LineGroup {
  readonly heading: FundingHeading
  readonly lines: number[]
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function yearsOf(line: FundingLine): number[] {
  return line.fiscalYear === null ? [] : range(line.fiscalYear, line.throughFiscalYear ?? line.fiscalYear)
}

/** Null where the heading names no years or no line with a year stands under it. */
export function promisedYears(group: LineGroup, all: readonly FundingLine[]): PromisedYears | null {
  const { years, text } = group.heading
  const lines = group.lines.flatMap((i) => all[i] ?? [])
  const stated = new Set(lines.flatMap(yearsOf))
  const [firstLine, lastLine] = [lines[0], lines.at(-1)]
  if (!years || stated.size === 0 || !firstLine || !lastLine) return null
  const [first, last] = [years.first, years.last ?? years.first]
  return {
    heading: text,
    first,
    last,
    absent: range(first, last).filter((year) => !stated.has(year)),
    outside: [...stated].filter((year) => year < first || year > last).toSorted((a, b) => a - b),
    countries: [...new Set(lines.flatMap((line) => line.countries))],
    span: { start: firstLine.span.start, end: lastLine.span.end },
    passage: firstLine.passage,
  }
}

/** `FY2006`, `FY2006 and FY2007`, `FY2006, FY2007 and FY2008`. */
function listed(years: readonly number[]): string {
  const names = years.map((year) => `FY${year}`)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** One sentence a way in which heading and lines differ; empty where they agree. */
export function promisedMessages(
  promised: PromisedYears,
): { kind: 'years-absent' | 'year-outside-heading'; message: string; years: readonly number[] }[] {
  const { heading, absent, outside } = promised
  return [
    ...(absent.length > 0
      ? [
          {
            kind: 'years-absent' as const,
            years: absent,
            message: `The heading “${heading}” promises ${listed(absent)}, but no line under it says so.`,
          },
        ]
      : []),
    ...(outside.length > 0
      ? [
          {
            kind: 'year-outside-heading' as const,
            years: outside,
            message: `The heading “${heading}” does not cover ${listed(outside)}, for which a line stands under it.`,
          },
        ]
      : []),
  ]
}

/** Caveats for lines under headings whose years differ from theirs, by the line's index. */
export function yearCaveats(groups: readonly LineGroup[], all: readonly FundingLine[]): Map<number, Caveat[]> {
  const caveats = new Map<number, Caveat[]>()
  for (const group of groups) {
    const promised = promisedYears(group, all)
    if (!promised) continue
    for (const { kind, message, years } of promisedMessages(promised)) {
      for (const i of group.lines) {
        const line = all[i]
        const concerned = kind === 'years-absent' || (line && yearsOf(line).some((year) => years.includes(year)))
        if (concerned) caveats.set(i, [...(caveats.get(i) ?? []), { kind, message, span: null, years }])
      }
    }
  }
  return caveats
}
