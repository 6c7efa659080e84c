/**
 * Fact sheets renamed and removed as files. What points at a sheet by its id (another sheet's `replaces`, the kept
 * original) goes with it; who cited it is told by the id that the new file says it replaces.
 */
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readFrontMatter } from './front-matter.ts'
import { moveOriginal } from './import/originals.ts'
import { writeWhole } from './import/write.ts'
import type { FactSheet } from './model.ts'

export type Managed =
  | { readonly ok: true; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string }

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** Renames `from` to `to` (ids). The new file says `replaces: from`, so that older citations lead to it. */
export async function renameSheet(
  folder: string,
  from: string,
  to: string,
  sheets: readonly FactSheet[],
): Promise<Managed> {
  if (!ID.test(to) || to.length > 100)
    return { ok: false, message: `${JSON.stringify(to)} is no id: letters, digits, hyphens, dots.` }
  const sheet = sheets.find(({ id }) => id === from)
  if (sheet === undefined) return { ok: false, message: `there is no readable fact sheet ${JSON.stringify(from)}.` }
  if (await exists(join(folder, `${to}.md`))) return { ok: false, message: `${to}.md is there already.` }
  const notes: string[] = []
  let { text } = sheet
  if (sheet.meta.replaces === null) text = withReplaces(text, from)
  else notes.push(`it says that it replaces ${sheet.meta.replaces}, so citations of ${from} do not follow`)
  if (!readFrontMatter(`${to}.md`, text).ok) return { ok: false, message: 'its front matter could not be changed.' }
  await writeWhole(join(folder, `${to}.md`), text)
  for (const other of sheets)
    if (other.meta.replaces === from && other.id !== from) {
      const changed = other.text.replace(/^replaces:.*$/m, `replaces: ${to}`)
      await writeWhole(join(folder, other.file), changed)
      notes.push(`${other.file} now says that it replaces ${to}`)
    }
  await moveOriginal(folder, sheet.file, `${to}.md`)
  await rm(join(folder, sheet.file))
  return { ok: true, notes }
}

/** Takes a fact sheet and its original away. Citations of it then say that it is gone. */
export async function removeSheet(folder: string, id: string, sheets: readonly FactSheet[]): Promise<Managed> {
  const file = `${id}.md`
  if (!ID.test(id) || !(await exists(join(folder, file))))
    return { ok: false, message: `there is no fact sheet ${JSON.stringify(id)}.` }
  await moveOriginal(folder, file, null)
  await rm(join(folder, file))
  const pointing = sheets.filter(({ meta }) => meta.replaces === id)
  return {
    ok: true,
    notes: pointing.map((sheet) => `${sheet.file} says that it replaces it, and still answers for it`),
  }
}

/** The key in its place: the last of the front matter. */
function withReplaces(text: string, id: string): string {
  const end = text.indexOf('\n---', 3)
  return `${text.slice(0, end)}\nreplaces: ${JSON.stringify(id)}${text.slice(end)}`
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
