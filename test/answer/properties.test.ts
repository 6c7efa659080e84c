import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '#src/answer/ask.ts'
import type { Library } from '#src/answer/library.ts'
import { program } from '#src/answer/program.ts'
import { openSmall } from './sheets.ts'

let library: Library
beforeAll(async () => {
  library = await openSmall()
})

const word = fc.constantFrom(
  ...'how many which who where when why what does stand for countries customs officers Vietnam Kenya vietnamn provinces 2008 FY07 training money police court RLA WAP Da-Nang the of in is not , ? ! ( "'.split(
    ' ',
  ),
)
const input = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
)
const runs = { numRuns: 150 }

describe('whatever is typed', () => {
  it('gets an answer whose parts fit together', () =>
    fc.assert(
      fc.asyncProperty(input, async (typed) => {
        const { outcome, reason, answer, excerpts } = await ask(typed, library)
        expect(reason === null).toBe(outcome === 'answered')
        if (outcome === 'none') expect(excerpts).toEqual([])
        if (outcome === 'related') expect(excerpts.length).toBeGreaterThan(0)
        if (outcome !== 'answered') expect(answer).toBeNull()
        for (const { start, end, sheet } of excerpts) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(sheet.text.length)
          expect(end - start).toBeLessThanOrEqual(700)
        }
        if (answer === null) return
        const [first] = excerpts
        expect(first?.start).toBeLessThanOrEqual(answer.start)
        expect(first?.end).toBeGreaterThanOrEqual(answer.end)
        expect(answer.start).toBeLessThan(answer.end)
      }),
      runs,
    ))

  it('gets the same answer again', () =>
    fc.assert(
      fc.asyncProperty(input, async (typed) => {
        expect(await ask(typed, library)).toEqual(await ask(typed, library))
      }),
      { numRuns: 40 },
    ))

  it('is a valid value or a named fault in /program', () =>
    fc.assert(
      fc.asyncProperty(fc.option(input), fc.option(input), async (country, topic) => {
        const { outcome, reason } = await program({ country, topic }, library)
        expect(reason === null).toBe(outcome === 'answered')
      }),
      { numRuns: 60 },
    ))

  it('costs no more than its distinct words, however long it is', async () => {
    const long = 'customs officers in Vietnam '.repeat(140)
    const { understood } = await ask(long, library)
    expect(understood.countries).toEqual(['VN'])
  })
})
