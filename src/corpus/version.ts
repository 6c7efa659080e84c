/** One name for a whole corpus as it is: the same texts have it everywhere, and any change gives another. */
import { createHash } from 'node:crypto'

/** Twelve hexadecimal digits over the names and hashes of the sheets, in whatever order they come. */
export function corpusVersion(sheets: Iterable<{ readonly file: string; readonly hash: string }>): string {
  const lines = Array.from(sheets, ({ file, hash }) => `${hash} ${file}\n`).sort()
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 12)
}
