/**
 * `/programs`: the named programs and projects that the fact sheets speak of for a country, and the bodies these set
 * up, each with one sentence. Only what the text writes as a name counts: better one left out than a phrase taken for
 * one.
 */
import type { CountryCode, FactSheet, Passage, Sentence } from '../corpus/model.ts'
import { readCoveredCountry } from './country-option.ts'
import { bearing, type Library } from './library.ts'
import { type Answer, type Excerpt, type Group, makeAnswer, type Understood } from './model.ts'
import { inNewerOrder } from './newer-first.ts'
import { headingName, namesInSentence } from './program-names.ts'
import { openingExcerpt, sentenceExcerpt } from './sentence-excerpt.ts'
import { shortKey, stemsOf, termsOf } from './terms.ts'

/** What explains an account is no program. */
const FOOTNOTE = /^\s*[[*†‡]/

export interface NamedProgram {
  /** As printed, with its abbreviation where the sentence gives one. */
  readonly name: string
  readonly sheet: FactSheet
  readonly passage: Passage
  readonly sentence: Sentence
  /** Whether the run-in heading before the sentence names it. */
  readonly inHeading: boolean
}

export function programsOf(typed: string | null, library: Library): Answer {
  const country = readCoveredCountry(typed, library)
  if (!country.ok) return country.refusal
  const { code, notes } = country
  const understood: Understood = { countries: [code], topics: [], years: [], asked: 'list' }
  const programs = namedPrograms(code, library)
  if (programs.length === 0)
    return makeAnswer('none', 'topic-not-covered', {
      understood,
      notes: [...notes, { kind: 'no-named-programs', country: code }],
    })
  // Programs that one sentence names share its quote.
  const bySentence = new Map<Sentence, NamedProgram[]>()
  for (const program of programs)
    bySentence.set(program.sentence, [...(bySentence.get(program.sentence) ?? []), program])
  const together = [...bySentence.values()]
  const excerpts = together.flatMap((named) => named.slice(0, 1).map(excerptOf))
  const groups = together.map(
    (named, index): Group => ({
      label: { text: named.map(({ name }) => name).join(' · ') },
      excerpts: [index],
      notes: [],
    }),
  )
  return makeAnswer('answered', null, { excerpts, groups, understood, notes })
}

function excerptOf({ sheet, passage, sentence, inHeading }: NamedProgram): Excerpt {
  return inHeading ? openingExcerpt(sheet, passage, sentence) : sentenceExcerpt(sheet, passage, sentence)
}

/** The programs of a country in the order of their sheets, newer sheets first; each once. */
export function namedPrograms(code: CountryCode, library: Library): readonly NamedProgram[] {
  const long = new Map(termsOf(library).map((term) => [shortKey(term.short), term.long]))
  const found = new Map<string, NamedProgram>()
  const add = (name: string, rest: Omit<NamedProgram, 'name'>) => {
    const key = keyOf(name, long)
    const before = found.get(key)
    // The same program under a fuller name keeps its first place and its first sentence.
    if (before === undefined) found.set(key, { name, ...rest })
    else if (name.length > before.name.length) found.set(key, { ...before, name })
  }
  for (const sheet of inNewerOrder(library.sheets))
    for (const passage of sheet.passages) {
      const about = passage.sentences.filter((sentence) => bearing(sheet, sentence, code, library) === 'about')
      const [first] = passage.sentences
      // On a sheet about many countries the heading's program may reach this one only in a later sentence.
      const sentence = about[0]
      const headed = sentence === undefined ? null : headingName(passage)
      if (sentence !== undefined && headed !== null)
        add(headed, { sheet, passage, sentence, inHeading: sentence === first })
      for (const sentence of about.filter(({ text }) => !FOOTNOTE.test(text)))
        for (const name of namesInSentence(sentence.text)) add(name, { sheet, passage, sentence, inHeading: false })
    }
  return [...found.values()]
}

/** What programs of one name share: the stems of the long form, without the words that only say what kind it is. */
function keyOf(name: string, long: ReadonlyMap<string, string>): string {
  const bracket = /\(([^()]+)\)/.exec(name)?.[1]
  const plain = name.replaceAll(/\([^()]*\)/g, ' ').trim()
  const core = plain.replace(/\s+(?:program(?:me)?|project|initiative|course)$/i, '')
  const short = /^\S+$/.test(core) ? core : bracket
  const full = short === undefined ? undefined : long.get(shortKey(short.replace(/s$/, '')))
  return stemsOf(full ?? core).join(' ')
}
