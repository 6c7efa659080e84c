/** What the funding lines say against each other and against their headings, as findings of the check. */
import { checkFunding } from '../funding/checks.ts'
import { readFunding } from '../funding/read.ts'
import { type CorpusRule, type Finding, type Level, lineFinder } from './finding.ts'

/** Oddities of one figure that the source itself prints: good to know, nothing to mend. */
const NOTES: ReadonlySet<string> = new Set(['unclosed-bracket', 'space-in-number', 'not-whole', 'tenfold'])

/**
 * Sums, promised years, conflicts and slips in the figures of all sheets but those that another one replaces. A
 * finding stands at the first of its places, and names the others.
 */
export const funding: CorpusRule = (sheets) => {
  const superseded = new Set(sheets.map(({ meta }) => meta.replaces))
  const current = sheets.filter(({ id }) => !superseded.has(id))
  const byId = new Map(current.map((sheet) => [sheet.id, { sheet, lineOf: lineFinder(sheet.text) }]))
  const found = checkFunding(current.map((sheet) => ({ sheet: sheet.id, reading: readFunding(sheet) })))
  return found.flatMap(({ kind, message, at }): Finding[] => {
    // That the text breaks off is told of every sheet by a rule of its own.
    if (kind === 'cut-off') return []
    const places = at.flatMap(({ sheet: id, span }) => {
      const known = byId.get(id)
      return known === undefined ? [] : [{ file: known.sheet.file, line: known.lineOf(span.start) }]
    })
    const [first, ...others] = places
    if (first === undefined) return []
    const also = [...new Set(others.map(({ file, line }) => `${file}:${line}`))].filter(
      (place) => place !== `${first.file}:${first.line}`,
    )
    const level: Level = NOTES.has(kind) ? 'note' : 'warning'
    return [
      {
        level,
        ...first,
        rule: `funding-${kind}`,
        message: also.length === 0 ? message : `${message} See also ${also.join(', ')}.`,
        cure: 'Compare with the source; where it prints the same, leave it: the figure is shown with this caveat.',
      },
    ]
  })
}
