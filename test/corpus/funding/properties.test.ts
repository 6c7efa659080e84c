import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFunding } from '#src/corpus/funding/read.ts'
import { plainSheet } from '../plain-sheet.ts'

const digits = fc.string({ unit: fc.constantFrom(...'0123456789,,..  '), minLength: 1, maxLength: 14 })
const lead = fc.constantFrom('FY07: $', 'FY 2007: ', 'FY 2007 - $ ', 'In FY 2007, INL provided $')
const scale = fc.constantFrom(['', 0] as const, [' million', 6] as const, ['K', 3] as const, [' billion', 9] as const)
const tail = fc.constantFrom('', ' (FSA)', ' (FSA', ' for training.', ' + $2 million (INCLE) = $3 million')

/** What `printed` is worth by long-hand decimal arithmetic; null where it is no well-formed number. */
function worth(printed: string, power: number): string | null {
  const bare = printed.replaceAll(/,? +(?=\d{3})/g, ',')
  if (!/^(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/.test(bare) || bare === '' || /^0[\d,]/.test(bare)) return null
  const [whole = '', fraction = ''] = bare.replaceAll(',', '').split('.')
  const shifted = `${whole}${fraction.padEnd(power, '0').slice(0, power)}`.replace(/^0*(?=\d)/, '') || '0'
  return /^0*$/.test(fraction.slice(power)) ? shifted : null
}

test('an amount is exactly what is printed, or there is none', () => {
  fc.assert(
    fc.property(lead, digits, scale, tail, (before, number, [word, power], after) => {
      const sheet = plainSheet(`${before}${number}${word}${after}`)
      for (const line of readFunding(sheet).lines) {
        if (line.amount === null) {
          expect(line.status).toBe('malformed')
          continue
        }
        const printed = line.printed.replaceAll(/[^\d., ]/g, '').trim()
        const scaled = line.scale === 'million' ? 6 : line.scale === 'billion' ? 9 : line.scale === 'thousand' ? 3 : 0
        expect(String(line.amount)).toBe(worth(printed, scaled))
        // Of a number in one piece nothing may be left unread, or the figure would be another one.
        const { end } = line.amountSpan
        expect(sheet.text.slice(end, end + 2)).not.toMatch(/^(?:\d|[.,]\d)/)
        const inNumber = /\d *$/.test(number) && line.amountSpan.start < before.length + number.trimEnd().length
        if (inNumber) expect(String(line.amount)).toBe(worth(number.trim().replace(/[., ]+$/, ''), power))
      }
    }),
    { numRuns: 1500 },
  )
})

const piece = fc.oneof(
  fc.constantFrom(
    'FY',
    'FY07',
    '2007',
    '$',
    '2.5',
    ' million',
    '1,200,000',
    '(',
    ')',
    '[',
    ']',
    '*',
    '=',
    '+',
    '-',
    '–',
    ' ',
  ),
  fc.constantFrom(
    'INCLE',
    'FSA',
    'request',
    'total',
    'and',
    'since',
    '\n',
    ':',
    ';',
    '.',
    ',',
    'INL provided',
    'Sec. ',
    '$0',
    'none',
  ),
  fc.string({ maxLength: 4 }),
)
const lines = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

/** Without white space and footnote marks, which an account is given without. */
const unmarked = (text: string) => text.replaceAll(/\[\d{1,2}\]|[\s*†‡⁰¹²³⁴-⁹]/g, '')

test('whatever a sheet says, figures stand where they are said to stand', () => {
  fc.assert(
    fc.property(lines, (text) => {
      const sheet = plainSheet(text)
      for (const line of readFunding(sheet).lines) {
        expect(sheet.text.slice(line.amountSpan.start, line.amountSpan.end)).toBe(line.printed)
        expect(line.span.start).toBeLessThanOrEqual(line.amountSpan.start)
        expect(line.span.end).toBeGreaterThanOrEqual(line.amountSpan.end)
        expect(line.amount === null || (Number.isSafeInteger(line.amount) && line.amount >= 0)).toBe(true)
        expect(line.status === 'malformed').toBe(line.amount === null)
        expect(unmarked(sheet.text)).toContain(unmarked(line.account ?? ''))
      }
    }),
    { numRuns: 1500 },
  )
})

test.each(['1,', '(', '$1,000 ', '$5 + ', 'FY07: $1 ', '[1] ', '* A: B ', '000 ', 'FY07 ', 'in A '])(
  'a line of nothing but %j is read to its end',
  (unit) => {
    const sheet = plainSheet(`FY07: $5 ${unit.repeat(3000)}`)
    expect(readFunding(sheet).lines.length).toBeGreaterThan(0)
  },
)
