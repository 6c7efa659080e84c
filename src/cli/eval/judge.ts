/**
 * What a system showed for a question, held against the known answer. The rule is test/golden/README.md's: the answer
 * is right when it holds a gold substring of the text it comes from. The same rule judges Footnote and its peers.
 */
import type { QuestionRow } from './rows.ts'

/** A stretch of a fact sheet as it was shown. */
export interface Shown {
  /** The fact sheet's file. */
  readonly file: string
  readonly text: string
}

/** What stands before a person after one question. */
export interface Response {
  /** False: an honest refusal, whatever is shown beside it. */
  readonly answered: boolean
  /** The one sentence or line put first. */
  readonly answer: Shown | null
  /** Whole passages of the excerpts, best first. */
  readonly passages: readonly Shown[]
}

export interface Judged {
  readonly row: QuestionRow
  readonly response: Response
  readonly answered: boolean
  /** Answered, and the sentence holds a gold. */
  readonly right: boolean
  /** Place (from 1) of the first passage that holds a gold; null where none does. */
  readonly rank: number | null
}

/** Passages that count for the reciprocal rank. */
const RANKED = 10

/** @param fileOf the fact sheet's file that a source text became */
export function judgeRow(row: QuestionRow, response: Response, fileOf: (text: string) => string): Judged {
  const holds = ({ file, text }: Shown) =>
    row.gold.some(([source, gold]) => fileOf(source) === file && holdsText(text, gold))
  const at = response.passages.slice(0, RANKED).findIndex(holds)
  const right = response.answered && response.answer !== null && holds(response.answer)
  return { row, response, answered: response.answered, right, rank: at < 0 ? null : at + 1 }
}

/** Whether a text holds another, white space folded, as it stands in the file or as a reader sees it. */
export function holdsText(text: string, part: string): boolean {
  const wanted = fold(part)
  return fold(text).includes(wanted) || fold(unescaped(text)).includes(wanted)
}

const fold = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Without Markdown's backslashes. */
const unescaped = (text: string): string => text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
