/** What `corpus add` tells of one source: the file, its front matter, what would change, the furniture, the warnings. */
import { changesOnly, diffLines } from '#src/corpus/diff.ts'
import type { Added, Failed } from '#src/corpus/import/add.ts'

/** @param written false where it is only proposed */
export function addedText(added: Added, written: boolean): string {
  const verb = { new: 'written', changed: 'written over the earlier text', unchanged: 'unchanged' }[added.change]
  const proposed = added.change === 'unchanged' || written ? verb : `proposed (${added.change})`
  return [
    `${added.source} → ${added.file}: ${proposed}`,
    frontText(added),
    ...(written ? [] : changesFrom(added)),
    ...added.furniture.map((line) => `  removed line ${line.line} (${line.reason}): ${short(line.text)}`),
    ...added.warnings.map((warning) => `  warning: ${warning}`),
  ].join('\n')
}

/** The front matter, indented. */
export const frontText = (added: Added): string =>
  added.text
    .slice(4, added.text.indexOf('\n---\n', 4))
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')

/** What would change in a file that is there; of a new one, all of its body. */
function changesFrom(added: Added): string[] {
  if (added.before === null)
    return added.text
      .slice(added.text.indexOf('\n---\n', 4) + 6)
      .trimEnd()
      .split('\n')
      .map((line) => `  + ${line}`)
  return changesOnly(diffLines(added.before, added.text)).map((line) => `  ${line}`)
}

export const failureText = (failed: Failed): string =>
  `${failed.source}: not added: ${failed.message} Cure: ${failed.cure}`

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text)
