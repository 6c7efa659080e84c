/**
 * The same words on several fact sheets: which other sheets an excerpt stands on. Compared are whole passages and whole
 * sentences, by what a reader sees; letter case, white space and the shape of quotation marks and dashes are no
 * difference.
 */
import { visibleText } from '../corpus/visible.ts'
import type { Library } from './library.ts'
import type { Answer, Excerpt } from './model.ts'

/** Text in the form in which two texts are the same. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‘’‚‛′]/g, "'")
    .replaceAll(/[“”„‟″]/g, '"')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

const known = new WeakMap<Library, ReadonlyMap<string, readonly string[]>>()

/** Ids of the sheets on which a passage or a sentence stands, by its folded text. */
function standing(library: Library): ReadonlyMap<string, readonly string[]> {
  const remembered = known.get(library)
  if (remembered !== undefined) return remembered
  const found = new Map<string, string[]>()
  for (const { id, passages } of library.sheets)
    for (const passage of passages)
      for (const text of new Set([passage.reading.text, ...passage.sentences.map((sentence) => sentence.text)])) {
        const key = foldedText(text)
        const sheets = found.get(key)
        if (sheets === undefined) found.set(key, [id])
        else if (!sheets.includes(id)) sheets.push(id)
      }
  known.set(library, found)
  return found
}

/** Ids of the other sheets on which the words of an excerpt, or its whole passage, stand. */
export function alsoIn(excerpt: Excerpt, library: Library): readonly string[] {
  const index = standing(library)
  const { passage, sheet } = excerpt
  const sheets =
    index.get(foldedText(visibleText(passage, excerpt))) ?? index.get(foldedText(passage.reading.text)) ?? []
  return sheets.filter((id) => id !== sheet.id)
}

/** The answer with each excerpt saying on which other sheets it stands. */
export function withAlsoIn(answer: Answer, library: Library): Answer {
  if (answer.excerpts.length === 0) return answer
  return { ...answer, excerpts: answer.excerpts.map((excerpt) => ({ ...excerpt, alsoIn: alsoIn(excerpt, library) })) }
}
