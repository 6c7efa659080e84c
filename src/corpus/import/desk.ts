/**
 * Where a running program takes in fact sheets: a page is fetched and converted, its proposal waits for somebody to
 * confirm it, and what was shown is what is written. Proposals are held in memory, few and for a short time; one that is
 * gone is told as gone. Who may do this is decided by whoever asks here.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Added, Failed } from './add.ts'
import type { Received, Source } from './sources.ts'

/** A page on the web, or a file that was handed over and lies at an address for the moment. */
export interface Offer {
  readonly kind: 'address' | 'file'
  readonly url: string
}

export type Looked =
  /** Never there, somebody else's, cancelled, or too old. */
  | { readonly state: 'gone' }
  | { readonly state: 'working' }
  | { readonly state: 'failed'; readonly failed: Failed }
  | { readonly state: 'proposed'; readonly added: Added }

export type Written =
  | { readonly state: 'gone' }
  /** The file is not any more what it was when the proposal was made; nothing was written. */
  | { readonly state: 'changed'; readonly file: string }
  /** `live`: whether it has been read by now. `fault`: why it is not answered from; null where it is, or will be in a moment. */
  | { readonly state: 'written'; readonly file: string; readonly live: boolean; readonly fault: string | null }

export interface DeskOptions {
  readonly folder: string
  /** Has the folder read again; why that failed, or null. */
  readonly live: () => Promise<string | null>
  /** Whether addresses of private networks may be fetched: for tests against a server of their own. */
  readonly allowPrivate?: boolean
}

/** Each may hold a source of 20 MB. */
const MOST = 8
/** Milliseconds for which a proposal waits. */
const KEPT = 15 * 60_000
/** Milliseconds for one address; what Discord allows a file to be is less than the importer's own limit. */
const FETCH_TIME = 20_000
/** Milliseconds that the reading of the folder is waited for. */
const LIVE_TIME = 1500

interface Pending {
  readonly owner: string
  readonly since: number
  readonly done: Promise<void>
  result: Looked
  received: Received | null
  label: string
}

export class CorpusDesk {
  readonly #options: DeskOptions
  readonly #pending = new Map<string, Pending>()
  #queue: Promise<void> = Promise.resolve()

  constructor(options: DeskOptions) {
    this.#options = options
  }

  /** Takes an offer in; its id. The oldest proposal goes where there are too many. */
  begin(owner: string, offer: Offer): string {
    const id = randomBytes(6).toString('base64url')
    for (const oldest of [...this.#pending.keys()].slice(0, Math.max(0, this.#pending.size - MOST + 1)))
      this.#pending.delete(oldest)
    // One at a time, so that what a few offers cost together is what one costs.
    const done = this.#queue.then(() => this.#work(id, offer))
    this.#queue = done
    const result = { state: 'working' } as const
    this.#pending.set(id, { owner, since: Date.now(), done, result, received: null, label: '' })
    return id
  }

  /** What has become of an offer, waiting for it at most `patience` milliseconds. */
  async look(id: string, owner: string, patience = 0): Promise<Looked> {
    const pending = this.#of(id, owner)
    if (pending === null) return { state: 'gone' }
    if (patience > 0) await within(pending.done, patience)
    return this.#of(id, owner)?.result ?? { state: 'gone' }
  }

  /** Writes what was proposed and has it answered from. Rejects where the file system does. */
  async write(id: string, owner: string): Promise<Written> {
    const pending = this.#of(id, owner)
    if (pending?.result.state !== 'proposed') return { state: 'gone' }
    this.#pending.delete(id)
    const { added } = pending.result
    const { folder, live } = this.#options
    const path = join(folder, added.file)
    const there = await readFile(path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    })
    if (there !== added.before) return { state: 'changed', file: added.file }
    const [{ writeWhole }, { keepOriginal }] = await Promise.all([import('./write.ts'), import('./originals.ts')])
    if (added.change !== 'unchanged') await writeWhole(path, added.text)
    if (pending.received !== null) {
      const { bytes, name = pending.label } = pending.received
      await keepOriginal(folder, added.file, { bytes, name, source: pending.label, today: today() })
    }
    const fault = await within(live(), LIVE_TIME)
    return { state: 'written', file: added.file, live: fault !== undefined, fault: fault ?? null }
  }

  /** Whether there was such a proposal of that person. */
  cancel(id: string, owner: string): boolean {
    return this.#of(id, owner) !== null && this.#pending.delete(id)
  }

  #of(id: string, owner: string): Pending | null {
    for (const [old, { since }] of this.#pending) if (Date.now() - since > KEPT) this.#pending.delete(old)
    const pending = this.#pending.get(id)
    return pending?.owner === owner ? pending : null
  }

  async #work(id: string, offer: Offer): Promise<void> {
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    try {
      pending.result = await this.#propose(offer, pending)
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown error'
      const cure = 'Add it from the command line, which says more.'
      const failed = { ok: false, source: pending.label, message: `could not be converted (${why}).`, cure } as const
      pending.result = { state: 'failed', failed }
    }
  }

  async #propose(offer: Offer, pending: Pending): Promise<Looked> {
    // The parsers are large and are loaded when somebody first brings something.
    const [{ addSources }, { Sandbox }, { MAX_SOURCE_BYTES }, { fetchPage }, { countryName, findPlaces }] =
      await Promise.all([
        import('./add.ts'),
        import('./sandbox.ts'),
        import('./sources.ts'),
        import('./web/fetch.ts'),
        import('../places/index.ts'),
      ])
    const name = fileName(offer.url)
    pending.label = offer.kind === 'file' ? name : offer.url
    const limits = { allowPrivate: this.#options.allowPrivate ?? false, time: FETCH_TIME, bytes: MAX_SOURCE_BYTES }
    const source: Source = {
      label: pending.label,
      name,
      receive: async () => {
        const page = await fetchPage(offer.url, offer.kind === 'file' ? { ...limits, handedOver: name } : limits)
        if (!page.ok) return page
        const { url, ...handed } = page
        pending.received = offer.kind === 'file' || url === undefined ? handed : { ...handed, url }
        return pending.received
      },
    }
    const sandbox = new Sandbox()
    try {
      const countries = { find: (text: string) => findPlaces(text), name: countryName }
      const { folder } = this.#options
      const options = { folder, facts: new Map(), countries, today: today(), write: false, sandbox }
      for await (const result of addSources([source], options))
        return result.ok ? { state: 'proposed', added: result } : { state: 'failed', failed: result }
      return { state: 'gone' }
    } finally {
      await sandbox.close()
    }
  }
}

const today = (): string => new Date().toISOString().slice(0, 10)

/** What `work` gives, or undefined where it takes longer. */
async function within<Given>(work: Promise<Given>, patience: number): Promise<Given | undefined> {
  const enough = new AbortController()
  const late = sleep(patience, undefined, { signal: enough.signal }).catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    enough.abort()
  }
}

/** The last part of an address' path. */
function fileName(url: string): string {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : ''
  try {
    return decodeURIComponent(last).replaceAll(/[/\\\p{Cc}]/gu, '') || 'page.html'
  } catch {
    return last
  }
}
