/**
 * What a page prints around its text to say where it is filed: breadcrumbs in one line or one below the other, bars of
 * links, tags, and lists of links under a label of their own.
 */
import type { SourceLine } from '../lines.ts'
import { isCaption, isFigureLine, isProse, isTitleLike, wordCount } from '../shapes.ts'
import { isPageWord, LEADS_TO_PAGES, RELATED_LABEL, TAGS_LABEL } from './known.ts'

/** At most so many links stand under `Related Links`. */
const MOST_RELATED = 30
const LONGEST_STEP = 100

/** `Home > Under Secretary for … > Bureau of …`, `Home / Bureaus / Niger Summary`. */
export function isBreadcrumbs(text: string): boolean {
  const steps = text.split(/^home\s+\/\s/i.test(text) ? /\s+\/\s+/ : /\s+[>»›→]\s+|\s*[»›]\s*/)
  if (steps.length < 2 || steps.some((step) => step.length > LONGEST_STEP)) return false
  return /^home(?:page)?$/i.test(steps[0] ?? '') || (steps.length >= 3 && steps.every((step) => !/[.!?:;]$/.test(step)))
}

/** `Sheets > 2002`, the end of breadcrumbs that were broken to fit. */
export const isRestOfBreadcrumbs = (text: string): boolean =>
  text.length <= LONGEST_STEP && /\S\s*[>»›→]\s*\S/.test(text) && !/[.!?:;]$/.test(text)

/**
 * A bar of short links in one line: most of them such as every site has (`Updates | Frequent Questions | Contact Us`), or
 * said to lead to other pages (`Go to another region: Africa | Asia`), or parted by strokes, as the parts of a site are
 * (`Home | Issues & Press | Countries`). Beside a line of as many cells such a one is a row of a table.
 * @param besides the lines before and after it
 */
export function isLinkBar(text: string, besides: readonly string[]): boolean {
  const links = cellsOf(text.replace(LEADS_TO_PAGES, ''))
  if (links.some((link) => wordCount(link) > 4 || /[\d$€.!?:;]/.test(link))) return false
  if (LEADS_TO_PAGES.test(text)) return links.length >= 2
  const known = links.filter(isPageWord).length
  if (links.length < 3 || known >= links.length / 2) return links.length >= 3
  if (besides.some((other) => cellsOf(other).length === links.length)) return false
  return text.split('|').length >= links.length && links.length >= (known > 0 ? 3 : 4)
}

const cellsOf = (text: string): string[] => text.split(/\s*[|·•]\s*/).filter((cell) => cell !== '')

/**
 * Breadcrumbs printed one below the other: the first lines of a page from `Home` to an empty line. The last of them is
 * the page's title and stays where running text follows instead of a title.
 */
export function upright(
  lines: readonly SourceLine[],
  known: (line: SourceLine) => boolean,
  isText: (line: SourceLine) => boolean,
): SourceLine[] {
  const start = lines.findIndex((line) => line.text !== '' && !known(line))
  if (start === -1 || !/^home(?:page)?$/i.test(lines[start]?.text ?? '')) return []
  const found: SourceLine[] = []
  let at = start
  for (let line = lines[at]; line !== undefined && line.text !== ''; line = lines[++at]) {
    if (line.text.length > LONGEST_STEP || !isTitleLike(line.text) || /\d{4}/.test(line.text) || isText(line)) return []
    found.push(line)
  }
  const next = lines.slice(at).find((line) => line.text !== '')
  if (next === undefined || found.length < 3) return []
  return isText(next) ? found.slice(0, -1) : found
}

/** Below the last running text: a label such as `Related Links` or `Tags`, and the links or tags under it. */
export function labelled(printed: readonly SourceLine[], known: (line: SourceLine) => boolean): SourceLine[] {
  const last = printed.findLastIndex(
    (line) => !known(line) && (isProse(line.text) || isFigureLine(line.text) || isCaption(line.text)),
  )
  if (last === -1) return []
  const tail = printed.slice(last + 1)
  const found: SourceLine[] = []
  let under: 'links' | 'tags' | null = null
  for (const line of tail) {
    if (RELATED_LABEL.test(line.text)) under = 'links'
    else if (TAGS_LABEL.test(line.text)) under = 'tags'
    else if (known(line)) continue
    else if (under === null) {
      // What stands before the first label is the text's own end.
      if (!isTagLine(line.text)) continue
    } else if (!(isLink(line.text) || (under === 'tags' && isTags(line.text)))) return found
    found.push(line)
  }
  return found.length > MOST_RELATED ? [] : found
}

/** `Tags: Gender, Police`. */
const isTagLine = (text: string): boolean =>
  text.length <= 300 && /^(?:tags?|keywords?|filed under|topics?|related topics)\s*:\s+\S/i.test(text) && isTags(text)

/** Several short names in one line. */
const isTags = (text: string): boolean =>
  text
    .replace(/^[\w ]{3,20}:\s+/, '')
    .split(/\s{2,}|\t|\u00a0\s|[,|;·•]\s*/)
    .every((tag) => wordCount(tag) <= 9 && !/[.!?]$/.test(tag))

/** A title of another page, with or without a mark before it. */
const isLink = (text: string): boolean => isTitleLike(text.replace(/^(?:[-–—•‣▪●*»›>+]\s*){1,2}/u, ''))
