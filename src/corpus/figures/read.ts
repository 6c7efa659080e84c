/**
 * Reads every number of a fact sheet that counts something as a fact of its own. Money is funding's business; years,
 * dates, list numbers, articles and the like are no figures.
 */
import { locate } from '../funding/locate.ts'
import { qualifierLength } from '../funding/qualifiers.ts'
import { lower, type Token, tokenize } from '../funding/tokens.ts'
import { yearAt } from '../funding/years.ts'
import type { CountryCode, Passage, Sentence, Span } from '../model.ts'
import { type CountNode, countsIn, MONTH } from './numbers.ts'
import { opensVerb, unitEnd } from './unit.ts'

export interface Figure {
  readonly value: number
  /** What is counted, as printed: `border posts`; `percent of …` for a share. */
  readonly unit: string
  /** `over`, `approximately`, `more than` and the like, in small letters; null where the number stands alone. */
  readonly qualifier: string | null
  /** The year as printed after `since`. */
  readonly since: string | null
  /** The date as printed after `as of`. */
  readonly asOf: string | null
  /** The number as a reader sees it. */
  readonly printed: string
  /** The number in the file. */
  readonly span: Span
  /** Indices of the passage and of the sentence in it. */
  readonly passage: number
  readonly sentence: number
  readonly places: readonly CountryCode[]
}

export interface FigureSource {
  readonly passages: readonly (Pick<Passage, 'index' | 'reading'> & {
    readonly sentences: readonly Pick<Sentence, 'index' | 'start' | 'end' | 'places'>[]
  })[]
}

interface Dates {
  readonly since: { readonly at: number; readonly text: string } | null
  readonly asOf: string | null
}

/** The printed date at token `i`: a year, perhaps with a month and a day before it. */
function dateAt(tokens: readonly Token[], i: number, text: string): { date: string; year: string } | null {
  for (let at = i; at < i + 5; at += 1) {
    const year = yearAt(tokens, at)
    const [first, last] = [tokens[i], year ? tokens[year.next - 1] : undefined]
    if (year && first && last) return { date: text.slice(first.from, last.to), year: text.slice(year.from, last.to) }
    const token = tokens[at]
    const passes =
      MONTH.test(token?.text ?? '') ||
      /^(?:the|end|of|early|late|mid|fiscal|year|fall|spring|summer|winter)$/.test(lower(token))
    if (!passes && token?.kind !== 'comma' && token?.kind !== 'dash' && !/^\d{1,2}$/.test(token?.text ?? ''))
      return null
  }
  return null
}

function datesIn(tokens: readonly Token[], text: string): Dates {
  let since: Dates['since'] = null
  let asOf: string | null = null
  tokens.forEach((token, i) => {
    const word = lower(token)
    if (word === 'since' && !since) {
      const found = dateAt(tokens, i + 1, text)
      if (found) since = { at: i, text: found.year }
    }
    if (word === 'as' && /^(?:of|at)$/.test(lower(tokens[i + 1]))) asOf ??= dateAt(tokens, i + 2, text)?.date ?? null
  })
  return { since, asOf }
}

/** `Since 2005, …` holds for the whole sentence; `… since 2008` for what stands with it in one clause. */
function sinceFor(tokens: readonly Token[], count: CountNode, { since }: Dates): string | null {
  if (!since) return null
  const opens =
    since.at === 0 || (since.at < count.at && tokens.slice(0, since.at).every((token) => token.kind !== 'word'))
  const [from, to] = since.at < count.at ? [since.at, count.at] : [count.next, since.at]
  const apart = tokens.slice(from, to).some((token) => token.kind === 'comma' || token.kind === 'semicolon')
  return opens || !apart ? since.text : null
}

function unitOf(tokens: readonly Token[], count: CountNode, text: string): string | null {
  const after = tokens[count.next]
  const percent =
    after?.text === '%' ||
    /^(?:percent|percentage)$/.test(lower(after)) ||
    (lower(after) === 'per' && lower(tokens[count.next + 1]) === 'cent')
  if (percent) return percentUnit(tokens, lower(after) === 'per' ? count.next + 2 : count.next + 1, text)
  if (lower(after) === 'per') return rateUnit(tokens, count.next, text)
  let at = count.next
  if (after?.kind === 'plus' && !after.spaced) at += 1
  else if (lower(after) === 'or' && /^(?:more|fewer|less)$/.test(lower(tokens[at + 1]))) at += 2
  else if (after?.kind === 'dash' && !after.spaced && tokens[at + 1]?.kind === 'word') {
    return tokens[at + 1]?.text ?? null
  }
  const end = opensVerb(tokens, at) ? at : unitEnd(tokens, at)
  const [first, last] = [tokens[at], tokens[end - 1]]
  return end > at && first && last ? text.slice(first.from, last.to).replaceAll(/\s+/g, ' ') : null
}

/** `82 per 100,000 inhabitants`: what the rate is of. */
function rateUnit(tokens: readonly Token[], i: number, text: string): string | null {
  const number = tokens[i + 1]?.kind === 'number' ? i + 2 : i + 1
  const end = unitEnd(tokens, number)
  const [first, last] = [tokens[i], tokens[end - 1]]
  return end > number && first && last ? text.slice(first.from, last.to) : null
}

/** `percent of the population`. */
function percentUnit(tokens: readonly Token[], i: number, text: string): string {
  if (lower(tokens[i]) !== 'of') return 'percent'
  const article = /^(?:the|all|its|their)$/.test(lower(tokens[i + 1])) ? i + 2 : i + 1
  const end = unitEnd(tokens, article)
  const [first, last] = [tokens[i], tokens[end - 1]]
  return end > article && first && last ? `percent ${text.slice(first.from, last.to)}` : 'percent'
}

function qualifierOf(tokens: readonly Token[], count: CountNode, text: string): string | null {
  const after = tokens[count.next]
  if (after?.kind === 'plus' && !after.spaced) return '+'
  if (lower(after) === 'or' && /^(?:more|fewer|less)$/.test(lower(tokens[count.next + 1]))) {
    return text.slice(after?.from, tokens[count.next + 1]?.to)
  }
  const length = qualifierLength((at) => lower(tokens[at]), count.at)
  const [first, last] = [tokens[count.at - length], tokens[count.at - 1]]
  return length > 0 && first && last ? text.slice(first.from, last.to).toLowerCase() : null
}

/** Whether a number shares the unit of the one right after it: `20 to 30 officers`, `20-30 officers`, `two of nine jails`. */
function sharesNext(tokens: readonly Token[], count: CountNode, next: CountNode | undefined): boolean {
  const joint = tokens[count.next]
  return next?.at === count.next + 1 && (joint?.kind === 'dash' || /^(?:to|and|or|of)$/.test(lower(joint)))
}

const MEASURE = /^(?:percent|tons?|kilograms?|kg|km|kilomet(?:er|re)s|hours?|days?|weeks?|months?|years?)\b/

/** Whether a number without a unit counts what the one before it does: `of whom 312 passed`, `94 of them`, `and 600 in 2011`. */
function goesOn(tokens: readonly Token[], count: CountNode): boolean {
  const [next, after] = [lower(tokens[count.next]), lower(tokens[count.next + 1])]
  if (next === 'of') return /^(?:them|whom|these|those|which)$/.test(after)
  return opensVerb(tokens, count.next) || (lower(tokens[count.at - 1]) === 'and' && /^(?:in|during|for)$/.test(next))
}

/** What each number counts, null where that cannot be told. */
function unitsOf(tokens: readonly Token[], counts: readonly CountNode[], text: string): (string | null)[] {
  const own = counts.map((count) => unitOf(tokens, count, text))
  // The last thing counted that is no measure.
  let before: string | null = null
  return counts.map((count, i) => {
    const shared = sharesNext(tokens, count, counts[i + 1]) ? (own[i + 1] ?? null) : own[i]
    const unit: string | null = shared ?? (goesOn(tokens, count) ? before : null)
    if (unit !== null && !MEASURE.test(unit)) before = unit
    return unit
  })
}

/** The figures of a fact sheet in the order of its text. */
export function readFigures(source: FigureSource): Figure[] {
  return source.passages.flatMap((passage) => {
    const { text } = passage.reading
    return passage.sentences.flatMap((sentence) => {
      const { from, to } = locate(passage.reading, sentence)
      const tokens = tokenize(text, from, to)
      const counts = countsIn(tokens)
      const dates = datesIn(tokens, text)
      const units = unitsOf(tokens, counts, text)
      return counts.flatMap((count, i): Figure[] => {
        const unit = units[i]
        const [first, last] = [tokens[count.at], tokens[count.next - 1]]
        if (!unit || !first || !last) return []
        return [
          {
            value: count.value,
            unit,
            qualifier: qualifierOf(tokens, count, text),
            since: sinceFor(tokens, count, dates),
            asOf: dates.asOf,
            printed: text.slice(first.from, last.to),
            span: passage.reading.span(first.from, last.to),
            passage: passage.index,
            sentence: sentence.index,
            places: sentence.places,
          },
        ]
      })
    })
  })
}
