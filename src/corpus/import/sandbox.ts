/**
 * Conversion in a process of its own that can be ended: what a hostile file costs is bounded in time and memory, and
 * whatever happens there, the program goes on. A thread would not do: one that runs out of memory may take the whole
 * program with it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Refusal } from './convert.ts'
import type { Asking, Proposed } from './source.ts'

export interface SandboxLimits {
  /** Milliseconds for one file. */
  readonly time: number
  /** Megabytes that the process may hold, its program included. */
  readonly memory: number
}

/** The program that asks holds a hundred megabytes or two of its own; together they stay under 500. */
const LIMITS: SandboxLimits = { time: 30_000, memory: 300 }
/** Of these, what is not JavaScript's own memory: the program, and the files as they came. */
const OTHER_MEMORY = 100

const PROGRAM = fileURLToPath(new URL('./sandbox-process.ts', import.meta.url))

/** One process, made on first need and again after it had to be ended; files go through it one at a time. */
export class Sandbox {
  readonly #limits: SandboxLimits
  #process: ChildProcess | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(limits: SandboxLimits = LIMITS) {
    this.#limits = limits
  }

  /** What a source is proposed as, or why it is not; never rejects. */
  convert(asking: Asking, bytes: Uint8Array): Promise<Proposed | Refusal> {
    const result = this.#queue.then(() => this.#one(asking, bytes))
    this.#queue = result
    return result
  }

  /** Ends the process; what is under way is refused. */
  async close(): Promise<void> {
    const ended = this.#process
    this.#process = null
    ended?.kill('SIGKILL')
  }

  #started(): ChildProcess {
    const { memory } = this.#limits
    const heap = Math.max(memory - OTHER_MEMORY, 20)
    return fork(PROGRAM, [String(memory * 1e6)], {
      // It may read, since it is a program; it may neither write nor start another.
      execArgv: [
        '--permission',
        '--allow-fs-read=*',
        '--allow-worker',
        `--max-old-space-size=${heap}`,
        '--max-semi-space-size=8',
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  }

  #one(asking: Asking, bytes: Uint8Array): Promise<Proposed | Refusal> {
    this.#process ??= this.#started()
    const child = this.#process
    return new Promise((resolve) => {
      const end = (result: Proposed | Refusal, usable: boolean): void => {
        clearTimeout(timer)
        child.off('message', onBody).off('error', onError).off('exit', onExit)
        // An ended process may still report; nobody is left to be told.
        if (!usable) child.on('error', () => undefined)
        if (!usable && this.#process === child) this.#process = null
        if (!usable) child.kill('SIGKILL')
        resolve(result)
      }
      const refused = (message: string) =>
        end({ ok: false, message, cure: 'Save its text as plain text (.txt), look at it, and add that.' }, false)
      const onBody = (body: unknown) => end(body as Proposed | Refusal, true)
      const onError = () => refused('could not be converted.')
      // Nothing but a lack of memory ends it by itself, at its watch or at the limit of JavaScript's own.
      const onExit = () =>
        refused(
          this.#process === child
            ? `needs more than ${this.#limits.memory} MB of memory.`
            : 'the conversion was ended.',
        )
      const timer = setTimeout(
        () => refused(`not converted within ${this.#limits.time / 1000} seconds.`),
        this.#limits.time,
      )
      child.on('message', onBody).on('error', onError).on('exit', onExit)
      child.send({ asking, bytes }, (error) => {
        if (error !== null) onError()
      })
    })
  }
}
