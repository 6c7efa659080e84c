/** Tables for people: aligned for a terminal, or as Markdown for the README. Knows nothing of what stands in them. */

export interface Table {
  readonly title: string
  /** The first column is set left, the others right. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Sentences under the table, such as what a column counts. */
  readonly notes: readonly string[]
}

/** The table as a terminal shows it, columns aligned. */
export function asText(table: Table): string {
  const lines = [table.columns, ...table.rows]
  const widths = table.columns.map((_, at) => Math.max(...lines.map((line) => width(line[at] ?? ''))))
  const shown = lines.map((line) =>
    widths
      .map((wide, at) => pad(line[at] ?? '', wide, at === 0))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((wide) => '─'.repeat(wide)).join('  ')
  return [table.title, shown[0], rule, ...shown.slice(1), ...table.notes].join('\n')
}

/** The table as GitHub's Markdown, under a heading of the third level. */
export function asMarkdown(table: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = line(table.columns.map((_, at) => (at === 0 ? '---' : '---:')))
  const notes = table.notes.length === 0 ? [] : ['', table.notes.join(' ')]
  return [`### ${table.title}`, '', line(table.columns), rule, ...table.rows.map(line), ...notes].join('\n')
}

const width = (text: string): number => [...text].length

function pad(text: string, wide: number, left: boolean): string {
  const fill = ' '.repeat(Math.max(0, wide - width(text)))
  return left ? text + fill : fill + text
}
