import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationRecord, resolve } from '#src/cite/anchor.ts'
import { checkExcerpt, ExcerptMismatch } from '#src/cite/check-excerpt.ts'
import type { FactSheet, Span } from '#src/corpus/model.ts'
import { plainSheet } from './sheets.ts'
import { blocks, paragraph } from './text.ts'

const join = (parts: readonly string[]): string => parts.join('\n\n')
const sentences = (sheet: FactSheet): Span[] => sheet.passages.flatMap((passage) => passage.sentences)

describe('a remembered citation', () => {
  it('stands where it stood while nothing changed', () => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const sheet = plainSheet('tajikistan', join(parts))
        for (const span of sentences(sheet)) {
          const found = resolve(citationRecord(sheet, span), [sheet])
          expect(found).toMatchObject({ status: 'same', span: { start: span.start, end: span.end } })
        }
      }),
    )
  })

  it('is found again after any edit elsewhere', () => {
    fc.assert(
      fc.property(blocks, blocks, paragraph, blocks, (before, other, kept, after) => {
        const old = plainSheet('tajikistan', join([...before, kept, ...after]))
        const edited = plainSheet('tajikistan', join([...other, kept]))
        const start = join([...before, '']).length + old.body.start
        for (const span of sentences(old).filter((one) => one.start >= start && one.end <= start + kept.length)) {
          const record = citationRecord(old, span)
          const found = resolve(record, [edited])
          if (found.status === 'gone') throw new Error('gone')
          expect(edited.text.slice(found.span.start, found.span.end)).toBe(record.text)
          const stays = edited.text.slice(span.start, span.end) === record.text
          if (!stays) expect(found.status).toBe('moved')
        }
      }),
    )
  })

  it('says that the words are gone once they were changed, keeps the old ones and shows what stands there now', () => {
    const old = plainSheet(
      'tajikistan',
      'One sentence stands here. INL trained 32 teams in four provinces. Another ends it.',
    )
    const record = citationRecord(old, sentences(old)[1] ?? old.body)
    const edited = plainSheet('tajikistan', 'New. One sentence stands here. INL trained 49 teams. Another ends it.')
    const found = resolve(record, [edited])
    if (found.status !== 'gone' || found.replacedBy?.span == null) throw new Error(found.status)
    expect(found.oldText).toBe('INL trained 32 teams in four provinces.')
    const { start, end } = found.replacedBy.span
    expect(edited.text.slice(start, end).trim()).toBe('INL trained 49 teams.')
  })

  it('says so for any change of its own words', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.nat(), (parts, n, at) => {
        const old = plainSheet('tajikistan', join(parts))
        const all = sentences(old)
        fc.pre(all.length > 0)
        const span = all[n % all.length] ?? old.body
        const record = citationRecord(old, span)
        fc.pre(old.text.indexOf(record.text) === old.text.lastIndexOf(record.text))
        const place = span.start + (at % (record.text.length - 1))
        fc.pre(old.text.charAt(place) !== ' ')
        const body = `${old.text.slice(old.body.start, place)}Q${old.text.slice(place + 1)}`
        expect(resolve(record, [plainSheet('tajikistan', body)])).toMatchObject({
          status: 'gone',
          oldText: record.text,
        })
      }),
    )
  })

  it('keeps apart two places that say the same', () => {
    const old = plainSheet('tajikistan', 'First.\n\nThe same caption.\n\nBetween.\n\nThe same caption.\n\nLast.')
    const captions = sentences(old).filter((one) => old.text.slice(one.start, one.end) === 'The same caption.')
    const records = captions.map((span) => citationRecord(old, span))
    expect(new Set(records.map((record) => record.id)).size).toBe(2)
    const edited = plainSheet('tajikistan', `A new opening.\n\n${old.text.slice(old.body.start)}`)
    const found = records.map((record) => resolve(record, [edited]))
    const second = edited.text.lastIndexOf('The same caption.')
    expect(found[0]).toMatchObject({ status: 'moved', span: { start: edited.text.indexOf('The same caption.') } })
    expect(found[1]).toMatchObject({ status: 'moved', span: { start: second } })
  })

  it('is not found again inside a longer number', () => {
    const old = plainSheet('tajikistan', 'FY07: $2')
    const record = citationRecord(old, old.passages[0] ?? old.body)
    expect(resolve(record, [plainSheet('tajikistan', 'FY07: $2.25 million')]).status).toBe('gone')
    expect(resolve(record, [plainSheet('tajikistan', 'FY07: $25')]).status).toBe('gone')
    expect(resolve(record, [plainSheet('tajikistan', 'FY07: $2.')]).status).toBe('same')
  })

  it('of a removed sheet names the sheet that replaces it', () => {
    const old = plainSheet('tajikistan-2011', 'Kept words. Dropped words.')
    const newer = plainSheet('tajikistan', 'New words. Kept words.', { replaces: 'tajikistan-2011' })
    const [kept, dropped] = sentences(old).map((span) => citationRecord(old, span))
    if (kept === undefined || dropped === undefined) throw new Error('no sentences')
    const start = newer.text.indexOf('Kept words.')
    expect(resolve(kept, [newer])).toMatchObject({ status: 'gone', replacedBy: { sheet: newer, span: { start } } })
    expect(resolve(dropped, [newer])).toMatchObject({ status: 'gone', replacedBy: { sheet: newer, span: null } })
    expect(resolve(dropped, [])).toMatchObject({
      status: 'gone',
      sheet: null,
      replacedBy: null,
      oldText: 'Dropped words.',
    })
  })
})

describe('an excerpt about to be sent', () => {
  const sheet = plainSheet('tajikistan', 'One sentence. Another one.')
  const start = sheet.body.start
  const good = { file: 'tajikistan.md', start, end: start + 13, text: 'One sentence.' }

  it('passes as the exact words of its file', () => {
    expect(() => checkExcerpt(good, sheet)).not.toThrow()
  })

  it.each([
    ['other words', { ...good, text: 'One sentence!' }],
    ['other offsets', { ...good, start: start + 1 }],
    ['another file', { ...good, file: 'moldova.md' }],
    ['the front matter', { file: 'tajikistan.md', start: 0, end: 3, text: '---' }],
    ['nothing', { ...good, end: start, text: '' }],
    ['offsets that are none', { ...good, start: Number.NaN, text: sheet.text.slice(Number.NaN, good.end) }],
  ])('is stopped with %s', (_, quoted) => {
    expect(() => checkExcerpt(quoted, sheet)).toThrow(ExcerptMismatch)
  })
})
