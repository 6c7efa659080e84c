/** An answer of figures laid out: for each sentence what it counts, the sentence, its source. */
import type { Answer, FigureRow } from '../answer/model.ts'
import { escapeMarkdown } from './escape.ts'
import { understoodLine } from './layout.ts'
import type { Block, Reply } from './model.ts'
import { citedQuote } from './quote.ts'
import type { Words } from './words/model.ts'

export function layoutFigures(answer: Answer, words: Words): Reply {
  const blocks: Block[] = []
  const text = (markdown: string) => markdown !== '' && blocks.push({ kind: 'text', markdown })
  text(understoodLine(answer.understood, words))
  text(answer.notes.map((note) => `-# ${words.note(note)}`).join('\n'))
  answer.excerpts.forEach((excerpt, order) => {
    const rows = answer.figures.filter((row) => row.excerpt === order)
    text([rows.map((row) => figureWords(row, words)).join(' · '), citedQuote(excerpt, words)].join('\n'))
  })
  return { outcome: answer.outcome, private: false, blocks, buttons: [], selects: [], files: [] }
}

/** A length of time as it stands before a noun: "the five-year war". */
const LENGTH_OF_TIME = /^(?:year|month|week|day|hour|minute)$/

/** `over 1,500 personnel`, `14 border posts, since 2005`, `5-year`. */
function figureWords({ value, unit, qualifier, since, asOf }: FigureRow, words: Words): string {
  const number = new Intl.NumberFormat(words.locale).format(value)
  const joined = value !== 1 && LENGTH_OF_TIME.test(unit) ? [`${number}-${unit}`] : [number, unit]
  const counted = [qualifier, ...joined].filter((part) => part !== null && part !== '').join(' ')
  return [`**${escapeMarkdown(counted)}**`, ...words.figureDates(since, asOf)].join(', ')
}
