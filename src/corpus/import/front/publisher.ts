/** Who published a text, by the names that it prints; undefined where it does not say. */
import { isCaption, isProse } from '../shapes.ts'
import { bureauIn, isOfTheDepartment, organisationIn } from './organisations.ts'
import type { Around } from './propose.ts'

const DEPARTMENT = /\b(?:U\.S\.|United States|US) Department of State\b/i
/** `OSCE Office in …` as a title: a page by the office about itself. */
const OWN_OFFICE = /\b(?:Office|Mission|Embassy|Delegation|Presence|Secretariat)\b.{0,20} (?:in|to|at) \p{Lu}[^:]*$/u
const UNIT = /^(?:the )?((?:Bureau|Office|Embassy) (?:of|for|to|on) [^.!?:;]{3,100}|U\.S\. Embassy [^.!?:;]{2,60})$/i
/** How a text speaks of its own author: `The Bureau of … (INL) manages …`. */
const OF_ITSELF = /^(?:The )?(Bureau (?:of|for) (?:\p{Lu}[\p{L}-]+(?:,? (?:and )?)?)+)/u
/** `The U.S. Department of State’s Bureau of … (INL) works …`. */
const IN_PROSE =
  /^(?:The )?(?:U\.S\.|United States) Department of State[’']s (Bureau of (?:\p{Lu}[\p{L}-]+(?:,? (?:and |of |for )?)?)+)/u

/**
 * The publisher: the bureau's line in the head of the text, with the department where the page names it; else the
 * bureau with which the first paragraph begins, or under which the site files the page; else the department, where a
 * banner names it; else an organisation known by its abbreviation; else the name over the page's navigation, or the
 * office that gives the page its title.
 */
export function publisherOf(
  lines: readonly string[],
  { removed, trails, masthead }: Around,
  printedTitle: string | null,
): string | undefined {
  const firstProse = lines.findIndex((line) => isProse(line) && !isCaption(line))
  const head = lines.slice(0, firstProse === -1 ? lines.length : firstProse)
  const opening = lines[firstProse] ?? ''
  const named = [...removed, ...head].some((line) => DEPARTMENT.test(line))
  const unit = head.map((line) => UNIT.exec(line)?.[1]).find((found) => found !== undefined)
  const inProse = IN_PROSE.exec(opening)?.[1]?.trim()
  const filed = trails
    .flatMap((trail) => trail.split(/\s*[>»›→]\s*|\s+\/\s+/))
    .findLast((step) => /^Bureau of /.test(step))
  const itself = OF_ITSELF.exec(opening)?.[1]?.trim() ?? ''
  const own = isOfTheDepartment(itself) ? itself : bureauIn(printedTitle ?? '')
  const bureau = unit ?? inProse ?? own ?? filed?.replace(/\s*\([^()]*\)$/, '')
  if (bureau === undefined) {
    if (named) return 'U.S. Department of State'
    const organisation = organisationIn([printedTitle ?? '', ...head, masthead ?? '', ...removed])
    if (organisation !== undefined) return organisation
    return masthead ?? (printedTitle !== null && OWN_OFFICE.test(printedTitle) ? printedTitle : undefined)
  }
  return named || inProse !== undefined || isOfTheDepartment(bureau) ? `U.S. Department of State, ${bureau}` : bureau
}
