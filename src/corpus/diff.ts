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
  const shown = near(lines, around)
  return withinLongLines(lines).flatMap(({ sign, text }, index) => {
    if (shown[index]) return [`${sign} ${text}`.trimEnd()]
    return shown[index - 1] ? ['…'] : []
  })
}

/** For each line whether it or one of the `around` lines before or after it has changed. */
const near = (lines: readonly DiffLine[], around: number): boolean[] =>
  lines.map((_line, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== ' '),
  )

/** A shorter line is taken in at a glance. */
const LONG = 200
/** So many words before and after a change show where it is. */
const WORDS_AROUND = 8

/** A long line that stands in both texts with other words: only what is about these words, since it is a paragraph. */
function withinLongLines(lines: readonly DiffLine[]): readonly DiffLine[] {
  return lines.map((line, index) => {
    const other = line.sign === '-' ? lines[index + 1] : line.sign === '+' ? lines[index - 1] : undefined
    if (other === undefined || other.sign === ' ' || other.sign === line.sign) return line
    if (line.text.length < LONG || other.text.length < LONG) return line
    const [before, after] = line.sign === '-' ? [line.text, other.text] : [other.text, line.text]
    const words = diffLines(before.replaceAll(' ', '\n'), after.replaceAll(' ', '\n'))
    const changed = words.filter(({ sign }) => sign !== ' ').length
    if (changed > words.length / 2) return line
    const shown = near(words, WORDS_AROUND)
    const text = words.flatMap((word, at) => {
      if (!shown[at]) return at === 0 || shown[at - 1] ? ['…'] : []
      return word.sign === ' ' || word.sign === line.sign ? [word.text] : []
    })
    return { sign: line.sign, text: text.join(' ') }
  })
}
