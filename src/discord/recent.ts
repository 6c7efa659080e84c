/** Remembers the last `limit` entries and forgets older ones, so that nothing grows with the life of the process. */
export class Recent<Value> {
  readonly #entries = new Map<string, Value>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#limit) return
    const oldest = this.#entries.keys().next()
    if (oldest.done !== true) this.#entries.delete(oldest.value)
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  /** Whether the key is new; from now on it is not. */
  first(key: string, value: Value): boolean {
    if (this.#entries.has(key)) return false
    this.set(key, value)
    return true
  }

  get size(): number {
    return this.#entries.size
  }
}
