/** What the sheet's footnotes say its accounts are called: `*FSA: FREEDOM Support Act`, before or after the lines. */

import { shortNameAt } from './accounts.ts'
import { markIn } from './elements.ts'
import { moneyAt } from './money.ts'
import { type Token, tokenize } from './tokens.ts'
import type { FundingSource } from './types.ts'
import { yearAt } from './years.ts'

const REMARK = /\b(?:is|are|was|were|has|have|had|includes?|included|excludes?|does|do|not|may|will)\b/

export interface Footnotes {
  /** The name for an account as printed; `marks` are the footnote marks that stand with it. */
  nameOf(account: string | null, marks: readonly string[]): string | null
}

interface Note {
  readonly mark: string | null
  readonly short: string | null
  readonly long: string
}

const isSeparator = (token: Token | undefined): boolean =>
  token?.kind === 'colon' || token?.kind === 'equals' || token?.kind === 'dash'

/** A note that begins at token `i`: a mark, a short name and what it stands for; mark or short name may be left out. */
function noteAt(tokens: readonly Token[], i: number, text: string): { note: Note; next: number } | null {
  const mark = markIn(tokens, i)
  const at = mark?.next ?? i
  const name = shortNameAt(tokens, at, text)
  const separated = name !== null && isSeparator(tokens[name.next])
  if (!mark && !separated) return null
  const start = separated ? name.next + 1 : at
  let next = start
  for (; next < tokens.length; next += 1) {
    const token = tokens[next]
    if (!token || token.kind === 'semicolon' || token.kind === 'newline') break
    if (next > start && token.spaced && markIn(tokens, next)) break
    // An amount or a year: this is a line, not a note.
    if (moneyAt(tokens, next) || yearAt(tokens, next)?.fiscal) return null
  }
  let end = next
  while (end > start && /^(?:stop|comma)$/.test(tokens[end - 1]?.kind ?? '')) end -= 1
  const [first, last] = [tokens[start], tokens[end - 1]]
  if (end <= start || !first || !last || first.kind !== 'word' || !/^\p{Lu}/u.test(first.text)) return null
  if (end - start > 16) return null
  const long = text.slice(first.from, last.to)
  // A remark about the money is no name for it.
  if (!separated && REMARK.test(long)) return null
  return { note: { mark: mark?.mark ?? null, short: separated ? name.account : null, long }, next }
}

function notesIn(text: string): Note[] {
  const tokens = tokenize(text)
  const notes: Note[] = []
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]
    const before = tokens[i - 1]
    // A note opens a line, follows another one, or its mark stands free of what it follows.
    const opens = i === 0 || before?.kind === 'newline' || before?.kind === 'semicolon'
    const free = token?.spaced === true && markIn(tokens, i) !== null
    const found = opens || free ? noteAt(tokens, i, text) : null
    if (found) notes.push(found.note)
    i = found ? Math.max(found.next, i + 1) : i + 1
  }
  return notes
}

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export function readFootnotes(source: FundingSource): Footnotes {
  const byShort = new Map<string, string>()
  const byMark = new Map<string, string>()
  for (const passage of source.passages) {
    for (const note of notesIn(passage.reading.text)) {
      if (note.short !== null) byShort.set(fold(note.short), note.long)
      // A mark alone explains only what carries it; the first note with that mark counts.
      else if (note.mark !== null && !byMark.has(note.mark)) byMark.set(note.mark, note.long)
    }
  }
  for (const { short, long } of source.acronyms ?? []) if (!byShort.has(fold(short))) byShort.set(fold(short), long)
  return {
    nameOf(account, marks) {
      if (account === null) return null
      const known = byShort.get(fold(account))
      if (known !== undefined) return known
      const mark = marks.find((one) => byMark.has(one))
      return mark === undefined ? null : (byMark.get(mark) ?? null)
    },
  }
}
