/**
 * What was cited is remembered, for the day it is gone from the corpus. Never in the way of a reply: it is written after
 * the reply has left, and a store that can't be used is told once and tried again later.
 */
import type { Answer, Excerpt } from '../answer/model.ts'
import { citationRecord } from '../cite/anchor.ts'
import type { Store } from '../store/store.ts'
import { errorFields, type Log } from './log.ts'

/** Citations known to be kept; beyond this they are written once more. */
const MOST_KNOWN = 50_000
/** Citations that wait for a store; beyond this the rest is let go. */
const MOST_WAITING = 5000
/** Milliseconds before a store that failed is tried again: a locked one blocks for a moment at each try. */
const PAUSE = 30_000

export class CitationMemory {
  readonly #store: Store
  readonly #log: Log
  readonly #known = new Set<string>()
  readonly #waiting = new Map<string, Excerpt>()
  #scheduled = false
  #failing = false
  #tryAt = 0

  constructor(store: Store, log: Log) {
    this.#store = store
    this.#log = log
  }

  /** Notes the excerpts of an answer that is about to be sent. */
  shown(answer: Answer): void {
    for (const excerpt of answer.excerpts) {
      const key = `${excerpt.sheet.hash} ${excerpt.citation}`
      if (!this.#known.has(key) && this.#waiting.size < MOST_WAITING) this.#waiting.set(key, excerpt)
    }
    if (this.#waiting.size === 0 || this.#scheduled || performance.now() < this.#tryAt) return
    this.#scheduled = true
    setImmediate(() => void this.#write())
  }

  async #write(): Promise<void> {
    const batch = [...this.#waiting]
    this.#waiting.clear()
    try {
      await this.#store.remember(batch.map(([, excerpt]) => citationRecord(excerpt.sheet, excerpt)))
      if (this.#known.size > MOST_KNOWN) this.#known.clear()
      for (const [key] of batch) this.#known.add(key)
      this.#failing = false
    } catch (error) {
      for (const [key, excerpt] of batch) if (this.#waiting.size < MOST_WAITING) this.#waiting.set(key, excerpt)
      this.#tryAt = performance.now() + PAUSE
      if (!this.#failing) this.#log.warn(errorFields(error), 'What was cited could not be remembered')
      this.#failing = true
    } finally {
      this.#scheduled = false
    }
  }
}
