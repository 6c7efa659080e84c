/** A reply as a person reads it in a terminal: Discord's Markdown taken back to plain text. */
import type { Reply } from './model.ts'

/** Plain text of Discord's Markdown as this house writes it: emphasis, links, subtext, headings, code, escapes. */
export function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?:-# |#{1,3} )/, '')
        .replaceAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<?([^)>\s]+)>?\)/g, '$1: $2')
        .replaceAll(/(?<!\\)(?:\*\*|__|`)/g, '')
        .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'),
    )
    .join('\n')
}

/** Lines for standard output, without a final newline. */
export function toTerminal(reply: Reply): string {
  const lines: string[] = []
  for (const block of reply.blocks) {
    if (block.kind === 'text') lines.push(plainText(block.markdown))
    else if (block.kind === 'rule') lines.push('')
    else if (block.kind === 'image') lines.push(`[${block.file}: ${block.alt}]`)
    else lines.push(`[${block.file}]`)
  }
  // What a source line has as its link already is not said again.
  const said = lines.join('\n')
  for (const button of reply.buttons)
    if (button.kind === 'link' && !said.includes(button.url)) lines.push(`${button.label}: ${button.url}`)
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
