/** A question in plain words becomes an answer, or an honest refusal that shows what stands near. */
import type { CountryCode } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import { LIGHT_WEIGHT } from '../search/lexicon.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { abbreviationAsked } from './abbreviation.ts'
import { isChat } from './chat.ts'
import { compare } from './compare.ts'
import { comparisonAsked } from './comparison.ts'
import { OF_ITS_OWN, STANDS } from './coverage.ts'
import { shownFigures } from './figures.ts'
import { figuresOf } from './figures-index.ts'
import { type Found, findSentences } from './find.ts'
import { funding } from './funding.ts'
import { judge } from './gates.ts'
import { explainTerm } from './glossary.ts'
import { lackingIn } from './lacking.ts'
import type { Library } from './library.ts'
import { type Answer, type Asked, type Excerpt, type FigureRow, type Group, makeAnswer, type Note } from './model.ts'
import { moneyQuestion } from './money-question.ts'
import { program } from './program.ts'
import { type Attempt, countryNotCovered, notUnderstood, refuse } from './refuse.ts'
import { passingScope, type Scope, scopesOf } from './scope.ts'
import { sentenceExcerpt } from './sentence-excerpt.ts'
import { asksSheetDate, sheetDate } from './sheet-date.ts'
import { shown } from './shown.ts'
import { timeline } from './timeline.ts'
import { contentOf, type Question, understand, understoodOf } from './understand.ts'

/** Answers any input that is not a command. */
export async function ask(input: string, library: Library): Promise<Answer> {
  const question = understand(input, library)
  if (isChat(question.text)) return notUnderstood(question, library)
  const [doubt] = question.doubtful
  if (doubt !== undefined && question.countries.length === 0)
    return makeAnswer('invalid', 'no-such-country', {
      understood: understoodOf(question, library),
      notes: [{ kind: 'no-such-country', typed: doubt.typed, candidates: doubt.candidates }],
    })
  const money = moneyQuestion(question, library)
  if (money !== null) return funding(money, library)
  if (contentOf(question).length === 0 && question.countries.length === 0 && question.asked.kind !== 'meaning') {
    // "What is INL?": the name of the publisher leads to nothing, but may be asked for itself.
    const explained = question.asked.kind === 'explain' ? explainTerm(question, library) : null
    return explained ?? notUnderstood(question, library)
  }
  const compared = comparisonAsked(question, library)
  if (compared !== null) return compare(compared, library)
  const explained = abbreviationAsked(question, library)
  if (explained !== null) return explained
  if (asksSheetDate(question)) {
    const dated = sheetDate(question, library)
    if (dated !== null) return dated
  }
  const [country, second] = question.countries
  // "Tajikistan 2010" asks for what was then.
  if (contentOf(question).length === 0 && country !== undefined && second === undefined && question.years.length > 0) {
    const then = timeline(countryName(country), library, question.years)
    if (then.outcome === 'answered') return { ...then, answer: then.excerpts[0] ?? null }
  }
  // "Tell me about Tajikistan" asks for what there is; "how many live there" does not.
  if (
    contentOf(question).length === 0 &&
    !OF_ITS_OWN.has(question.asked.kind) &&
    country !== undefined &&
    second === undefined &&
    question.years.length === 0
  )
    return program({ country: countryName(country), topic: null }, library)
  return answerFromSentences(question, library)
}

/** Sentences among which the one after the best is looked for. */
const NEAR_THE_BEST = 12

/** How many sentences further on what is asked for may stand. */
const GOES_ON: Readonly<Partial<Record<Asked, number>>> = {
  count: 3,
  money: 1,
  who: 3,
  list: 1,
  anything: 3,
  duration: 3,
}

/** A sentence after the best one, which may tell what that leaves open: "Desks were opened at the border. There are nine." */
function goesOn(
  within: number,
  { entry, sentence: { index } }: ScoredSentence,
  { sentences }: Found,
  { countries }: Question,
): ScoredSentence | undefined {
  const follows = (next: ScoredSentence) =>
    next.entry === entry && next.sentence.index > index && next.sentence.index <= index + within
  // One that names a country of its own tells of that.
  const elsewhere = ({ sentence }: ScoredSentence) => sentence.named.some((code) => !countries.includes(code))
  return Iterator.from(sentences)
    .take(NEAR_THE_BEST)
    .find((next) => follows(next) && !elsewhere(next))
}

async function attempt(question: Question, scope: Scope, library: Library): Promise<Attempt> {
  const found = await findSentences(question, scope, library)
  const [best] = found.sentences
  if (best === undefined) return { scope, found, best: null, verdict: { kind: 'far' } }
  const verdict = judge(question, found, best, library)
  const lacks = verdict.kind === 'not-stated' || verdict.kind === 'missing'
  const within = lacks ? GOES_ON[question.asked.kind] : undefined
  const next = within === undefined ? undefined : goesOn(within, best, found, question)
  if (next !== undefined && judge(question, found, next, library).kind === 'answers')
    return { scope, found, best: next, verdict: { kind: 'answers' } }
  return { scope, found, best, verdict }
}

async function answerFromSentences(question: Question, library: Library): Promise<Answer> {
  const { scopes, asked, missing } = scopesOf(question, library)
  const attempts: Attempt[] = []
  for (const scope of scopes) attempts.push(await attempt(question, scope, library))
  const [together, ...alone] = attempts
  if (alone.length > 1 && together?.verdict.kind !== 'answers') {
    const each = eachCountry(alone, question, missing, library)
    if (each !== null) return each
  }
  for (const [order, each] of attempts.entries()) {
    const answered = answeredBy(each, question, order === 0 ? [] : missing, library)
    if (answered !== null) return answered
  }
  const passing = passingScope(question, library)
  if (passing !== null) {
    const passed = await attempt(question, passing, library)
    // What stands there only in passing has to be just what was asked.
    const misses = passing.whole === true ? !saysAll(passed, question) : missesContent(passed, question, library)
    const told = misses ? null : answeredBy(passed, question, [], library)
    if (told !== null) return told
  }
  return scopes.length === 0 ? countryNotCovered(question, asked, library) : refuse(question, attempts, library)
}

/** Whether the sentence found has every word with content of the question. */
function saysAll({ best }: Attempt, { concepts }: Question): boolean {
  const content = concepts.flatMap(({ importance }, order) => (importance > LIGHT_WEIGHT ? [order] : []))
  return best !== null && content.length > 1 && content.every((order) => (best.inSentence[order] ?? 0) >= STANDS)
}

/** Whether a word that carries what is asked stands neither in the sentence found nor around it. */
function missesContent({ found, best }: Attempt, question: Question, library: Library): boolean {
  return best === null || lackingIn(question, found, best, library).missing.some(({ importance }) => importance >= 1)
}

/** The answer that an attempt found; null where it found none. */
function answeredBy(
  { found, best, verdict }: Attempt,
  question: Question,
  missing: readonly CountryCode[],
  library: Library,
): Answer | null {
  if (best === null || verdict.kind !== 'answers') return null
  return makeAnswer('answered', null, {
    ...shown(found, best, question),
    figures: figuresIn(best, question, library),
    understood: understoodOf(question, library),
    notes: missing.map((country): Note => ({ kind: 'missing-country', country })),
  })
}

/** Countries asked about side by side, each with its own sentence or named as missing; null where fewer than two have one. */
function eachCountry(
  alone: readonly Attempt[],
  question: Question,
  missing: readonly CountryCode[],
  library: Library,
): Answer | null {
  const answering = alone.filter(({ best, verdict }) => best !== null && verdict.kind === 'answers')
  if (answering.length < 2) return null
  const excerpts: Excerpt[] = []
  const groups = alone.flatMap(({ scope, best, verdict }): readonly Group[] => {
    const [country] = scope.countries
    if (country === undefined) return []
    if (best === null || verdict.kind !== 'answers')
      return [{ label: { country }, excerpts: [], notes: [{ kind: 'missing-country', country }] }]
    excerpts.push(sentenceExcerpt(best.entry.sheet, best.entry.passage, best.sentence))
    return [{ label: { country }, excerpts: [excerpts.length - 1], notes: [] }]
  })
  const [first] = excerpts
  const notes = missing.map((country): Note => ({ kind: 'missing-country', country }))
  const answer = first === undefined ? null : { start: first.start, end: first.end }
  return makeAnswer('answered', null, { excerpts, groups, answer, notes, understood: understoodOf(question, library) })
}

/** The figures of the sentence that answers a "how many", as rows over the first excerpt. */
function figuresIn(best: ScoredSentence, question: Question, library: Library): readonly FigureRow[] {
  if (question.asked.kind !== 'count') return []
  const inSentence = figuresOf(library).filter(({ sentence }) => sentence === best.sentence)
  return shownFigures(inSentence).figures.map((row) => ({ ...row, excerpt: 0 }))
}
