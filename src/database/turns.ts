/** So many at a time; the others wait for their turn, in the order in which they came. */
import { DatabaseLost } from './lost.ts'

export class Turns {
  #free: number
  readonly #waiting = new Set<() => void>()

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** @throws DatabaseLost where its turn has not come after so many milliseconds; it is not begun then */
  async take<T>(patience: number, work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1
    else await this.#wait(patience)
    try {
      return await work()
    } finally {
      this.#pass()
    }
  }

  async #wait(patience: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.add(resolve)
    const timer = setTimeout(() => {
      this.#waiting.delete(resolve)
      reject(new DatabaseLost(`PostgreSQL has taken no other write for ${patience} ms.`))
    }, patience)
    await promise.finally(() => clearTimeout(timer))
  }

  /** The turn goes to who waits longest. */
  #pass(): void {
    for (const resolve of this.#waiting) {
      this.#waiting.delete(resolve)
      resolve()
      return
    }
    this.#free += 1
  }
}
