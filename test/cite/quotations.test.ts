import { describe, expect, it } from 'vitest'
import { findQuotations, MOST_QUOTATIONS } from '#src/cite/quotations.ts'

const texts = (message: string): string[] => findQuotations(message).map((quotation) => quotation.text)

describe('the quotations in a message', () => {
  it.each([
    ['He said "one two" and "three".', ['one two', 'three']],
    ['He said “one two” and “three”.', ['one two', 'three']],
    ['Er sagte „eins zwei“ und „drei”.', ['eins zwei', 'drei']],
    ['Il dit « un deux » et «trois».', ['un deux', 'trois']],
    ['Er sagte »eins zwei« und ›drei‹.', ['eins zwei', 'drei']],
    ['‹un deux› here', ['un deux']],
    ['He said ‘one two’ and ‘three’.', ['one two', 'three']],
    ["He said 'one two' then.", ['one two']],
    ['彼は「一二」と『三』と言った', ['一二', '三']],
    ['Han sade ”ett två” sedan', ['ett två']],
    ['> one two\n> three\nwhat I think', ['one two\nthree']],
    ['I think\n>>> one\ntwo', ['one\ntwo']],
    ['> “one two”', ['one two']],
    ['"It says “inner words” here" ok', ['It says “inner words” here']],
    ['“It says “inner words” here” ok', ['It says “inner words” here']],
  ])('%s', (message, expected) => {
    expect(texts(message)).toEqual(expected)
  })

  it.each([
    "It's Azerbaijan's and the nations' own; don't.",
    'It’s Azerbaijan’s and the nations’ own; don’t.',
    'A 5" pipe',
    'a > b and c >d',
    'nothing quoted',
    'an unclosed “mark',
    '',
    '""',
    '"..."',
  ])('none in: %s', (message) => {
    expect(texts(message)).toEqual([])
  })

  it('keep the apostrophes in them', () => {
    expect(texts('She wrote ‘Azerbaijan’s prosecutors won’t’ yesterday')).toEqual(['Azerbaijan’s prosecutors won’t'])
    expect(texts("She wrote 'Azerbaijan's prosecutors won't' yesterday")).toEqual(["Azerbaijan's prosecutors won't"])
    expect(texts('He wrote ‘host nations’ criminal justice’ there')).toEqual(['host nations’ criminal justice'])
  })

  it('stand where they say', () => {
    const message = 'He said “ one two ” and « three ».'
    for (const { text, start, end } of findQuotations(message)) expect(message.slice(start, end)).toBe(text)
  })

  it('are ten at most, each once', () => {
    const message = Array.from({ length: 30 }, (_, at) => `"number ${at >> 1}"`).join(' ')
    expect(texts(message)).toEqual(Array.from({ length: MOST_QUOTATIONS }, (_, at) => `number ${at}`))
  })
})
