/**
 * Long work in small steps, so that questions are answered in between: it is written once, as a generator that pauses
 * where it may be interrupted, and done at once or in turns with whatever else is waiting.
 */
import { setImmediate as turn } from 'node:timers/promises'

export type Steps<Made> = Generator<undefined, Made, undefined>

/** Milliseconds after which others get their turn. */
const TURN = 5

export function atOnce<Made>(steps: Steps<Made>): Made {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same, giving way every few milliseconds. What the steps read must not change meanwhile. */
export async function inTurns<Made>(steps: Steps<Made>): Promise<Made> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < TURN) continue
    await turn()
    since = performance.now()
  }
}
