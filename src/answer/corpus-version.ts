/** A short name for the corpus as it is now, so that what was asked of another one can be told. */
import { createHash } from 'node:crypto'
import type { Library } from './library.ts'

const CHARACTERS = 6
const known = new WeakMap<Library, string>()

/** The same for the same fact sheets in any order; six characters of base64url. */
export function corpusVersion(library: Library): string {
  const before = known.get(library)
  if (before !== undefined) return before
  const sheets = library.sheets.map(({ id, hash }) => `${id} ${hash}`).sort()
  const version = createHash('sha256').update(sheets.join('\n')).digest('base64url').slice(0, CHARACTERS)
  known.set(library, version)
  return version
}
