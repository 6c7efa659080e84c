/** Plain MiniSearch as anybody sets it up: whole passages as documents, one field, default options. */
import MiniSearch from 'minisearch'
import type { Library } from '#src/answer/library.ts'

export function plainMiniSearch(library: Library): MiniSearch<{ id: number; text: string }> {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  index.addAll(library.index.passages.map(({ passage }, id) => ({ id, text: passage.reading.text })))
  return index
}
