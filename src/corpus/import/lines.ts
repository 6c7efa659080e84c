/** A source text as numbered lines: the unit in which furniture is listed and the body is kept. */

export interface SourceLine {
  /** From 1, as an editor counts. */
  readonly number: number
  /** Without the blanks at its two ends; everything inside stays as it is, no-break spaces too. */
  readonly text: string
  /** How far it was set in, in columns (a tab goes to the next multiple of four). */
  readonly indent: number
  /** What a web page says the line is (`text`: neither of the others); plain text says nothing. */
  readonly mark?: 'heading' | 'item' | 'text'
  /** Whether a web page shows the whole line in bold type. */
  readonly bold?: true
  /** Whether on a web page every word of it leads to another page. */
  readonly link?: true
}

/** Lines that follow one another without an empty line. */
export type Block = readonly SourceLine[]

/** The lines of `text`; a form feed (a page break of the source) ends a line too. Empty lines have the text `''`. */
export function sourceLines(text: string): SourceLine[] {
  return text.split(/\r\n|[\n\r\f]/).map((line, index) => ({
    number: index + 1,
    text: line.trim(),
    indent: indentOf(line),
  }))
}

/** The stretches of non-empty lines, in order. */
export function blocksOf(lines: readonly SourceLine[]): Block[] {
  const blocks: SourceLine[][] = []
  let open: SourceLine[] | null = null
  for (const line of lines) {
    if (line.text === '') {
      open = null
      continue
    }
    if (open === null) {
      open = []
      blocks.push(open)
    }
    open.push(line)
  }
  return blocks
}

/** How far a line is set in, in columns. */
export function indentOf(line: string): number {
  let column = 0
  for (const character of line) {
    if (character === '\t') column += 4 - (column % 4)
    else if (/\s/.test(character)) column += 1
    else return column
  }
  return 0
}
