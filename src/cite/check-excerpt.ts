/** The guard that runs right before an excerpt is sent: what isn't the file's own words is never shown as a quote. */
import type { FactSheet, Span } from '../corpus/model.ts'

export interface Quoted extends Span {
  readonly text: string
  readonly file: string
}

/** For the log: it says where and what, and is no message for a user. */
export class ExcerptMismatch extends Error {
  override readonly name = 'ExcerptMismatch'
  readonly quoted: Quoted
  readonly found: string

  constructor(quoted: Quoted, found: string, why: string) {
    super(`${quoted.file} ${quoted.start}–${quoted.end}: ${why}`)
    this.quoted = quoted
    this.found = found
  }
}

/**
 * Holds an excerpt to its file.
 * @throws ExcerptMismatch where `text` isn't exactly `sheet.text.slice(start, end)`, where the file is another one, or
 * where the span reaches out of the body: the front matter is ours, not the source's.
 */
export function checkExcerpt(quoted: Quoted, sheet: FactSheet): void {
  const found = sheet.text.slice(quoted.start, quoted.end)
  const fail = (why: string): never => {
    throw new ExcerptMismatch(quoted, found, why)
  }
  if (quoted.file !== sheet.file) fail(`this is ${sheet.file}`)
  if (!Number.isSafeInteger(quoted.start) || !Number.isSafeInteger(quoted.end)) fail('offsets are no whole numbers')
  if (quoted.start < sheet.body.start || quoted.end > sheet.body.end) fail('outside of the body')
  if (quoted.text === '') fail('no words')
  if (quoted.text !== found) fail('the words are not those of the file')
}
