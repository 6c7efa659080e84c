/** What is wrong or odd in a corpus, and what was asked of it in vain, as text blocks. */
import type { Finding, Level } from '../../corpus/check/finding.ts'
import type { Gap } from '../../store/store.ts'
import { echo, escapeMarkdown } from '../escape.ts'
import type { Words } from '../words/model.ts'

/** The first says how many there are. */
export function findingsShown(findings: readonly Finding[], sheets: number, words: Words): readonly string[] {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length
  const counts = { error: count('error'), warning: count('warning'), note: count('note') }
  return [
    `### ${words.corpus.checked(sheets, counts)}`,
    ...findings.map(
      (finding) =>
        `**\`${finding.file}:${finding.line}\`** ${findingShown(finding, words)}\n-# ${cure(finding, words)}`,
    ),
  ]
}

/** Without its place. */
export const findingShown = (finding: Finding, words: Words): string =>
  `${words.corpus.level[finding.level]}: ${escapeMarkdown(words.corpus.finding(finding).message)}`

const cure = (finding: Finding, words: Words): string =>
  `${words.corpus.cure} ${escapeMarkdown(words.corpus.finding(finding).cure)}`

export function gapsShown(gaps: readonly Gap[], { corpus }: Words): readonly string[] {
  if (gaps.length === 0) return [corpus.noGaps]
  return [
    `### ${corpus.gaps(gaps.length)}`,
    ...gaps.map(
      ({ words, reason, count, last }) =>
        `${echo(words, 200)}\n-# ${corpus.times(count)} · ${corpus.reason(reason) ?? echo(reason)} · ${corpus.lastAsked(last)}`,
    ),
  ]
}
