import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationId } from '#src/cite/id.ts'
import { didYouMean, resolveId } from '#src/cite/resolve-id.ts'
import type { FactSheet, Span } from '#src/corpus/model.ts'
import { plainSheet } from './sheets.ts'
import { blocks, paragraph } from './text.ts'

const join = (parts: readonly string[]): string => parts.join('\n\n')
const words = (sheet: FactSheet, span: Span): string => sheet.text.slice(span.start, span.end)

/** Sentences, passages and every run of sentences. */
function spans(sheet: FactSheet): Span[] {
  return sheet.passages.flatMap((passage) => [
    passage,
    ...passage.sentences.flatMap((first, at) =>
      passage.sentences.slice(at).map((last) => ({ start: first.start, end: last.end })),
    ),
  ])
}

describe('a citation id', () => {
  it('leads back to its words, for every sentence, run of sentences and passage', () => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const sheet = plainSheet('azerbaijan-2009', join(parts))
        for (const span of spans(sheet)) {
          const id = citationId(sheet, span)
          expect(id).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+\.[a-z0-9]+$/)
          expect(id.length).toBeLessThan(70)
          expect(resolveId(id, [sheet])).toMatchObject({ status: 'found', span: { start: span.start, end: span.end } })
        }
      }),
    )
  })

  it('is one for each span of the corpus, also where sheets share their words or their file names read alike', () => {
    fc.assert(
      fc.property(blocks, blocks, (one, other) => {
        const sheets = [
          plainSheet('Foo Bar', join(one)),
          plainSheet('foo_bar', join(one)),
          plainSheet('foo', join([...other, ...one, ...one])),
        ]
        const ids = new Map<string, string>()
        for (const sheet of sheets) {
          for (const span of spans(sheet)) {
            const place = `${sheet.id} ${span.start} ${span.end}`
            const id = citationId(sheet, span)
            expect(ids.get(id) ?? place).toBe(place)
            ids.set(id, place)
            expect(resolveId(id, sheets)).toMatchObject({ sheet: { id: sheet.id }, span: { start: span.start } })
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('is one for each span that is no sentence, too', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.nat(), fc.nat(), (parts, a, b, length) => {
        const sheet = plainSheet('azerbaijan-2009', join(parts))
        const pick = (n: number): Span => {
          const start = sheet.body.start + (n % (sheet.body.end - sheet.body.start))
          return { start, end: Math.min(sheet.body.end, start + 1 + (length % 30)) }
        }
        const [one, other] = [pick(a), pick(b)]
        fc.pre(words(sheet, one).trim() !== '' && words(sheet, other).trim() !== '')
        // The same words in the same place, whatever blanks are taken along, are one citation.
        const begins = (span: Span) => span.start + words(sheet, span).search(/\S/)
        fc.pre(begins(one) !== begins(other))
        expect(citationId(sheet, one)).not.toBe(citationId(sheet, other))
      }),
    )
  })

  it('still leads to the same words after paragraphs elsewhere were added, removed or changed', () => {
    fc.assert(
      fc.property(blocks, blocks, blocks, paragraph, (before, newBefore, after, kept) => {
        const old = plainSheet('azerbaijan-2009', join([...before, kept, ...after]))
        const edited = plainSheet('azerbaijan-2009', join([...newBefore, kept]))
        const start = old.body.start + join([...before, '']).length
        for (const span of spans(old).filter((one) => one.start >= start && one.end <= start + kept.length)) {
          const unit = words(old, span)
          const found = resolveId(citationId(old, span), [edited])
          if (found.status !== 'found') throw new Error(found.status)
          expect(words(edited, found.span)).toBe(unit)
        }
      }),
    )
  })

  it('is itself the same after edits elsewhere, other copies of its words aside', () => {
    const quote = 'INL has worked on community policing since 2010.'
    const id = (body: string): string => {
      const sheet = plainSheet('tajikistan', body)
      const start = sheet.text.indexOf(quote)
      return citationId(sheet, { start, end: start + quote.length })
    }
    const first = id(`Something first.\n\n# Accomplishments\n\n${quote} More.`)
    expect(first).toMatch(/^tajikistan\.accomplishments\.[0-9a-z]{8}$/)
    expect(id(`# Accomplishments\n\nNew words. ${quote} More words. And more.\n\nEnd.`)).toBe(first)
  })

  it('is understood however it was typed', () => {
    const sheet = plainSheet('tajikistan', '# Goals\n\nOne sentence. Another one.')
    const sentence = sheet.passages[0]?.sentences[1]
    if (sentence === undefined) throw new Error('no sentence')
    const id = citationId(sheet, sentence)
    for (const typed of [id.toUpperCase(), `  ${id} `, `\`${id}\``, `[${id}]`, `<${id}>`, `${id}.`]) {
      expect(resolveId(typed, [sheet])).toMatchObject({ status: 'found', span: { start: sentence.start } })
    }
  })

  it('with any slip in it suggests what was meant', () => {
    const sheets = ['tajikistan', 'azerbaijan-2009', 'azerbaijan-2016'].map((id) =>
      plainSheet(id, `# Goals\n\nWords of ${id}. Another sentence of it.\n\nA last one.`),
    )
    const ids = sheets.flatMap((sheet) => spans(sheet).map((span) => citationId(sheet, span)))
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat(), fc.constantFrom('drop', 'swap', 'change'), (id, n, slip) => {
        const at = n % (id.length - 1)
        const [head, one, two, tail] = [id.slice(0, at), id.charAt(at), id.charAt(at + 1), id.slice(at + 2)]
        const typed = { drop: head + two + tail, swap: head + two + one + tail, change: `${head}x${two}${tail}` }[slip]
        const found = resolveId(typed, sheets)
        fc.pre(found.status !== 'no-id')
        if (found.status === 'found') expect(citationId(found.sheet, found.span)).toBe(id)
        else expect(didYouMean(typed, sheets)).toContain(id)
      }),
    )
  })

  it('of another corpus, of nothing, or of no shape at all is said to be so', () => {
    const sheet = plainSheet('tajikistan', 'One sentence.')
    expect(resolveId('moldova.goals.zzzzzzzz', [sheet])).toEqual({ status: 'no-such-sheet', didYouMean: [] })
    expect(resolveId('tajikistan.top.zzzzzzzz', [sheet])).toMatchObject({ status: 'no-such-words', didYouMean: [] })
    for (const typed of ['', '   ', 'hello', '…', 'a.b.c.d', '日本語'])
      expect(resolveId(typed, [sheet]).status).toBe('no-id')
    expect(resolveId('x'.repeat(4000), [sheet]).status).toBe('no-id')
    expect(resolveId(`tajikistan.${'x'.repeat(4000)}`, [sheet]).status).toBe('no-such-words')
  })

  it('of a sheet that was replaced leads to the newer sheet, and to the words where it kept them', () => {
    const old = plainSheet('tajikistan-2011', 'Kept words. Dropped words.')
    const newer = plainSheet('tajikistan', 'New words. Kept words.', { replaces: 'tajikistan-2011' })
    const [kept, dropped] = old.passages[0]?.sentences ?? []
    if (kept === undefined || dropped === undefined) throw new Error('no sentences')
    const found = resolveId(citationId(old, kept), [newer])
    if (found.status !== 'replaced' || found.span === null) throw new Error(found.status)
    expect(words(newer, found.span)).toBe('Kept words.')
    expect(resolveId(citationId(old, dropped), [newer])).toMatchObject({ status: 'replaced', span: null })
  })

  it('is refused for nothing at all', () => {
    const sheet = plainSheet('tajikistan', 'One sentence.')
    expect(() => citationId(sheet, { start: 5, end: 5 })).toThrow(RangeError)
    expect(() => citationId(sheet, { start: 5, end: 5000 })).toThrow(RangeError)
  })
})
