/**
 * Names of programs, projects and of bodies that were set up, as a text writes them: with capitals, and with a word
 * that says what they are (`Public Order Management (POM) program`, `Law Reform Working Group`).
 */
import type { Passage } from '../corpus/model.ts'
import { entryOf } from '../corpus/places/lexicon.ts'
import { phraseOf } from '../corpus/places/words.ts'

const CAPITAL = String.raw`\p{Lu}[\p{L}\d’'./-]*`
const SMALL = '(?:of|and|for|in|on|the|to|against|with|de)'
/** A name: capitalised words, small ones only between them. */
const NAME = String.raw`${CAPITAL}(?:\s+(?:(?:${SMALL}\s+){0,2})${CAPITAL}){0,9}`
const SHORT = String.raw`\s*\((?:\p{Lu}[\p{L}\d./&-]{1,11})\)`

/** What a program is called; the plural is a kind of programs and no name. */
const PROGRAM = '(?:program(?:me)?|project|initiative)(?![\\p{L}])'
const KIND = new RegExp(String.raw`(?<![\p{L}\d’'-])(${NAME})(${SHORT})?\s+(?:${PROGRAM}|course(?![\p{L}]))`, 'gu')
/** The word itself is part of the name: `Airport Communication Project (AIRCOP)`. */
const WITHIN = new RegExp(
  String.raw`(?<![\p{L}\d’'-])(${NAME}\s+(?:Program(?:me)?|Project|Initiative))(?![\p{L}])(${SHORT})?`,
  'gu',
)

const BODY_WORD =
  '(?:Working Groups?|Task Forces?|[Uu]nits?|Teams?|Cent(?:er|re)s?|Academ(?:y|ies)|Councils?|Commissions?|Groups?|Committees?|Hotlines?|Networks?|Bureaus?|Laborator(?:y|ies)|Courts?|Offices?)'
const BODY = String.raw`((?:${CAPITAL}\s+(?:(?:${SMALL}\s+){0,2})){1,8}${BODY_WORD}(?![\p{L}])(?:\s+(?:of|for|on|against)\s+(?:the\s+)?${CAPITAL}(?:\s+${CAPITAL}){0,4})?)(?:\s*\((\p{Lu}[\p{L}\d./&-]{1,11})\))?`
const SET_UP =
  '(?:establish(?:ed|es|ing|ment)?|set(?:ting)? up|creat(?:ed|es|e|ing|ion)|found(?:ed|ing)?|launch(?:ed|es|ing)?|open(?:ed|s|ing)?|form(?:ed|ing|ation)|stood up|finances?|financed)'
/** Verb first: `the establishment of the Law Reform Working Group`, `has established 32 … and 49 …`. */
const VERB_FIRST = new RegExp(
  String.raw`(?<![\p{L}])${SET_UP}(?:\s+of)?(?:\s+(?:the|a|an|its|new|first|five|two|three|four|six|several|\d+)){0,3}\s+${BODY}(?:,?\s+and\s+(?:the\s+|an?\s+|\d+\s+)?${BODY})?`,
  'gu',
)
/** Name first: `The Transnational Anti-Gang unit, set up in 2011`, `the Center was established`. */
const NAME_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d’'-])${BODY},?\s+(?:(?:was|were|which was|has been|have been)\s+)?(?:set up|established|created|founded|launched)(?![\p{L}])`,
  'gu',
)

/** Words that no name begins with; the sentence or the possessor brought them. */
const LEADING =
  /^(?:(?:[Tt]he|[Aa]n?|of|for|in|to|on|and|with|This|That|These|Its|Their|Our|In|On|As|At|By|For|From|Through|Under|With|Since|During|While|When|Of|And|Each|Both|Additionally|Also|Further|To|New|First)\s+|(?:(?:\p{Lu}[\p{L}.-]*\s+){0,2}(?!(?:Women|Men|Children|Girls?|Boys|People|Victims?|Judges|Youth|Lawyers|Prosecutors|Workers)[’'])\p{Lu}[\p{L}.-]*[’']s?)\s+|(?:INL|U\.S\.|US|USG|UN|OSCE|EU|UNODC|DOJ|State|INL-funded|US-funded|U\.S\.-funded|Government|Department)\s+)+/u
/** What is left says whose it is or what kind, and names nothing. */
const NO_NAME =
  /^(?:INL|U\.S\.?|US|USG|UN|OSCE|EU|UNODC|NATO|DOJ|State|Department|Embassy|Government|Police|Program(?:me)?|Project|Initiative|Training|Assistance|Challenges|Goals|Accomplishments|Funding|The|This|Office|Unit|Court|Center|Centre|Phase|Pilot)$/iu

/** The run-in heading of a passage where it names a program; null where it names a subject or nothing. */
export function headingName(passage: Passage): string | null {
  const { runIn, reading, section } = passage
  if (runIn === null || !reading.text.startsWith(runIn)) return null
  if (/\s(?:Program(?:me)?|Project|Initiative)(?:\s*\([^()]*\))?$/u.test(runIn)) return cleaned(runIn)
  // An abbreviation of its own, or a place on the page's list of programs and a text that speaks of "the project".
  const short = /\((\p{Lu}[\p{L}\d.-]{1,11})\)$/u.exec(runIn)?.[1]
  if (short !== undefined) return cleaned(runIn)
  const listed = passage.kind === 'item' && /\bprogram(?:me)?s\b/i.test(section.heading ?? '')
  const speaks = /\b(?:this|the|these)\s+(?:\p{Lu}{2,}\s+)?(?:program(?:me)?|project|initiative)\b/iu.test(reading.text)
  return listed && speaks ? cleaned(runIn) : null
}

/** The names in a sentence, each once, as printed with single spaces. */
export function namesInSentence(text: string): readonly string[] {
  const names: string[] = []
  const add = (name: string | undefined, short: string | undefined, kind = '') => {
    const clean = name === undefined ? null : cleaned(name)
    if (clean === null) return
    names.push([clean, short === undefined ? '' : ` ${short.trim()}`, kind].join(''))
  }
  for (const [whole, name, short] of text.matchAll(KIND)) {
    const kind = /[\p{L}]+$/u.exec(whole)?.[0] ?? ''
    // Before "course" only an abbreviation tells a name from a subject.
    if (kind === 'course' && short === undefined) continue
    add(name, short, ` ${kind}`)
  }
  for (const [, name, short] of text.matchAll(WITHIN)) add(name, short)
  for (const [, one, oneShort, other, otherShort] of text.matchAll(VERB_FIRST)) {
    add(one, inBrackets(oneShort))
    add(other, inBrackets(otherShort))
  }
  for (const [, name, short] of text.matchAll(NAME_FIRST)) add(name, inBrackets(short))
  return [...new Set(names)]
}

const inBrackets = (short: string | undefined): string | undefined => (short === undefined ? undefined : `(${short})`)

/** A name without what the sentence set before it; null where nothing is left that names anything. */
function cleaned(printed: string): string | null {
  const name = printed.replaceAll(/\s+/g, ' ').replace(LEADING, '').trim()
  const core = name.replace(/\s*\([^()]*\)$/, '').replace(/\s+(?:Program(?:me)?|Project|Initiative)$/u, '')
  // "The Kosovo program" says only where.
  if (entryOf(phraseOf(core)) !== null) return null
  if (
    core === '' ||
    NO_NAME.test(core) ||
    /^FY|\d{4}|-(?:funded|led|based|backed|supported|sponsored|trained)\b/u.test(core) ||
    !/^\p{Lu}/u.test(core)
  )
    return null
  return name
}
