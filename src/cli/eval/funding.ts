/** Funding questions: every figure that answers, and no other. */
import type { Answer } from '#src/answer/model.ts'
import type { FundingLine } from '#src/corpus/funding/types.ts'
import type { FundingQuestion } from './rows.ts'
import type { Share } from './stats.ts'

type Figure = FundingQuestion['expect'][number]

type Judged = Pick<Answer, 'outcome'> & {
  readonly funding: readonly {
    readonly country: string
    readonly line: Pick<FundingLine, 'fiscalYear' | 'amount' | 'account' | 'status'>
  }[]
}

const keyOf = ({ country, fiscalYear, amount, account, status }: { [K in keyof Figure]: Figure[K] | null }): string =>
  JSON.stringify([country, fiscalYear, amount, account, status])

export interface JudgedFunding {
  readonly question: FundingQuestion
  readonly right: boolean
  /** Rows that are missing, and rows that should not be there, as `["AZ",2007,2250000,"FSA","stated"]`. */
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** Rows are compared as sets; where none is expected, anything but `answered` is right. */
export function judgeFunding(question: FundingQuestion, answer: Judged): JudgedFunding {
  const expected = new Set(question.expect.map(keyOf))
  const shown = new Set(
    answer.outcome === 'answered' ? answer.funding.map(({ country, line }) => keyOf({ ...line, country })) : [],
  )
  const missing = [...expected.difference(shown)]
  const extra = [...shown.difference(expected)]
  const right =
    missing.length === 0 && extra.length === 0 && (answer.outcome === 'answered') === question.expect.length > 0
  return { question, right, missing, extra }
}

export interface FundingMeasures {
  readonly all: Share
  /** Of the questions with an answer, and of those without. */
  readonly stated: Share
  readonly notStated: Share
  /** Rows over all questions. */
  readonly rowsFound: Share
  readonly rowsRight: Share
}

export function measureFunding(judged: readonly JudgedFunding[]): FundingMeasures {
  const right = (some: readonly JudgedFunding[]): Share => ({
    hits: some.filter((one) => one.right).length,
    of: some.length,
  })
  const expected = judged.reduce((sum, { question }) => sum + new Set(question.expect.map(keyOf)).size, 0)
  const missing = judged.reduce((sum, one) => sum + one.missing.length, 0)
  const extra = judged.reduce((sum, one) => sum + one.extra.length, 0)
  const found = expected - missing
  return {
    all: right(judged),
    stated: right(judged.filter(({ question }) => question.expect.length > 0)),
    notStated: right(judged.filter(({ question }) => question.expect.length === 0)),
    rowsFound: { hits: found, of: expected },
    rowsRight: { hits: found, of: found + extra },
  }
}
