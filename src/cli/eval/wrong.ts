/** What went wrong, question by question. Of questions held back only the ids, so that nobody tunes on them unawares. */
import type { Judged } from './judge.ts'
import { wentWrong } from './measure.ts'
import type { Split } from './rows.ts'
import type { CorpusRun } from './run.ts'

export interface WrongOptions {
  readonly splits: readonly Split[]
  /** Show the held questions in full as well. */
  readonly showHeld: boolean
}

export function wrongList(runs: readonly CorpusRun[], { splits, showHeld }: WrongOptions): string {
  const parts: string[] = []
  for (const { corpus, systems, funding } of runs) {
    const wrong = (systems[0]?.judged ?? []).filter(wentWrong)
    for (const split of splits) {
      const some = wrong.filter(({ row }) => row.split === split)
      parts.push(`Wrong, ${corpus}, ${split}: ${some.length}`)
      if (split === 'held' && !showHeld) {
        if (some.length > 0) parts.push(some.map(({ row }) => row.id).join(' '))
      } else parts.push(...some.map(wrongText))
    }
    const money = funding.filter(({ right }) => !right)
    if (money.length > 0) parts.push(`Wrong, ${corpus}, funding: ${money.length}`)
    for (const { question, missing, extra } of money)
      parts.push(
        `${question.id}  ${question.input}`,
        ...missing.map((row) => `    missing ${row}`),
        ...extra.map((row) => `    extra   ${row}`),
      )
  }
  return `${parts.join('\n')}\n`
}

function wrongText({ row, response, rank }: Judged): string {
  const shown = !response.answered
    ? 'refused'
    : `answered ${response.answer?.file ?? ''}: ${oneLine(response.answer?.text ?? '(no sentence)')}`
  const lines = [`${row.id}  ${row.kind}  ${row.input}`, `    ${shown}`]
  if (row.answerable) {
    lines.push(`    gold in excerpt ${rank ?? '–'}`)
    for (const [text, gold] of row.gold) lines.push(`    gold ${text}: ${oneLine(gold)}`)
  }
  return lines.join('\n')
}

const oneLine = (text: string): string => {
  const folded = text.replaceAll(/\s+/g, ' ').trim()
  return folded.length > 160 ? `${folded.slice(0, 159)}…` : folded
}
