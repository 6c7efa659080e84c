/** Writing a file whole or not at all: a reader, or a crash, never meets half a fact sheet. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes `content` (text as UTF-8) beside `path` and renames it over; the folder is made where there is none. Pieces of a
 * text are written one by one, so that a long one holds nobody up.
 */
export async function writeWhole(path: string, content: string | Uint8Array | readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  // Not `.md`: a reader of the folder passes it over.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
