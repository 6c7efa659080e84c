import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce, inTurns, type Steps } from '#src/corpus/turns.ts'

/** Work whose every step takes a little, and what else got its turn before each. */
function* slow(seen: number[], others: () => number): Steps<string> {
  for (let step = 0; step < 10; step++) {
    const until = performance.now() + 4
    while (performance.now() < until);
    seen.push(others())
    yield
  }
  return 'made'
}

test('work in turns lets others in between, and makes what it makes at once', async () => {
  let turns = 0
  let working = true
  const other = (async () => {
    for (; working; turns++) await turn()
  })()
  const seen: number[] = []
  expect(await inTurns(slow(seen, () => turns))).toBe('made')
  working = false
  await other
  expect(new Set(seen).size).toBeGreaterThan(2)
  const alone: number[] = []
  expect(atOnce(slow(alone, () => turns))).toBe('made')
  expect(new Set(alone).size).toBe(1)
})
