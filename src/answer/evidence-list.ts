/** Whether a sentence names as many things as a question counts: restating the number is no answer to "which four". */

import { FEW_NUMBERS } from './few-numbers.ts'

/** A run of things side by side: `Togo, Senegal, and Benin`; `a; b; and c`. */
const PARTED = /\s*(?:[,;]\s+(?:and\s+|or\s+)?|\s(?:and|or|as\s+well\s+as)\s)/g

/** The marks of a numbered list inside a sentence: `1) …; 2) …`, `(a) …, (b) …`. */
const NUMBERED = /(?:^|[\s(])(?:\d{1,2}|[a-h])\)\s/g

/** What announces a list however far the number stands before it. */
const INCLUDES = /^,\s+(?:including|includes?|namely|such\s+as|among)\b/i
/** Words between a number and the comma before its list: "four cities of the north, …". */
const FEW = 5

/** A sentence that lists what the one before announces. */
const LISTS = /^(?:They|These|Those)(?:\s+\p{Ll}+)?\s+(?:are|were|include|included)\s+(.*)/u

export function enumerates(count: number, text: string): boolean {
  if ((text.match(NUMBERED) ?? []).length >= Math.min(count, 4)) return true
  // "Those pillars are interdiction, alternative development and prevention": as many as were announced, or nearly.
  const listed = LISTS.exec(text)?.[1]
  if (listed !== undefined) return (listed.match(PARTED) ?? []).length >= Math.min(count, 3) - 1
  const restated = new RegExp(`\\b(?:${FEW_NUMBERS[count - 2] ?? count}|${count})\\b(?!\\))([^.;:,(]*)`, 'i').exec(text)
  const after = restated === null ? text : text.slice(restated.index + restated[0].length)
  // "In 25 countries that assist nations so that they are safe, secure": a comma far off lists something else.
  if (after.startsWith(',') && !INCLUDES.test(after) && (restated?.[1]?.trim().split(/\s+/).length ?? 0) > FEW)
    return false
  // "six key areas, including: …", "Five states share the borders: …", but not "in four provinces."
  if (restated !== null && !/^\s*(?:[:,(–—-]|\s(?:namely|including|such\s+as))/.test(after)) return false
  // Where the number is not restated, names or what follows a dash are the list; any "and" is not.
  const listing =
    restated === null ? (/(?::|\((?!\p{Lu}[\p{Lu}\d&/.-]*\))|\s[–—-]\s)(.*)/u.exec(text)?.[1] ?? namesIn(text)) : after
  // A sheet that announces four and names three has named them all the same.
  const least = restated === null || after.startsWith(',') ? Math.min(count, 4) : 2
  return (listing.match(PARTED) ?? []).length >= least - 1
}

/** The run that holds most names with capitals, side by side. */
function namesIn(text: string): string {
  const runs = text.match(/\p{Lu}[\p{L}’'-]*(?:(?:,?\s+and\s+|,\s+|\s+(?:of\s+|the\s+)?)\p{Lu}[\p{L}’'-]*)+/gu) ?? []
  const parts = (run: string) => (run.match(PARTED) ?? []).length
  return runs.reduce((most, run) => (parts(run) > parts(most) ? run : most), '')
}
