import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Kept } from '#src/preview/kept.ts'

test('what was used longest ago is forgotten first', () => {
  const kept = new Kept<number>(2)
  kept.set('a', 1)
  kept.set('b', 2)
  kept.get('a')
  kept.set('c', 3)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3])
})

test('never more than the limit, but for one value that is larger on its own', () => {
  const weights = fc.array(fc.tuple(fc.constantFrom(...'abcdef'.split('')), fc.integer({ min: 1, max: 15 })), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(weights, (sets) => {
      const kept = new Kept<number>(20, (weight) => weight)
      for (const [key, weight] of sets) {
        kept.set(key, weight)
        const held = 'abcdef'.split('').reduce((sum, each) => sum + (kept.get(each) ?? 0), 0)
        expect(kept.get(key)).toBe(weight)
        expect(held).toBeLessThanOrEqual(20)
      }
    }),
  )
})
