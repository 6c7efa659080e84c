/** Who published a text, in its own words; undefined where it does not say. */
import { isCaption, isProse } from '../shapes.ts'

const DEPARTMENT = /\b(?:U\.S\.|United States|US) Department of State\b/i
const UNIT = /^(?:the )?((?:Bureau|Office|Embassy) (?:of|for) [^.!?:;]{3,100}|U\.S\. Embassy [^.!?:;]{2,60})$/i
/** `The U.S. Department of State’s Bureau of … (INL) works …`: how a text speaks of its own author. */
const IN_PROSE =
  /^(?:The )?(?:U\.S\.|United States) Department of State[’']s (Bureau of (?:\p{Lu}[\p{L}-]+(?:,? (?:and |of |for )?)?)+)/u

/**
 * The publisher: the bureau's line in the head of the text, with the department where the page names it; else the
 * bureau with which the first paragraph begins; else the department, where a banner names it.
 */
export function publisherOf(lines: readonly string[], removed: readonly string[]): string | undefined {
  const firstProse = lines.findIndex((line) => isProse(line) && !isCaption(line))
  const head = lines.slice(0, firstProse === -1 ? lines.length : firstProse)
  const opening = lines[firstProse] ?? ''
  const named = [...removed, ...head].some((line) => DEPARTMENT.test(line))
  const unit = head.map((line) => UNIT.exec(line)?.[1]).find((found) => found !== undefined)
  const inProse = IN_PROSE.exec(opening)?.[1]?.trim()
  const bureau = unit ?? inProse
  if (bureau === undefined) return named ? 'U.S. Department of State' : undefined
  return named || inProse !== undefined ? `U.S. Department of State, ${bureau}` : bureau
}
