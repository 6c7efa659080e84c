/** What is worked out from a word or a thing, and is the same whenever that recurs. */

/**
 * `make`, remembered for up to `limit` different words. What has not been asked for while half as many others were is
 * forgotten first, so that words that nobody repeats never drive out those that everybody uses.
 */
export function remembered<Made extends object | string | boolean | null>(
  limit: number,
  make: (word: string) => Made,
): (word: string) => Made {
  let recent = new Map<string, Made>()
  let before = new Map<string, Made>()
  return (word) => {
    const known = recent.get(word)
    if (known !== undefined) return known
    const old = before.get(word)
    const made = old === undefined ? make(word) : old
    if (recent.size >= limit / 2) {
      before = recent
      recent = new Map()
    }
    recent.set(word, made)
    return made
  }
}

/** `make`, remembered for each thing as long as that lives. */
export function rememberedFor<Key extends object, Made extends object>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>()
  return (key) => {
    const old = known.get(key)
    if (old !== undefined) return old
    const made = make(key)
    known.set(key, made)
    return made
  }
}
