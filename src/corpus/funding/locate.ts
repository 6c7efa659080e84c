/** Finds a span of the file in a passage's reading. */
import type { Reading, Span } from '../model.ts'

/** Characters `[from, to)` of a reading's text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The characters of `reading` that stand at `span` in the file. Offsets only ever grow, so halving finds them. */
export function locate(reading: Reading, span: Span): Stretch {
  const firstAt = (offset: number): number => {
    let [low, high] = [0, reading.text.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (reading.span(middle, middle + 1).start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return { from: firstAt(span.start), to: firstAt(span.end) }
}
