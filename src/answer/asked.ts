/**
 * What kind of thing a question asks for, and which of its words only say so. The kinds follow the answer types of
 * question-answering research (count, date, person, place, definition, …); they are told by the question's own form.
 */
import type { Asked } from './model.ts'
import { type Needs, needsOf } from './needs.ts'
import { OFFICES } from './offices.ts'

export interface AskedFor {
  readonly kind: Asked
  /** Where in the question the words stand that frame it and are no content (`[start, end)`, UTF-16 code units). */
  readonly frames: readonly (readonly [number, number])[]
  /** The words right after the question word that name the thing asked for ("border posts" in "how many border posts"). */
  readonly focus: readonly [number, number] | null
  /** What the answer must hold besides. */
  readonly needs: Needs
}

interface Form {
  readonly kind: Asked
  readonly pattern: RegExp
  /** Whether what follows the frame names the thing asked for. */
  readonly focused?: true
}

/** In order: the first that fits decides. */
const FORMS: readonly Form[] = [
  {
    kind: 'meaning',
    pattern: /\bwhat\s+(?:does|do|did)\b(?=.*\b(?:stand(?:s)?\s+for|mean(?!\s+(?:for|to|by|that)\b))\b)/i,
  },
  { kind: 'meaning', pattern: /\b(?:stands?|standing)\s+for\b|\bshort\s+for\b/i },
  { kind: 'meaning', pattern: /\b(?:meaning|definition|expansion|full\s+(?:name|form))\s+of\b(?:\s+the)?/i },
  {
    kind: 'meaning',
    pattern: /\b(?:acronym|abbreviation|meaning|abbreviated|spelled\s+out|definition|full\s+(?:name|form))\b/i,
  },
  { kind: 'meaning', pattern: /^\s*(?:(?:please|pls|kindly|(?:can|could|would)\s+you)\s+)*(?:define|spell\s+out)\b/i },
  { kind: 'meaning', pattern: /^\s*(?:please\s+)?expand\b(?=\s+(?:the\s+)?(?:acronym|abbreviation|\S*\p{Lu}\p{Lu}))/u },
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
  // Money, unless something else is measured: "how much rice", "by how much did it fall".
  {
    kind: 'money',
    pattern:
      /(?<!\bby\s)\bhow\s+much\b(?:\s+(?:(?:[\p{L}-]+\s+){0,2}(?:money|funding|funds|aid|assistance)|in\s+dollars|did|was|were|has|have|does|do|is|went|goes|will|would)\b|(?=\s*(?:[?.!,]|$)|\s+(?:for|to|per|and|of\s+the\s+(?:budget|money|funding))\b))/iu,
  },
  { kind: 'money', pattern: /\b(?:what|which)\s+(?:was|is|were)\s+the\s+(?:cost|price|budget|amount)\b(?:\s+of)?/i },
  {
    kind: 'money',
    pattern:
      /\bwhat\s+(?:did|does|do|has|have|will)\b(?=.*\b(?:pay|paid|spend|spent)\b.*\b(?:for|on)\s+(?!whom\b)\p{L}|.*\b(?:cost|earn)\b)/iu,
  },
  { kind: 'count', pattern: /\b(?:by\s+)?how\s+much\b/i, focused: true },
  {
    kind: 'date',
    pattern:
      /\bwhat(?:['’]?s|\s+(?:is|was|are|were))\s+the\s+(?:\p{L}+\s+){0,2}(?:dates?|day|year|month)\b(?:\s+of\b)?/iu,
  },
  {
    kind: 'date',
    pattern:
      /\bsince\s+when\b|\bwhen\b|\b(?:in\s+|on\s+)?(?:what|which)\s+(?:fiscal\s+)?(?:year|month|day|date)(?:\s+(?:and|or)\s+(?:year|month|day|date))?\b|\b(?:start|founding|first)\s+(?:year|date)\b|\bdates?\s+(?:of|for)\b|\byear\s+(?:of|in\s+which)\b/i,
  },
  {
    // Names of places and bodies are a list of them.
    kind: 'list',
    pattern:
      /\b(?:what(?:['’]?s|\s+(?:is|was|are|were))\s+)?(?:the\s+)?names?\s+of\s+(?=(?:(?:all|the|its|their)\s+)*(?:[\p{L}\d-]+\s+){0,4}?(?:locations|places|cities|towns|villages|provinces|districts|regions|countries|states|nations|courts|ministries|agencies|organi[sz]ations|partners|donors|programs|programmes|projects|academies|universities|prisons|ports|airports|units|groups|gangs|laws|treaties|conventions)\b)/iu,
    focused: true,
  },
  // "Head of the office in Lomé": whoever types an office alone asks who holds it.
  {
    kind: 'person',
    pattern: new RegExp(`^\\s*(?:the\\s+)?(?=(?:current\\s+|new\\s+)?(?:${OFFICES})\\s+of\\b)`, 'i'),
    focused: true,
  },
  {
    kind: 'person',
    pattern:
      /\b(?:what(?:['’]?s|\s+(?:is|was|are|were))\s+)?(?:the\s+)?names?\s+of\b|\bwhat(?:['’]?s|\s+(?:is|was|are|were))\s+the\s+names?\b|\bnamed?\s+(?:is|was)\b/i,
    focused: true,
  },
  {
    // Members of a body may be countries, and partners other bodies.
    kind: 'which',
    pattern:
      /\bwho(?:['’]?(?:s|re)|\s+(?:is|was|are|were))\s+(?:the|its|their|your|INL['’]?s?)\s+(?=(?:[\p{L}\d-]+\s+){0,3}?(?:members|partners|donors|sponsors|participants|founders|counterparts|beneficiaries|recipients|allies)\b)/iu,
    focused: true,
  },
  {
    kind: 'person',
    pattern:
      /\bwho(?:['’]?s|\s+(?:is|was|are|were))\s+(?:(?:the|a|an|its|their|current|now)\b|(?=(?:\p{L}+\s+){0,2}\p{L}+['’]s?\s+(?:\p{L}+\s+){0,2}(?:president|minister|attorney|prosecutor|ambassador|director|head|chief|commissioner|commander|leader|chair|governor|mayor|secretary|advis[eo]r|co-?ordinator|rector|dean|spokes\p{L}+)\b))/iu,
    focused: true,
  },
  { kind: 'who', pattern: /\b(?:with\s+|by\s+|to\s+|for\s+)?who(?:m|se)?\b/i },
  {
    kind: 'where',
    pattern:
      /\bwhere(?:abouts)?\b|\b(?:in|at|to|from)\s+(?:which|what)\s+(?:(?!(?:of|the)\b)[\p{L}-]+\s+){0,2}(?:cit(?:y|ies)|towns?|places?|locations?|provinces?|regions?|districts?)\b|\b(?:which|what)\s+(?:(?!(?:of|the)\b)\p{L}[\p{L}-]*\s+){0,2}(?:cities|towns|villages)\b/iu,
  },
  {
    kind: 'list',
    pattern:
      /^\s*(?:please\s+)?(?:(?:give|show|send|get)\s+(?:me|us)\s+)?(?:the\s+|an?\s+)?(?:full\s+)?(?:list|enumerate|name)\b(?:\s+(?:all|the|of|me))*/i,
    focused: true,
  },
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
  /\b(?:is|are|was|were|has|have|had|do|does|did|been|be|being|can|could|will|would|should|must|may|might|shall|that|which|who|whose|where|when|in|on|at|by|from|for|to|with|through|under|during|since|after|before|per|across|around|against|among|between|into|within|according|get|gets|got|took|take|received?|affected|trained|built|run|runs|work|works|helps?|made|makes?|serve|serves|lost|won|went|came|left|became|began|fell|rose|sold|paid|spent|held|kept|led|met|sent|brought|bought|taught|caught|found|fled|wrote|grew|broke|chose|spoke|quit)\b|(?<=[\p{L}\d]\s)(?<!ly\s)\p{L}{2,}ed\b|[?.!,;:]/iu

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
    return { kind, frames, focus: focused ? headFirst(question, focusAfter(question, end), kind) : null }
  }
  if (SURE_MONEY.test(question)) return { kind: 'money', frames: money, focus: null }
  const head = /^\s*(?:[\p{L}-]+\s+){0,3}(\p{Ll}[\p{L}-]*)\s+(?:of|in|at|for|from|by)\s+(?=\p{L})/u.exec(question)
  const [whole = '', noun = ''] = head ?? []
  const start = whole.lastIndexOf(noun)
  return { kind: 'anything', frames: [], focus: head === null ? null : [start, start + noun.length] }
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

/** "Which company rents out the helicopters": whatever verb follows, the company is asked for. */
const BODY =
  /^(?:\p{L}+\s+){0,2}?(?:company|firm|university|bank|newspaper|hospital|airline|manufacturer|contractor|supplier|hotel|foundation)(?=\s\p{Ll}+s\b)/u

/** "Copies of the handbook": copies are counted. "Couriers NACOB stopped" are too: a name behind them does something. */
function headFirst(question: string, focus: AskedFor['focus'], kind: Asked): AskedFor['focus'] {
  if (focus === null) return null
  const [start, end] = focus
  const body = kind === 'which' ? BODY.exec(question.slice(start, end)) : null
  if (body !== null) return [start, start + body[0].length]
  if (kind !== 'count') return focus
  const of = /(?<=\S)\s+of\b|(?<=\p{Ll}s)\s+(?=\p{Lu})/u.exec(question.slice(start, end))
  return of === null ? focus : [start, start + of.index]
}

function focusAfter(question: string, at: number): readonly [number, number] | null {
  const rest = question.slice(at)
  const start = at + (rest.length - rest.trimStart().length)
  const stop = FOCUS_END.exec(question.slice(start))
  const end = stop === null ? question.trimEnd().length : start + stop.index
  return end > start && question.slice(start, end).trim() !== '' ? [start, end] : null
}
