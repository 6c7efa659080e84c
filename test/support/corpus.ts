/** Corpora for tests: the real one, and small ones written by a test into a folder of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const REAL_CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url))

const made: string[] = []

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone after the tests of this file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
  made.push(folder)
  return folder
}

/** A folder that holds these files, by name. */
export function corpusOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** A fact sheet's file from its front matter's lines and its body. */
export function sheetOf(front: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ title: 'A fact sheet', ...front }).map(([key, value]) => `${key}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`
}
