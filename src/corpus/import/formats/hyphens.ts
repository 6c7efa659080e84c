/**
 * Words that a page breaks at the end of a line. Only where the rest of the text shows how a word is written is it put
 * together again; of any other nobody can tell whether the hyphen is its own, so that it stays and is told.
 */

/** A soft hyphen is never a word's own. */
const SOFT = '\u00ad'
const START = /(\p{L}{2,40})([-\u2010\u00ad])$/u
const REST = /^(\p{Ll}{2,40})(?![\p{L}-])(\S*)[ \t]*/u
const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu

export interface Rejoined {
  readonly lines: readonly string[]
  /** The words left in two, as `repre-sentatives`. */
  readonly broken: readonly string[]
}

/** @param lines those of the whole text; what goes on may stand after an empty line, on another page */
export function rejoined(lines: readonly string[]): Rejoined {
  const result = [...lines]
  const broken: string[] = []
  let words: ReadonlySet<string> | null = null
  for (const [index, line] of lines.entries()) {
    const start = START.exec((result[index] ?? line).slice(-60))
    const next = result[index + 1] === '' ? index + 2 : index + 1
    const rest = REST.exec(result[next] ?? '')
    if (start === null || rest === null) continue
    words ??= wordsIn(lines)
    const [, before = '', hyphen = ''] = start
    const [whole, after = '', mark = ''] = rest
    const inTwo = words.has(`${before}-${after}`.toLowerCase())
    const inOne = hyphen === SOFT || words.has(`${before}${after}`.toLowerCase())
    if (inOne === inTwo) {
      broken.push(`${before}-${after}`)
      continue
    }
    const own = result[index] ?? ''
    result[index] = `${inOne ? own.slice(0, -1) : own}${after}${mark}`
    result[next] = (result[next] ?? '').slice(whole.length)
  }
  // A line of which nothing is left would part what belongs together.
  return { lines: result.filter((line, index) => line !== '' || lines[index] === ''), broken }
}

/** Every word that stands whole, in small letters. */
function wordsIn(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const line of lines) {
    for (const [word] of line.replace(/\S+[-\u2010\u00ad]$/u, '').matchAll(WORD))
      words.add(word.toLowerCase().replaceAll('\u2010', '-'))
  }
  return words
}
