/** What stands in a text stays there: its direction marks, its line ends, and names of emojis that it happens to hold. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkdown, isolate, seenText } from '#src/reply/escape.ts'

const EMBEDDINGS = ['\u202a', '\u202b', '\u202d', '\u202e']
const ISOLATES = ['\u2066', '\u2067', '\u2068']
const MARKS = [...EMBEDDINGS, ...ISOLATES, '\u202c', '\u2069']

/** What is still open at the end of a line by the rules of Unicode's bidirectional algorithm (BD9 and BD11). */
function leftOpen(line: string): number {
  let open: string[] = []
  for (const sign of line) {
    if (EMBEDDINGS.includes(sign) || ISOLATES.includes(sign)) open.push(sign)
    else if (sign === '\u202c' && EMBEDDINGS.includes(open.at(-1) ?? '')) open.pop()
    else if (sign === '\u2069') {
      const isolate = open.findLastIndex((one) => ISOLATES.includes(one))
      if (isolate !== -1) open = open.slice(0, isolate)
    }
  }
  return open.length
}

const text = fc.array(fc.constantFrom(...MARKS, 'a', 'ب', ' ', '\n', '\r', '\r\n'), { maxLength: 30 })

test('no line leaves a direction open for what follows it, and no word is lost', () => {
  fc.assert(
    fc.property(text, (signs) => {
      const words = signs.join('')
      const isolated = isolate(words)
      for (const line of isolated.split('\n')) expect(leftOpen(line)).toBe(0)
      expect(seenText(isolated)).toBe(seenText(words))
    }),
  )
})

test('a carriage return begins a line too, so what counts at its start is escaped there', () => {
  expect(escapeMarkdown('a\r# b\r\n- c')).toBe('a\n\\# b\n\\- c')
})

test.each([
  [':100:', /^\\:100\\?:$/],
  ['1:100:5', /^1\\:100/],
  [':8ball:9', /^\\:8ball/],
  ['at 10:30 and 1:2', /^at 10:30 and 1:2$/],
  ['Goals: first', /^Goals: first$/],
  ['Goals:', /^Goals:$/],
])('a name of an emoji is no emoji, and a colon is a colon: %s', (words, escaped) => {
  expect(escapeMarkdown(words)).toMatch(escaped)
})
