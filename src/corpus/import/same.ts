/** Whether two bodies are the same text, two wordings of one text, or two texts. */

/** Characters that are compared: no page is longer, and of a longer text they tell as much. */
const ENOUGH = 100_000

/**
 * `earlier` where at least half of the words of the shorter one stand, three by three, in the other. Line ends and
 * empty lines at the beginning and end do not count.
 */
export function sameSheet(a: string, b: string): 'same' | 'earlier' | 'different' {
  if (a.trim().replaceAll('\r\n', '\n') === b.trim().replaceAll('\r\n', '\n')) return 'same'
  const [first, second] = [triples(a), triples(b)]
  const [small, large] = first.size < second.size ? [first, second] : [second, first]
  let shared = 0
  for (const triple of small) if (large.has(triple)) shared += 1
  return small.size > 0 && shared / small.size >= 0.5 ? 'earlier' : 'different'
}

function triples(text: string): Set<string> {
  const words =
    text
      .slice(0, ENOUGH)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.map((word, index) => `${word} ${words[index + 1] ?? ''} ${words[index + 2] ?? ''}`))
}
