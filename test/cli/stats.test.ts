import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareText, wilson } from '#src/cli/eval/stats.ts'

describe('the 95 % interval of a share', () => {
  // The examples of Newcombe (1998), "Two-sided confidence intervals for the single proportion", method 3.
  it.each([
    { hits: 81, of: 263, low: 0.2553, high: 0.3662 },
    { hits: 15, of: 148, low: 0.0624, high: 0.1605 },
    { hits: 0, of: 20, low: 0, high: 0.1611 },
    { hits: 1, of: 29, low: 0.0061, high: 0.1718 },
  ])('is the published one for $hits of $of', ({ hits, of, low, high }) => {
    const interval = wilson({ hits, of })
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('says nothing where nothing was counted', () => {
    expect(wilson({ hits: 0, of: 0 })).toEqual({ low: 0, high: 1 })
    expect(shareText({ hits: 0, of: 0 })).toBe('–')
  })

  it('holds the share, stays within 0 and 1, and mirrors hits and misses', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (hits, misses) => {
        fc.pre(hits + misses > 0)
        const of = hits + misses
        const { low, high } = wilson({ hits, of })
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / of + 1e-12)
        expect(high).toBeGreaterThanOrEqual(hits / of - 1e-12)
        expect(1 - wilson({ hits: misses, of }).high).toBeCloseTo(low, 10)
      }),
    )
  })
})
