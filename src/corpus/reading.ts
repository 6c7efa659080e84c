/**
 * From Markdown to what a reader sees, without losing where in the file each character stands. The parser gives
 * offsets for nodes only; inside a text node, escapes, entities and the prefixes of continued lines make the value
 * shorter than its slice, so value and slice are walked side by side here.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Nodes } from 'mdast'
import type { Reading, Span } from './model.ts'

const PUNCTUATION = /[!-/:-@[-`{-~]/
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z0-9]{1,31}));/y

class MappedReading implements Reading {
  readonly text: string
  readonly #starts: readonly number[]
  readonly #ends: readonly number[]

  constructor(text: string, starts: readonly number[], ends: readonly number[]) {
    this.text = text
    this.#starts = starts
    this.#ends = ends
  }

  span(from: number, to: number): Span {
    const start = this.#starts[from]
    const end = this.#ends[to - 1]
    if (start === undefined || end === undefined || to <= from)
      throw new RangeError(`no characters ${from} to ${to} in a reading of ${this.text.length}`)
    return { start, end }
  }
}

/** Collects characters together with the stretch of the file that each one stands for. */
class Collector {
  text = ''
  readonly starts: number[] = []
  readonly ends: number[] = []

  add(characters: string, start: number, end: number): void {
    for (let index = 0; index < characters.length; index += 1) {
      this.starts.push(start)
      this.ends.push(end)
    }
    this.text += characters
  }
}

/** The character reference that stands at `at` in `raw`: what it means and how long it is; null where none stands. */
function referenceAt(raw: string, at: number): { value: string; length: number } | null {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(raw)
  if (match === null) return null
  const [whole, decimal, hexadecimal, name] = match
  if (name !== undefined) {
    const value = decodeNamedCharacterReference(name)
    return value === false ? null : { value, length: whole.length }
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  return { value: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD', length: whole.length }
}

/** Walks a text node's value along its slice of the file. */
function alignText(value: string, file: string, start: number, end: number, into: Collector): void {
  let raw = start
  let index = 0
  while (index < value.length && raw < end) {
    const wanted = value[index] ?? ''
    const found = file[raw] ?? ''
    if (wanted === '\n') {
      // Blanks before a line's end and the next line's indentation or `>` belong to Markdown, not to the text.
      while (raw < end && file[raw] !== '\n' && file[raw] !== '\r') raw += 1
      const lineEnd = raw + (file.startsWith('\r\n', raw) ? 2 : 1)
      into.add('\n', raw, lineEnd)
      raw = lineEnd
      index += 1
      const next = value[index]
      while (raw < end && file[raw] !== next && /[ \t>]/.test(file[raw] ?? '')) raw += 1
      continue
    }
    if (found === '\\' && PUNCTUATION.test(file[raw + 1] ?? '') && file[raw + 1] === wanted && raw + 1 < end) {
      into.add(wanted, raw, raw + 2)
      raw += 2
      index += 1
      continue
    }
    const reference = found === '&' ? referenceAt(file, raw) : null
    if (reference !== null && value.startsWith(reference.value, index)) {
      into.add(reference.value, raw, raw + reference.length)
      raw += reference.length
      index += reference.value.length
      continue
    }
    into.add(wanted, raw, raw + 1)
    raw += 1
    index += 1
  }
}

/** Where the next line begins. */
function lineAfter(file: string, at: number): number {
  const newline = file.indexOf('\n', at)
  return newline < 0 ? file.length : newline + 1
}

function collect(node: Nodes, file: string, into: Collector): void {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  switch (node.type) {
    case 'text':
      alignText(node.value, file, start, end, into)
      return
    case 'break':
      into.add('\n', start, end)
      return
    case 'inlineCode':
    case 'code':
    case 'html': {
      // What stands behind a fence's marks is no text of it.
      const fenced = node.type === 'code' && /^(?:```|~~~)/.test(file.slice(start, start + 3))
      const from = fenced ? lineAfter(file, start) : start
      const at = file.indexOf(node.value, from)
      if (at >= start && at + node.value.length <= end) alignText(node.value, file, at, end, into)
      else for (const character of node.value) into.add(character, start, end)
      return
    }
    case 'image':
      into.add(node.alt ?? '', start, end)
      return
    default:
      if ('children' in node) for (const child of node.children) collect(child, file, into)
  }
}

/** What a reader sees of a paragraph, heading or other Markdown node of `file`. */
export function readingOf(node: Nodes, file: string): Reading {
  const into = new Collector()
  collect(node, file, into)
  return new MappedReading(into.text, into.starts, into.ends)
}

/** A part of a reading as a reading of its own: the characters `[from, to)`. */
export function partOf(reading: Reading, from: number, to: number): Reading {
  return {
    text: reading.text.slice(from, to),
    span: (start, end) => {
      if (end > to - from) throw new RangeError(`no characters ${start} to ${end} in a reading of ${to - from}`)
      return reading.span(from + start, from + end)
    },
  }
}
