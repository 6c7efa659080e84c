/** What is worked out from a word and is the same whenever the word recurs. */

/** `make`, remembered for up to `limit` different words; then all of them are forgotten. */
export function remembered<Made extends object | null>(
  limit: number,
  make: (word: string) => Made,
): (word: string) => Made {
  const known = new Map<string, Made>()
  return (word) => {
    const old = known.get(word)
    if (old !== undefined) return old
    if (known.size >= limit) known.clear()
    const made = make(word)
    known.set(word, made)
    return made
  }
}
