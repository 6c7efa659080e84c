/** Interactions on their way: each may be answered once, within three seconds, with its own token. */
import { now } from './clock.ts'
import { interactionToken, snowflake } from './ids.ts'
import type { Json } from './json.ts'
import type { Upload } from './rules/message.ts'
import type { Message } from './world.ts'

/** What the bot answered, and when. */
export interface Answer {
  readonly type: number
  readonly data: Json
  readonly files: readonly Upload[]
  /** Milliseconds from dispatch to arrival on the clock of `clock.ts`: what the three seconds are held against. */
  readonly after: number
  /** The same on the wall clock. */
  readonly elapsed: number
  /** The message that a reader sees now: a new one or the updated one; null for choices and modals. */
  readonly message: Message | null
  readonly interaction: Json
}

export interface Pending {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly optionType: number | null
  readonly source: Message | null
  readonly payload: Json
  /** Milliseconds on the monotonic clock. */
  readonly dispatchedAt: number
  /** Milliseconds on the clock of `clock.ts`; the deadline counts from when Discord made the interaction. */
  readonly begun: number
  readonly deadline: number
  /** False where the script made a good answer impossible. */
  readonly fair: boolean
  answer: Answer | null
  /** The bot's message in answer, which `@original` names. */
  original: Message | null
  attempts: number
  /** What was wrong with the callbacks that came for it. */
  readonly problems: string[]
}

export interface Ask {
  readonly type: number
  readonly payload: Json
  readonly optionType?: number
  readonly source?: Message
  /** Milliseconds that the dispatch is late. */
  readonly delay?: number
  readonly fair?: boolean
}

/** An interaction that nobody answered in time. */
export class Unanswered extends Error {
  override name = 'Unanswered'
}

export class Interactions {
  readonly all = new Map<string, Pending>()
  readonly #waiters = new Map<string, { resolve: (answer: Answer) => void; timer: NodeJS.Timeout }>()
  readonly #window: number

  /** @param window milliseconds that a bot has; Discord's are 3,000 */
  constructor(window: number) {
    this.#window = window
  }

  open(ask: Ask): Pending {
    const delay = ask.delay ?? 0
    const id = snowflake()
    const token = interactionToken()
    const pending: Pending = {
      id,
      token,
      type: ask.type,
      optionType: ask.optionType ?? null,
      source: ask.source ?? null,
      payload: { ...ask.payload, id, token, type: ask.type, version: 1 },
      dispatchedAt: performance.now() + delay,
      begun: now() + delay,
      deadline: now() + this.#window,
      fair: ask.fair ?? delay < this.#window,
      answer: null,
      original: null,
      attempts: 0,
      problems: [],
    }
    this.all.set(id, pending)
    return pending
  }

  /** Resolves with the answer; rejects when the time is over, and a little grace for what is on its way. */
  answer(pending: Pending): Promise<Answer> {
    if (pending.answer !== null) return Promise.resolve(pending.answer)
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const late = Math.max(0, pending.dispatchedAt - performance.now())
    const end = Math.max(pending.deadline, now() + late) + 50
    const look = () => {
      if (now() < end) return wait()
      this.#waiters.delete(pending.id)
      const what = JSON.stringify(pending.payload['data'])
      reject(new Unanswered([`interaction ${pending.id} got no answer: ${what}`, ...pending.problems].join('\n- ')))
    }
    const wait = () => {
      this.#waiters.set(pending.id, { resolve, timer: setTimeout(look, Math.max(1, end - now())) })
    }
    wait()
    return promise
  }

  close(pending: Pending, answer: Answer): void {
    pending.answer = answer
    const waiter = this.#waiters.get(pending.id)
    if (waiter === undefined) return
    clearTimeout(waiter.timer)
    this.#waiters.delete(pending.id)
    waiter.resolve(answer)
  }

  byToken(token: string): Pending | undefined {
    return [...this.all.values()].find((pending) => pending.token === token)
  }

  /** Stops waiting: what is still open stays open. */
  stop(): void {
    for (const { timer } of this.#waiters.values()) clearTimeout(timer)
    this.#waiters.clear()
  }
}
