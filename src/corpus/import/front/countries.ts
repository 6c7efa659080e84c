/**
 * What a sheet as a whole is about: the countries of its title, those that its headings go through one by one, or the
 * one or few that its text keeps coming back to. A general sheet, which names many in passing, is about none.
 */
import { findAcronyms } from '../../acronyms.ts'
import type { CountryCode } from '../../model.ts'
import { isCaption, isProse, runInHeading } from '../shapes.ts'
import type { Part } from '../structure.ts'
import type { Countries } from './propose.ts'

const MOST = 4
/** Together they must be named in so large a share of all mentions … */
const SHARE = 0.55
/** … and each in so many of the parts that are long enough to name one. */
const SPREAD = 0.3
const LONG_ENOUGH = 60
/** A region has at most so many countries with a part of their own; a longer round is the whole world's. */
const MOST_HEADINGS = 12
/** The paragraph that says what a sheet is about is one of the first so many. */
const OPENING_PARAGRAPHS = 2

interface Mention {
  readonly code: CountryCode
  /** A name says more than an adjective; `the Government of …` says more than a name. */
  readonly weight: number
}

interface Text {
  readonly text: string
  readonly mentions: readonly Mention[]
}

/**
 * Codes in the order of their weight; the publisher's own United States do not count.
 * @param trails the breadcrumbs above the text: where the site files the page
 */
export function countriesOf(parts: readonly Part[], countries: Countries, trails: readonly string[]): CountryCode[] {
  const title = parts.find((part) => part.kind === 'heading' && part.level === 1)
  const inTitle = title === undefined ? [] : codesIn(textOf(title), countries)
  if (inTitle.length > 0 && inTitle.length <= MOST) return inTitle
  const filed = trails.flatMap((trail) => alone(trail.split(/[>»›→/]/).at(-1) ?? '', countries))
  if (filed.length === 1) return filed
  const byHeading = oneByOne(parts, countries)
  if (byHeading.length > 0) return byHeading
  const texts = textsOf(parts, countries)
  const dominant = dominantIn(texts)
  const opened = dominant.length > 0 ? dominant : openedWith(texts)
  return opened.length > 0 ? opened : headed(texts, countries)
}

/** The one country that the lines over the text name, where the text itself names no other. */
function headed(texts: readonly Text[], countries: Countries): CountryCode[] {
  const first = texts.findIndex(({ text }) => isProse(text))
  const head = texts.slice(0, Math.max(first, 0)).filter(({ text }) => !isCaption(text))
  const codes = new Set(head.flatMap(({ text }) => codesIn(text, countries)))
  return codes.size === 1 && tally(texts, () => 1).size === 1 ? [...codes] : []
}

/** The countries that have a heading (or a run-in heading) each, where most headings are of that kind. */
function oneByOne(parts: readonly Part[], countries: Countries): CountryCode[] {
  const labels = parts.flatMap((part) => {
    if (part.kind === 'heading') return part.level === 1 ? [] : [part.line.text.replace(/:$/, '')]
    return runInHeading(part.lines[0]?.text ?? '') ?? []
  })
  // `Honduras: Courts` is Honduras's too; `Dominica and Saint Lucia` share a heading.
  const of = labels.map((label) => together(label.split(/\s*[:–—]\s|\s-\s/)[0] ?? '', countries))
  const codes = [...new Set(of.flat())]
  const share = of.filter((found) => found.length > 0).length / labels.length
  return codes.length >= 2 && codes.length <= MOST_HEADINGS && share > 0.5 ? codes : []
}

/** Those named in enough of the text, which together make up most of what it names. */
function dominantIn(texts: readonly Text[]): CountryCode[] {
  const counts = tally(texts, () => 1)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const long = texts.filter(({ text }) => text.length >= LONG_ENOUGH)
  const spread = ([code]: readonly [CountryCode, number]) =>
    long.filter(({ mentions }) => mentions.some((mention) => mention.code === code)).length >= long.length * SPREAD
  const ranked = [...counts].filter(spread).sort((a, b) => b[1] - a[1])
  const top = ranked[0]?.[1] ?? 0
  const chosen = ranked.filter(([, count]) => count >= Math.max(2, top * 0.4))
  const share = chosen.reduce((sum, [, count]) => sum + count, 0) / total
  return chosen.length > MOST || !(share >= SHARE) ? [] : chosen.map(([code]) => code)
}

/**
 * The one country that the opening speaks of and nothing after it outweighs: such a sheet says "the country" and "the
 * police" from there on. The opening is the first paragraph that names any, of the first few.
 */
function openedWith(texts: readonly Text[]): CountryCode[] {
  const opening = texts
    .filter(({ text }) => isProse(text) && !isCaption(text))
    .slice(0, OPENING_PARAGRAPHS)
    .find(({ mentions }) => mentions.length > 0)
  if (opening === undefined) return []
  const weights = tally(texts, (mention, text) => mention.weight * (text === opening ? 3 : 1))
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (first === undefined || !opening.mentions.some(({ code }) => code === first[0])) return []
  return first[1] >= 2 * (second?.[1] ?? 0) && first[1] >= total * 0.4 && first[1] >= 3 ? [first[0]] : []
}

function tally(texts: readonly Text[], weigh: (mention: Mention, text: Text) => number): Map<CountryCode, number> {
  const weights = new Map<CountryCode, number>()
  for (const text of texts)
    for (const mention of text.mentions)
      weights.set(mention.code, (weights.get(mention.code) ?? 0) + weigh(mention, text))
  return weights
}

/** The parts' texts, each once, with what they name: by its own name, and by an abbreviation explained with it. */
function textsOf(parts: readonly Part[], countries: Countries): Text[] {
  const texts = [...new Set(parts.map(textOf))]
  const shorts = texts.flatMap((text) =>
    findAcronyms(text).flatMap(({ short, long }) => {
      const [code, other] = codesIn(long, countries)
      return code === undefined || other !== undefined ? [] : [{ short, code }]
    }),
  )
  return texts.map((text) => {
    const words = new Map<string, number>()
    for (const [word] of text.matchAll(/[\p{L}\p{N}&-]+/gu)) words.set(word, (words.get(word) ?? 0) + 1)
    const abbreviated = shorts.flatMap(({ short, code }) =>
      Array.from({ length: words.get(short) ?? 0 }, () => ({ code, weight: 1 })),
    )
    return { text, mentions: [...named(text, countries), ...abbreviated] }
  })
}

function named(text: string, countries: Countries): Mention[] {
  return countries.find(text).flatMap(({ code, start, kind }) => {
    if (code === 'US') return []
    const governed = /\b(?:government|ministry|people|authorities) of (?:the )?$/i.test(text.slice(0, start).slice(-40))
    return [{ code, weight: kind === 'demonym' ? 0.5 : governed ? 2 : 1 }]
  })
}

const textOf = (part: Part): string =>
  part.kind === 'heading' ? part.line.text : part.lines.map((line) => line.text).join('\n')

const codesIn = (text: string, countries: Countries): CountryCode[] => [
  ...new Set(named(text, countries).map(({ code }) => code)),
]

/** The countries that a text names and nothing else. */
function together(text: string, countries: Countries): CountryCode[] {
  const whole = alone(text, countries)
  if (whole.length > 0) return whole
  const parts = text.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&/]\s*/)
  const found = parts.map((part) => alone(part, countries))
  return found.every((codes) => codes.length > 0) ? found.flat() : []
}

/** The country whose name a text is, with nothing but a word such as `Program` beside it; none, or one. */
function alone(text: string, countries: Countries): CountryCode[] {
  const bare = text.trim().replace(/\s+(?:programs?|summary|country program)$/i, '')
  const [place, other] = countries.find(bare)
  const whole = place !== undefined && other === undefined && place.end - place.start >= bare.length
  return whole && place.kind !== 'demonym' && place.code !== 'US' ? [place.code] : []
}
