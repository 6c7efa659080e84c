/**
 * What the words after `corpus add` name: files, folders, archives, lists and addresses become single sources, in order
 * and each once. Only archives are read here; a source's bytes are read when its turn comes.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Failed } from './add.ts'
import type { Refusal } from './convert.ts'
import { isReadable, kindOfName } from './formats/kind.ts'

/** No source is larger: a fact sheet is a few pages, even as a PDF with pictures. */
export const MAX_SOURCE_BYTES = 20_000_000
const ZIP_LIMITS = { members: 1000, member: MAX_SOURCE_BYTES, total: 50_000_000 }
const MOST_LISTED = 5000

/** The bytes of a source and what came to light in getting them. */
export interface Received {
  readonly ok: true
  readonly bytes: Uint8Array
  /** The address that the bytes came from at last. */
  readonly url?: string
  /** A better name than the source's own: an address may hide what it serves. */
  readonly name?: string
  readonly warnings: readonly string[]
}

export interface Source {
  /** As a person reads it. */
  readonly label: string
  /** Its file name, for its format, its id and its facts. */
  readonly name: string
  receive(): Promise<Received | Refusal>
}

/** Gets what stands at an address. */
export type Fetch = (url: string) => Promise<Received | Refusal>

/** The sources that `paths` name; without `fetch` an address is refused. */
export async function sourcesOf(
  paths: readonly string[],
  fetch: Fetch | null = null,
): Promise<{ sources: Source[]; failed: Failed[] }> {
  const found = new Map<string, Source>()
  const failed: Failed[] = []
  for (const path of paths) await collect(path, 0)
  return { sources: [...found.values()], failed }

  async function collect(path: string, depth: number): Promise<void> {
    const fail = (message: string, cure: string) => void failed.push({ ok: false, source: path, message, cure })
    if (isAddress(path)) {
      if (fetch === null) fail('an address, but addresses are not fetched here.', 'Save the page and add the file.')
      else found.set(path, { label: path, name: nameOfAddress(path), receive: () => fetch(path) })
      return
    }
    try {
      const about = await stat(path)
      if (about.isDirectory()) {
        const entries = await readdir(path, { withFileTypes: true })
        const names = entries
          .filter((entry) => entry.isFile() && isReadable(entry.name) && !isAbout(entry.name))
          .map((entry) => entry.name)
        if (names.length === 0)
          fail(
            'a folder without files that can be read.',
            'Name a folder with source texts (.txt, .html, .md, .pdf, .docx).',
          )
        for (const name of names.sort()) await collect(join(path, name), depth)
        return
      }
      if (!about.isFile()) return fail('neither a file nor a folder.', 'Name a file with the text of a fact sheet.')
      if (about.size > MAX_SOURCE_BYTES)
        return fail(tooLarge(about.size), 'Save the text of one page alone, or split it into one file a fact sheet.')
      if (kindOfName(path) === 'zip') return await unpack(path, fail)
      const listed = depth === 0 ? await listIn(path) : null
      if (listed !== null) {
        if (listed.length > MOST_LISTED) return fail(`a list of more than ${MOST_LISTED}.`, 'Split the list.')
        for (const item of listed) await collect(isAddress(item) ? item : resolve(dirname(path), item), depth + 1)
        return
      }
      found.set(resolve(path), { label: path, name: basename(path), receive: () => fromDisk(path) })
    } catch (error) {
      failed.push(unreadable(path, error))
    }
  }

  async function unpack(path: string, fail: (message: string, cure: string) => void): Promise<void> {
    const { unzip } = await import('./formats/zip.ts')
    const unpacked = await unzip(await readFile(path), isWanted, ZIP_LIMITS)
    if (!unpacked.ok) return fail(unpacked.message, unpacked.cure)
    if (unpacked.members.length === 0) fail('an archive without files that can be read.', 'Look at what it holds.')
    for (const { path: inside, bytes } of unpacked.members) {
      const label = `${path}/${inside}`
      found.set(label, { label, name: basename(inside), receive: async () => ({ ok: true, bytes, warnings: [] }) })
    }
  }
}

/** A file about the folder, not of it. */
const isAbout = (name: string): boolean => /^(?:readme|licen[cs]e|changelog)\b/i.test(name)

/** What the systems of people's computers put into archives beside their files is none of them. */
const isWanted = (path: string): boolean =>
  isReadable(path) && !path.startsWith('__MACOSX/') && !basename(path).startsWith('.')

/** Whether what was named is on the web. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path)

/** The lines of a list of files and addresses; null for any other file. */
async function listIn(path: string): Promise<string[] | null> {
  const named = /\.(?:list|urls)$/i.test(path)
  if (!named && kindOfName(path) !== 'text') return null
  const text = (await readFile(path)).toString('utf8').slice(0, 2_000_000)
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  return named || (lines.length > 0 && lines.every((line) => isAddress(line) && !/\s/.test(line))) ? lines : null
}

async function fromDisk(path: string): Promise<Received> {
  return { ok: true, bytes: await readFile(path), warnings: [] }
}

/** A name for what stands at an address: the last part of its path, else its host. */
function nameOfAddress(address: string): string {
  const { pathname, hostname } = new URL(address)
  const parts = pathname.split('/').filter((part) => part !== '' && !/^(?:index|default)\.\w+$/i.test(part))
  const last = parts.at(-1) ?? hostname.replaceAll('.', '-')
  return extname(last) === '' ? `${last}.html` : last
}

export const tooLarge = (size: number): string =>
  `${(size / 1e6).toFixed(1)} MB, expected at most ${MAX_SOURCE_BYTES / 1e6} MB.`

/** Why a file could not be read or written. */
export function unreadable(source: string, error: unknown): Failed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  // Whatever goes wrong with one file must not keep the others from being added.
  if (code === null)
    return {
      ok: false,
      source,
      message: `could not be converted (${error instanceof Error ? error.name : 'unknown error'}).`,
      cure: 'Report it with the file; the others are not affected.',
    }
  return {
    ok: false,
    source,
    message: code === 'ENOENT' ? 'no such file or folder.' : `cannot be read or written (${code}).`,
    cure: 'Check the path and your rights to it.',
  }
}
