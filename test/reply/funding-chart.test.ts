import { expect, test } from 'vitest'
import { readFunding } from '#src/corpus/funding/read.ts'
import { type ChartFigure, type FundingChart, fundingChart } from '#src/reply/chart.ts'
import { englishChart } from '#src/reply/words/en-chart.ts'
import { plainSheet } from '#test/corpus/plain-sheet.ts'

function figures(text: string, country = 'Ruritania', sheet = 'ruritania'): ChartFigure[] {
  return readFunding(plainSheet(text)).lines.map((line) => ({ country, sheet, line }))
}

async function chartOf(
  all: readonly ChartFigure[],
  title = 'Ruritania: funding by fiscal year',
): Promise<FundingChart> {
  const chart = await fundingChart(all, { title, source: 'Source: a fact sheet of January 2009.' }, englishChart)
  if (!chart) throw new Error('no chart was drawn')
  return chart
}

/** The texts of the picture, in the order in which they are drawn. */
const textsOf = ({ svg }: FundingChart): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1] ?? '')

const TWO = 'FY07: $2.25 million (FSA)\nFY08: $2.035 million (FSA)'

test('a PNG of the size it says, with two pixels for each that Discord shows', async () => {
  const { png, width, height } = await chartOf(figures(TWO))
  const bytes = Buffer.from(png)
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height])
  expect(width).toBe(1080)
})

test('what is printed is drawn: other figures and other titles give other pictures', async () => {
  const one = await chartOf(figures(TWO))
  const other = await chartOf(figures(TWO.replace('2.25', '2.5')))
  const titled = await chartOf(figures(TWO), 'Ruritania: what was given')
  expect(Buffer.from(one.png).equals(other.png)).toBe(false)
  expect(Buffer.from(one.png).equals(titled.png)).toBe(false)
  expect(Buffer.from(one.png).equals((await chartOf(figures(TWO))).png)).toBe(true)
})

test('years, amounts, account, title and source are there to read', async () => {
  const texts = textsOf(await chartOf(figures(TWO)))
  expect(texts).toEqual(
    expect.arrayContaining([
      'Ruritania: funding by fiscal year',
      'FSA',
      'FY2007',
      'FY2008',
      '$2.25M',
      '$2.035M',
      'Source: a fact sheet of January 2009.',
    ]),
  )
})

test('nothing is drawn from fewer than two amounts', async () => {
  const captions = { title: 'Ruritania', source: '' }
  expect(await fundingChart([], captions, englishChart)).toBeNull()
  expect(await fundingChart(figures('FY07: $2 million'), captions, englishChart)).toBeNull()
  expect(await fundingChart(figures('FY07: $2 million\nFY08: $1,2'), captions, englishChart)).toBeNull()
  expect(await fundingChart(figures('FY07-FY09: $2 million\nFY10: $3 million'), captions, englishChart)).toBeNull()
})

test('a gap stays a gap, and zero is a mark with its label', async () => {
  const texts = textsOf(await chartOf(figures('FY07: $2 million\nFY09: $0\nFY10: $1 million')))
  expect(texts).toEqual(expect.arrayContaining(['FY2008', '–', '– no figure stated']))
  // Once on the axis, once over the mark.
  expect(texts.filter((text) => text === '$0')).toHaveLength(2)
})

test('requests are hatched, misprints carry a question mark and what is printed', async () => {
  const chart = await chartOf(figures('FY07: $2 million\nFY08: $3 million (request)\nFY09: $8,105,00'))
  expect(chart.svg).toMatch(/<rect[^>]*fill="url\(#hatch0\)"/)
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining(['?', '$8,105,00', 'hatched: requested only', '? misprinted, not read']),
  )
  expect(chart.alt).toContain('$8,105,00 (misprinted, not read as an amount)')
  expect((await chartOf(figures(TWO))).svg).not.toMatch(/<rect[^>]*fill="url/)
})

test('accounts are stacked only where the line itself states their sum', async () => {
  const bars = (svg: string) =>
    new Set(
      [...svg.matchAll(/<rect x="([\d.]+)"[^>]*height="(?:[\d.]+)" fill="#[^"]+" stroke/g)].map((match) => match[1]),
    ).size
  const summed = await chartOf(
    figures('FY07: $1 million (FSA) + $2 million (INCLE) = $3 million\nFY08: $1 million (FSA)'),
  )
  const listed = await chartOf(figures('FY07: $1 million (FSA), $2 million (INCLE)\nFY08: $1 million (FSA)'))
  expect(textsOf(summed)).toContain('$3M')
  expect(textsOf(listed)).not.toContain('$3M')
  expect(bars(listed.svg)).toBeGreaterThan(bars(summed.svg))
})

test('parts that do not come to the stated sum are not stacked', async () => {
  const texts = textsOf(
    await chartOf(figures('FY07: $1 million (FSA) + $2 million (INCLE) = $4 million\nFY08: $1 million (FSA)')),
  )
  expect(texts).toContain('sum as stated')
  expect(texts).not.toContain('INCLE')
})

test('countries stand side by side in colours of their own', async () => {
  const all = [...figures(TWO), ...figures('FY08: $4 million', 'Gondal', 'gondal')]
  const chart = await chartOf(all, 'Gondal and Ruritania')
  expect(textsOf(chart)).toEqual(expect.arrayContaining(['Gondal', 'Ruritania', '$4M']))
  expect(chart.alt).toContain('Gondal FY2008: $4 million')
})

test('a figure that two fact sheets state alike is one bar, and what cannot be drawn is said', async () => {
  const all = [
    ...figures(TWO),
    ...figures('FY08: $2,035,000 (FSA)\nINL has spent $9 million since 2009.', 'Ruritania', 'later'),
  ]
  const texts = textsOf(await chartOf(all))
  expect(texts.filter((text) => text === '$2.035M')).toHaveLength(1)
  expect(texts.join(' ')).toContain('Not drawn: one figure')
})

test('what a source prints cannot write into the picture', async () => {
  const { svg } = await chartOf(figures('FY07: $2 million (A&B <FSA>)\nFY08: $1 million'), '<script>"&\u0000')
  expect(svg).not.toMatch(/<script|&B/)
  expect(svg).not.toContain('\u0000')
  expect(svg).toContain('&lt;script&gt;&quot;&amp;')
})

test('the words for the picture name every figure within what Discord allows', async () => {
  const many = Array.from(
    { length: 30 },
    (_, i) => `FY${1990 + i}: $${i + 1} million (International Narcotics Account)`,
  ).join('\n')
  const { alt } = await chartOf(figures(many))
  expect(alt.length).toBeLessThanOrEqual(1024)
  expect(alt).toMatch(/; and \d+ more in the table/)
})
