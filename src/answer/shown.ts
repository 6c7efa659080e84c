/** The passages that a reply shows: that of the best sentence, then the next best ones that come near it. */
import type { Passage } from '../corpus/model.ts'
import type { ScoredSentence } from '../search/rank.ts'
import { coverage } from './coverage.ts'
import { answerIn, makeExcerpt } from './excerpt.ts'
import type { Found } from './find.ts'
import type { Answer, Excerpt } from './model.ts'
import type { Question } from './understand.ts'

/** Passages shown with an answer, its own included. */
export const MOST_EXCERPTS = 3

/** Sentences looked at for them; further down nothing comes near. */
const LOOKED_AT = 30

/** The answering sentence in its passage, then the next best passages that come near it in what they cover. */
export function shown(found: Found, best: ScoredSentence, question: Question): Pick<Answer, 'answer' | 'excerpts'> {
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
