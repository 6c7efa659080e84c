/**
 * Whether a sentence holds the kind of thing that a question asks for: a number of the very thing counted, an amount,
 * a date, a length of time, a person's name, a place, a cause. What a sentence does not hold it can't answer.
 */
import type { CountryCode, Sentence } from '../corpus/model.ts'
import type { PassageTerms } from '../search/index-terms.ts'
import type { AskedFor } from './asked.ts'
import { countStands } from './evidence-count.ts'
import { enumerates } from './evidence-list.ts'
import { BODIES, placesNew } from './evidence-place.ts'
import type { FocusHits } from './focus.ts'
import { MONTHS } from './months.ts'
import { OFFICES } from './offices.ts'

const SPELLED =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|hundred|several'
const YEAR = /\b(?:19|20)\d{2}\b|\bFY\s?\d{2}/
const DATE = new RegExp(`${YEAR.source}|\\b(?:${MONTHS})\\b`)
const MONEY = /[$€£]\s?\d|\b\d[\d,.]*\s*(?:million|billion|dollars|USD|euros?)\b/i
const DURATION = new RegExp(
  `\\b(?:\\d+|${SPELLED}|an?|many)[\\s-]+(?:\\w+[\\s-]+)?(?:years?|months?|weeks?|days?|hours?|decades?)\\b`,
  'i',
)
const TITLES =
  'Mr|Mrs|Ms|Dr|Ambassador|Judge|Minister|President|General|Colonel|Captain|Director|Secretary|Sergeant|Commissioner'
/** Two or three names with capitals, as people are called: after a title, before their office, or as a credit. */
const PERSON = new RegExp(
  `(?:\\b(?:${OFFICES})[\\p{Ll}-]*,\\s+\\p{Lu}\\p{Ll}[\\p{L}-]+\\s+\\p{Lu}\\p{L}[\\p{L}-]+(?:,|\\.|\\s)|\\b(?:${TITLES})\\.?\\s+(?!of\\b|General\\b)\\p{Lu}\\p{Ll}[\\p{L}’'-]+|^\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{L}+,\\s+(?:the\\s+)?(?:\\p{Lu}|head|chief|director)|\\(\\p{Lu}[\\p{L} ]*/\\s?\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{L}+\\))`,
  'u',
)
/** "Where has progress been slow": in these areas. */
const FIELD = /\b(?:in\s+)?(?:the\s+)?(?:areas?|fields?|sectors?|spheres?)\s+(?:of|such\s+as|like)\s/i
/** Who may have done something: a name with a capital inside the sentence, or a word for people and bodies. */
const AGENT = new RegExp(
  `(?<!^)\\b(?!(?:${MONTHS})\\b)\\p{Lu}[\\p{L}-]{2,}|\\b(?:officers?|officials?|instructors?|judges?|prosecutors?|advis[eo]rs?|experts?|police|commanders?|trainers?|inspectors?|members?|agents?|governments?|courts?|women|men|people|partners?|attorneys?|lawyers?|staff|personnel|victims?|citizens|pupils|students)\\b`,
  'gu',
)
const CAUSE =
  /\b(?:because|due\s+to|owing\s+to|since(?!\s+(?:\d|then|January|February|March|April|May|June|July|August|September|October|November|December))|so\s+that|in\s+order\s+to|as\s+a\s+result|in\s+response\s+to|in\s+view\s+of|result\s+of|caused?|reasons?|thanks\s+to|therefore|after|following|drives?|driven|the\s+need\s+to|makes?\s+it|(?:designed|intended|meant)\s+to|aim(?:s|ed|ing)?\s+(?:to|at)|essential|citing|showed\s+why)\b/i
const FREQUENCY =
  /\b(?:once|twice|times\s+a|every|each|per|a|an|after)\s+(?:\w+\s+){0,3}(?:year|month|week|day|quarter|hour|years|months|weeks)\b|\b(?:annually|yearly|quarterly|monthly|weekly|daily|frequently|regularly)\b/i

/** "… Baku, 6 October 2011. (OSCE/Name Name)": a caption tells who is seen where, not what somebody does. */
const CAPTION = /\(\p{Lu}[\p{L} ]*\/\s?\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}-]+)*\)\s*$/u

const SUPERLATIVE =
  /\b(?:most|more\s+than\s+(?:any|half)|leading|largest|biggest|highest|greatest|longest|smallest|least|fewest|lowest|record|largely|mainly)\b/i

/** What a question knows already: places it names are no answer to "where". */
export interface Given {
  readonly asked: AskedFor
  readonly text: string
  readonly countries: readonly CountryCode[]
}

/**
 * Whether `sentence` holds what is asked for.
 * @param focus where the thing asked for stands in the sentence, and what was done to it
 */
export function holdsAsked(
  { asked, text: question, countries }: Given,
  sentence: Sentence,
  entry: PassageTerms,
  focus: FocusHits,
): boolean {
  const { text } = sentence
  const { needs, kind } = asked
  if (needs.country && (needs.within ? sentence.places : sentence.named).length === 0) return false
  if (needs.american?.test(text) === false) return false
  if (needs.superlative && !SUPERLATIVE.test(text)) return false
  if (needs.deeds !== null && CAPTION.test(text)) return false
  if (needs.contact !== null && !needs.contact.test(text)) return false
  if (needs.frequency && !FREQUENCY.test(text)) return false
  if (needs.cause && !CAUSE.test(text)) return false
  if (needs.measure !== null && !measures(needs.measure, text)) return false
  if (needs.listed !== null && !enumerates(needs.listed, text)) return false
  if (needs.name !== null && !namesNew(needs.name, text, question)) return false
  switch (kind) {
    case 'count':
      return needs.measure !== null || countStands(text, entry, sentence, focus, question)
    case 'meaning':
      return /\(|:|\b(?:stands?\s+for|means?|known\s+as|called|defined)\b/.test(text)
    case 'money':
      return MONEY.test(text)
    case 'date':
      return DATE.test(text) && (!WHEN_WILL.test(question) || AHEAD.test(text))
    case 'duration':
      return DURATION.test(text) || (YEAR.test(text) && /\bsince\b/i.test(text))
    case 'person':
      return PERSON.test(text) && ofThatOffice(text, question)
    case 'who':
      if (WHO_HEADS.test(question)) return PERSON.test(text)
      return [...text.matchAll(AGENT)].some(([agent]) => !question.includes(agent))
    case 'where':
      return FIELD.test(text) || placesNew(text, question, countries)
    case 'anything':
      return focus.thing === null || focus.thing.length > 0 || focus.named
    default:
      return true
  }
}

/** Whoever heads something has a name. */
const WHO_HEADS =
  /\bwho\s+(?:currently\s+|now\s+)?(?:heads|headed|chairs|chaired|commands|commanded|directs|directed)\b/i
/** An office and what it is of, up to the next preposition. */
const OFFICE = new RegExp(
  `\\b(?:${OFFICES})\\s+of\\s+(?:the\\s+)?([^,;.?()]+?)(?=\\s+(?:in|at|for|on|of|who|that)\\b|[,;.?()]|$)`,
  'giu',
)

/** The head of a unit at an office is not the head of the office: where both say of what, they have to say the same. */
function ofThatOffice(text: string, question: string): boolean {
  const [asked] = offices(question)
  const told = offices(text)
  return asked === undefined || told.length === 0 || told.some((one) => one.includes(asked) || asked.includes(one))
}

const offices = (text: string): readonly string[] =>
  [...text.matchAll(OFFICE)].map(([, of = '']) => of.trim().toLowerCase())

/** "When will it open" is answered by what is ahead, not by when another opened. */
const WHEN_WILL = /\bwhen\s+(?:will|would|is\s+\S+(?:\s+\S+){0,4}\s+(?:going\s+to|due\s+to|to\s+be))\b/i
const AHEAD =
  /\b(?:will|would|to\s+be|plan(?:s|ned)?|expect(?:s|ed)?|schedul\p{Ll}+|intend(?:s|ed)?|hopes?|due|by\s+(?:the\s+end\s+of\s+)?(?:19|20)\d\d|request)\b/iu
const NAME = new RegExp(`(?<!^)(?<![\\p{L}\\p{N}])(?!(?:${MONTHS}|${BODIES})\\b)\\p{Lu}[\\p{L}’'-]+`, 'gu')
const FULL_NAME = /\p{Lu}\p{Ll}[\p{L}’'-]*\s+(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}’'-]+/gu

/** Whether a text holds a name that the question does not. */
function namesNew(what: 'person' | 'thing', text: string, question: string): boolean {
  const names = text.match(what === 'person' ? FULL_NAME : NAME) ?? []
  const asked = question.toLowerCase()
  return names.some((name) => !name.split(/\s+/).every((part) => asked.includes(part.toLowerCase())))
}

/** A share in words: "one officer in six". */
const ONE_IN = new RegExp(
  `\\b(?:one|\\d+)\\s+(?:\\p{Ll}+\\s+)?(?:in|of\\s+every|out\\s+of)\\s+(?:every\\s+)?(?:${SPELLED}|\\d+)\\b`,
  'u',
)

function measures(units: readonly string[], text: string): boolean {
  if (units.length === 0) return /\d/.test(text)
  if (units.includes('percent') && ONE_IN.test(text)) return true
  return units.some((unit) =>
    new RegExp(
      `(?:\\d|${SPELLED})[\\d,.]*[\\s-]*(?:\\p{Ll}+\\s)?${unit}|\\b(?:${unit === 'half' || unit === 'third' || unit === 'quarter' ? unit : '(?!)'})`,
      'iu',
    ).test(text),
  )
}
