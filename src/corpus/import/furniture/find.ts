/**
 * The page's furniture: what a page prints around a text. Found by rules over whole lines, listed with the line number
 * and the reason, never removed silently. When in doubt a line is the text's.
 */
import type { SourceLine } from '../lines.ts'
import { isCaption, isFigureLine, isHeadLine, isProse, isTitleLike } from '../shapes.ts'
import { joined, unbroken } from './broken.ts'
import { ANYWHERE, AT_THE_EDGES, isPageWord, LIST_LABEL, MAY_BE_A_HEADING, SITE_NAME } from './known.ts'
import { navigationLists } from './lists.ts'
import { isBreadcrumbs, isLinkBar, isRestOfBreadcrumbs, labelled, upright } from './trails.ts'

export interface Furniture {
  /** From 1. */
  readonly line: number
  readonly text: string
  readonly reason: string
}

/** No furniture line is longer: a paragraph is the text's. */
const LONGEST = 800
const ORGANISATION =
  /\b(?:Office (?:on|of|for|in|at)|(?:Mission|Presence|Cent(?:re|er)|Embassy|Delegation) (?:in|to|at)|Organi[sz]ation|Agency|Ministry|Department|Bureau|Commission|Council|Nations|Union|Interpol|Europol|Police|Secretariat|Institute|Bank|Fund|Foundation|Programme)\b/i
/** At most this many titles of other pages below a site's name. */
const MOST_PROMOS = 8

/** So few links may be a title's own: the series it stands in, and itself. */
const LEAST_LINKS = 3

/** The lines of `lines` that are furniture, and the rest, empty lines included. `isCountry`: a country's name alone. */
export function parted(
  lines: readonly SourceLine[],
  isCountry: (text: string) => boolean,
): { body: SourceLine[]; furniture: Furniture[]; masthead: SourceLine | null; trails: string[] } {
  const reasons = new Map<SourceLine, string>()
  const printed = lines.filter((line) => line.text !== '')
  const left = () => printed.filter((line) => !reasons.has(line))

  const trails: string[] = []
  const groups = unbroken(printed)
  const first = groups.findIndex((group) => isProse(joined(group)) && reasonAnywhere(joined(group), true) === undefined)
  const begin = first === -1 ? groups.length : first
  for (const [at, group] of groups.entries()) {
    const text = joined(group)
    const before = groups[at - 1]?.at(-1)
    const after = before !== undefined && reasons.get(before) === 'breadcrumbs'
    const goesOn = after && before.number + 1 === group[0]?.number && isRestOfBreadcrumbs(text)
    const reason = text.length > LONGEST ? undefined : goesOn ? 'breadcrumbs' : reasonAnywhere(text, at < begin)
    if (goesOn) trails.push(`${trails.pop() ?? ''} ${text}`)
    else if (reason === 'breadcrumbs') trails.push(text)
    if (reason !== undefined) for (const line of group) reasons.set(line, reason)
  }
  const isText = (line: SourceLine) => !reasons.has(line) && isOfTheText(line.text)
  for (const line of labelled(printed, (line) => reasons.has(line) || isPageWord(line.text)))
    if (!reasons.has(line)) reasons.set(line, 'links below the text')
  const name = nameOver(printed)
  const listed = left().filter((line) => line !== name)
  for (const line of navigationLists(listed, isText, isCountry)) reasons.set(line, 'navigation list')
  const crumbs = upright(
    lines,
    (line) => reasons.has(line),
    (line) => isOfTheText(line.text),
  )
  for (const line of crumbs) reasons.set(line, 'breadcrumbs')
  if (crumbs.length > 1) trails.push(crumbs.map(({ text }) => text).join(' > '))
  for (const line of promos(left(), isText)) reasons.set(line, 'links below the text')
  const isOfThePage = (group: SourceLine[] | undefined) => group?.some((line) => reasons.has(line)) ?? false
  const leadsText = (group: SourceLine[] | undefined) =>
    group !== undefined && !isOfThePage(group) && !isPageWord(joined(group))
  const outer = new Set(edges(printed, isText))
  for (const [at, group] of groups.entries()) {
    const text = joined(group)
    if (text.length > LONGEST || !group.every((line) => outer.has(line))) continue
    const known = AT_THE_EDGES.find(({ pattern }) => pattern.test(text))?.reason
    const [before, after] = [groups[at - 1], groups[at + 1]]
    const besides = [before, after].map((other) => joined(other ?? []))
    const reason = known ?? (isLinkBar(text, besides) ? 'links of the page' : undefined)
    if (reason === undefined || (MAY_BE_A_HEADING.test(text) && !isOfThePage(before) && leadsText(after))) continue
    for (const line of group) if (!reasons.has(line)) reasons.set(line, reason)
  }
  for (const line of linkRuns(printed, isText)) if (!reasons.has(line)) reasons.set(line, 'links of the page')
  for (const line of siteNames(printed, reasons, lines)) reasons.set(line, 'banner')

  return {
    trails,
    masthead: mastheadOf(printed, reasons),
    body: lines.filter((line) => !reasons.has(line)),
    furniture: lines.flatMap((line) => {
      const reason = reasons.get(line)
      return reason === undefined ? [] : [{ line: line.number, text: line.text, reason }]
    }),
  }
}

/** @param above whether it stands above the text, where breadcrumbs need not begin with `Home` */
function reasonAnywhere(text: string, above: boolean): string | undefined {
  const known = ANYWHERE.find(({ pattern }) => pattern.test(text))
  return known?.reason ?? (isBreadcrumbs(text) && (above || /^home\b/i.test(text)) ? 'breadcrumbs' : undefined)
}

/** Running text, figures, list items, captions: what a page is read for. */
const isOfTheText = (text: string): boolean =>
  isProse(text) || isFigureLine(text) || isCaption(text) || /^[•‣▪●*-]\s/.test(text)

/** An organisation's name, alone on the first line with the site's navigation right below: whose site it is. */
function mastheadOf(printed: readonly SourceLine[], reasons: ReadonlyMap<SourceLine, string>): SourceLine | null {
  const [first, second] = printed
  if (first === undefined || second === undefined || reasons.has(first)) return null
  const navigation = /navigation|menu|breadcrumbs|links of the page/.test(reasons.get(second) ?? '')
  return navigation && isOrganisation(first.text) ? first : null
}

/** The same before the navigation is known: the first line, set apart from the list below it or right over `Home`. */
function nameOver([first, second]: readonly SourceLine[]): SourceLine | null {
  if (first === undefined || second === undefined || isPageWord(first.text)) return null
  const apart = second.number - first.number > 1 || isPageWord(second.text)
  return apart && isOrganisation(first.text) ? first : null
}

const isOrganisation = (text: string): boolean => ORGANISATION.test(text) && isTitleLike(text)

/** The lines above the first of the text and below its last. */
function edges(printed: readonly SourceLine[], isText: (line: SourceLine) => boolean): SourceLine[] {
  const first = printed.findIndex(isText)
  if (first === -1) return []
  return [...printed.slice(0, first), ...printed.slice(printed.findLastIndex(isText) + 1)]
}

/**
 * Above or below the text: lines of a web page one below the other that do nothing but lead to other pages. Below the
 * text only where one of them is such as every site has; a text itself may end with what to read.
 */
function linkRuns(printed: readonly SourceLine[], isText: (line: SourceLine) => boolean): SourceLine[] {
  const first = printed.findIndex(isText)
  if (first === -1) return []
  const above = runsOf(printed.slice(0, first))
  const below = runsOf(printed.slice(printed.findLastIndex(isText) + 1))
  return [...above, ...below.filter((run) => run.some(({ text }) => isPageWord(text)))].flat()
}

function runsOf(lines: readonly SourceLine[]): SourceLine[][] {
  const runs: SourceLine[][] = []
  let open: SourceLine[] = []
  for (const line of [...lines, null]) {
    if (line !== null && isLinkLine(line)) open.push(line)
    else {
      if (open.length >= LEAST_LINKS) runs.push(open)
      open = []
    }
  }
  return runs
}

const isLinkLine = ({ link, mark }: SourceLine): boolean => link === true && mark !== 'heading'

/** A site's name right beside a banner line: part of the banner, unless it opens the lines that say from whom. */
function siteNames(
  printed: readonly SourceLine[],
  reasons: ReadonlyMap<SourceLine, string>,
  lines: readonly SourceLine[],
): SourceLine[] {
  const banner = (line: SourceLine | undefined) => line !== undefined && /banner/.test(reasons.get(line) ?? '')
  const ofThePage = (line: SourceLine | undefined) => line !== undefined && reasons.has(line)
  // The site's short and its full name may stand over its navigation, one below the other.
  const over = printed.findIndex((line) => !SITE_NAME.test(line.text))
  const overNavigation = ofThePage(printed[over])
  return printed.filter((line, index) => {
    if (reasons.has(line) || !SITE_NAME.test(line.text)) return false
    const after = lines[line.number]
    const opensHead =
      after !== undefined && !reasons.has(after) && isHeadLine(after.text) && !SITE_NAME.test(after.text)
    if (opensHead) return false
    return banner(printed[index - 1]) || banner(printed[index + 1]) || (index < over && overNavigation)
  })
}

/** Below the text: a site's name, or the label of a list of links, and after it nothing but titles of other pages. */
function promos(left: readonly SourceLine[], isText: (line: SourceLine) => boolean): readonly SourceLine[] {
  const last = left.findLastIndex(isText)
  if (last === -1) return []
  const tail = left.slice(last + 1)
  const name = tail.findIndex((line) => SITE_NAME.test(line.text) || LIST_LABEL.test(line.text))
  const titles = tail.slice(name + 1)
  if (name === -1 || titles.length === 0 || titles.length > MOST_PROMOS) return []
  const others = titles.every((line) => isTitleLike(line.text) && (!isHeadLine(line.text) || SITE_NAME.test(line.text)))
  return others ? tail.slice(name) : []
}
