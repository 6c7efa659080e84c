/**
 * Abbreviations that a text explains itself: `Resident Legal Advisor (RLA)`. The algorithm is Schwartz and Hearst's
 * ("A simple algorithm for identifying abbreviation definitions in biomedical text", 2003): the letters of the short
 * form are looked for from right to left in the words before the bracket, the first one at the start of a word.
 */

export interface Explanation {
  readonly short: string
  readonly long: string
  /** Where the long form begins and the bracket's content ends, in the text's characters. */
  readonly start: number
  readonly end: number
}

const BRACKET = /\(\s*["“]?([^()"“”;,]{2,12})["”]?\s*\)/g

function isShortForm(text: string): boolean {
  return /^[\p{L}\d][\p{L}\d./&-]*$/u.test(text) && (text.match(/\p{Lu}/gu) ?? []).length >= 2
}

/** Where the long form of `short` begins in `before`, -1 where it can't be found. */
function longFormStart(short: string, before: string): number {
  let at = before.length - 1
  for (let index = short.length - 1; index >= 0; index -= 1) {
    const wanted = (short[index] ?? '').toLowerCase()
    if (!/[\p{L}\d]/u.test(wanted)) continue
    while (
      at >= 0 &&
      (before[at]?.toLowerCase() !== wanted || (index === 0 && at > 0 && /[\p{L}\d]/u.test(before[at - 1] ?? '')))
    )
      at -= 1
    if (at < 0) return -1
    at -= 1
  }
  return at + 1
}

/** The explanations in a text, in order. */
export function findAcronyms(text: string): readonly Explanation[] {
  const found: Explanation[] = []
  for (const match of text.matchAll(BRACKET)) {
    const printed = (match[1] ?? '').trim()
    if (!isShortForm(printed)) continue
    // A plural's s is the text's grammar, not the abbreviation's letter: (CPPTs) explains CPPT.
    const short = /\p{Lu}s$/u.test(printed) ? printed.slice(0, -1) : printed
    const words = Math.min(short.length + 5, short.length * 2)
    const lead = text.slice(0, match.index).trimEnd()
    const window = /(?:[^\s]+\s+){0,12}[^\s]+$/.exec(lead.split(/\s+/).slice(-words).join(' '))?.[0] ?? ''
    const at = longFormStart(short, window)
    const long = window.slice(Math.max(at, 0))
    const start = at < 0 ? initialsStart(short, lead) : startOfWords(lead, long)
    if (start < 0 || lead.length - start <= short.length || /\(|(?<!\p{Lu})[.;:!?]\s/u.test(lead.slice(start))) continue
    found.push({ short, long: text.slice(start, lead.length), start, end: match.index + match[0].length })
  }
  return found
}

/**
 * Where words begin whose initials are the short form and which the long form merely goes on after
 * (`National Action Plan to Fight Trafficking in Human Beings (NAP)`), -1 where there are none.
 */
function initialsStart(short: string, lead: string): number {
  const words = [...lead.matchAll(/[\p{L}\d’'-]+/gu)].slice(-14)
  for (let first = words.length - short.length; first >= 0; first -= 1) {
    const initials = words.slice(first, first + short.length).map(([word]) => word[0] ?? '')
    const start = words[first]?.index
    if (start !== undefined && initials.join('') === short && !/[.;:]/.test(lead.slice(start))) return start
  }
  return -1
}

/** Where the words of `long` begin at the end of `lead`, whose blanks may differ. */
function startOfWords(lead: string, long: string): number {
  let left = long.replaceAll(/\s+/g, '').length
  for (let index = lead.length - 1; index >= 0; index -= 1) {
    if (/\S/.test(lead[index] ?? '')) left -= 1
    if (left === 0) return index
  }
  return -1
}
