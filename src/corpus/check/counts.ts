/**
 * Counts that contradict their own list: `eleven locations …: ` followed by ten, `six key areas, including:` by four, a
 * name that stands twice in one list. Only lists that a colon, brackets or a word such as `namely` announce; a count without its list is not
 * doubted, and no list is corrected.
 */
import type { FactSheet, Passage } from '../model.ts'
import { type Finding, lineFinder, offsetIn, quoted, type SheetRule } from './finding.ts'

const WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}$€£.,-])(${WORDS.join('|')}|[2-9]|[1-4]\\d)\\s+((?:[\\p{L}’'-]+,?\\s+){0,4}?)([\\p{L}-]{2,}s|people|men|women|children|criteria)(?![\\p{L}-])`,
  'giu',
)
/** A length of time or a share lists nothing. */
const NOT_LISTED =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|times|percent|cents|dollars|millions?|billions?|thousands?|hundreds?|points|has|was|is|s)$/i

interface Announced {
  readonly count: number
  /** As printed: `eleven locations`. */
  readonly words: string
  readonly at: number
  readonly end: number
}

export const counts: SheetRule = (sheet) => {
  const lineOf = lineFinder(sheet.text)
  return sheet.passages.flatMap((passage, index) =>
    listsOf(sheet, passage, index).flatMap(({ announced, items, partial }): Finding[] => {
      const distinct = new Map(items.map((item) => [item.toLowerCase(), item]))
      const repeated = [...distinct].filter(([key]) => items.filter((item) => item.toLowerCase() === key).length > 1)
      if (items.length < 2 || (distinct.size === announced.count && repeated.length === 0)) return []
      const twice = repeated.map(([, item]) => quoted(item)).join(', ')
      return [
        {
          // What is only said to be included need not be all.
          level: partial && distinct.size < announced.count ? 'note' : 'warning',
          file: sheet.file,
          line: lineOf(offsetIn(passage, announced.at)),
          rule: 'count-contradicts-list',
          message: `${quoted(announced.words)}, but ${partial ? 'the list after “including” has' : 'its list has'} ${distinct.size}${items.length === distinct.size ? '' : ` different ones (${twice} twice)`}.`,
          cure: 'Nothing if the source prints it so: both stand in the corpus as printed; else add the page again.',
        },
      ]
    }),
  )
}

interface Listed {
  readonly announced: Announced
  readonly items: readonly string[]
  readonly partial: boolean
}

function listsOf(sheet: FactSheet, passage: Passage, index: number): Listed[] {
  const text = passage.reading.text
  const found: Listed[] = []
  for (const announced of announcedIn(text)) {
    const after = text.slice(announced.end)
    const inside = /^\s*\((?!e\.g\.)([^()]+)\)/.exec(after)
    if (inside?.[1] !== undefined && /,.*,|;/.test(inside[1])) {
      found.push({ announced, items: itemsOf(inside[1]), partial: /^\s*including\b/i.test(inside[1]) })
      continue
    }
    // Nothing else may be counted between the count and its colon.
    const opening = /^[^:.;()]{0,80}:|^[^:.;()]{0,40},\s*(?:namely|i\.e\.),?(?=\s)/.exec(after)?.[0]
    if (opening === undefined || announcedIn(opening).length > 0) continue
    const partial = /\b(?:including|include|includes|such as|among them)\s*:$/i.test(opening)
    const list = after.slice(opening.length)
    found.push({ announced, items: list.trim() === '' ? itemsBelow(sheet, index) : itemsOf(sentenceOf(list)), partial })
  }
  return found
}

function announcedIn(text: string): Announced[] {
  return [...text.matchAll(COUNT)].flatMap((match) => {
    const [words, number = '', , noun = ''] = match
    const count = /^\d/.test(number) ? Number(number) : WORDS.indexOf(number.toLowerCase()) + 2
    // `7 of them had these things` counts some of what was counted before.
    return NOT_LISTED.test(noun) || /^\S+\s+of\s+(?:them|these|those|which|whom)\b/i.test(words)
      ? []
      : [{ count, words, at: match.index, end: match.index + words.length }]
  })
}

/** Up to the end of the sentence: a full stop before a blank and a capital, or before the end. */
function sentenceOf(text: string): string {
  const end = /(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|No))[.!?](?=\s+["“(]?\p{Lu}|\s*$)/u.exec(text)
  return text.slice(0, end?.index ?? text.length)
}

/** The items of a list inside a sentence: numbered, or parted by semicolons, or by commas and the last `and`. */
function itemsOf(list: string): string[] {
  const text = list.trim()
  const numbers = [...text.matchAll(/(?:^|[\s(])\(?(\d{1,2})[).]\s/g)].map((match) => Number(match[1]))
  if (numbers.length > 1 && numbers.every((number, index) => number === index + 1)) return numbers.map(String)
  const marks = text.includes(';') ? /\s*;\s*/ : /\s*,\s+/
  const parts = text.split(marks).map((part) => part.trim())
  const oxford = parts.length > 1 && /^(?:and|or|&)\s/i.test(parts.at(-1) ?? '')
  const last = parts.pop() ?? ''
  const closing = oxford ? [last.replace(/^(?:and|or|&)\s+/i, '')] : last.split(/\s+(?:and|or|&)\s+/i)
  const items = [...parts.map((part) => part.replace(/^(?:and|or|&)\s+/i, '')), ...closing].filter(
    (item) => item !== '',
  )
  // After a list of names the sentence may go on: `… Ganja and Gazakh and still growing`.
  const names = items.filter((item) => /\p{Lu}/u.test(item))
  return names.length >= items.length - 1 && names.length > 2 ? names : items
}

/** The list items that follow a passage which ends with a colon. */
function itemsBelow(sheet: FactSheet, index: number): string[] {
  const items: string[] = []
  for (const passage of sheet.passages.slice(index + 1)) {
    if (passage.kind !== 'item' || passage.section !== sheet.passages[index]?.section) break
    items.push(passage.reading.text)
  }
  return items
}
