/**
 * How many slips of the keyboard lie between two strings: a letter too many, one missing, one wrong, or two neighbours
 * swapped (Damerau–Levenshtein in its restricted form: no part is edited twice). And a quick look at letters alone,
 * that spares most words the comparison.
 */

/** Rows of the table that `editDistance` fills, kept between calls; longer strings than this are too far from any. */
const LONGEST = 1_000
const ROWS = [new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1)] as const

const at = (row: Uint16Array, column: number): number => row[column] ?? 0

/** The distance in UTF-16 code units, or `limit + 1` as soon as it is certain to be greater than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > LONGEST) return limit + 1
  let [before, above, here] = [ROWS[0], ROWS[1], ROWS[2]]
  for (let column = 0; column <= b.length; column++) above[column] = column
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1)
    const earlier = row > 1 ? a.charCodeAt(row - 2) : -1
    here[0] = row
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1)
      let cost = Math.min(
        at(above, column) + 1,
        at(here, column - 1) + 1,
        at(above, column - 1) + (letter === other ? 0 : 1),
      )
      if (column > 1 && letter === b.charCodeAt(column - 2) && earlier === other) {
        cost = Math.min(cost, at(before, column - 2) + 1)
      }
      here[column] = cost
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    const spare = before
    before = above
    above = here
    here = spare
  }
  return Math.min(at(above, b.length), limit + 1)
}

/** One bit a letter. A slip changes two of them at most, so words that differ in more than two a slip are not near. */
export function letterBits(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

/** Whether two words' letters allow them to be within `limit` slips of each other. */
export function mayBeNear(a: number, b: number, limit: number): boolean {
  let left = 2 * limit
  for (let rest = a ^ b; rest !== 0; rest &= rest - 1) if (--left < 0) return false
  return true
}
