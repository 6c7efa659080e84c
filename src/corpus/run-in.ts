/**
 * Run-in headings: a heading printed at the start of its paragraph and ended by a colon (`Challenges:`,
 * `Rule of Law Programming:`, `Resident Legal Advisor (RLA):`) or by a full stop (`Border Security.`). Told from an ordinary colon by the way headings are
 * written: few words, each that carries meaning with a capital, no verb form that a clause would need.
 */

const SMALL = new Set('a an and as at by for from in into of on or the to via with within under over & – -'.split(' '))
/** What opens a clause or a figure line and never a heading. */
const NO_HEADING =
  /^(?:FY|\$|€|£|\d|In |Since |As of |For example|According|Under |These |This |The following|To |At |On )/
const RUN_IN = /^([^\n:.!?;]{2,90}?(?:\bU\.S\.[^\n:.!?;]{0,80})?):(?=[\s\u00a0]+\S|\s*$)/
/** In lists a dash may stand for the colon. */
const DASHED = /^([^\n:.!?;–—]{3,60}?)\s[–—-]\s(?=\S)/

function looksLikeHeading(label: string, mostWords: number): boolean {
  if (NO_HEADING.test(label)) return false
  const words = label
    .replaceAll(/\([^)]*\)/g, ' ')
    .split(/[\s/]+/)
    .filter((word) => word !== '')
  if (words.length === 0 || words.length > mostWords || !/^["“(]?\p{Lu}/u.test(label)) return false
  return words.every((word) => SMALL.has(word) || /^["“(]?[\p{Lu}\d]/u.test(word))
}

/** A full stop ends a heading only after words that are no abbreviation, and before a sentence. */
const STOPPED = /^(\p{Lu}[^\n:.!?;,"“”]{3,59}\p{Ll}{3})\.(?=[\s\u00a0]+["“(]?\p{Lu})/u

export interface RunIn {
  /** As printed, without its colon or dash. */
  readonly label: string
  /** Where the text after it begins, in the same characters. */
  readonly textStart: number
}

/**
 * The run-in heading that opens a paragraph or list item, null where none does.
 * @param text what a reader sees of the paragraph
 * @param item whether it is a list item: there a short name before a dash counts too
 */
export function findRunIn(text: string, item: boolean): RunIn | null {
  const match = RUN_IN.exec(text) ?? (item ? DASHED.exec(text) : null)
  const label = match?.[1]
  if (match === null || label === undefined) return stoppedRunIn(text)
  // One lower-case word after the first is common ("Challenges ahead:"), more is a clause.
  if (!looksLikeHeading(label, 10) && !/^\p{Lu}[\p{L}’'-]+(?: \p{Ll}[\p{L}’'-]+)?$/u.test(label)) return null
  return { label: label.trim(), textStart: afterSpace(text, match[0].length) }
}

function stoppedRunIn(text: string): RunIn | null {
  const [whole, label] = STOPPED.exec(text) ?? []
  if (whole === undefined || label === undefined || !looksLikeHeading(label, 6)) return null
  return { label, textStart: afterSpace(text, whole.length) }
}

function afterSpace(text: string, at: number): number {
  let start = at
  while (/\s/.test(text[start] ?? '')) start += 1
  return start
}
