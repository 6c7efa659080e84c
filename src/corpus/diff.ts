/** What changed between two texts, line by line. */

export interface DiffLine {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/** A table of more cells is not made; what lies between the common ends is then told as wholly replaced. */
const MOST_CELLS = 4_000_000

/** The lines of both texts in order: kept, taken away, added. Joined again they are the two texts. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const line = (sign: DiffLine['sign']) => (text: string) => ({ sign, text })
  return [
    ...a.slice(0, start).map(line(' ')),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(line(' ')),
  ]
}

/** By the longest common subsequence. */
function between(a: readonly string[], b: readonly string[]): DiffLine[] {
  const width = b.length + 1
  if (a.length * b.length > MOST_CELLS)
    return [...a.map((text) => ({ sign: '-' as const, text })), ...b.map((text) => ({ sign: '+' as const, text }))]
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ sign: ' ', text: left })
      i++
      j++
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: '-', text: left ?? '' })
      i++
    } else {
      lines.push({ sign: '+', text: right })
      j++
    }
  }
  return lines
}

/** The changed lines with `around` lines of what stands about them; what is passed over becomes one `…`. */
export function changesOnly(lines: readonly DiffLine[], around = 2): string[] {
  const shown = lines.map((_line, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== ' '),
  )
  return lines.flatMap(({ sign, text }, index) => {
    if (shown[index]) return [`${sign} ${text}`.trimEnd()]
    return shown[index - 1] ? ['…'] : []
  })
}
