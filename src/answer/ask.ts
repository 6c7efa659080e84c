/** A question in plain words becomes an answer, or an honest refusal that shows what stands near. */
import type { CountryCode, Passage } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { isChat } from './chat.ts'
import { coverage } from './coverage.ts'
import { answerIn, makeExcerpt } from './excerpt.ts'
import { shownFigures } from './figures.ts'
import { figuresOf } from './figures-index.ts'
import { type Found, findSentences } from './find.ts'
import { funding } from './funding.ts'
import { judge, type Verdict } from './gates.ts'
import { explainTerm } from './glossary.ts'
import type { Library } from './library.ts'
import { type Answer, type Excerpt, type FigureRow, type Group, makeAnswer, type Note } from './model.ts'
import { moneyQuestion } from './money-question.ts'
import { program } from './program.ts'
import { passingScope, type Scope, scopesOf } from './scope.ts'
import { sentenceExcerpt } from './sentence-excerpt.ts'
import { asksSheetDate, sheetDate } from './sheet-date.ts'
import { topicsByCountry } from './topic-index.ts'
import { contentOf, type Question, understand, understoodOf } from './understand.ts'

/** Passages shown with an answer, its own included. */
const MOST_EXCERPTS = 3

/** Sentences looked at for them; further down nothing comes near. */
const LOOKED_AT = 30

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
  if (contentOf(question).length === 0 && question.countries.length === 0 && question.asked.kind !== 'meaning')
    return notUnderstood(question, library)
  const money = moneyQuestion(question, library)
  if (money !== null) return funding(money, library)
  if (question.asked.kind === 'meaning' || isBareAbbreviation(question, library)) {
    const explained = explainTerm(question, library)
    if (explained !== null) return explained
  }
  if (asksSheetDate(question)) {
    const dated = sheetDate(question, library)
    if (dated !== null) return dated
  }
  const [country, second] = question.countries
  // "Tell me about Tajikistan" asks for what there is.
  if (contentOf(question).length === 0 && country !== undefined && second === undefined && question.years.length === 0)
    return program({ country: countryName(country), topic: null }, library)
  return answerFromSentences(question, library)
}

function notUnderstood(question: Question, library: Library): Answer {
  return makeAnswer('none', 'not-understood', {
    understood: understoodOf(question, library),
    notes: [{ kind: 'not-understood' }],
  })
}

/** "ICMPD": an abbreviation and nothing else asks what it stands for. */
function isBareAbbreviation(question: Question, library: Library): boolean {
  const [only, second] = contentOf(question)
  if (only === undefined || second !== undefined) return false
  if (!['anything', 'explain', 'person', 'who'].includes(question.asked.kind)) return false
  const [term] = only.own
  return only.own.length === 1 && term !== undefined && library.paraphraser.knowsAbbreviation(term)
}

interface Attempt {
  readonly scope: Scope
  readonly found: Found
  readonly best: ScoredSentence | null
  readonly verdict: Verdict
}

async function attempt(question: Question, scope: Scope, library: Library): Promise<Attempt> {
  const found = await findSentences(question, scope, library)
  const [best] = found.sentences
  if (best === undefined) return { scope, found, best: null, verdict: { kind: 'far' } }
  return { scope, found, best, verdict: judge(question, found, best, library) }
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
  const told = passing === null ? null : answeredBy(await attempt(question, passing, library), question, [], library)
  if (told !== null) return told
  return scopes.length === 0 ? countryNotCovered(question, asked, library) : refuse(question, attempts, library)
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

/** What a question is about, in the person's own words. */
function wordsOf(question: Question): string {
  return contentOf(question)
    .map(({ words }) => words)
    .join(' ')
}

function refuse(question: Question, attempts: readonly Attempt[], library: Library): Answer {
  const understood = understoodOf(question, library)
  const near = attempts.find(({ best, verdict }) => best !== null && verdict.kind !== 'far')
  const [country] = question.countries
  if (near?.best == null) {
    if (country === undefined) return notUnderstood(question, library)
    const topics = (topicsByCountry(library).get(country) ?? []).map((id) => library.vocabulary.topic(id)?.name ?? id)
    return makeAnswer('none', 'topic-not-covered', {
      understood,
      notes: [
        { kind: 'topic-not-covered', country, topic: wordsOf(question) },
        ...(topics.length === 0 ? [] : [{ kind: 'covered-topics', country, topics } as const]),
      ],
    })
  }
  const { verdict, found, best } = near
  const parts = { ...shown(found, best, question), answer: null, understood }
  switch (verdict.kind) {
    case 'year':
      return makeAnswer('related', 'not-supported', {
        ...parts,
        notes: [{ kind: 'year-not-found', years: verdict.years }],
      })
    case 'not-stated':
      return makeAnswer(
        'related',
        verdict.asked === 'money' || verdict.asked === 'count' ? 'figure-not-stated' : 'not-supported',
        {
          ...parts,
          notes: [
            {
              kind: 'not-stated',
              asked: verdict.asked,
              about: wordsOf(question),
            },
          ],
        },
      )
    default:
      return makeAnswer('related', 'not-supported', {
        ...parts,
        notes: [{ kind: 'not-supported', missing: verdict.kind === 'missing' ? verdict.words : [] }],
      })
  }
}

function countryNotCovered(question: Question, asked: readonly CountryCode[], library: Library): Answer {
  const notes = asked.map((country): Note => ({ kind: 'country-not-covered', country }))
  return makeAnswer('none', 'country-not-covered', {
    understood: understoodOf(question, library),
    notes: [...notes, { kind: 'covered-countries', countries: library.covered }],
  })
}

/** The figures of the sentence that answers a "how many", as rows over the first excerpt. */
function figuresIn(best: ScoredSentence, question: Question, library: Library): readonly FigureRow[] {
  if (question.asked.kind !== 'count') return []
  const inSentence = figuresOf(library).filter(({ sentence }) => sentence === best.sentence)
  return shownFigures(inSentence).figures.map((row) => ({ ...row, excerpt: 0 }))
}

/** The answering sentence in its passage, then the next best passages that come near it in what they cover. */
function shown(found: Found, best: ScoredSentence, question: Question): Pick<Answer, 'answer' | 'excerpts'> {
  const excerpts: Excerpt[] = []
  const seen = new Set<string>()
  const passages = new Set<Passage>()
  const floor = coverage(question, found, best).whole * 0.6
  for (const scored of Iterator.from(found.sentences).take(LOOKED_AT)) {
    if (excerpts.length >= MOST_EXCERPTS) break
    const { passage } = scored.entry
    if (passages.has(passage)) continue
    if (excerpts.length > 0 && coverage(question, found, scored).whole < floor) continue
    passages.add(passage)
    const key = passage.reading.text.replaceAll(/\s+/g, ' ')
    if (seen.has(key)) continue
    seen.add(key)
    excerpts.push(makeExcerpt(scored.entry.sheet, passage, scored.sentence))
  }
  const [first] = excerpts
  return { excerpts, answer: first === undefined ? null : answerIn(first, best.sentence) }
}
