import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QuoteCheck, verifyQuote } from '#src/cite/verify/verify.ts'
import type { FactSheet } from '#src/corpus/model.ts'
import { plainSheet } from './sheets.ts'
import { blocks } from './text.ts'

const TAJIKISTAN = `# Accomplishments

INL has worked on community policing since 2010, and has established 32 Community Policing Partnership Teams (CPPTs) and 49 Community Policing Centers in four provinces. The program has not replaced the “old” police’s own training.

The border posts were refurbished — with U.S. funds — for over 1,500 officers.

FY07: $2.25 million (FSA)`

const AZERBAIJAN = `# U.S. Programs

The Resident Legal Advisor program was established in 2004. It will focus on anti-terrorism, money laundering and corruption.

A senior command seminar was also conducted for senior staff of Azerbaijani Internal Troops.

FY08: $0.5 million (INCLE)`

const sheets = [plainSheet('tajikistan', TAJIKISTAN), plainSheet('azerbaijan-2009', AZERBAIJAN)]
const check = (quote: string): QuoteCheck => verifyQuote(quote, sheets)
const shown = (check: QuoteCheck): string =>
  check.words === null ? '' : check.words.sheet.text.slice(check.words.span.start, check.words.span.end)

describe('a quotation is verbatim', () => {
  it.each([
    'INL has worked on community policing since 2010',
    'has worked on community policing',
    'four provinces. The program has not',
    'FY07: $2.25 million (FSA)',
    'INL',
    'was established in 2004.',
    'U.S. Programs',
  ])('as it stands: %s', (quote) => {
    const result = check(quote)
    expect(result).toMatchObject({ verdict: 'verbatim', differences: [], told: [] })
    expect(shown(result)).toContain(quote.replace(/\.$/, ''))
    expect(result.passage?.citation).toMatch(/^(tajikistan|azerbaijan-2009)\./)
  })

  it.each([
    ['The program has not replaced the "old" police\'s own training', ['quotation marks']],
    ['were refurbished - with U.S. funds – for over', ['dashes']],
    ['were refurbished -- with U.S. funds—for', ['dashes', 'white space']],
    ['INL has   worked\non\u00a0community policing', ['white space']],
    ['inl HAS WORKED on Community policing', ['letter case']],
    ['INL has wor\u00adked on com\u200bmunity policing', ['invisible characters']],
    ['“INL has worked on community policing”', ['marks around it']],
    ['«INL has worked on community policing»', ['marks around it']],
    ['…has worked on community policing since 2010…', ['marks around it']],
    ['"[...] has worked on community policing"', ['marks around it']],
    ['> INL has **worked** on _community_ policing', ['markup']],
    ['• `INL has worked` on [community](https://example.org) policing', ['markup']],
    ['"**INL has worked**"', ['markup', 'marks around it']],
  ])('and what was passed over is told: %s', (quote, told) => {
    expect(check(quote)).toMatchObject({ verdict: 'verbatim', told })
  })

  it('for any stretch of whole words of any passage', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.nat(), fc.nat(), (one, other, n, m) => {
        const corpus = [plainSheet('one', one.join('\n\n')), plainSheet('other', other.join('\n\n'))]
        for (const passage of corpus.flatMap((sheet) => sheet.passages)) {
          const words = passage.reading.text.split(' ')
          const from = n % words.length
          const quote = words.slice(from, from + 1 + (m % (words.length - from))).join(' ')
          expect(verifyQuote(quote, corpus).verdict).toBe('verbatim')
          expect(verifyQuote(` ${quote.toUpperCase().replace(/ /g, ' \u00a0 ')} `, corpus).verdict).toBe('verbatim')
        }
      }),
      { numRuns: 40 },
    )
  })

  it('and counts the places where it stands', () => {
    expect(check('Community Policing').places).toBe(3)
  })
})

describe('a quotation is altered', () => {
  it.each([
    ['FY07: $2.5 million (FSA)', [{ quote: '2.5', source: '2.25' }]],
    ['FY07: $2,25 million (FSA)', [{ quote: '2,25', source: '2.25' }]],
    ['FY07: $225 million (FSA)', [{ quote: '225', source: '2.25' }]],
    ['for over 1500 officers', [{ quote: '1500', source: '1,500' }]],
    ['The program has replaced the “old” police’s own training.', [{ quote: '', source: 'not' }]],
    ['was established in 2005.', [{ quote: '2005', source: '2004' }]],
    ['The Resident Legal Advisor program was established in 2005', [{ quote: '2005', source: '2004' }]],
    ['has worked on community policing since 2008', [{ quote: '2008', source: '2010' }]],
    ['49 Community Policing Centers in four towns', [{ quote: 'towns', source: 'provinces' }]],
    ['program was established in 2004 for Kenya', [{ quote: 'for Kenya', source: '' }]],
    ['for senior staff of Armenian Internal Troops.', [{ quote: 'Armenian', source: 'Azerbaijani' }]],
    ['The excellent Resident Legal Advisor program', [{ quote: 'excellent', source: '' }]],
    [
      'INL has worked on community policing … and 49 Community Policing Centers',
      [{ quote: '…', source: 'since 2010, and has established 32 Community Policing Partnership Teams (CPPTs)' }],
    ],
    ['INL has worked on community policing since 2010; and has established', [{ quote: ';', source: ',' }]],
    ['It will focus on anti terrorism, money laundering', [{ quote: '', source: '-' }]],
    ['“It will focus on anti-terrorism, money laundering and drugs.”', [{ quote: 'drugs', source: 'corruption' }]],
  ])('word by word: %s', (quote, differences) => {
    expect(check(quote)).toMatchObject({ verdict: 'altered', differences })
  })

  it('when half of its content words stand in order in one passage, and absent with fewer', () => {
    expect(check('The Resident Legal wolves howl').verdict).toBe('altered')
    expect(check('The Resident owls and wolves howl').verdict).toBe('absent')
  })

  it('when its sentences stand in another order', () => {
    const [passage] = sheets[1]?.passages ?? []
    const [one, two] = passage?.sentences ?? []
    expect(check(`${two?.text} ${one?.text}`).verdict).toBe('altered')
  })
})

describe('a quotation is stitched', () => {
  it('when its parts come from different passages, and each part is told with its place', () => {
    const result = check(
      'INL has worked on community policing since 2010. A senior command seminar was also conducted for senior staff.',
    )
    expect(result.verdict).toBe('stitched')
    expect(result.parts.map((part) => part.from.sheet.id)).toEqual(['tajikistan', 'azerbaijan-2009'])
    expect(result.parts.map((part) => part.quote)).toEqual([
      'INL has worked on community policing since 2010',
      'A senior command seminar was also conducted for senior staff',
    ])
    expect(result.passage).not.toBeNull()
  })

  it('also where a part is one short sentence or line that shares a word with the other', () => {
    const quote = 'INL has worked on community policing since 2010, and has established FY08: $0.5 million (INCLE)'
    expect(check(quote).verdict).toBe('stitched')
    const twice =
      'INL has worked on community policing since 2010. The Resident Legal Advisor program was established in 2004.'
    expect(check(twice).verdict).toBe('stitched')
  })

  it('within one sentence, and across passages of one sheet', () => {
    const across = 'It will focus on anti-terrorism, money laundering and senior staff of Azerbaijani Internal Troops.'
    expect(check(across).verdict).toBe('stitched')
  })

  it('but not where a name from elsewhere was put in', () => {
    const swapped = 'The Community Policing Centers program was established in 2004. It will focus on anti-terrorism.'
    expect(check(swapped).verdict).toBe('altered')
  })
})

describe('a quotation is absent', () => {
  it.each([
    'Mexico receives helicopters under the Mérida Initiative',
    'Кооперация в области безопасности',
    '日本語の文章です',
    '???',
    '',
    '   ',
    '…',
    'xyz',
  ])('%s', (quote) => {
    expect(check(quote)).toMatchObject({ quote, verdict: 'absent', passage: null, words: null, differences: [] })
  })
})

describe('any change of a word is found', () => {
  const plain = (words: readonly string[]): string => ` ${words.join(' ').toLowerCase()} `

  /** Whether these words stand somewhere, found without anything of the verifier. */
  const stands = (corpus: readonly FactSheet[], quote: readonly string[]): boolean =>
    corpus.some((sheet) =>
      sheet.passages.some((passage) => {
        const cut = (text: string): string[] => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
        return plain(cut(passage.reading.text)).includes(plain(cut(quote.join(' '))))
      }),
    )

  it.each(['digit', 'drop', 'insert', 'replace'] as const)('%s', (kind) => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.nat(), (parts, n, at) => {
        const corpus = [plainSheet('one', parts.join('\n\n'))]
        const sentences = corpus.flatMap((sheet) => sheet.passages.flatMap((passage) => passage.sentences))
        fc.pre(sentences.length > 0)
        const words = sentences[n % sentences.length]?.text.split(' ') ?? []
        const place = at % words.length
        const word = words[place] ?? ''
        fc.pre(kind !== 'digit' || /\d/.test(word))
        const digit = word.replace(/\d/, (one) => String((Number(one) + 1 + (at % 9)) % 10))
        const changed = words
          .with(place, { digit, drop: '', insert: `${word} not`, replace: 'Georgia' }[kind])
          .filter(Boolean)
        fc.pre(changed.length > 0 && !stands(corpus, changed))
        expect(verifyQuote(changed.join(' '), corpus).verdict).not.toBe('verbatim')
      }),
      { numRuns: 150 },
    )
  })

  it('and what it is said to be stands in the file', () => {
    fc.assert(
      fc.property(blocks, fc.string({ maxLength: 200 }), fc.nat(), (parts, noise, n) => {
        const corpus = [plainSheet('one', parts.join('\n\n'))]
        const text = corpus[0]?.text ?? ''
        const from = n % text.length
        const result = verifyQuote(text.slice(from, from + 100) + noise, corpus)
        for (const found of [result.passage, result.words, ...result.parts.map((part) => part.from)]) {
          if (found === null) continue
          expect(found.span.start).toBeGreaterThanOrEqual(found.sheet.body.start)
          expect(found.span.end).toBeLessThanOrEqual(found.sheet.body.end)
        }
        for (const { source } of result.differences) expect(text).toContain(source)
      }),
    )
  })

  it('also in 4,000 characters of it', () => {
    const passage = Array.from({ length: 500 }, (_, at) => `word${at} of${at % 7}`).join(' ')
    const corpus = [plainSheet('long', passage)]
    expect(verifyQuote(passage.slice(0, 4000), corpus).verdict).toBe('altered')
    const quote = passage.slice(0, passage.lastIndexOf(' ', 4000))
    expect(verifyQuote(quote, corpus).verdict).toBe('verbatim')
    expect(verifyQuote(quote.replace('word250', 'word9'), corpus)).toMatchObject({
      verdict: 'altered',
      differences: [{ quote: 'word9', source: 'word250' }],
    })
  })
})
