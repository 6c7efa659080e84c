/** The rules hold for the corpus itself, read by the real reader: every sentence of it, not a sample. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { citationRecord, resolve } from '#src/cite/anchor.ts'
import { checkExcerpt } from '#src/cite/check-excerpt.ts'
import { citationId } from '#src/cite/id.ts'
import { readerText } from '#src/cite/readable.ts'
import { resolveId } from '#src/cite/resolve-id.ts'
import { verifyQuote } from '#src/cite/verify/verify.ts'
import { loadSheets } from '#src/corpus/load.ts'
import type { FactSheet, Sentence, Span } from '#src/corpus/model.ts'
import { readSheet } from '#src/corpus/read.ts'

const FINDERS = { places: () => [], topics: () => [] }
const { sheets } = await loadSheets(fileURLToPath(new URL('../../corpus', import.meta.url)), FINDERS)

interface Place {
  readonly sheet: FactSheet
  readonly sentence: Sentence
}
const sentences: readonly Place[] = sheets.flatMap((sheet) =>
  sheet.passages.flatMap((passage) => passage.sentences.map((sentence) => ({ sheet, sentence }))),
)
const slice = (sheet: FactSheet, span: Span): string => sheet.text.slice(span.start, span.end)

/** The sheet with its body changed, read again. */
function edited(sheet: FactSheet, change: (body: string) => string): FactSheet {
  const { start } = sheet.body
  const read = readSheet(sheet.file, sheet.text.slice(0, start) + change(sheet.text.slice(start)), FINDERS)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.sheet
}

describe('every sentence of the corpus', () => {
  it('is there', () => {
    expect(sentences.length).toBeGreaterThan(80)
  })

  it('resolves from its id, which no other has', () => {
    const ids = new Set<string>()
    for (const { sheet, sentence } of sentences) {
      const id = citationId(sheet, sentence)
      ids.add(id)
      expect(resolveId(id, sheets)).toMatchObject({
        status: 'found',
        sheet: { id: sheet.id },
        span: { start: sentence.start, end: sentence.end },
      })
    }
    expect(ids.size).toBe(sentences.length)
  })

  it('still does after edits elsewhere in its sheet: before it, after it, and in the next sentence', () => {
    for (const { sheet, sentence } of sentences) {
      const id = citationId(sheet, sentence)
      const record = citationRecord(sheet, sentence)
      const words = slice(sheet, sentence)
      const at = sentence.end - sheet.body.start
      const changes: ((body: string) => string)[] = [
        (body) => `A new paragraph was put first.\n\n${body}`,
        (body) => `${body.trimEnd()}\n\nA new paragraph was put last.\n`,
        (body) => `${body.slice(0, at)} One more sentence follows.${body.slice(at)}`,
      ]
      for (const change of changes.slice(0, sentence.text.endsWith('.') ? 3 : 2)) {
        const now = edited(sheet, change)
        const byId = resolveId(id, [now])
        if (byId.status !== 'found') throw new Error(`${id}: ${byId.status}`)
        expect(slice(now, byId.span)).toBe(words)
        const remembered = resolve(record, [now])
        if (remembered.status === 'gone') throw new Error(`${id}: gone`)
        expect(slice(now, remembered.span)).toBe(words)
      }
    }
  })

  it('says so after its own words changed', () => {
    for (const { sheet, sentence } of sentences) {
      const words = slice(sheet, sentence)
      const now = edited(sheet, (body) => body.replaceAll(words, words.replace(/\p{L}{2,}/u, 'Reworded')))
      expect(resolve(citationRecord(sheet, sentence), [now])).toMatchObject({ status: 'gone', oldText: words })
      expect(resolveId(citationId(sheet, sentence), [now]).status).toBe('no-such-words')
    }
  })

  it('passes the guard as it is and not with a character changed', () => {
    for (const { sheet, sentence } of sentences) {
      const quoted = { file: sheet.file, start: sentence.start, end: sentence.end, text: slice(sheet, sentence) }
      expect(() => checkExcerpt(quoted, sheet)).not.toThrow()
      expect(() => checkExcerpt({ ...quoted, text: `${quoted.text.slice(0, -1)}~` }, sheet)).toThrow()
      expect(readerText(sheet, sentence)).toBe(sentence.text)
    }
  })

  it('is verbatim as it is', () => {
    for (const { sheet, sentence } of sentences) {
      const check = verifyQuote(sentence.text, sheets)
      expect(check).toMatchObject({ verdict: 'verbatim', told: [] })
      expect(check.words?.citation).toBe(citationId(check.words?.sheet ?? sheet, check.words?.span ?? sentence))
    }
  })
})

describe('no mutation of a sentence passes as verbatim', () => {
  const wordsOf = (text: string): RegExpMatchArray[] => [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu)]
  const bare = (text: string): string =>
    ` ${(text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []).join(' ').toLowerCase()} `
  const everything = sheets.flatMap((sheet) => sheet.passages.map((passage) => bare(passage.reading.text)))

  /** Dropping an end, or one of two equal neighbours, leaves words that still stand there. */
  const expectFound = (changed: string): void => {
    if (everything.some((text) => text.includes(bare(changed)))) return
    expect([changed, verifyQuote(changed, sheets).verdict]).not.toEqual([changed, 'verbatim'])
  }

  it('with any one digit another', () => {
    for (const { sentence } of sentences) {
      for (const { index = 0 } of sentence.text.matchAll(/\d/g)) {
        const digit = (Number(sentence.text[index]) + 1) % 10
        expectFound(sentence.text.slice(0, index) + digit + sentence.text.slice(index + 1))
      }
    }
  })

  it('with any one name swapped, and any word dropped, replaced or put in', () => {
    const names = ['Georgia', 'Ministry of Justice', 'OSCE', 'not']
    for (const [n, { sentence }] of sentences.entries()) {
      for (const [w, { index = 0, 0: word }] of wordsOf(sentence.text).entries()) {
        const [before, after] = [sentence.text.slice(0, index), sentence.text.slice(index + word.length)]
        const isName = /^\p{Lu}/u.test(word)
        if (isName || (n + w) % 5 === 0) expectFound(`${before}${names[(n + w) % 4]}${after}`)
        if (word === 'not' || (n + w) % 5 === 1) expectFound(before + after)
        if ((n + w) % 5 === 2) expectFound(`${before}${names[(n + w) % 4]} ${word}${after}`)
      }
    }
  })

  it('and a changed number is told with the number of the source', () => {
    for (const { sentence } of sentences) {
      const number = /\d[\d.,]*\d|\d/.exec(sentence.text)
      if (number === null || wordsOf(sentence.text).length < 6) continue
      const wrong = number[0].replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
      const check = verifyQuote(sentence.text.replace(number[0], wrong), sheets)
      expect([sentence.text, check.verdict]).toEqual([sentence.text, 'altered'])
      expect(check.differences.map((one) => one.source).join(' ')).toContain(number[0])
    }
  })
})
