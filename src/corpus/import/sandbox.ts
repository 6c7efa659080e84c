/**
 * Conversion in a thread of its own that can be ended: what a hostile file costs is bounded in time and memory, and
 * whatever happens to the thread, the program goes on.
 */
import { Worker } from 'node:worker_threads'
import type { Body, Refusal } from './convert.ts'

export interface SandboxLimits {
  /** Milliseconds for one file. */
  readonly time: number
  /** Megabytes of JavaScript's memory. */
  readonly memory: number
}

const LIMITS: SandboxLimits = { time: 30_000, memory: 300 }

/** One thread, made on first need and again after it had to be ended; files go through it one at a time. */
export class Sandbox {
  readonly #limits: SandboxLimits
  #worker: Worker | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(limits: SandboxLimits = LIMITS) {
    this.#limits = limits
  }

  /** The body of a source, or why there is none; never rejects. */
  convert(name: string, bytes: Uint8Array, today: string): Promise<Body | Refusal> {
    const result = this.#queue.then(() => this.#one(name, bytes, today))
    this.#queue = result
    return result
  }

  /** Ends the thread; what is under way is refused. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #one(name: string, bytes: Uint8Array, today: string): Promise<Body | Refusal> {
    this.#worker ??= new Worker(new URL('./sandbox-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory, stackSizeMb: 4 },
      stdout: true,
      stderr: true,
    })
    const worker = this.#worker
    return new Promise((resolve) => {
      const end = (result: Body | Refusal, usable: boolean): void => {
        clearTimeout(timer)
        worker.off('message', onBody).off('error', onError).off('exit', onExit)
        // An ended thread may still report; nobody is left to be told.
        if (!usable) worker.on('error', () => undefined)
        if (!usable && this.#worker === worker) this.#worker = null
        if (!usable) void worker.terminate()
        resolve(result)
      }
      const refused = (message: string) =>
        end({ ok: false, message, cure: 'Save its text as plain text (.txt), look at it, and add that.' }, false)
      const onBody = (body: Body | Refusal) => end(body, true)
      const onError = (error: unknown) => {
        const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        refused(memory ? `needs more than ${this.#limits.memory} MB of memory.` : 'could not be converted.')
      }
      const onExit = () => refused('the conversion was ended.')
      const timer = setTimeout(
        () => refused(`not converted within ${this.#limits.time / 1000} seconds.`),
        this.#limits.time,
      )
      worker.on('message', onBody).on('error', onError).on('exit', onExit)
      worker.postMessage({ name, bytes, today })
    })
  }
}
