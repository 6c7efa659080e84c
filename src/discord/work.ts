/** Keeps count of what is running, so that stopping can refuse new work and wait for the rest. */
export class Work {
  readonly #running = new Set<Promise<void>>()
  #open = true

  /** Starts the job unless stopping has begun. The job handles its own failures. */
  start(job: () => Promise<void>): void {
    if (!this.#open) return
    const running = job().finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  /** Takes no more work; resolves when all that runs has ended, or after `patience` milliseconds. */
  async finish(patience: number): Promise<void> {
    this.#open = false
    const { promise: enough, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, patience)
    await Promise.race([Promise.allSettled([...this.#running]), enough])
    clearTimeout(timer)
  }
}
