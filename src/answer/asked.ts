/**
 * What kind of thing a question asks for, and which of its words only say so. The kinds follow the answer types of
 * question-answering research (count, date, person, place, definition, …); they are told by the question's own form.
 */
import type { Asked } from './model.ts'

export interface AskedFor {
  readonly kind: Asked
  /** Where in the question the words stand that frame it and are no content (`[start, end)`, UTF-16 code units). */
  readonly frames: readonly (readonly [number, number])[]
  /** The words right after the question word that name the thing asked for ("border posts" in "how many border posts"). */
  readonly focus: readonly [number, number] | null
  /** What the answer must hold besides. */
  readonly needs: Needs
}

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
  /** A comparison or a judgement, which no fact sheet makes for the person. */
  readonly judgement: boolean
}

interface Form {
  readonly kind: Asked
  readonly pattern: RegExp
  /** Whether what follows the frame names the thing asked for. */
  readonly focused?: true
}

/** In order: the first that fits decides. */
const FORMS: readonly Form[] = [
  { kind: 'meaning', pattern: /\bwhat\s+(?:does|do|did)\b(?=.*\b(?:stand(?:s)?\s+for|mean)\b)/i },
  { kind: 'meaning', pattern: /\b(?:stands?|standing)\s+for\b|\bshort\s+for\b/i },
  { kind: 'meaning', pattern: /\b(?:meaning|definition|expansion|full\s+(?:name|form))\s+of\b(?:\s+the)?/i },
  {
    kind: 'meaning',
    pattern: /\b(?:acronym|abbreviation|meaning|abbreviated|spelled\s+out|definition|full\s+(?:name|form))\b/i,
  },
  {
    kind: 'duration',
    pattern: /\bhow\s+long\b(?!\s+(?:is|was|are)\s+(?:the|its|their)\b.*\bborder\b)|\bduration\s+of\b/i,
  },
  {
    kind: 'count',
    pattern:
      /\bhow\s+many\b|(?<!\b(?:phone|telephone|fax|registration|account|case|id|model|serial|hotline)\s)\b(?:the\s+)?(?:total\s+)?numbers?\s+of\b|\bcount\s+of\b/i,
    focused: true,
  },
  {
    kind: 'money',
    pattern:
      /(?<!\bby\s)\bhow\s+much\b(?:\s+(?:(?:[\p{L}-]+\s+){0,2}(?:money|funding|funds|aid|assistance)|in\s+dollars|did|was|were|has|have|does|do|is|went|goes|will|would)\b|(?=\s*(?:[?.!,]|$)|\s+(?:for|to|per|of\s+the\s+(?:budget|money|funding))\b))|\b(?:what|which)\s+(?:was|is|were)\s+the\s+(?:cost|price|budget|amount)\b(?:\s+of)?|\bwhat\s+(?:did|does|do|has|have|will)\b(?=.*\b(?:pay|paid|spend|spent)\b.*\bfor\s+(?:the|its|their|an?|one|each)\b)|\bwhat\s+(?:did|does|do|will)\b(?=.*\bcost\b)/iu,
  },
  // An amount of something else: "how much rice", "by how much did it fall".
  { kind: 'count', pattern: /\b(?:by\s+)?how\s+much\b/i, focused: true },
  {
    kind: 'date',
    pattern:
      /\bsince\s+when\b|\bwhen\b|\b(?:in\s+|on\s+)?(?:what|which)\s+(?:fiscal\s+)?(?:year|month|day|date)(?:\s+(?:and|or)\s+(?:year|month|day|date))?\b|\b(?:start|founding|first)\s+(?:year|date)\b|\bdates?\s+(?:of|for)\b|\byear\s+(?:of|in\s+which)\b/i,
  },
  {
    kind: 'person',
    pattern:
      /\b(?:what(?:['’]?s|\s+(?:is|was|are|were))\s+)?(?:the\s+)?names?\s+of\b|\bwhat(?:['’]?s|\s+(?:is|was|are|were))\s+the\s+names?\b|\bnamed?\s+(?:is|was)\b/i,
    focused: true,
  },
  {
    kind: 'person',
    pattern: /\bwho(?:['’]?s|\s+(?:is|was|are|were))\s+(?:the|a|an|its|their|current|now)\b/i,
    focused: true,
  },
  { kind: 'who', pattern: /\b(?:with\s+|by\s+|to\s+|for\s+)?who(?:m|se)?\b/i },
  {
    kind: 'where',
    pattern:
      /\bwhere(?:abouts)?\b|\b(?:in|at|to|from)\s+(?:which|what)\s+(?:cit(?:y|ies)|towns?|places?|locations?|provinces?|regions?|districts?)\b/i,
  },
  { kind: 'list', pattern: /^\s*(?:please\s+)?(?:list|enumerate|name)\b(?:\s+(?:all|the|of|me))*/i, focused: true },
  { kind: 'which', pattern: /\b(?:which|what\s+kinds?\s+of|what\s+types?\s+of|what\s+sorts?\s+of)\b/i, focused: true },
  { kind: 'explain', pattern: /\bwhy\b|\bhow\s+come\b|\bfor\s+what\s+reason\b/i },
  { kind: 'explain', pattern: /\bhow\b/i },
  { kind: 'yes-no', pattern: /^\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i },
  {
    kind: 'which',
    pattern: /\bwhat\b(?=\s+(?!is\b|are\b|was\b|were\b|has\b|have\b|do\b|does\b|did\b|can\b|about\b|'s\b))/i,
    focused: true,
  },
  { kind: 'explain', pattern: /\bwhat(?:['’]?s)?\b/i },
]

/** In keyword questions the last word may say what is wanted: "CPPT count", "RLA start year". */
const TRAILING: readonly Form[] = [
  { kind: 'count', pattern: /\b(?:count|numbers?|total|how\s+many)\s*[?.!]*\s*$/i },
  {
    kind: 'date',
    pattern:
      /(?<!\b(?:in|the|first|second|third|half|per|an?|each|every|last|next|this|that|same|one)\s)\b(?:year|date|when|what\s+year|start\s+year)\s*[?.!]*\s*$/i,
  },
  { kind: 'where', pattern: /\b(?:where|locations?)\s*[?.!]*\s*$/i },
]

/** Words that make a question one about money wherever they stand. */
const MONEY =
  /\b(?:costs?|prices?(?:\s+tags?)?|priced|budgets?|budgeted|spen[dt]|spending|expenditures?|expenses?|salar(?:y|ies)|wages?|amounts?|dollars?|usd|(?<!\b(?:dirty|counterfeit|fake|laundered|laundering)\s)money(?![\s-]+launder)|paid|funding|funds|appropriations?|appropriated|allocations?|allocated)\b/gi
/** Money words that ask for an amount by themselves; "funding" and "funds" do so only with a country or a year. */
const SURE_MONEY =
  /\b(?:costs?|prices?|budgets?|spen[dt]|spending|expenditures?|salar(?:y|ies)|wages?|amounts?|dollars?|usd|(?<!\b(?:dirty|counterfeit|fake|laundered|laundering)\s)money(?![\s-]+launder))\b|\bhow\s+much\b.*\bpaid\b/i

/** What ends the noun phrase that names the thing asked for. */
const FOCUS_END =
  /\b(?:is|are|was|were|has|have|had|do|does|did|been|be|being|can|could|will|would|should|that|which|who|whose|where|when|in|on|at|by|from|for|to|with|through|under|during|since|after|before|per|across|around|according|get|gets|got|took|take|received?|affected|trained|built|run|runs|work|works|helps?|made|make|serve|serves)\b|(?<=[\p{L}\d]\s)(?<!ly\s)\p{L}{2,}ed\b|[?.!,;:]/iu

const MEASURES: readonly (readonly [RegExp, readonly string[]])[] = [
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
    /\b(?:(?:street|postal|mailing)\s+)?address\s*(?:of\b|[?.!]*$)/i,
    /\b\d+[\p{L}]?,?\s+\p{Lu}|\b(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd|Square)(?=[\s,.]|$)/u,
  ],
  [/\be-?mail(?:\s+address)?\b/i, /\S@\S/],
  [/\b(?:web\s?site|web\s+address|url|link)\b/i, /\bhttps?:|\bwww\.|\b[a-z-]+\.(?:gov|org|com|int|net)\b/i],
]

const JUDGEMENT =
  /\b(?:is|are|was|were|which|who|what|do|does)\b.*\b(?:better|worse|\p{Ll}{3,}er\s+than|enough|successful\s+enough|worth\s+it)\b(?!\s+(?:at|use|able|care|than\s+\d))|\b(?:do\s+you\s+think|your\s+(?:opinion|view)|would\s+you\s+say)\b|^\s*should\b/iu

/** What will be, and which of two does more: no fact sheet says. Names tell a comparison of two from one with a measure. */
const BEYOND =
  /^\s*[Ww]ill\b.*\b(?:ever|another|again|next)\b|\b(?:more|less|fewer)\b.*\bthan\s+(?:in\s+|the\s+)?\p{Lu}/u

const SPELLED_NUMBERS = 'two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Asks for a cause. */
const CAUSE_ASKED =
  /\bwhy\b|\bhow\s+come\b|\bfor\s+what\s+reason\b|\bwhat\s+(?:caused|causes|led\s+to|brought\s+about)\b|\bwhat(?:['’]?s|\s+(?:is|was|were|are))\s+the\s+(?:causes?|reasons?)\b/i

function needsOf(question: string, kind: Asked): Needs {
  const listed =
    kind === 'which' || kind === 'list' || kind === 'person' || kind === 'explain'
      ? new RegExp(
          `\\b(?:which|what|the|name|list)\\s+(?:the\\s+|all\\s+)?(${SPELLED_NUMBERS.join('|')}|\\d{1,2})\\b`,
          'i',
        ).exec(question)?.[1]
      : undefined
  const spelled = SPELLED_NUMBERS.indexOf(listed?.toLowerCase() ?? '')
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
    judgement: JUDGEMENT.test(question) || BEYOND.test(question) || OF_US.test(question),
  }
}

/** What INL itself is like: its own fact sheets judge the work of others. */
const OF_US =
  /^\s*(?:is|are|was|were)\s+(?:the\s+)?(?:INL|bureau|state\s+department|fact\s*sheets?)\s+(?!\p{L}+ing\b)/iu

/** Things that are told apart by their names only, so that "which" of them is answered by one. */
const NAMED_THINGS =
  /\b(?:which|what)\s+(?:(?!(?:of|is|are|was|were|do|does|did|has|have|had|must|can|could|will|would|should|the|an?)\b)[\p{L}.’'-]+\s+){0,2}?(?:courts?|villages?|cit(?:y|ies)|towns?|districts?|provinces?|universit(?:y|ies)|academ(?:y|ies)|hospitals?|compan(?:y|ies)|firms?|newspapers?|banks?|airlines?|airports?|ports?|prisons?|ministr(?:y|ies)|embass(?:y|ies)|police\s+departments?|makes?|models?|brands?|nationalit(?:y|ies)|languages?|religions?)(?=\s|[?.!]|$)/iu
const NAMED_PEOPLE =
  /\b(?:which|what)\s+(?:(?!(?:of|is|are|was|were|do|does|did|has|have|had|must|can|could|will|would|should|the|an?)\b)[\p{L}.’'-]+\s+){0,2}?(?:judges?|reporters?|journalists?|ministers?|presidents?|generals?|commanders?|officials?|politicians?|prosecutors?|attorneys?|ambassadors?|trainers?|instructors?|persons?)(?=\s|[?.!]|$)/iu
const CALLED = /\bwhat(?:['’]?s)?\b.*\b(?:called|named)\s*[?.!]*\s*$/i

function nameNeeded(question: string, kind: Asked): Needs['name'] {
  if (kind !== 'which' && kind !== 'explain') return null
  if (CALLED.test(question) || NAMED_THINGS.test(question)) return 'thing'
  return NAMED_PEOPLE.test(question) ? 'person' : null
}

/** Reads the form of a question. */
export function readAsked(question: string): AskedFor {
  const form = readForm(question)
  return { ...form, needs: needsOf(question, form.kind) }
}

function readForm(question: string): Omit<AskedFor, 'needs'> {
  const money = [...question.matchAll(MONEY)].map((match) => [match.index, match.index + match[0].length] as const)
  const form = formOf(question)
  if (form !== null) {
    const { kind, start, end, focused } = form
    const frames = [[start, end] as const]
    const overMoney = kind !== 'meaning' && kind !== 'count' && kind !== 'yes-no' && kind !== 'who' && kind !== 'date'
    if (kind === 'money' || (overMoney && SURE_MONEY.test(question)))
      return { kind: 'money', frames: [...frames, ...money], focus: null }
    if (kind === 'duration') frames.push(...LASTING.flatMap((pattern) => stretchesOf(question, pattern)))
    return { kind, frames, focus: focused ? focusAfter(question, end) : null }
  }
  if (SURE_MONEY.test(question)) return { kind: 'money', frames: money, focus: null }
  return { kind: 'anything', frames: [], focus: null }
}

/** Verbs that only ask for a length of time. */
const LASTING = [/\b(?:last(?:ed|s)?|take|took|run|ran)\b\s*[?.!]*$/i] as const

interface FoundForm {
  readonly kind: Asked
  readonly start: number
  readonly end: number
  readonly focused: boolean
}

/** The form that opens the question; what stands further on ("lawyers who defend", "and where?") only adds to it. */
function formOf(question: string): FoundForm | null {
  let first: FoundForm | null = null
  const forms = FORMS.filter(({ kind }) => kind === 'meaning')
  const found = (form: Form): FoundForm | null => {
    const match = form.pattern.exec(question)
    if (match === null || isRelative(question, match)) return null
    const { kind, focused } = form
    return { kind, start: match.index, end: match.index + match[0].length, focused: focused === true }
  }
  for (const form of forms) {
    const meaning = found(form)
    if (meaning !== null) return meaning
  }
  for (const form of FORMS) {
    const one = found(form)
    if (one !== null && (first === null || one.start < first.start)) first = one
  }
  if (first !== null && first.kind !== 'explain') return first
  for (const form of TRAILING) {
    const last = found(form)
    if (last !== null) return last
  }
  return first
}

/** Words after which "who" or "where" still asks; after any other it goes on with what was named. */
const BEFORE_ASKING =
  /(?:^|[^\p{L}\p{N}\s'’]|\b(?:and|or|but|so|then|also|me|us|you|know|knows|say|says|said|tells?|told|explains?|out|shows?|see|asks?|since|until|till|from|by|with|to|for|of|in|on|at|about|exactly|just|is|was|are|were|does|did|please|hi|hello|hey|vs))\s*$/iu

/** "Houses where recruits practise": the word belongs to the noun before it and asks nothing, unless it stands last. */
function isRelative(question: string, { 0: words, index }: RegExpExecArray): boolean {
  if (!/^(?:who(?:m|se)?|where|when|which)$/i.test(words)) return false
  if (/^\W*$/.test(question.slice(index + words.length))) return false
  return !BEFORE_ASKING.test(question.slice(0, index))
}

function stretchesOf(question: string, pattern: RegExp): readonly (readonly [number, number])[] {
  const match = pattern.exec(question)
  return match === null ? [] : [[match.index, match.index + match[0].length]]
}

function focusAfter(question: string, at: number): readonly [number, number] | null {
  const rest = question.slice(at)
  const start = at + (rest.length - rest.trimStart().length)
  const stop = FOCUS_END.exec(question.slice(start))
  const end = stop === null ? question.trimEnd().length : start + stop.index
  return end > start && question.slice(start, end).trim() !== '' ? [start, end] : null
}
