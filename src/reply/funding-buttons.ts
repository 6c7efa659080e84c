/** The buttons under a reply of /funding: one year of it, all of it where it was narrowed, and its figures as a file. */
import type { Answer } from '../answer/model.ts'
import { AGAIN, againArgs, type Input, packInput } from './input.ts'
import type { Button } from './model.ts'
import type { Words } from './words/model.ts'

/** The action of the button "CSV", with the input whose figures it gives. */
export const FUNDING_CSV = 'fcsv'

/** More would push the other buttons out of sight. */
const MOST_YEARS = 3

/** What /funding was asked, in the short form that a button has room for. */
export interface FundingAsked {
  /** A country's code, or what stands for all countries; null where none was named. */
  readonly country: string | null
  /** Fiscal years in full; empty: all. */
  readonly years: readonly number[]
  readonly account: string | null
}

/** None where no country was named: what is covered has no figures to narrow. */
export function fundingButtons(asked: FundingAsked, answer: Answer, words: Words): readonly Button[] {
  const { country, years, account } = asked
  if (country === null || answer.outcome === 'invalid') return []
  const narrowed = answer.funding.length > 0 || answer.outcome === 'related'
  const again = (label: string, changed: Partial<FundingAsked>): Button => {
    const args = againArgs(fundingInput({ ...asked, ...changed }))
    return { kind: 'action', label, action: AGAIN, args, style: 'secondary' }
  }
  const csv = { kind: 'action', label: words.funding.csv, action: FUNDING_CSV, style: 'secondary' } as const
  return [
    ...yearsToChoose(answer).map((year) => again(words.fiscalYear(year, null), { years: [year] })),
    ...(narrowed && account !== null ? [again(words.funding.allAccounts, { account: null })] : []),
    ...(narrowed && years.length > 0 ? [again(words.funding.allYears, { years: [] })] : []),
    ...(answer.funding.length > 0 ? [{ ...csv, args: packInput(fundingInput(asked)) }] : []),
  ]
}

/** The newest years that stand alone on a line; none where there is nothing to choose between. */
function yearsToChoose({ outcome, funding }: Answer): readonly number[] {
  const single = funding.flatMap(({ line }) =>
    line.fiscalYear === null || line.throughFiscalYear !== null ? [] : [line.fiscalYear],
  )
  const years = [...new Set(single)].sort((a, b) => b - a)
  return outcome !== 'answered' || years.length < 2 ? [] : years.slice(0, MOST_YEARS)
}

function fundingInput({ country, years, account }: FundingAsked): Input {
  const values = {
    ...(country === null ? {} : { country }),
    ...(years.length === 0 ? {} : { year: years.join(',') }),
    ...(account === null ? {} : { account }),
  }
  return { command: 'funding', subcommand: null, values }
}
