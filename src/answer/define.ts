/** `/glossary`: what an abbreviation stands for, or where a body is named, by the sentence that says so. */
import { editDistance } from '../corpus/edit-distance.ts'
import type { Library } from './library.ts'
import { type Answer, type Excerpt, type Group, makeAnswer, type Understood } from './model.ts'
import { namingSentences } from './naming.ts'
import { openingExcerpt, sentenceExcerpt, spanExcerpt } from './sentence-excerpt.ts'
import { type Definition, exactTerms, shortKey, stemsOf, type Term, termsOf } from './terms.ts'

/** Meanings or sentences shown for one term. */
const MOST_SHOWN = 4
/** Near misses offered. */
const MOST_NEAR = 3
/** Longer than any name; what is pasted beyond it is not looked at. */
const LONGEST = 150

/** What people put around the term itself. */
const AROUND =
  /^\s*(?:(?:what|who)(?:['’]s| is| are| does| do)?\s+)?(?:define\s+|explain\s+)?(?:the\s+)?|\s*(?:(?:stands?|short) for|means?|abbreviat\w*)?\s*[?.!]*\s*$/giu

export function define(typed: string, library: Library): Answer {
  const term = typed.slice(0, LONGEST).replaceAll(AROUND, '').trim()
  const understood: Understood = { countries: [], topics: [term || typed.trim()], years: [], asked: 'meaning' }
  if (stemsOf(term).length === 0)
    return makeAnswer('none', 'not-understood', { notes: [{ kind: 'term-unknown', typed, nearest: [] }] })
  const terms = lookUpTerm(term, library)
  if (terms.length > 0) return explained(terms, understood)
  const named = namingSentences(term, library)
  if (named.length > 0) {
    const excerpts = named
      .slice(0, MOST_SHOWN)
      .map(({ sheet, passage, sentence }) => sentenceExcerpt(sheet, passage, sentence))
    const [first] = excerpts
    const abbreviation = /^\P{Ll}+s?$/u.test(named[0]?.printed ?? '') && !/\s/.test(term)
    // An abbreviation that no sheet explains: what is shown is not what was asked.
    return abbreviation || first === undefined
      ? makeAnswer('related', 'not-supported', {
          excerpts,
          understood,
          notes: [{ kind: 'not-stated', asked: 'meaning', about: named[0]?.printed ?? term }],
        })
      : makeAnswer('answered', null, { excerpts, understood, answer: { start: first.start, end: first.end } })
  }
  const nearest = nearTerms(term, library)
  return makeAnswer('none', 'topic-not-covered', {
    understood,
    notes: [{ kind: 'term-unknown', typed: term, nearest }],
    suggestions: nearest.map((near) => `/glossary term:${near}`),
  })
}

/** Terms by short form, by long form, or by a part of the long form; the first of these that finds any. */
function lookUpTerm(typed: string, library: Library): readonly Term[] {
  const exact = exactTerms(typed, library)
  if (exact.length > 0) return exact
  const terms = termsOf(library)
  const stems = stemsOf(typed)
  const wanted = ` ${stems.join(' ')} `
  // "RLA program", "the FSA account": the abbreviation among other words.
  if (stems.length > 1) {
    const within = terms.filter(({ short }) => typed.split(/[\s()]+/).includes(short))
    if (within.length > 0) return within
  }
  return typed.trim().length < 4 ? [] : terms.filter(({ long }) => ` ${stemsOf(long).join(' ')} `.includes(wanted))
}

function explained(terms: readonly Term[], understood: Understood): Answer {
  const shown = terms.slice(0, MOST_SHOWN)
  const excerpts = shown.map(({ definitions: [definition] }) => excerptOf(definition))
  const groups = shown.map(
    ({ short, long }, index): Group => ({ label: { text: `${short}: ${long}` }, excerpts: [index], notes: [] }),
  )
  const [first] = excerpts
  const answer = first === undefined ? null : { start: first.start, end: first.end }
  return makeAnswer('answered', null, { excerpts, groups, understood, answer })
}

/** The sentence or the line that explains it. */
export function excerptOf({ sheet, passage, sentence, inHeading, line }: Definition): Excerpt {
  if (line !== null) return spanExcerpt(sheet, passage, line)
  return inHeading ? openingExcerpt(sheet, passage, sentence) : sentenceExcerpt(sheet, passage, sentence)
}

/** Terms that a slip of the keyboard parts from what was typed, nearest first; else those that share most of its words. */
function nearTerms(typed: string, library: Library): readonly string[] {
  const short = shortKey(typed)
  const long = typed.toLowerCase()
  const near = termsOf(library).flatMap((term) => {
    const byShort = short.length < 2 || short.length > 12 ? 9 : editDistance(short, shortKey(term.short), 1)
    const limit = Math.min(4, Math.floor(long.length / 5))
    const byLong = limit === 0 ? 9 : editDistance(long, term.long.toLowerCase(), limit)
    if (byShort <= 1) return [{ name: term.short, distance: byShort }]
    return byLong <= limit ? [{ name: term.long, distance: byLong }] : []
  })
  near.sort((one, other) => one.distance - other.distance)
  const found = near.length > 0 ? near : sharing(typed, library)
  return [...new Set(found.map(({ name }) => name))].slice(0, MOST_NEAR)
}

/** Terms whose long form has at least half of the words that were typed, most of them first. */
function sharing(typed: string, library: Library): readonly { readonly name: string }[] {
  const stems = new Set(stemsOf(typed))
  return termsOf(library)
    .map(({ short, long }) => ({ name: short, shared: stemsOf(long).filter((stem) => stems.has(stem)).length }))
    .filter(({ shared }) => shared > 0 && shared * 2 >= stems.size)
    .sort((one, other) => other.shared - one.shared)
}
