import { expect, it } from 'vitest'
import { quantile, sectionTable } from '#src/cli/bench/rows.ts'
import { asMarkdown, asText } from '#src/cli/table.ts'

const table = { title: 'Posts', columns: ['where', 'built'], rows: [['north|south', '14']], notes: ['A note.'] }

it('writes a table for the README that Markdown reads as one', () => {
  expect(asMarkdown(table)).toBe(
    ['### Posts', '', '| where | built |', '| --- | ---: |', '| north\\|south | 14 |', '', 'A note.'].join('\n'),
  )
})

it('aligns a table for the terminal', () => {
  expect(asText(table)).toBe(
    ['Posts', 'where        built', '───────────  ─────', 'north|south     14', 'A note.'].join('\n'),
  )
})

it('says whether a target is met, as a multiple of what stands beside or by itself', () => {
  const section = { name: 'Speed', beside: 'peer', notes: [], run: () => Promise.resolve([]) }
  const { rows } = sectionTable(section, [
    { measure: 'a', unit: 'ms', ours: 3, beside: 2, target: 1 },
    { measure: 'b', unit: 'ms', ours: 0.5, beside: null, target: 1 },
    { measure: 'c', unit: 'MB', ours: 120.4, beside: 60.2, target: null },
  ])
  expect(rows).toEqual([
    ['a', '3.00 ms', '2.00 ms', '1.50×', '≤ 1×', 'missed'],
    ['b', '0.500 ms', '–', '–', '≤ 1 ms', 'met'],
    ['c', '120 MB', '60.2 MB', '2.00×', '–', ''],
  ])
})

it('takes quantiles of times in any order', () => {
  const times = Array.from({ length: 100 }, (_, at) => 100 - at)
  expect([quantile(times, 0.5), quantile(times, 0.99), quantile([7], 0.99)]).toEqual([51, 100, 7])
})
