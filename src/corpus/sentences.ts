/**
 * Where sentences begin and end. wink-nlp finds the boundaries (it knows `U.S. Department` and `1) … 2) …`); the
 * abbreviations of official prose on which it splits too early are joined again here.
 */
import { createRequire } from 'node:module'
import type { WinkMethods } from 'wink-nlp'

const require = createRequire(import.meta.url)
let wink: WinkMethods | null = null

/** Loaded on first need: the model takes a third of a second, and a corpus that comes from a snapshot needs none. */
function splitter(): WinkMethods {
  wink ??= (require('wink-nlp') as typeof import('wink-nlp').default)(require('wink-eng-lite-web-model'), ['sbd'])
  return wink
}

/** A boundary after one of these is none, whatever follows. */
const NEVER_LAST =
  /(?:^|[\s(])(?:Fig|Figs|Sec|Secs|Art|Arts|Approx|approx|No|Nos|Gen|Lt|Col|Sgt|Capt|Maj|Amb|Rep|Sen|Gov|Pres|Mr|Mrs|Ms|Dr|Prof|St|Mt|Ft|vs|cf|e\.g|i\.e|viz|incl|est|ca|pp|p|para|paras|Res|Vol|Ch|Dept|Div)\.$/
/** A piece that only closes what went before: a credit in brackets, a closing quotation mark. */
const BELONGS_BEFORE = /^(?:\([^()]*\)[.,;]?|["'”’)\]]+[.,;]?)$/

/** The splitter's time grows with the square of a word's length, and no word of any language is as long as this. */
const LONGEST_WORD = 120

/** Sentences of a text as `[from, to)` pairs of its characters, blanks around them left out. */
export function splitSentences(text: string): readonly (readonly [number, number])[] {
  const { short, at } = withoutLongRuns(text)
  if (short.length === text.length) return splitShort(text)
  return splitShort(short).map(([from, to]) => [at[from] ?? 0, (at[to - 1] ?? text.length - 1) + 1] as const)
}

/**
 * The text with the middle of every run of non-blank characters left out that is longer than a word can be, and where
 * each character that is left stands in `text`.
 */
export function withoutLongRuns(text: string): { readonly short: string; readonly at: readonly number[] } {
  const cuts = [...text.matchAll(/\S+/g)].filter(([run]) => run.length > LONGEST_WORD)
  if (cuts.length === 0) return { short: text, at: [] }
  const kept = LONGEST_WORD / 4
  const at: number[] = []
  let from = 0
  const keep = (to: number): void => {
    for (; from < to; from += 1) at.push(from)
  }
  for (const { 0: run, index } of cuts) {
    keep(index + kept)
    from = index + run.length - kept
  }
  keep(text.length)
  return { short: at.map((index) => text[index]).join(''), at }
}

function splitShort(text: string): readonly (readonly [number, number])[] {
  const pieces: string[] = splitter().readDoc(text).sentences().out()
  const spans: [number, number][] = []
  let at = 0
  for (const piece of pieces) {
    const from = skipBlanks(text, at)
    let to = from
    // The splitter may fold white space, so the characters are counted without it.
    for (let left = piece.replaceAll(/\s+/g, '').length; left > 0 && to < text.length; to += 1)
      if (/\S/.test(text[to] ?? '')) left -= 1
    if (to > from) join(spans, text, from, to)
    at = to
  }
  const rest = skipBlanks(text, at)
  if (rest < text.length) join(spans, text, rest, text.trimEnd().length)
  return spans
}

function skipBlanks(text: string, at: number): number {
  let index = at
  while (index < text.length && /\s/.test(text[index] ?? '')) index += 1
  return index
}

/** Adds a piece as a sentence of its own, or to the one before where the boundary between them is none. */
function join(spans: [number, number][], text: string, from: number, to: number): void {
  const before = spans.at(-1)
  const piece = text.slice(from, to)
  const early =
    before !== undefined &&
    (NEVER_LAST.test(text.slice(before[0], before[1])) || /^[a-z]/.test(piece) || BELONGS_BEFORE.test(piece))
  if (early) before[1] = to
  else spans.push([from, to])
}
