/** The evaluation as tables: systems side by side, then Footnote by kind of question, then funding. */
import { asMarkdown, asText, type Table } from '../table.ts'
import { measureFunding } from './funding.ts'
import type { Judged } from './judge.ts'
import { measure, wentWrong } from './measure.ts'
import type { CorpusName, Split } from './rows.ts'
import type { CorpusRun, SystemRun } from './run.ts'
import { countIf, shareText } from './stats.ts'

const CORPORA: Readonly<Record<CorpusName, string>> = {
  seeds: 'the five fact sheets',
  other: 'the other texts',
  fresh: 'the fresh texts',
  third: 'the third texts',
  fourth: 'the fourth texts',
  fifth: 'the fifth texts',
  sixth: 'the sixth texts',
  seventh: 'the seventh texts',
  eighth: 'the eighth texts',
  ninth: 'the ninth texts',
  tenth: 'the tenth texts',
  eleventh: 'the eleventh texts',
  twelfth: 'the twelfth texts',
  fourteenth: 'the fourteenth texts',
}
const SPLITS: Readonly<Record<Split, string>> = { tune: 'tuned on', held: 'held back' }

const ofSplit = (judged: readonly Judged[], split: Split) => judged.filter(({ row }) => row.split === split)

const labelOf = ({ system, threshold }: SystemRun): string => (threshold === null ? system : `${system} + threshold`)

function systemsTable(run: CorpusRun, split: Split): Table {
  const own = ofSplit(run.systems[0]?.judged ?? [], split)
  const answerable = countIf(own, ({ row }) => row.answerable)
  return {
    title: `Questions over ${CORPORA[run.corpus]}, ${SPLITS[split]}: ${answerable.hits} answerable, ${answerable.of - answerable.hits} not`,
    columns: [
      'system',
      'sentence hit@1',
      'passage hit@3',
      'MRR',
      'unanswerable answered',
      'answerable refused',
      'refusal precision',
      'refusal recall',
      'net score',
    ],
    rows: run.systems.map((system) => {
      const made = measure(ofSplit(system.judged, split))
      return [
        labelOf(system),
        shareText(made.sentence),
        shareText(made.passage),
        made.reciprocalRank.toFixed(3),
        shareText(made.answeredWrongly),
        shareText(made.refusedWrongly),
        shareText(made.refusalPrecision),
        shareText(made.refusalRecall),
        String(made.net),
      ]
    }),
    notes: [
      'In brackets the 95 % Wilson interval.',
      'A right sentence counts only where the system answers; passages count where they are shown, also beside a refusal.',
      'Net score: +1 a right answer, 0 a refusal, −1 a wrong answer or one to an unanswerable question.',
      'A peer has no refusal of its own; its threshold is the score with the best net score on the questions tuned on.',
    ],
  }
}

function kindsTable(run: CorpusRun, split: Split): Table {
  const systems = run.systems.filter(({ threshold }) => threshold === null)
  const kinds = [...new Set((systems[0]?.judged ?? []).map(({ row }) => row.kind))].sort()
  const cell = (judged: readonly Judged[]): string => {
    const [first] = judged
    if (first === undefined) return '–'
    const share = countIf(judged, (one) => (one.row.answerable ? one.right : !one.answered))
    return `${share.hits}/${share.of}`
  }
  return {
    title: `By kind over ${CORPORA[run.corpus]}, ${SPLITS[split]}`,
    columns: ['kind', ...systems.map(({ system }) => system)],
    rows: kinds.flatMap((kind) => {
      const cells = systems.map(({ judged }) => cell(ofSplit(judged, split).filter(({ row }) => row.kind === kind)))
      return cells.every((text) => text === '–') ? [] : [[kind, ...cells]]
    }),
    notes: ['Right sentences first; for unanswerable questions the refusals.'],
  }
}

function fundingTable(runs: readonly CorpusRun[]): Table {
  return {
    title: 'Funding questions: every figure that answers and no other',
    columns: ['corpus', 'all', 'stated', 'not stated', 'figures found', 'figures shown that are right'],
    rows: runs
      .filter((run) => run.funding.length > 0)
      .map((run) => {
        const made = measureFunding(run.funding)
        const shares = [made.all, made.stated, made.notStated, made.rowsFound, made.rowsRight]
        return [CORPORA[run.corpus], ...shares.map(shareText)]
      }),
    notes: ['A figure is right when country, year, amount, account and status are.'],
  }
}

export interface ReportOptions {
  readonly splits: readonly Split[]
  readonly markdown: boolean
}

export function report(runs: readonly CorpusRun[], { splits, markdown }: ReportOptions): string {
  // A set of which nothing is held back has no such table.
  const holds = (run: CorpusRun, split: Split) => run.systems.some(({ judged }) => ofSplit(judged, split).length > 0)
  const tables = runs.flatMap((run) =>
    splits.filter((split) => holds(run, split)).flatMap((split) => [systemsTable(run, split), kindsTable(run, split)]),
  )
  if (runs.some((run) => run.funding.length > 0)) tables.push(fundingTable(runs))
  const parts = tables.map(markdown ? asMarkdown : asText)
  for (const { corpus, skipped } of runs)
    if (skipped.length > 0)
      parts.push(`Not measured over ${CORPORA[corpus]}: ${skipped.length} inputs that cannot be put to Footnote yet.`)
  return `${parts.join('\n\n')}\n`
}

/** The same figures for programs. */
export function reportJson(runs: readonly CorpusRun[], splits: readonly Split[]): unknown {
  return runs.map(({ corpus, systems, funding, skipped }) => ({
    corpus,
    splits: splits.map((split) => ({
      split,
      systems: systems.map(({ system, threshold, judged }) => ({
        system,
        threshold,
        ...measure(ofSplit(judged, split)),
        wrong: ofSplit(judged, split)
          .filter(wentWrong)
          .map(({ row }) => row.id),
      })),
    })),
    funding: measureFunding(funding),
    skipped: skipped.length,
  }))
}
