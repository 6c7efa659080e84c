/** A fact sheet as it would be written, for somebody to confirm: what it says of itself, what was removed, what is odd. */
import type { Finding } from '../../corpus/check/finding.ts'
import { readFrontMatter } from '../../corpus/front-matter.ts'
import type { Added } from '../../corpus/import/add.ts'
import { echo } from '../escape.ts'
import type { Words } from '../words/model.ts'
import { findingShown } from './lists.ts'

/** @param findings what the check says of the sheet */
export function proposalShown(added: Added, findings: readonly Finding[], words: Words): readonly string[] {
  const { corpus, label } = words
  const front = readFrontMatter(added.file, added.text)
  const told = front.ok
    ? [
        `**${echo(front.meta.title, 200)}**`,
        front.meta.publisher === null ? label.noPublisher : echo(front.meta.publisher, 200),
        words.date(front.meta.date, front.meta.notBefore),
        front.meta.countries.map(words.country).join(', ') || corpus.general,
        front.meta.url === null ? label.noAddress : echo(front.meta.url, 300),
      ]
    : []
  const furniture = added.furniture.map(
    ({ line, reason, text }) => `- ${corpus.line(line)} (${echo(reason)}): ${echo(text, 90)}`,
  )
  const oddities = [
    ...added.warnings.map((warning) => `- ${echo(warning, 300)}`),
    ...findings.map((finding) => `- ${corpus.line(finding.line)}: ${findingShown(finding, words)}`),
  ]
  return [
    `### ${corpus.proposal(added.change, added.file)}`,
    told.join('\n'),
    furniture.length === 0
      ? corpus.noFurniture
      : [`**${corpus.furniture(furniture.length)}**`, ...furniture].join('\n'),
    oddities.length === 0 ? '' : [`**${corpus.oddities(oddities.length)}**`, ...oddities].join('\n'),
  ]
}
