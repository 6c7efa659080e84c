/**
 * What was received, kept byte for byte beside the fact sheets, so that any quotation can be traced to it: the files
 * under `originals/`, and `originals/index.json` with the hash and origin of each. No fact sheet is read from here.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './write.ts'

const FOLDER = 'originals'

const schema = z.record(
  z.string(),
  z.strictObject({
    /** Its file in the folder. */
    original: z.string().regex(/^[^/\\]+$/),
    /** SHA-256 of its bytes, in hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The name of the file, or the address, it came from. */
    source: z.string(),
    received: z.string(),
  }),
)

export type Originals = z.infer<typeof schema>

/** The index, by the fact sheet's file; empty where there is none. One that cannot be read is an error. */
export async function readOriginals(corpus: string): Promise<Originals> {
  const path = join(corpus, FOLDER, 'index.json')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}'
    throw error
  })
  return schema.parse(JSON.parse(text))
}

/** Keeps the bytes from which `file` was made; the same bytes again change nothing. */
export async function keepOriginal(
  corpus: string,
  file: string,
  received: { readonly bytes: Uint8Array; readonly name: string; readonly source: string; readonly today: string },
): Promise<void> {
  const index = await readOriginals(corpus)
  const sha256 = createHash('sha256').update(received.bytes).digest('hex')
  const known = index[file]
  if (known?.sha256 === sha256) return
  const original = `${file.replace(/\.md$/, '')}${extname(received.name).toLowerCase().replace('.md', '.md.txt')}`
  await mkdir(join(corpus, FOLDER), { recursive: true })
  await writeWhole(join(corpus, FOLDER, original), received.bytes)
  if (known !== undefined && known.original !== original)
    await rm(join(corpus, FOLDER, known.original), { force: true })
  await writeOriginals(corpus, {
    ...index,
    [file]: { original, sha256, source: received.source, received: received.today },
  })
}

/** Follows a fact sheet to its new name, or goes with it where `to` is null. */
export async function moveOriginal(corpus: string, from: string, to: string | null): Promise<void> {
  const { [from]: entry, ...index } = await readOriginals(corpus)
  if (entry === undefined) return
  if (to === null) await rm(join(corpus, FOLDER, entry.original), { force: true })
  await writeOriginals(corpus, to === null ? index : { ...index, [to]: entry })
}

async function writeOriginals(corpus: string, index: Originals): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeWhole(join(corpus, FOLDER, 'index.json'), `${JSON.stringify(sorted, null, 2)}\n`)
}
