import { expect, it } from 'vitest'
import { judgeFunding, measureFunding } from '#src/cli/eval/funding.ts'

const expected = { country: 'AZ', fiscalYear: 2007, amount: 2_250_000, account: 'FSA', status: 'stated' } as const
const { country, ...line } = expected
const shown = { country, line }
const asking = (expect: (typeof expected)[]) => ({ id: 'f001', corpus: 'seeds', input: 'money', expect }) as const

it('takes a funding answer for right only when every figure and no other is shown', () => {
  const judged = [
    judgeFunding(asking([expected]), { outcome: 'answered', funding: [shown, shown] }),
    judgeFunding(asking([expected]), {
      outcome: 'answered',
      funding: [{ country, line: { ...line, amount: 2_035_000 } }],
    }),
    judgeFunding(asking([expected]), { outcome: 'related', funding: [shown] }),
    judgeFunding(asking([]), { outcome: 'related', funding: [{ country, line: { ...line, status: 'cumulative' } }] }),
    judgeFunding(asking([]), { outcome: 'answered', funding: [] }),
  ]
  expect(judged.map(({ right }) => right)).toEqual([true, false, false, true, false])
  expect(measureFunding(judged)).toEqual({
    all: { hits: 2, of: 5 },
    stated: { hits: 1, of: 3 },
    notStated: { hits: 1, of: 2 },
    rowsFound: { hits: 1, of: 3 },
    rowsRight: { hits: 1, of: 2 },
  })
})
