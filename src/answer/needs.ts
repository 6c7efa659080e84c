/** What a question's form asks of an answer beyond its kind: a cause, a measure, a name, so many things. */
import { FEW_NUMBERS } from './few-numbers.ts'
import type { Asked } from './model.ts'
import { MONTHS } from './months.ts'

/** What a question's form asks of an answer beyond its kind. */
export interface Needs {
  /** "Which country": the answer names one. */
  readonly country: boolean
  /** "In which country": it may be the one that the sentence speaks of without naming it. */
  readonly within: boolean
  /** "Why": the answer gives a cause. */
  readonly cause: boolean
  /** "How often": the answer says so. */
  readonly frequency: boolean
  /** "In kilograms", "how tall": a measure, of one of these units where the question names one. */
  readonly measure: readonly string[] | null
  /** "Which four provinces": so many are named. */
  readonly listed: number | null
  /** "Which court", "what is it called": the answer names it, a person by two names. */
  readonly name: 'person' | 'thing' | null
  /** How to reach somebody: what the answer then prints. */
  readonly contact: RegExp | null
  /** "What does the unit do": where in the question the body is named, and what tells which one it is. */
  readonly deeds: readonly [number, number] | null
  /** "Which American police department", "which U.S. states": what then stands in the answer. */
  readonly american: RegExp | null
  /** "Which country sends the most": the answer says so too. */
  readonly superlative: boolean
  /** A comparison or a judgement, which no fact sheet makes for the person. */
  readonly judgement: boolean
}

const MEASURES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bpopulation\s*(?:of\b|[?.!]*$)/i, ['people', 'inhabitant', 'resident', 'million']],
  [/\b(?:in\s+)?(?:km|kilomet(?:er|re)s?|miles?)\b/i, ['km', 'kilomet', 'mile']],
  [/\b(?:kg|kilos?|kilogram(?:me)?s?|tons?|tonnes?|grams?)\b/i, ['kg', 'kilo', 'ton', 'gram']],
  [
    /\b(?:percent|per\s+cent|percentage|what\s+share|what\s+proportion)\b|%/i,
    ['percent', 'per cent', '%', 'half', 'third', 'quarter'],
  ],
  [/\bhow\s+(?:tall|high|far|deep|wide|heavy|old|fast|large)\b/i, []],
  [
    /\bwhat(?:['’]?s|\s+(?:is|was|are|were))\s+the\s+(?:\p{L}+\s+){0,2}(?:population|size|area|length|height|depth|width|distance|weight|age|speed|capacity|value|rate|ratio|percentage|share|proportion)\b/iu,
    [],
  ],
]

const CONTACTS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:(?:phone|telephone|fax|hotline|helpline|contact|emergency)\s+(?:number|no\.?)|what\s+number\s+(?:do|can|should|must)\b.*\b(?:call|dial|ring))/i,
    /(?:\b(?:numbers?|tel\.?|telephone|phone|fax|dial|call(?:ing)?|on|at)\b|[(+])\W{0,4}\+?\d[\d\s().-]*\d(?![\d,]*\s+\p{Ll}*(?:calls|callers|people))/iu,
  ],
  [
    /^(?!.*\b(?:do|does|did|will|would|can|could|should|must|to|not)\b.*\baddress\W*$).*\b(?:(?:street|postal|mailing)\s+)?address\s*(?:of\b|[?.!]*$)/i,
    new RegExp(
      `\\b\\d+[\\p{L}]?,?\\s+(?!(?:${MONTHS})\\b)\\p{Lu}|\\b(?:Street|St\\.|Avenue|Ave\\.|Road|Rd\\.|Boulevard|Blvd|Square)(?=[\\s,.]|$)`,
      'u',
    ),
  ],
  [/\be-?mail(?:\s+address)?\b/i, /\S@\S/],
  [/\b(?:web\s?site|web\s+address|url|link)\b/i, /\bhttps?:|\bwww\.|\b[a-z-]+\.(?:gov|org|com|int|net)\b/i],
]

const JUDGEMENT =
  /\b(?:is|are|was|were|which|who|what|do|does)\b.*\b(?:better|worse|\p{Ll}{3,}er\s+than|enough|successful\s+enough|worth\s+it)\b(?!\s+(?:at|use|able|care|than\s+\d))|\b(?:do\s+you\s+think|your\s+(?:opinion|view)|would\s+you\s+say)\b|^\s*should\b/iu

/** What will be, and which of two does more: no fact sheet says. Names tell a comparison of two from one with a measure. */
const BEYOND =
  /^\s*[Ww]ill\b.*\b(?:ever|another|again|next)\b|\b(?:more|less|fewer)\b.*\bthan\s+(?:in\s+|the\s+)?\p{Lu}/u

/** The states by name, so that "seven states" names none of them. */
const STATES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New\\s+(?:Hampshire|Jersey|Mexico|York)|(?:North|South)\\s+(?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode\\s+Island|Tennessee|Texas|Utah|Vermont|(?:West\\s+)?Virginia|Washington|Wisconsin|Wyoming'
const OF_THE_STATES = String.raw`\b(?:U\.?S\.?|American)\s+(?:(?:city|local|state)\s+)?`
const AMERICAN: readonly (readonly [RegExp, RegExp])[] = [
  [
    new RegExp(`${OF_THE_STATES}(?:police|sheriff)\\S*\\s+(?:departments?|forces?|agenc)`, 'i'),
    /\p{Lu}[\p{L}-]+\s+(?:\p{Lu}[\p{L}-]+\s+)?(?:Police|Sheriff)|\b\p{Lu}{1,3}PD\b|\bTroopers\b/u,
  ],
  [new RegExp(`${OF_THE_STATES}states?\\b`, 'i'), new RegExp(`\\b(?:${STATES})\\b`)],
]

/** Asks for a cause. */
const CAUSE_ASKED =
  /\bwhy\b|\bhow\s+come\b|\bfor\s+what\s+reason\b|\bwhat\s+(?:caused|causes|led\s+to|brought\s+about)\b|\bwhat(?:['’]?s|\s+(?:is|was|were|are))\s+the\s+(?:causes?|reasons?)\b/i

/** Kinds whose answer may be so many things. */
const LISTED_KINDS: ReadonlySet<Asked> = new Set<Asked>(['which', 'where', 'list', 'person', 'explain'])

/** Reads what a question of this kind asks of its answer. */
export function needsOf(question: string, kind: Asked): Needs {
  // "Where are the three lawyers" asks for places, however many there are.
  const before = kind === 'where' ? 'which|what' : 'which|what|the|name|list'
  const listed = LISTED_KINDS.has(kind)
    ? new RegExp(
        `\\b(?:${before})\\s+(?:of\\s+)?(?:the\\s+|all\\s+)?(${FEW_NUMBERS.join('|')}|(?!(?:19|20)\\d\\d\\b)\\d{1,4})\\b`,
        'i',
      ).exec(question)?.[1]
    : undefined
  const spelled = FEW_NUMBERS.indexOf(listed?.toLowerCase() ?? '')
  return {
    country:
      /\b(?:which|what|in\s+which|whose)\s+(?:(?!(?:is|are|was|were|do|does|did|has|have|had|of|in)\b)[\p{L}\d-]+\s+){0,3}(?:countr(?:y|ies)|nations?|nationalit(?:y|ies)|states)\b(?!\s+(?:police|department|agenc))/iu.test(
        question,
      ),
    within: /\bin\s+(?:which|what)\b/i.test(question),
    cause: CAUSE_ASKED.test(question),
    frequency: /\bhow\s+(?:often|frequently|regularly)\b/i.test(question),
    measure:
      kind === 'money'
        ? null
        : /\bhow\s+much\b/i.test(question) && kind === 'count'
          ? []
          : (MEASURES.find(([pattern]) => pattern.test(question))?.[1] ?? null),
    listed: listed === undefined ? null : spelled >= 0 ? spelled + 2 : Number(listed),
    name: nameNeeded(question, kind),
    contact: CONTACTS.find(([asked]) => asked.test(question))?.[1] ?? null,
    superlative: /\bthe\s+(?:most|largest|biggest|highest|greatest|longest|smallest|least|fewest|lowest)\b/i.test(
      question,
    ),
    deeds: deedsOf(question),
    american:
      kind === 'which' || kind === 'list' ? (AMERICAN.find(([asked]) => asked.test(question))?.[1] ?? null) : null,
    judgement: JUDGEMENT.test(question) || BEYOND.test(question) || OF_US.test(question),
  }
}

/** The body whose work is asked for, from its first preposition on ("… of the Office in Baku"); null where none is. */
function deedsOf(question: string): readonly [number, number] | null {
  const match = /^\s*what\s+(?:does|do|did)\s+(.+?)\s+do\s*[?.!]*\s*$/i.exec(question)
  if (match === null) return null
  const [whole, body = ''] = match
  const start = whole.indexOf(body)
  const of = /\s(?:of|in|at|for|under|within)\s/i.exec(body)
  return [of === null ? start + body.length : start + of.index, start + body.length]
}

/** What INL itself is like: its own fact sheets judge the work of others. */
const OF_US =
  /^\s*(?:is|are|was|were)\s+(?:the\s+)?(?:INL|bureau|state\s+department|fact\s*sheets?)\s+(?!\p{L}+ing\b)/iu

/** Things that are told apart by their names only, so that "which" of them is answered by one. */
const NAMED_THINGS =
  /\b(?:which|what)\s+(?:(?!(?:of|is|are|was|were|do|does|did|has|have|had|must|can|could|will|would|should|the|an?)\b)[\p{L}.’'-]+\s+){0,2}?(?:courts?|villages?|cit(?:y|ies)|towns?|districts?|provinces?|universit(?:y|ies)|academ(?:y|ies)|hospitals?|compan(?:y|ies)|firms?|newspapers?|banks?|airlines?|airports?|ports?|prisons?|ministr(?:y|ies)|embass(?:y|ies)|police\s+departments?|makes?|models?|brands?|nationalit(?:y|ies)|languages?|religions?)(?=\s*(?:[?.!,]|$)|\s+(?:is|are|was|were|do|does|did|has|have|had|must|can|could|will|would|should|in|on|at|of|for|with|to|that|which|who|from|by|and|or|INL|the|an?|took|gave|ran|built|made|got|led|held|won|sold|sent|paid|found|told|took|threw|let|\p{L}+(?:ed|(?<!s)s)(?=\s|[?.!]|$)))/iu
const NAMED_PEOPLE =
  /\b(?:which|what)\s+(?:(?!(?:of|is|are|was|were|do|does|did|has|have|had|must|can|could|will|would|should|the|an?)\b)[\p{L}.’'-]+\s+){0,2}?(?:judges?|reporters?|journalists?|ministers?|presidents?|generals?|commanders?|officials?|politicians?|prosecutors?|attorneys?|ambassadors?|trainers?|instructors?|persons?|lawmakers|members?\s+of\s+(?:parliament|congress))(?=\s|[?.!]|$)/iu
/** "Which countries' prosecutors": whose they are is asked. */
const COUNTRIES_OWN = /\b(?:countr(?:y['’]s|ies['’])|nations?['’]s?|states?['’]s?)\s/i
const CALLED = /\bwhat(?:['’]?s)?\b.*\b(?:called|named)\s*[?.!]*\s*$/i

function nameNeeded(question: string, kind: Asked): Needs['name'] {
  if (kind !== 'which' && kind !== 'explain') return null
  if (CALLED.test(question) || NAMED_THINGS.test(question)) return 'thing'
  return NAMED_PEOPLE.test(question) && !COUNTRIES_OWN.test(question) ? 'person' : null
}
