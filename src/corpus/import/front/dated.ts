/** The day a text gives itself, and the latest day that its prose shows to have passed when it was written. */
import { datesIn, wholeDate } from '../dates.ts'
import { isCaption, isProse } from '../shapes.ts'

/**
 * The date printed in the text's head: a line of its own above the first paragraph, or at the end of a line that says
 * from whom the text is. Not a caption's date, and none from below the text.
 */
export function printedDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    const date = wholeDate(line) ?? dateAfterLabel(line)
    if (date !== null) return date
    if (isProse(line) && !isCaption(line)) return null
  }
  return null
}

/** `Bureau of …, January 20, 2009`. */
function dateAfterLabel(line: string): string | null {
  if (line.length > 140 || isCaption(line)) return null
  const found = datesIn(line).at(-1)
  if (found === undefined || !/^[).\s]*$/.test(line.slice(found.end))) return null
  const label = line.slice(0, found.start)
  return /^(?:fact ?sheet|(?:u\.s\. )?(?:department|bureau|office|embassy) (?:of|for)\b|washington\b)[^.!?]*[\s,;|(–—-]+$/i.test(
    label,
  )
    ? found.date
    : null
}

/** Words that make a date a plan, a target or a request instead of something that had happened. */
const AHEAD =
  /\b(?:will|shall|plan(?:s|ned|ning)?|expect(?:s|ed)?|project(?:ed|s)|anticipated?|scheduled|target(?:s|ed)?|goals?|aim(?:s|ed)?|intend(?:s|ed)?|upcoming|next|until|through|request(?:s|ed)?|propos(?:es|ed|al)|would|could|may|by)\b/i

const PAST_YEAR =
  /\b(?:in|since|during|of|from|after|throughout|between|early|late|mid|summer|fall|spring|winter)[\s-]+((?:19[5-9]|20\d)\d)(?![\d,.]?\d|\s*[-–—/]\s*\d)/gi

/**
 * The latest day, month or year that the text names as past, no later than `today`; null where it names none. A date
 * near a word of the future does not count: what is planned for a year proves nothing about the year of writing.
 */
export function notBeforeOf(lines: readonly string[], today: string): string | null {
  const proved: string[] = []
  for (const sentence of lines.flatMap(sentencesOf)) {
    const days = datesIn(sentence).map(({ date, start }) => ({ date, start }))
    const years = [...sentence.matchAll(PAST_YEAR)].map((match) => ({ date: match[1] ?? '', start: match.index }))
    for (const { date, start } of [...days, ...years])
      if (date <= today && !AHEAD.test(sentence.slice(Math.max(0, start - 60), start).replace(/^\S*\s/, '')))
        proved.push(date)
  }
  // The more exact of two that begin alike: `2013-12` says more than `2013`.
  return proved.sort().at(-1) ?? null
}

/** Rough sentences: enough to keep one sentence's plan from another's past. */
const sentencesOf = (line: string): string[] => line.split(/(?<=[a-z\d)”"][.!?;]["”)]?)\s+(?=["“(]?\p{Lu})/u)
