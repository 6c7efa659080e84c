/**
 * Whether a sentence holds the kind of thing that a question asks for: a number of the very thing counted, an amount,
 * a date, a length of time, a person's name, a place. What a sentence does not hold it can't answer.
 */

import type { Sentence } from '../corpus/model.ts'
import { analyse } from '../search/analysis.ts'
import type { PassageTerms } from '../search/index-terms.ts'
import type { Hit } from '../search/match.ts'
import type { Asked } from './model.ts'

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const SPELLED =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|several'
const YEAR = /\b(?:19|20)\d{2}\b|\bFY\s?\d{2}/
const DATE = new RegExp(`${YEAR.source}|\\b(?:${MONTHS})\\b`)
const MONEY = /[$€£]\s?\d|\b\d[\d,.]*\s*(?:million|billion|dollars|USD|euros?)\b/i
const DURATION = new RegExp(
  `\\b(?:\\d+|${SPELLED}|an?|several|many)[\\s-]+(?:\\w+[\\s-]+)?(?:years?|months?|weeks?|days?|hours?|decades?)\\b`,
  'i',
)
/** A count: digits that are no year, or a spelled number. */
const NUMBER = new RegExp(`(?<![\\d.,$€£-])\\d[\\d,]*(?:\\.\\d+)?(?!\\d)|\\b(?:${SPELLED})\\b`, 'giu')
/** Two or three names with capitals, as people are called, with or without a title before. */
const PERSON =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Ambassador|Judge|Minister|President|General|Colonel|Captain|Director|Secretary)\.?\s+\p{Lu}[\p{L}’'-]+|^\p{Lu}\p{Ll}+\s+\p{Lu}\p{L}+,\s+(?:the\s+)?(?:\p{Lu}|head|chief|director))/u
const PLACE =
  /\b(?:in|at|around|across|near|from|to|of|into|throughout|along|between)\s+(?:the\s+)?(?:\p{Ll}+\s+){0,2}\p{Lu}/u

/** Numbers of a sentence that count something: no years, no days of a month, no list numbers. */
function counts(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(NUMBER)].filter((match) => {
    const [printed] = match
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + printed.length)
    if (/^(?:19|20)\d{2}$/.test(printed)) return false
    if (new RegExp(`(?:${MONTHS})\\s$`).test(before) || new RegExp(`^\\s(?:${MONTHS})\\b`).test(after)) return false
    if (/^\)/.test(after) || /\b(?:FY|Article|Section|Chapter|Resolution|No\.?)\s?$/i.test(before)) return false
    return !/^(?:one)$/i.test(printed) || !/^\s+of\b/.test(after)
  })
}

/** How near before the counted thing its number stands, in characters; further apart they belong to other things. */
const NUMBER_BEFORE_UNIT = 60
const UNIT_BEFORE_NUMBER = 14

/**
 * Whether `sentence` holds what is asked for.
 * @param focus where the thing asked for stands in the sentence; null where the question names none
 */
export function holdsAsked(
  asked: Asked,
  sentence: Sentence,
  entry: PassageTerms,
  focus: readonly Hit[] | null,
): boolean {
  const { text } = sentence
  switch (asked) {
    case 'count':
      return countStands(text, entry, sentence, focus)
    case 'money':
      return MONEY.test(text)
    case 'date':
      return DATE.test(text)
    case 'duration':
      return DURATION.test(text) || (YEAR.test(text) && /\bsince\b/i.test(text))
    case 'person':
      return PERSON.test(text)
    case 'where':
      return PLACE.test(text)
    default:
      return true
  }
}

function countStands(text: string, entry: PassageTerms, sentence: Sentence, focus: readonly Hit[] | null): boolean {
  const numbers = counts(text)
  if (numbers.length === 0) return false
  if (focus === null) return true
  const offsets = wordOffsets(entry, sentence)
  return focus.some((hit) => {
    const at = offsets.get(hit.from)
    const end = offsets.get(hit.to - 1)
    if (at === undefined || end === undefined) return false
    return numbers.some((number) => {
      const numberEnd = number.index + number[0].length
      if (numberEnd <= at.start) {
        const between = text.slice(numberEnd, at.start)
        return between.length <= NUMBER_BEFORE_UNIT && !/[;:]|\.\s/.test(between)
      }
      // "personnel (1,500)", "posts: 14"; or the number is part of the thing itself.
      return number.index >= at.start && number.index - end.end <= UNIT_BEFORE_NUMBER
    })
  })
}

/** For each term of the sentence, by its place in the passage's body, where it stands in the sentence's text. */
function wordOffsets(entry: PassageTerms, sentence: Sentence): ReadonlyMap<number, { start: number; end: number }> {
  const first = entry.sentenceOf.indexOf(sentence.index)
  return new Map(analyse(sentence.text).map(({ start, end }, order) => [first + order, { start, end }] as const))
}
