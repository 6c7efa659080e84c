/** A map that forgets what was longest unused, so that an open preview never grows without bound. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>()
  readonly #weigh: (value: Value) => number
  readonly #most: number
  #weight = 0

  /** `most` is the sum of `weigh` that may be held; with no `weigh` every value counts one. */
  constructor(most: number, weigh: (value: Value) => number = () => 1) {
    this.#most = most
    this.#weigh = weigh
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key)
    if (value !== undefined) {
      this.#values.delete(key)
      this.#values.set(key, value)
    }
    return value
  }

  set(key: string, value: Value): void {
    this.delete(key)
    this.#values.set(key, value)
    this.#weight += this.#weigh(value)
    for (const oldest of this.#values.keys()) {
      if (this.#weight <= this.#most || oldest === key) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    const value = this.#values.get(key)
    if (value === undefined) return
    this.#weight -= this.#weigh(value)
    this.#values.delete(key)
  }
}
