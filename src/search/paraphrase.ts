/**
 * From a question's words to its concepts: paraphrases of the field, the sheets' own abbreviations in both directions,
 * initials of names that no sheet abbreviates (NYPD), and the nearest word of the corpus for one that it does not have.
 */
import type { Acronym, FactSheet } from '../corpus/model.ts'
import { perSheet } from '../corpus/per-sheet.ts'
import { PhraseTable } from '../corpus/phrases.ts'
import { remembered } from '../corpus/remembered.ts'
import { atOnce, type Steps } from '../corpus/turns.ts'
import { analyse, type Token, wordTerm } from './analysis.ts'
import type { Concept, Phrase } from './concepts.ts'
import { everydayPhrases, isEnglish } from './everyday.ts'
import type { TermIndex } from './index-terms.ts'
import { type Lexicon, LIGHT_WEIGHT, PLAIN_WEIGHT } from './lexicon.ts'
import type { Alternative } from './lexicon-entries.ts'
import { KnownWords } from './slips.ts'

/** What each way of saying the same is worth beside the person's own words. Measured with `npm run eval`. */
const WORTH = { abbreviation: 0.97, initials: 0.9, topic: 0.38, parts: 0.38 } as const

/** Words that hold a sentence together and say nothing; never looked for. */
const FUNCTION_WORDS = new Set(
  'a an the of in on at to for and or by with from as into onto is are was were be been being am do does did has have had i you he she it we they me him her us them my your his its our their this that these those there here what which who whom whose when where why how if then than so not no nor but about per any some all can could will would shall should may might must s t d ll re ve please isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont wouldnt cant cannot couldnt shouldnt whats whos wheres whens hows whys thats theres heres im ive youre youve theyre theyve wich wat wht hw hwo teh thier alot eachother w abt actually really basically literally'
    .split(' ')
    .flatMap((word) => analyse(word).map(({ term }) => term)),
)

/** Other names for what stands at `[start, end)` of a question: the terms of the topic that it names. */
export interface Hint {
  readonly start: number
  readonly end: number
  readonly names: readonly (readonly string[])[]
}

/** A sheet with every abbreviation that it explains. */
export interface Abbreviated {
  readonly sheet: FactSheet
  readonly acronyms: readonly Acronym[]
}

/** Words whose everyday synonyms are remembered. */
const MEMORY_LIMIT = 4_000

type Stretch = readonly [number, number]

export class Paraphraser {
  readonly #index: TermIndex
  readonly #lexicon: Lexicon
  /** Terms of a short form → terms of its long forms, and the other way round. */
  readonly #long = new Map<string, (readonly string[])[]>()
  readonly #usableOf = new WeakMap<readonly Alternative[], readonly Phrase[]>()
  readonly #words = new KnownWords()
  readonly #everydayOf = remembered(MEMORY_LIMIT, (word) =>
    everydayPhrases(word, wordTerm(word), this.#index, this.#lexicon).filter(
      ({ terms }) => !terms.every((each) => FUNCTION_WORDS.has(each)),
    ),
  )
  readonly #short = new PhraseTable<string>()

  constructor(sheets: readonly Abbreviated[], index: TermIndex, lexicon: Lexicon) {
    this.#index = index
    this.#lexicon = lexicon
    for (const [word, term] of lexicon.words()) this.#words.add(word, term)
    atOnce(this.#learnAll(sheets))
  }

  /** As the constructor, in steps. */
  static *building(sheets: readonly Abbreviated[], index: TermIndex, lexicon: Lexicon): Steps<Paraphraser> {
    const paraphraser = new Paraphraser([], index, lexicon)
    yield* paraphraser.#learnAll(sheets)
    return paraphraser
  }

  *#learnAll(sheets: readonly Abbreviated[]): Steps<void> {
    for (const { sheet, acronyms } of sheets) {
      yield
      for (const { short, long } of acronyms) this.#learn(short, long)
      for (const { initials, terms } of initialsOn(sheet))
        if (!this.#index.has(initials)) this.#remember(initials, terms)
    }
  }

  /** Whether a word is an abbreviation that the sheets explain or whose initials they hold. */
  knowsAbbreviation(term: string): boolean {
    return this.#long.has(term)
  }

  /**
   * The concepts of a question.
   * @param hints what stretches of the question may also be called
   * @param skip stretches of the question that are no content: countries already understood, framing words
   */
  concepts(question: string, skip: readonly Stretch[], hints: readonly Hint[] = []): readonly Concept[] {
    const tokens = analyse(question).map((token) => this.#corrected(token))
    const words = tokens.map(({ term, start, end }) => ({ stem: term, start, end }))
    const weights = this.#lexicon.weigh(words)
    const skipped = tokens.map((token) => skip.some(([start, end]) => token.start >= start && token.end <= end))
    const taken = new Array<boolean>(tokens.length).fill(false)
    const concepts: Concept[] = []
    const take = (from: number, to: number, phrases: readonly Phrase[]) => {
      taken.fill(true, from, to)
      concepts.push(this.#concept(question, tokens, weights, from, to, phrases))
    }
    const stems = words.map((word) => word.stem)
    for (const { from, to, value } of this.#short.find(stems)) {
      if (to - from < 2 || taken.slice(from, to).includes(true) || skipped.slice(from, to).includes(true)) continue
      take(from, to, [{ terms: [value], weight: WORTH.abbreviation }])
    }
    for (const { from, to, alternatives } of this.#lexicon.expand(words)) {
      if (taken.slice(from, to).includes(true) || skipped.slice(from, to).includes(true)) continue
      if (to - from === 1 && FUNCTION_WORDS.has(stems[from] ?? '')) continue
      take(from, to, this.#usable(alternatives))
    }
    for (const [from, to] of hyphenatedNames(question, tokens))
      if (!taken.slice(from, to).includes(true) && !skipped.slice(from, to).includes(true)) take(from, to, [])
    tokens.forEach((token, at) => {
      if (taken[at] || skipped[at] || FUNCTION_WORDS.has(token.term)) return
      take(at, at + 1, [])
    })
    return concepts.map((concept) => hinted(concept, hints)).sort((one, other) => one.start - other.start)
  }

  /** Of what may stand for a phrase, what the fact sheets could hold: of the many ways to put a thing most never occur. */
  #usable(alternatives: readonly Alternative[]): readonly Phrase[] {
    const known = this.#usableOf.get(alternatives)
    if (known !== undefined) return known
    const usable = alternatives
      .filter(({ stems }) => stems.every((stem) => this.#index.has(stem)))
      .map(({ stems: terms, weight }) => ({ terms, weight }))
    this.#usableOf.set(alternatives, usable)
    return usable
  }

  #concept(
    question: string,
    tokens: readonly Token[],
    weights: readonly number[],
    from: number,
    to: number,
    alternatives: readonly Phrase[],
  ): Concept {
    const own = tokens.slice(from, to).map(({ term }) => term)
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? start
    const phrases: Phrase[] = [{ terms: own, weight: 1 }, ...alternatives]
    const [only] = own
    if (own.length === 1 && only !== undefined) {
      for (const terms of this.#long.get(only) ?? []) phrases.push({ terms, weight: WORTH.abbreviation })
    } else {
      for (const term of own) if (!FUNCTION_WORDS.has(term)) phrases.push({ terms: [term], weight: WORTH.parts })
    }
    phrases.push(...this.#everyday(tokens[from], own, phrases, Math.max(...weights.slice(from, to))))
    const importance = Math.max(
      LIGHT_WEIGHT,
      ...weights.slice(from, to).map((weight, at) => adverbial(tokens[from + at], weight)),
    )
    const words = question.slice(start, end)
    const name = /^\p{Lu}/u.test(words) && (question.slice(0, start).trim() !== '' || /^\S+[\s-]\p{Lu}/u.test(words))
    return {
      words,
      own,
      phrases,
      importance: name && importance > LIGHT_WEIGHT ? Math.max(importance, 1) : importance,
      name: name && importance > LIGHT_WEIGHT,
      start,
      end,
    }
  }

  /** General synonyms of a plain word with content that no name and no slip is. */
  #everyday(token: Token | undefined, own: readonly string[], known: readonly Phrase[], weight: number) {
    const [term, second] = own
    if (token === undefined || term === undefined || second !== undefined) return []
    if (weight < PLAIN_WEIGHT || !/^\p{Ll}+$/u.test(token.word) || wordTerm(token.word) !== term) return []
    const keys = new Set(known.map(({ terms }) => terms.join(' ')))
    return this.#everydayOf(token.word).filter(({ terms }) => !keys.has(terms.join(' ')))
  }

  /** A word that nothing knows, as the nearest one that is known. */
  #corrected(token: Token): Token {
    const { term, word } = token
    if (this.knowsTerm(term)) return token
    const plain = word.toLowerCase()
    if (isEnglish(plain)) return token
    const near = this.#index.words.nearest(plain) ?? this.#words.nearest(plain)
    return near === null ? token : { ...token, term: near }
  }

  /** Phrases that must never stand for one, each as its terms a blank apart. */
  apartFrom(terms: readonly string[]): readonly string[] {
    return this.#lexicon.apartFrom(terms.join(' '))
  }

  /** Whether the fact sheets or the lexicon have a term. */
  knowsTerm(term: string): boolean {
    return this.#index.has(term) || this.#long.has(term) || this.#lexicon.knows(term) || FUNCTION_WORDS.has(term)
  }

  #learn(short: string, long: string): void {
    const terms = analyse(long).map(({ term }) => term)
    const key = analyse(short).map(({ term }) => term)
    const [only] = key
    if (key.length !== 1 || only === undefined || terms.length < 2) return
    this.#remember(only, terms)
    this.#short.add(terms, only)
  }

  #remember(short: string, terms: readonly string[]): void {
    const known = this.#long.get(short)
    if (known === undefined) this.#long.set(short, [terms])
    else if (!known.some((other) => other.join(' ') === terms.join(' '))) known.push(terms)
  }
}

/** The concept with the names that a hint for its place adds. */
function hinted(concept: Concept, hints: readonly Hint[]): Concept {
  const names = hints.flatMap((hint) => (hint.start < concept.end && hint.end > concept.start ? hint.names : []))
  if (names.length === 0) return concept
  const known = new Set(concept.phrases.map(({ terms }) => terms.join(' ')))
  const added = names.filter((terms) => !known.has(terms.join(' '))).map((terms) => ({ terms, weight: WORTH.topic }))
  return { ...concept, phrases: [...concept.phrases, ...added] }
}

/** Adverbs say how a thing was done, which an answer may leave out. */
function adverbial(token: Token | undefined, weight: number): number {
  return token !== undefined && /^\p{Ll}{3,}ly$/u.test(token.word) ? Math.min(weight, PLAIN_WEIGHT) : weight
}

/** Names joined by hyphens (Pointe-Noire, Nouabalé-Ndoki), as ranges of tokens. */
function hyphenatedNames(question: string, tokens: readonly Token[]): readonly Stretch[] {
  return [...question.matchAll(/\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}[\p{L}\p{M}]+)+/gu)].flatMap((match): Stretch[] => {
    const end = match.index + match[0].length
    const from = tokens.findIndex((token) => token.start >= match.index)
    const to = tokens.findLastIndex((token) => token.end <= end) + 1
    return from >= 0 && to > from ? [[from, to]] : []
  })
}

interface Initials {
  readonly initials: string
  /** Of the name that they stand for. */
  readonly terms: readonly string[]
}

/** The initials of a sheet's long names, with and without those of the small words in them. */
const initialsOn = perSheet((sheet) =>
  sheet.passages.flatMap(({ reading }) => capitalNames(reading.text)).flatMap(initialsOf),
)

function initialsOf(name: string): readonly Initials[] {
  const words = name.split(/[\s-]+/)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  const joined = [capitals, words].map((list) => list.map((word) => word[0] ?? '').join(''))
  const short = [...new Set(joined.map((letters) => letters.toLowerCase()))].filter(
    ({ length }) => length >= 3 && length <= 6,
  )
  const terms = analyse(name).map(({ term }) => term)
  return short.map((initials) => ({ initials, terms }))
}

/** Runs of at least three words with capitals, small words between them allowed: names of bodies and programs. */
function capitalNames(text: string): readonly string[] {
  return text.match(/\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:of|for|and|the|in|on|to)\s+){0,2}\p{Lu}[\p{L}’'.-]*){2,7}/gu) ?? []
}
