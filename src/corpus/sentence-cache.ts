/**
 * Where sentences end, remembered from one start to the next: finding it takes the language model, which is slow to
 * load, and for an unchanged text the answer is the same. A file that is not exactly what this program wrote, with the
 * same splitter, is thrown away; one that cannot be written is done without.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './import/write.ts'
import { splitSentences } from './sentences.ts'
import { splitApart } from './sentences-apart.ts'
import { atOnce, inTurns, type Steps } from './turns.ts'

/** Counts up whenever the rules in `sentences.ts` change. */
const RULES = 2

/** Characters that are summed up and written at once. */
const PIECE = 500_000

/** `[from, to)` pairs of a text's characters. */
export type Spans = readonly (readonly [number, number])[]

/** Finds the sentences of many texts at once, in the order of the texts. */
export type Split = (texts: readonly string[]) => Promise<readonly Spans[]>

const schema = z.record(z.string(), z.array(z.tuple([z.int().nonnegative(), z.int().positive()])))

export class SentenceCache {
  readonly #path: string | null
  readonly #split: Split
  readonly #known: Map<string, Spans>
  /** Those asked for since the last time it was kept: what no text needs any more is not kept. */
  readonly #used = new Map<string, Spans>()
  #changed: boolean

  private constructor(path: string | null, known: Map<string, Spans>, split: Split) {
    this.#path = path
    this.#known = known
    this.#split = split
    this.#changed = false
  }

  /** What was kept in `folder`; empty where nothing was, or nothing that can be trusted. Null: kept nowhere. */
  static async open(folder: string | null, split: Split = splitApart): Promise<SentenceCache> {
    const path = folder === null ? null : join(folder, 'sentences.json')
    const known = path === null ? new Map<string, Spans>() : await read(path)
    return new SentenceCache(path, known, split)
  }

  /**
   * What `read` makes of texts, given where their sentences end. Those of new texts are found all at once, and `read` is
   * then called a second time: it must not do anything that may be done only once.
   */
  async reading<Made>(read: (sentences: (text: string) => Spans) => Promise<Made>): Promise<Made> {
    const unknown = new Map<string, string>()
    const made = await read((text) => {
      const key = keyOf(text)
      const spans = this.#trusted(key, text)
      if (spans === undefined) unknown.set(key, text)
      return spans ?? [[0, text.length]]
    })
    if (unknown.size === 0) return made
    const found = await this.#split([...unknown.values()])
    for (const [at, key] of [...unknown.keys()].entries()) {
      const spans = found[at]
      if (spans !== undefined) this.#known.set(key, spans)
    }
    this.#changed = true
    // A text that shows up only now was changed between the two readings.
    return read((text) => this.#trusted(keyOf(text), text) ?? splitSentences(text))
  }

  /** A span beyond the text would cite what is not there; such an entry is found anew. */
  #trusted(key: string, text: string): Spans | undefined {
    const spans = this.#known.get(key)
    if (spans?.every(([from, to]) => from < to && to <= text.length) !== true) return undefined
    this.#used.set(key, spans)
    return spans
  }

  /** Writes what was used; quietly does nothing where the folder is read-only. */
  async keep(): Promise<void> {
    if (this.#path === null || (!this.#changed && this.#used.size === this.#known.size)) return
    this.#changed = false
    const pieces = await inTurns(written([...this.#used]))
    const sum = await inTurns(summing(pieces))
    await writeWhole(this.#path, [`${sum}\n`, ...pieces, '\n']).catch(() => undefined)
  }
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

async function read(path: string): Promise<Map<string, Spans>> {
  try {
    const [sum, entries = ''] = (await readFile(path, 'utf8')).split('\n')
    if (sum !== atOnce(summing([entries]))) return new Map()
    return new Map(Object.entries(schema.parse(JSON.parse(entries))))
  } catch {
    return new Map()
  }
}

/** As `JSON.stringify` writes an object, in pieces. */
function* written(entries: readonly (readonly [string, Spans])[]): Steps<readonly string[]> {
  const pieces: string[] = []
  let piece = '{'
  for (const [order, [key, spans]] of entries.entries()) {
    yield
    piece += `${order === 0 ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(spans)}`
    if (piece.length < PIECE) continue
    pieces.push(piece)
    piece = ''
  }
  return [...pieces, `${piece}}`]
}

/** Of the content and of everything that decides it: another splitter makes another sum. */
function* summing(pieces: readonly string[]): Steps<string> {
  const require = createRequire(import.meta.url)
  const version = (name: string) => z.object({ version: z.string() }).parse(require(`${name}/package.json`)).version
  const made = `${RULES} ${version('wink-nlp')} ${version('wink-eng-lite-web-model')}`
  const hash = createHash('sha256').update(`${made}\n`)
  for (const piece of pieces) {
    yield
    hash.update(piece)
  }
  return hash.digest('hex')
}
