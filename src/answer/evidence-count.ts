/** Whether a sentence holds a number of the very thing that "how many" asks for. */
import type { Sentence } from '../corpus/model.ts'
import { remembered } from '../corpus/remembered.ts'
import { analyse } from '../search/analysis.ts'
import type { PassageTerms } from '../search/index-terms.ts'
import type { Hit } from '../search/match.ts'
import { enumerates } from './evidence-list.ts'
import type { FocusHits } from './focus.ts'
import { MONTHS } from './months.ts'

const SPELLED =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|none|no|(?<=\\ba )single|(?<=\\bthe )only'
/** A count: digits that are no year, or a spelled number. */
const NUMBER = new RegExp(`(?<![\\d.,$€£-])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?!\\d)|\\b(?:${SPELLED})\\b`, 'giu')
const AFTER_MONTH = new RegExp(`(?:${MONTHS})\\s$`)
const BEFORE_MONTH = new RegExp(`^\\s(?:${MONTHS})\\b`)

/** Words for people counted as such; who asks for officers is answered by personnel, who asks for judges is not. */
const PEOPLE =
  /\b(?:officers?|personnel|police|policemen|people|persons?|staff|members?|employees|workers|officials|citizens|individuals|men|women|men\s+and\s+women|clients|those(?=\s+(?:in|who|held|under|on)\b))\b/i

/** Words of a question for people told by what they do there, whom a text may count as so many persons. */
const PEOPLE_ASKED =
  /\b(?:cops?|constables?|detainees|inmates|prisoners|convicts|users|addicts|patients|clients|visitors|participants|attendees|trainees|recruits|students|pupils|youngsters|youths?|kids|children|villagers|residents|migrants|victims|survivors|suspects|offenders)\b/i

/** How near before the counted thing its number stands, in characters; further apart they belong to other things. */
const NUMBER_BEFORE_UNIT = 60
const UNIT_BEFORE_NUMBER = 14
/** What may stand between a thing and a number that follows it: "stations, of which there were 162". */
const LEADS_TO_NUMBER =
  /^[\s,(:–—-]*(?:(?:of\s+which|which|that|who|there|were|was|are|is|now|has|have|been|counts?|count|numbers?|number|total(?:l?ed|s)?|reached|stands?\s+at|roughly|about|approximately|some|over|more\s+than|nearly|almost|at\s+least|in|for|built|held|counted)[\s,(]*)*$/i

/** A part of the thing's name ("border" of "border guards") is not the thing. */
const LEAST_SURE = 0.42

/** After a number that follows the thing: another thing that it counts ("solicitors in 17 police stations"). */
const COUNTS_ANOTHER =
  /^\s+(?!(?:of|in|by|since|from|percent|per|new|more|as|and|or)\b)(?:\p{Ll}[\p{Ll}-]*\s+){0,2}?\p{Ll}{3,}(?<!s)s\b/u

interface Span {
  readonly start: number
  readonly end: number
}

/** Numbers of a sentence that count something: no years, no days of a month, no list numbers. */
function counts(text: string): readonly Span[] {
  return [...text.matchAll(NUMBER)]
    .filter((match) => {
      const [printed] = match
      const before = text.slice(0, match.index)
      const after = text.slice(match.index + printed.length)
      if (/^(?:19|20)\d{2}$/.test(printed)) return false
      if (AFTER_MONTH.test(before) || BEFORE_MONTH.test(after)) return false
      if (/^\)/.test(after) || /\b(?:FY|Article|Section|Chapter|Resolution|No\.?|(?<!in )numbers?)\s?$/i.test(before))
        return false
      return !/^one$/i.test(printed) || !/^\s+of\b/.test(after)
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Remembered: a question is looked at with every sentence, a sentence for many questions. */
const countsIn = remembered(4_000, counts)

/** A numbered list inside a sentence. */
const NUMBERED = /(?:^|[\s(])(?:1|a)\)\s.*[\s(](?:2|b)\)\s/s
/** "How many bureaus wrote it, and which?": their names tell how many. */
const AND_WHICH = /,?\s(?:and|&)\s+(?:which|who|what\s+are\s+they)\b/i
/** As many as make a list. */
const LISTED = 3

/** "How many judges are there in Fiji": all of them. */
const ALL_THERE_ARE = /\b(?:are|were)\s+there\b|\b(?:does|do|did)\s+(?:\S+\s+){1,4}?have\s*[?.!]*\s*$/i
/** What is done with some: "eight judges attended" tells how many attended. */
const SOME_OF_THEM =
  /\b(?:trained|taught|attend(?:ed|s)?|studied|sent|paid|visited|graduated|invited|took\s+part|taken\s+part|participated|finished|completed)\b/i

/** @param focus where the thing counted stands, and what was done to it */
export function countStands(
  text: string,
  entry: PassageTerms,
  sentence: Sentence,
  { thing, deed, named }: FocusHits,
  question: string,
): boolean {
  if (ALL_THERE_ARE.test(question) && SOME_OF_THEM.test(text)) return false
  if (AND_WHICH.test(question) && enumerates(LISTED, text)) return true
  const given = new Set(countsIn(question).map(({ start, end }) => question.slice(start, end).toLowerCase()))
  // A number that the question gives is not the one it asks for.
  const numbers = countsIn(text).filter(({ start, end }) => !given.has(text.slice(start, end).toLowerCase()))
  const list = NUMBERED.exec(text)
  if (numbers.length === 0 && list === null) return false
  if (thing === null) return true
  const offsets = thing.length + deed.length === 0 ? new Map<number, Span>() : wordOffsets(entry, sentence)
  const spansOf = (hits: readonly Hit[]) =>
    hits.flatMap((hit): Span[] => {
      if (hit.weight < LEAST_SURE) return []
      const start = offsets.get(hit.from)?.start
      const end = offsets.get(hit.to - 1)?.end
      return start === undefined || end === undefined ? [] : [{ start, end }]
    })
  const things = spansOf(thing)
  // "The goals are: 1) …; 2) …": whoever lists them has counted them.
  if (list !== null && things.some(({ end }) => end <= list.index && list.index - end <= UNIT_BEFORE_NUMBER))
    return true
  if (things.some((one) => numbers.some((number) => belongs(number, one, text)))) return true
  // "There are eight in the country": the number stands for what the sentence before names.
  if (things.length === 0 && named && numbers.some(({ end }) => ALONE.test(text.slice(end)))) return true
  if (!PEOPLE.test(question) && !asksForPeople(question)) return false
  // "Convicted 47 of them", "316 were charged": who they are stands elsewhere.
  if (
    things.length === 0 &&
    spansOf(deed).some((one) => numbers.some((number) => BESIDE.test(between(number, one, text))))
  )
    return true
  return [...text.matchAll(new RegExp(PEOPLE.source, 'gi'))].some(({ index, 0: word }) =>
    numbers.some((number) => belongs(number, { start: index, end: index + word.length }, text)),
  )
}

/** Whether people are asked for whom a text may call persons, so that their own word need not stand there. */
export function asksForPeople(question: string): boolean {
  return PEOPLE_ASKED.test(question)
}

/** After a number that counts what was named before it, so that its noun is left out. */
const ALONE =
  /^\s*(?:[,.;:)–—]|$|(?:(?:of\s+(?:them|these|those|which|whom))|in|at|on|by|from|since|across|throughout|were|are|was|is|have|has|had|now|today|and|but)\b)/i
/** "… a course, which 640 of them have completed": the number counts what the sentence named before. */
const OF_THEM = /^\s+of\s+(?:them|these|those|which|whom)\b/i

/** "Complaints from individuals, of which 188 were recorded". */
const OF_WHICH = /\bof\s+(?:which|whom|these|them)\s+$/i

/** What may stand between a number and what was done to so many. */
const BESIDE =
  /^\s(?:(?:of\s+(?:them|these|those|whom)|were|was|are|is|have\s+been|had\s+been|has\s+been|some|about|over|more\s+than|nearly|almost|only)\s){0,2}$/i

function between(one: Span, other: Span, text: string): string {
  return one.end <= other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start)
}

/** "Four cases are being prosecuted" counts cases: the verb parts the number from what follows it. */
const TELLS_OF_ANOTHER = /^\s+\p{L}.*\b(?:is|are|was|were|has|have|had)\b/u
/** "16 officers at the port profile containers": the number counts who is there, not what they look at. */
const COUNTS_BEFORE = /^\s(?:\p{Ll}[\p{Ll}-]*\s){0,2}\p{Ll}{3,}(?<!s)s\s+(?:at|in|from|with|who|that|which|to|on|by)\s/u
/** "A battle of fifteen weeks destroyed the camp": a number with a unit counts nothing further on. */
const MEASURES =
  /^\s(?:\p{Ll}+\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|percent|dollars|euros|kilograms?|kilos|tons?|tonnes|acres|hectares|miles|kilomet(?:er|re)s|feet)\s(?!old\b)/u
/** Between a number and a thing of another clause; "U.S." ends none. */
const CLAUSE_ENDS = /[;:]|(?<!\b\p{Lu})\.\s/u

function belongs(number: Span, thing: Span, text: string): boolean {
  if (number.end <= thing.start) {
    const between = text.slice(number.end, thing.start)
    // "No" counts only what it stands beside: "no room for women" says nothing of how many women there are.
    if (/^(?:no(?:ne)?|only)$/i.test(text.slice(number.start, number.end))) return /^\s(?:\S+\s)?$/.test(between)
    return (
      between.length <= NUMBER_BEFORE_UNIT &&
      !CLAUSE_ENDS.test(between) &&
      !TELLS_OF_ANOTHER.test(between) &&
      !COUNTS_BEFORE.test(between) &&
      !MEASURES.test(between)
    )
  }
  // "personnel (1,500)", "posts: 14"; or the number is part of the thing itself.
  if (number.start < thing.start) return true
  const between = text.slice(thing.end, number.start)
  if (OF_THEM.test(text.slice(number.end)) || OF_WHICH.test(between)) return true
  if (COUNTS_ANOTHER.test(text.slice(number.end))) return false
  if (number.start - thing.end <= UNIT_BEFORE_NUMBER || LEADS_TO_NUMBER.test(between)) return true
  return /\bnumber\s+of\s+(?:\S+\s+){0,2}$/i.test(text.slice(0, thing.start))
}

/** For each term of the sentence, by its place in the passage's body, where it stands in the sentence's text. */
function wordOffsets(entry: PassageTerms, sentence: Sentence): ReadonlyMap<number, Span> {
  const first = entry.sentenceOf.indexOf(sentence.index)
  return new Map(analyse(sentence.text).map(({ start, end }, order) => [first + order, { start, end }] as const))
}
