/**
 * Ways besides `Resident Legal Advisor (RLA)` in which a text says itself what an abbreviation stands for: footnotes
 * (`[2] CARSI: Central America Regional Security Initiative`), `X, or ACR,`, `X, known as ACR`, `ACR (X)`, and a name
 * before a bracket whose letters come from another language. Only what a text pairs itself; nothing is guessed.
 */
import { type Explanation, findAcronyms } from './acronyms.ts'

const SHORT = String.raw`\p{Lu}[\p{L}\d./&-]{1,11}`
/** A line that opens with a footnote's mark, an abbreviation and a colon or dash. */
const NOTE = new RegExp(
  String.raw`^[ \t]{0,8}(\[\w{1,3}\]|\(\w{1,3}\)|[*†‡§]+|\d{1,2}[.)])?[ \t]{0,8}(${SHORT})[ \t]{0,8}(?::|=|[ \t][-–—])[ \t]*(\p{Lu}[^\n;:$€£]{2,120}?)[ \t.]{0,8}$`,
  'gmu',
)
const SAID = new RegExp(
  String.raw`,?[ \t\n]\(?(?:or|(?:also |better |formerly )?(?:known|referred to|abbreviated) as|abbreviated|called)(?: the)? ["“]?(${SHORT})["”]?(?=[,.;)]|\s)`,
  'gu',
)
/** `JOLT, for Jamaican Operations Linked to Telemarketing`, `ACR, short for Long Form`, `ACR, which stands for …`. */
const FOR = new RegExp(
  String.raw`(?<![\p{L}\d])["“]?(${SHORT})["”]?,? (?:for|short for|which (?:is short|stands) for|standing for|that is,?|i\.e\.,?) (?:the )?["“]?(\p{Lu}[^,;:.()"”\n]{5,100})`,
  'gu',
)
const REVERSED = new RegExp(String.raw`(?<![\p{L}\d])(${SHORT}) \((\p{Lu}[^()\n;:.]{5,100})\)`, 'gu')
const NAMED =
  /(?<![\p{L}\d])((?:\p{Lu}[\p{L}’'-]*\s)(?:(?:\p{Lu}[\p{L}’'-]*|of|and|for|the|against|on|in|to|de|du)\s){1,14})\((\p{Lu}[\p{Lu}\d.&/-]{1,9})\)/gu

/** As a bracket's explanation; `wholeLine` where the line is a note that says nothing else. */
export interface Definition extends Explanation {
  readonly wholeLine: boolean
}

const isAbbreviation = (short: string): boolean => (short.match(/\p{Lu}/gu) ?? []).length >= 2 && !/^FY/.test(short)

/** All explanations in a text, each abbreviation with one long form once, in order. */
export function findDefinitions(text: string): readonly Definition[] {
  const inNotes = notes(text).map((note) => ({ ...note, wholeLine: true }))
  const inProse = [...findAcronyms(text), ...said(text), ...reversed(text)]
  const found = [...inNotes, ...inProse.map((explained) => ({ ...explained, wholeLine: false }))]
  const taken = new Set(found.map(({ end }) => end))
  const others = named(text).filter(({ end }) => !taken.has(end))
  const all = [...found, ...others.map((explained) => ({ ...explained, wholeLine: false }))]
  // A long form across a sentence's end is no name.
  return all.filter(({ long }) => !/[.!?;:]\s/.test(long)).sort((one, other) => one.start - other.start)
}

function notes(text: string): Explanation[] {
  return [...text.matchAll(NOTE)].flatMap(([whole, mark, short = '', long = ''], index, all) => {
    const start = all[index]?.index ?? 0
    const marked = mark !== undefined
    if (!isAbbreviation(short) || (!marked && !spells(short, long))) return []
    return long.split(/\s+/).length > 14 ? [] : [{ short, long, start, end: start + whole.trimEnd().length }]
  })
}

/** `X, or ACR`: only where each letter begins a word of the name before, since nothing else marks where it begins. */
function said(text: string): Explanation[] {
  return [...text.matchAll(SAID)].flatMap((match) => {
    const [whole, short = ''] = match
    if (!isAbbreviation(short)) return []
    const lead = text.slice(Math.max(0, match.index - 200), match.index)
    const explained = findAcronyms(`${lead} (${short})`).at(-1)
    if (explained === undefined || explained.end !== lead.length + short.length + 3) return []
    const initials = explained.long.split(/[\s-]+/).map((word) => (word[0] ?? '').toUpperCase())
    const letters = [...explained.short.toUpperCase()].filter((letter) => /\p{Lu}/u.test(letter))
    if (inOrder(letters, initials) < letters.length) return []
    const start = match.index - lead.length + explained.start
    return [{ short: explained.short, long: explained.long, start, end: match.index + whole.length }]
  })
}

function reversed(text: string): Explanation[] {
  const bracketed = [...text.matchAll(REVERSED)].flatMap((match) => {
    const [whole, short = '', long = ''] = match
    if (!isAbbreviation(short) || !spells(short, long)) return []
    return [{ short, long, start: match.index, end: match.index + whole.length }]
  })
  return [...bracketed, ...spelledAfter(text)]
}

/** The name that follows, as far as its initials go: it may be followed by anything. */
function spelledAfter(text: string): Explanation[] {
  return [...text.matchAll(FOR)].flatMap((match) => {
    const [whole, short = '', rest = ''] = match
    if (!isAbbreviation(short)) return []
    const ends = [...rest.matchAll(/[\p{L}\d’'-]+(?=\s|$)/gu)].map(({ index, 0: word }) => index + word.length)
    const end = ends.find((at) => allInitials(short, rest.slice(0, at)))
    if (end === undefined) return []
    return [
      { short, long: rest.slice(0, end), start: match.index, end: match.index + whole.length - rest.length + end },
    ]
  })
}

/** Whether the capitals of a name are just the letters of the abbreviation. */
function allInitials(short: string, long: string): boolean {
  const capitals = long.split(/[\s-]+/).flatMap((word) => (/^\p{Lu}/u.test(word) ? [word[0] ?? ''] : []))
  return capitals.length > 1 && capitals.join('') === short.replaceAll(/[^\p{Lu}]/gu, '')
}

/** Whether the whole of `long` is what `short` abbreviates. */
function spells(short: string, long: string): boolean {
  return findAcronyms(`${long} (${short})`).some((explained) => explained.start === 0)
}

/**
 * A name in capitals before a bracket, where at least half of the abbreviation's letters are its initials in order, or
 * two of three are in any order, as where a language puts the noun before what describes it.
 */
function named(text: string): Explanation[] {
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const [whole, printed = '', short = ''] = match
    const lead = /^(?:The|A|An|In|With|And|For|By|Under|At)\s+/.exec(printed)?.[0] ?? ''
    const long = printed.slice(lead.length).trimEnd()
    const initials = long.split(/\s+/).map((word) => word[0] ?? '')
    if (initials.length < 2 || !isAbbreviation(short)) return []
    const letters = [...short].filter((letter) => /\p{Lu}/u.test(letter))
    const opens = initials[0] === letters[0]
    const ordered = inOrder(letters, initials) * (opens ? 3 : 2) >= letters.length
    if (!ordered && amongThem(letters, initials) * 3 < letters.length * 2) return []
    return [{ short, long, start: match.index + lead.length, end: match.index + whole.length }]
  })
}

/** How many of `letters` stand among `initials` in the same order, taken greedily from the left. */
function inOrder(letters: readonly string[], initials: readonly string[]): number {
  let at = 0
  let count = 0
  for (const letter of letters) {
    const found = initials.indexOf(letter, at)
    if (found < 0) continue
    count += 1
    at = found + 1
  }
  return count
}

/** How many of `letters` are among `initials`, each initial taken once. */
function amongThem(letters: readonly string[], initials: readonly string[]): number {
  const left = [...initials]
  return letters.filter((letter) => {
    const at = left.indexOf(letter)
    return at >= 0 && left.splice(at, 1).length > 0
  }).length
}
