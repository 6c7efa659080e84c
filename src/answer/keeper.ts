/**
 * The library of a running bot: opened from a folder, and opened again when the folder changes. Whoever asks holds the
 * library that was there when the question came; a new one takes its place whole or not at all. A folder that cannot be
 * read leaves the old one serving, and says so.
 */
import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SentenceCache } from '../corpus/sentence-cache.ts'
import type { Library } from './library.ts'
import { openCorpus, ownTopics, type Words, wordsOf } from './open.ts'

export interface KeeperOptions {
  readonly folder: string
  /** Where what is slow to find is remembered between starts; null: nowhere. */
  readonly cache?: string | null
  /** Makes a library ready before it serves, so that the first question after a change does not wait for it; `before` serves meanwhile. */
  readonly prepare?: (library: Library, before?: Library) => void | Promise<void>
  /** Told of each change: the library that serves now, or why the old one goes on serving. */
  readonly onChange?: (change: CorpusChange) => void
  /** Milliseconds without a further change before the folder is read: files are often written in several steps. */
  readonly settle?: number
  /** Milliseconds between looks at the folder, for file systems that tell of no change. */
  readonly every?: number
}

export type CorpusChange =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly error: Error; readonly library: Library }

const SETTLE = 500
const EVERY = 10_000
/** Files that are looked at together. */
const AT_ONCE = 64

export class CorpusKeeper {
  readonly #options: KeeperOptions
  readonly #cache: SentenceCache
  #library: Library
  #fault: Error | null = null
  #seen: string
  #topics: string | null
  #words: Words
  #watcher: FSWatcher | null = null
  #looking: NodeJS.Timeout | null = null
  #settling: NodeJS.Timeout | null = null
  #reading: Promise<void> = Promise.resolve()
  #stopped = false

  private constructor(options: KeeperOptions, cache: SentenceCache, opened: Opened) {
    this.#options = options
    this.#cache = cache
    this.#library = opened.library
    this.#topics = opened.topics
    this.#words = opened.words
    this.#seen = opened.seen
  }

  /** @throws CorpusError, TopicsError, LexiconError where the folder cannot be answered from */
  static async open(options: KeeperOptions): Promise<CorpusKeeper> {
    const cache = await SentenceCache.open(options.cache ?? null)
    // A folder that can't be read is told by who reads it.
    const seen = await signature(options.folder).catch(() => 'gone')
    const topics = await ownTopics(options.folder)
    const words = await wordsOf(topics)
    const library = await openCorpus(options.folder, { sentences: cache, words })
    await options.prepare?.(library)
    await cache.keep()
    return new CorpusKeeper(options, cache, { library, topics, words, seen })
  }

  /** The library that serves now. A question takes it once and keeps it to its end. */
  library(): Library {
    return this.#library
  }

  /** Why the folder as it is now cannot be answered from; null where the library is the folder's. */
  fault(): Error | null {
    return this.#fault
  }

  /** Begins to follow the folder. */
  watch(): void {
    if (this.#stopped || this.#looking !== null) return
    const look = () => void this.#look()
    try {
      this.#watcher = watch(this.#options.folder, () => this.#soon())
      // A folder that goes away ends the watching; the regular look goes on.
      this.#watcher.on('error', () => this.#watcher?.close())
    } catch {
      this.#watcher = null
    }
    this.#looking = setInterval(look, this.#options.every ?? EVERY)
    this.#looking.unref()
  }

  /** Reads the folder now where it has changed; resolves when that is done. Never rejects. */
  refresh(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read())
    return this.#reading
  }

  /** Follows the folder no longer; the library stays. Resolves when a reading under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#watcher?.close()
    if (this.#looking !== null) clearInterval(this.#looking)
    if (this.#settling !== null) clearTimeout(this.#settling)
    await this.#reading
  }

  #soon(): void {
    if (this.#settling !== null) clearTimeout(this.#settling)
    if (!this.#stopped) this.#settling = setTimeout(() => void this.refresh(), this.#options.settle ?? SETTLE)
  }

  async #look(): Promise<void> {
    const seen = await signature(this.#options.folder).catch(() => 'gone')
    if (seen !== this.#seen) this.#soon()
  }

  async #read(): Promise<void> {
    if (this.#stopped) return
    const { folder } = this.#options
    // Taken before the files are read: one that changes meanwhile makes another look worth while.
    const seen = await signature(folder).catch(() => 'gone')
    if (seen === this.#seen) return
    this.#seen = seen
    try {
      const topics = await ownTopics(folder)
      const sameWords = topics === this.#topics
      const words = sameWords ? this.#words : await wordsOf(topics)
      const known = { sentences: this.#cache, words }
      const library = await openCorpus(folder, sameWords ? { ...known, before: this.#library } : known)
      await this.#options.prepare?.(library, this.#library)
      if (this.#stopped) return
      this.#library = library
      this.#topics = topics
      this.#words = words
      this.#fault = null
      this.#tell({ ok: true, library })
      await this.#cache.keep()
    } catch (error) {
      this.#fault = error instanceof Error ? error : new Error(String(error))
      this.#tell({ ok: false, error: this.#fault, library: this.#library })
    }
  }

  /** What listens must not end the keeping. */
  #tell(change: CorpusChange): void {
    try {
      this.#options.onChange?.(change)
    } catch {
      // Whoever listens has a log of its own.
    }
  }
}

interface Opened {
  readonly library: Library
  readonly topics: string | null
  readonly words: Words
  readonly seen: string
}

/** Names, sizes and times of the files that make a corpus. */
async function signature(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') || name === 'topics.yaml')
  const lines: string[] = []
  names.sort()
  // Ten thousand at once would hold up whoever waits for an answer.
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const about = names.slice(at, at + AT_ONCE).map(async (name) => {
      const { size, mtimeMs, ino } = await stat(join(folder, name))
      return `${name} ${size} ${mtimeMs} ${ino}`
    })
    for (const line of await Promise.all(about)) lines.push(line)
  }
  return lines.join('\n')
}
