/**
 * A funding answer laid out: the newest line as the source prints it, then a line a figure, the caveats, and where two
 * or more figures stand, a chart and a CSV file.
 */
import type { Answer, FundingRow } from '../answer/model.ts'
import { visibleText } from '../corpus/visible.ts'
import { fundingChart } from './chart.ts'
import { escapeMarkdown } from './escape.ts'
import { type FundingCsvRow, fundingCsv } from './funding-csv.ts'
import { layoutAnswer, understoodLine } from './layout.ts'
import type { Block, Reply, ReplyFile } from './model.ts'
import { citedQuote, sourceLine } from './quote.ts'
import type { Words } from './words/model.ts'

const CSV = 'funding.csv'
const CHART = 'funding.png'
/** Figures over one source line. */
const MOST_LINES = 20

const text = (markdown: string): Block => ({ kind: 'text', markdown })

/** Lays out the answer to a money question. */
export async function layoutFunding(answer: Answer, words: Words): Promise<Reply> {
  if (answer.funding.length === 0) return layoutAnswer(answer, words)
  const notes = answer.notes.map((note) => words.note(note)).filter((said) => said !== '')
  const answered = answer.outcome === 'answered'
  const blocks: Block[] = [text(understoodLine(answer.understood, words))]
  if (!answered) blocks.push(text(notes.join('\n')))
  blocks.push(...figureBlocks(answer, words), ...holes(answer, words))
  if (answered && notes.length > 0) blocks.push({ kind: 'rule' }, text(notes.map((note) => `-# ${note}`).join('\n')))
  const files: ReplyFile[] = []
  if (answered && answer.funding.length > 1) {
    const chart = await chartOf(answer, words)
    if (chart !== null) {
      files.push(chart)
      blocks.push({ kind: 'image', file: CHART, alt: chart.description ?? '' })
    }
    files.push(csvFile(answer, words))
    blocks.push({ kind: 'file', file: CSV })
  }
  return { outcome: answer.outcome, private: false, blocks, buttons: [], selects: [], files }
}

/** The figures of an answer as a file alone, for one person. */
export function layoutFundingFile(answer: Answer, words: Words): Reply {
  const count = answer.funding.length
  const blocks: Block[] = [
    text(understoodLine(answer.understood, words)),
    text(words.funding.asFile(count)),
    { kind: 'file', file: CSV },
  ]
  const files = [csvFile(answer, words)]
  return { outcome: answer.outcome, private: true, blocks, buttons: [], selects: [], files }
}

const csvFile = (answer: Answer, words: Words): ReplyFile => ({
  name: CSV,
  contentType: 'text/csv',
  data: Buffer.from(csvOf(answer, words), 'utf8'),
})

/** One source a block: its newest line quoted, then a line a figure. */
function figureBlocks(answer: Answer, words: Words): readonly Block[] {
  const bySheet = new Map<string, FundingRow[]>()
  for (const row of answer.funding) {
    const key = `${row.country} ${answer.excerpts[row.excerpt]?.sheet.id ?? ''}`
    bySheet.set(key, [...(bySheet.get(key) ?? []), row])
  }
  const several = new Set([...answer.funding.map((row) => row.country), ...answer.understood.countries]).size > 1
  return [...bySheet.values()].flatMap((rows): readonly Block[] => {
    const [first] = rows
    const excerpt = first === undefined ? undefined : answer.excerpts[first.excerpt]
    if (first === undefined || excerpt === undefined) return []
    const heading = several ? [`**${escapeMarkdown(words.country(first.country))}**`] : []
    if (rows.length === 1) return [text([...heading, citedQuote(excerpt, words)].join('\n'))]
    return linesTogether(rows).flatMap((some, order) => {
      const source = answer.excerpts[some[0]?.excerpt ?? first.excerpt] ?? excerpt
      const lines = some.map((row) => figureLine(row, words))
      return text([...(order === 0 ? heading : []), ...lines, sourceLine(source, words)].join('\n'))
    })
  })
}

/** So few lines that they and their source always stand on one page. */
function linesTogether(rows: readonly FundingRow[]): readonly (readonly FundingRow[])[] {
  const parts = Math.ceil(rows.length / MOST_LINES)
  return Array.from({ length: parts }, (_, part) => rows.slice(part * MOST_LINES, (part + 1) * MOST_LINES))
}

/** Countries side by side of which one has no figure: that is said under its name. */
function holes(answer: Answer, words: Words): readonly Block[] {
  return answer.groups.flatMap(({ label, notes }) =>
    'country' in label && notes.length > 0
      ? [
          text(
            [`**${escapeMarkdown(words.country(label.country))}**`, ...notes.map((note) => words.note(note))].join(
              '\n',
            ),
          ),
        ]
      : [],
  )
}

/** `FY 2007 · $2.25 million · FSA`, everything but the year as printed. */
function figureLine({ line }: FundingRow, words: Words): string {
  const year = words.fiscalYear(line.fiscalYear, line.throughFiscalYear)
  const amount = `${line.approximate === null ? '' : `${line.approximate} `}${line.printed}`
  const account =
    line.account === null ? [] : [line.accountName === null ? line.account : `${line.account} (${line.accountName})`]
  const marks = [words.fundingMark(line)].filter((mark) => mark !== '')
  return `- **${year}** · ${[amount, ...account, ...marks].map(escapeMarkdown).join(' · ')}`
}

async function chartOf(answer: Answer, words: Words): Promise<ReplyFile | null> {
  const figures = answer.funding.map(({ country, line, excerpt }) => ({
    country: words.country(country),
    sheet: answer.excerpts[excerpt]?.sheet.id ?? '',
    line,
  }))
  const countries = [...new Set(figures.map(({ country }) => country))]
  const sources = [...new Set(answer.excerpts.map(({ sheet }) => sheet.meta.title))]
  const captions = { title: words.list(countries), source: sources.join('; ') }
  const chart = await fundingChart(figures, captions, words.chart)
  return chart === null ? null : { name: CHART, contentType: 'image/png', data: chart.png, description: chart.alt }
}

function csvOf(answer: Answer, words: Words): string {
  const rows = answer.funding.flatMap(({ country, line, excerpt }): readonly FundingCsvRow[] => {
    const shown = answer.excerpts[excerpt]
    if (shown === undefined) return []
    const { sheet, passage, citation } = shown
    const { title, publisher, date, notBefore, url } = sheet.meta
    return [
      {
        line,
        countryName: words.country(country),
        countryCode: country,
        text: visibleText(passage, line.span),
        citation,
        file: sheet.file,
        title,
        publisher,
        date,
        notBefore,
        url,
      },
    ]
  })
  return fundingCsv(rows)
}
