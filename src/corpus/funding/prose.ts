/**
 * Reads amounts in sentences. Not every sum of money is funding: one counts where the words nearest to it speak of
 * giving (provided, allocated, a … grant), and not of seizing, laundering or fining.
 */
import { isRequest, namedFundsAt, readBracket, shortNameAt } from './accounts.ts'
import { addBracket, type Draft, draft, qualifierBefore } from './draft.ts'
import { type Element, elementsOf, isSign, wordOf } from './elements.ts'
import type { MoneyNode } from './money.ts'
import { tokenize } from './tokens.ts'
import type { YearNode } from './years.ts'

const GIVING =
  /^(?:provid(?:e|es|ed|ing)|allocat(?:e|es|ed|ing|ion|ions)|fund(?:s|ed|ing)?|obligat(?:e|es|ed|ing|ion|ions)|appropriat(?:e|es|ed|ion|ions)|contribut(?:e|es|ed|ing|ion|ions)|invest(?:s|ed|ing|ment|ments)?|commit(?:s|ted|ting|ment)?|spen[dt]|spending|spends|grant(?:s|ed)?|award(?:s|ed)?|donat(?:e|es|ed|ion|ions)|dedicat(?:e|es|ed|ing)|devot(?:e|es|ed|ing)|assistance|aid|budget(?:s|ed)?|program|programs|project|projects|programming|support|supports|supported|supporting|deliver(?:s|ed)?|gave|gives?|given|receiv(?:e|es|ed|ing)|transfer(?:s|red)?|notified|request(?:s|ed)?|disburs(?:e|es|ed)|earmark(?:s|ed)?|earmarking|totaled|totalled|totaling|totalling|initiative|agreement|package|equipment|training|pledg(?:e|es|ed|ing)|build|built|construct(?:ed)?|refurbish(?:ed)?|renovat(?:e|ed)|cost|costing|managed?|manages|administers?|implement(?:s|ed|ing)?|financ(?:e|es|ed|ing))$/
const TAKING =
  /^(?:seiz(?:e|es|ed|ing|ure|ures)|launder(?:s|ed|ing)?|steal|stole|stolen|confiscat(?:e|es|ed|ion)|forfeit(?:s|ed|ure)?|recover(?:s|ed|ing)?|fin(?:e|es|ed)|brib(?:e|es|ed|ery)|fraud|defraud(?:ed)?|embezzl(?:e|es|ed|ement|ing)|extort(?:ed|ion)?|ransom|proceeds|illicit|smuggl(?:e|ed|ing)|traffick(?:ed|ers|ing)?|street|profits?|loss|losses|damages?|trade|exports?|imports?|remittances|gdp|revenue|revenues|salary|salaries|wages?|tax|taxes|debts?|bail|economy|counterfeit|froze|frozen|freeze|scam|theft|robbery|income|price|heroin|cocaine|narcotics|drugs|owed?|sold|selling)$/
const DONOR =
  /^(?:inl|u|us|usg|usaid|state|department|bureau|embassy|washington|united|american|congress|programs?|programming)$/
const OTHER_GIVER =
  /^(?:ministry|parliament|european|eu|osce|undp|unodc|nato|bank|japan|germany|norway|sweden|canada|france|uk)$/
const OWN_MONEY = /^(?:budgets?|funds?|funding|money|resources)$/
const PERIOD = /^(?:date|years?|decade|decades|since|cumulative|cumulatively|annually)$/
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** Whether the words nearest to the amount at `i` speak of giving it. */
function isGiven(elements: readonly Element[], i: number, trusted: boolean): boolean {
  let best = Number.POSITIVE_INFINITY
  let given = trusted
  const bar = nearestBreak(elements, i)
  for (let at = bar.from; at < bar.to; at += 1) {
    const word = wordOf(elements[at])
    const giving = GIVING.test(word) && !/^(?:anti|counter|non)$/.test(wordOf(elements[at - 2]))
    const taking = TAKING.test(word)
    if (!giving && !taking) continue
    // What follows weighs a little less than what stands before.
    const distance = at < i ? i - at : (at - i) * 1.5
    // "$2 million to fight laundering": the purpose of an amount says nothing against it.
    if (taking && at > i && isPurpose(elements, i, at)) continue
    if (distance < best || (distance === best && taking)) [best, given] = [distance, giving && !taking]
  }
  return given && !givenByOthers(elements, i)
}

function isPurpose(elements: readonly Element[], i: number, at: number): boolean {
  return elements
    .slice(i + 1, at)
    .some((element) => /^(?:to|for|toward|towards|against|on|program|project|grant)$/.test(wordOf(element)))
}

/** The stretch between semicolons around element `i`. */
function nearestBreak(elements: readonly Element[], i: number): { from: number; to: number } {
  let [from, to] = [i, i]
  while (from > 0 && !isSign(elements[from - 1], 'semicolon')) from -= 1
  while (to < elements.length && !isSign(elements[to], 'semicolon')) to += 1
  return { from, to }
}

/** "The Government of … allocated $5 million": the sheet's own country, or another donor, gives. */
function givenByOthers(elements: readonly Element[], i: number): boolean {
  const before = elements.slice(0, i).map(wordOf)
  const passive = elements.slice(i + 1).map(wordOf)
  if (before.some((word) => DONOR.test(word)) || passive.some((word) => /^(?:inl|us|usg|usaid)$/.test(word)))
    return false
  // "The agency's own budget", "the national budget": the country's money.
  if (before.some((word, at) => OWN_MONEY.test(word) && /^(?:own|national|domestic)$/.test(before[at - 1] ?? '')))
    return true
  const subject = before.slice(0, 8)
  const government = subject.indexOf('government')
  return government >= 0
    ? !/^(?:to|with|helped|for)$/.test(subject[government - 2] ?? '')
    : subject.some((word) => OTHER_GIVER.test(word))
}

interface FoundYear {
  readonly year: YearNode | null
  readonly since: boolean
}

const NONE: FoundYear = { year: null, since: false }

function usable(elements: readonly Element[], at: number): YearNode | null {
  const year = elements[at]
  if (year?.type !== 'year') return null
  if (year.fiscal) return year
  const before = wordOf(elements[at - 1])
  return /^(?:in|since|from|during|between|by|through|for|and|early|late|mid|of|to|until)$/.test(before) ||
    at === 0 ||
    year.last !== null
    ? year
    : null
}

/** Which year an amount belongs to: one bracketed behind it, one said right after it, else the nearest before, else after. */
function yearOf(elements: readonly Element[], i: number, bracketed: YearNode | null): FoundYear {
  if (bracketed) return { year: bracketed, since: false }
  const nextMoney = elements.findIndex((element, at) => at > i && element.type === 'money')
  const end = nextMoney < 0 ? elements.length : nextMoney
  const positions = elements.flatMap((_, at) => (usable(elements, at) ? [at] : []))
  const after = positions.find((at) => at > i && at < end)
  const before = positions.findLast((at) => at < i)
  const previous = elements.findLastIndex((element, at) => at < i && element.type === 'money')
  const firstMoney = elements.findIndex((element) => element.type === 'money')
  // "$3 million in FY 2004 and $4 million in FY 2005": every amount has its year behind it.
  const behind = (positions[0] ?? -1) > firstMoney && after !== undefined
  const own = before !== undefined && before > previous && !behind
  // "In FY 2010, INL gave $1 million, and in FY 2011 $2 million": the second year already belongs to the second amount.
  const follows = after !== undefined && (behind || !(nextMoney >= 0 && own))
  const at = own ? before : follows ? after : (before ?? positions.find((one) => one > i))
  if (at === undefined) return NONE
  const year = usable(elements, at)
  const since = wordOf(elements[at - 1]) === 'since'
  // A month's year is a calendar day's, and which fiscal year that is in is not ours to say.
  const dated = year !== null && !year.fiscal && isDated(elements, at)
  return dated && !since ? NONE : { year, since }
}

function isDated(elements: readonly Element[], at: number): boolean {
  return [1, 2, 3].some((back) => MONTH.test(wordOf(elements[at - back])))
}

function isCumulative(elements: readonly Element[], i: number, found: FoundYear): boolean {
  if (found.since || (found.year?.last ?? null) !== null) return true
  if (found.year) return false
  return elements.some((element, at) => {
    const word = wordOf(element)
    if (word === 'date') return wordOf(elements[at - 1]) === 'to'
    const several = /^(?:past|last|over|these|several|recent)$/
    return (
      PERIOD.test(word) &&
      (word === 'since' ||
        word.startsWith('cumul') ||
        [1, 2, 3].some((back) => several.test(wordOf(elements[at - back])) && at - back !== i))
    )
  })
}

function readBeside(one: Draft, elements: readonly Element[], i: number, text: string): YearNode | null {
  let year: YearNode | null = null
  for (let at = i + 1; at < elements.length; at += 1) {
    const element = elements[at]
    if (element?.type === 'bracket') {
      const reading = readBracket(element, text)
      addBracket(one, element, reading)
      year ??= reading.year
    } else if (element?.type === 'mark') one.marks.push(element.mark)
    else break
  }
  return year
}

/** `$2 million in INCLE funds`, `INCLE funding of $2 million`. */
function readNamedFunds(one: Draft, elements: readonly Element[], i: number, text: string): void {
  if (one.account !== null) return
  const end = elements.findIndex((element, at) => at > i && element.type === 'money')
  const after = tokenize(text, one.money.to, elements[end < 0 ? elements.length - 1 : end - 1]?.to ?? one.money.to)
  for (let at = 0; at < Math.min(after.length, 8); at += 1) {
    const direct = at === 0 ? shortNameAt(after, 0, text) : null
    const name =
      namedFundsAt(after, at, text) ??
      (direct && /^(?:funds?|funding|assistance|money)$/.test(after[direct.next]?.text ?? '') ? direct : null)
    if (!name) continue
    one.account = name.account
    one.accountName = name.long
    return
  }
  const before = tokenize(text, elements[0]?.from ?? 0, one.money.from).slice(-5)
  for (let at = 0; at < before.length; at += 1) {
    const name = shortNameAt(before, at, text)
    if (name && /^(?:funds?|funding|assistance|money)$/.test(before[name.next]?.text ?? '')) one.account = name.account
  }
}

/** `$1 million and $2 million in FY 2010 and FY 2011, respectively`. */
function pairUp(drafts: readonly Draft[], elements: readonly Element[]): void {
  if (!elements.some((element) => wordOf(element) === 'respectively')) return
  const years = elements.filter((element) => element.type === 'year')
  if (years.length !== drafts.length) return
  drafts.forEach((one, n) => {
    one.year = years[n] ?? null
    one.cumulative = false
  })
}

const MANY =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|several|these|multiple|participating|various)$/

/** The words that say an amount is for more than one country, as printed; null where none do. */
function sharedWords(elements: readonly Element[], text: string): string | null {
  const at = elements.findIndex((element, n) => {
    const word = wordOf(element)
    const [one, two] = [elements[n - 1], elements[n - 2]]
    if (word === 'shared') return /^(?:with|by|among|between)$/.test(wordOf(elements[n + 1]))
    if (word === 'regional')
      return /^(?:program|programs|initiative|project|fund|funding|assistance)$/.test(wordOf(elements[n + 1]))
    if (word === 'region') return wordOf(one) === 'the' && /^(?:across|throughout)$/.test(wordOf(two))
    if (!/^(?:countries|states|nations|governments)$/.test(word) || wordOf(one) === 'united') return false
    return [one, two, elements[n - 3]].some(
      (before) => MANY.test(wordOf(before)) || (before?.type === 'token' && /^\d+$/.test(before.token.text)),
    )
  })
  const [first, last] = [elements[Math.max(0, at - 2)], elements[Math.min(elements.length, at + 2) - 1]]
  return at >= 0 && first && last ? text.slice(first.from, last.to) : null
}

/** `requested $2 million`, `$2 million in INCLE funding was requested`: a request in reach, with no amount between. */
function isRequested(elements: readonly Element[], i: number): boolean {
  const next = elements.findIndex((element, at) => at > i && element.type === 'money')
  const end = Math.min(next < 0 ? elements.length : next, i + 8)
  return elements.slice(Math.max(0, i - 2), end).some((element) => isRequest(wordOf(element)))
}

/** `$1.2 million - FY 2007`: no words of a sentence, so nothing but a figure and its year. */
function isBare(elements: readonly Element[]): boolean {
  const words = elements.filter((element) => /^\p{Ll}/u.test(element.type === 'token' ? element.token.text : ''))
  return words.length === 0 && elements.some((element) => element.type === 'year' && element.fiscal)
}

function spread(money: MoneyNode, elements: readonly Element[], i: number): boolean {
  return (
    money.marked &&
    /^(?:including|includes|of)$/.test(wordOf(elements[i - 1])) &&
    elements.slice(0, i).some((element) => element.type === 'money')
  )
}

/** Reads the characters `[from, to)` of `text`, a sentence, as prose; `funding` where the heading says what it is about. */
export function readProse(text: string, from: number, to: number, funding = false): Draft[] {
  const elements = elementsOf(tokenize(text, from, to))
  const drafts: Draft[] = []
  const shared = sharedWords(elements, text)
  const bare = isBare(elements)
  for (let i = 0; i < elements.length; i += 1) {
    const money = elements[i]
    if (money?.type !== 'money') continue
    const one = draft(money, null, qualifierBefore(elements, i, text))
    const bracketed = readBeside(one, elements, i, text)
    readNamedFunds(one, elements, i, text)
    if (one.account === null && !isGiven(elements, i, funding || bracketed?.fiscal === true || bare)) continue
    const found = yearOf(elements, i, bracketed)
    one.year = found.year
    one.cumulative = isCumulative(elements, i, found)
    one.request ||= isRequested(elements, i)
    one.shared ??= shared
    one.included = spread(money, elements, i)
    one.part = one.included
    drafts.push(one)
  }
  pairUp(drafts, elements)
  return drafts
}
