import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BestFirst } from '#src/search/best-first.ts'

const MOST = 5
const found = fc.array(fc.record({ score: fc.integer({ min: 0, max: 20 }), more: fc.integer({ min: 0, max: MOST }) }))
const whole = ({ score, more }: { readonly score: number; readonly more: number }) => ({ score: score + more })

describe('what is put in order as far as somebody looks', () => {
  it('comes as if all of it had been put in order, equals as they were', () => {
    fc.assert(
      fc.property(found, fc.nat(60), (items, looked) => {
        const things = items.map((item, order) => ({ ...item, order }))
        const ordered = new BestFirst(things, MOST, (item) => ({ ...whole(item), order: item.order }))
        const all = things
          .map((item) => ({ ...whole(item), order: item.order }))
          .sort((one, other) => other.score - one.score || one.order - other.order)
        expect([...Iterator.from(ordered).take(looked)]).toEqual(all.slice(0, looked))
        expect([...ordered]).toEqual(all)
      }),
    )
  })

  it('does not work out what can no longer come first', () => {
    const asked: number[] = []
    const scores = [9, 3, 7, 1]
    const ordered = new BestFirst(
      scores.map((score) => ({ score })),
      MOST,
      ({ score }) => {
        asked.push(score)
        return { score: score + MOST }
      },
    )
    const [best] = ordered
    expect(best).toEqual({ score: 14 })
    expect(asked).toEqual([9])
  })
})
