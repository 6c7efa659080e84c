/** Reading a fact sheet: what its parts are, and that every part is exactly its slice of the file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactSheet } from '#src/corpus/model.ts'
import { findPlaces } from '#src/corpus/places/index.ts'
import { readSheet } from '#src/corpus/read.ts'
import { REAL_CORPUS, sheetOf } from '../support/corpus.ts'

function read(text: string, file = 'sheet.md'): FactSheet {
  const result = readSheet(file, text, { places: findPlaces, topics: () => [] })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.sheet
}

const body = (text: string, front: Readonly<Record<string, string>> = {}) => read(sheetOf(front, text))

/** What holds for every sheet, whatever stands in it. */
function holdsTogether(sheet: FactSheet): void {
  let at = sheet.body.start
  for (const section of sheet.sections) {
    expect(section.start).toBe(at)
    at = section.end
  }
  if (sheet.sections.length > 0) expect(at).toBe(sheet.body.end)
  let before = sheet.body.start
  for (const passage of sheet.passages) {
    expect(passage.start).toBeGreaterThanOrEqual(before)
    before = passage.end
    const { text } = passage.reading
    for (let index = 0; index < text.length; index += 1) {
      const { start, end } = passage.reading.span(index, index + 1)
      expect(start).toBeGreaterThanOrEqual(passage.start)
      expect(end).toBeLessThanOrEqual(passage.end)
      const slice = sheet.text.slice(start, end)
      if (slice.length === 1 && /[\p{L}\d]/u.test(slice)) expect(text[index]).toBe(slice)
    }
    for (const sentence of passage.sentences) {
      expect(sentence.start).toBeGreaterThanOrEqual(passage.start)
      expect(sentence.end).toBeLessThanOrEqual(passage.end)
      expect(sentence.end).toBeGreaterThan(sentence.start)
    }
  }
}

describe('the fact sheets of the corpus', () => {
  const files = readdirSync(REAL_CORPUS).filter((name) => name.endsWith('.md'))

  for (const file of files)
    it(`${file}: sections cover the body, passages and sentences are their slices`, () => {
      const sheet = read(readFileSync(join(REAL_CORPUS, file), 'utf8'), file)
      holdsTogether(sheet)
      for (const passage of sheet.passages)
        for (const { start, end, text } of passage.sentences) expect(sheet.text.slice(start, end)).toBe(text)
    })
})

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '# Heading',
      '## Two',
      '- item one. Item two.',
      '> quoted',
      '> more of it',
      'Goals: To help. To end.',
      '',
      '    code',
      '1. one',
      '\\*FSA: an act',
      'FY07: $2.25 million (FSA)',
      'a &amp; b &copy; c',
      '---',
      '***',
      '<b>x</b>',
      '[1] note',
      '\tindented',
    ),
  )

  it('is read so that its parts hold together', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
        const file = ['---', 'title: T', '---', '', ...lines].join(newline)
        holdsTogether(read(file))
      }),
      { numRuns: 400 },
    )
  })
})

describe('structure', () => {
  it('reads a fence’s lines, not the words behind its marks', () => {
    const [passage] = body('``` word\nword here\n```').passages
    expect(passage?.reading.text).toBe('word here')
    expect(passage?.reading.span(0, 4).start).toBe(passage === undefined ? -1 : passage.start + '``` word\n'.length)
  })

  it('has no passage where nothing is to be seen', () => {
    expect(body('Text.\n\n\uFEFF').passages).toHaveLength(1)
  })

  it('takes run-in headings for headings, in their paragraph and for what follows', () => {
    const sheet = body(
      'Goals: INL helps the police.\n\nIt also helps the courts.\n\nResults So Far: Two courts opened.',
    )
    expect(sheet.passages.map(({ runIn }) => runIn)).toEqual(['Goals', 'Goals', 'Results So Far'])
    expect(sheet.passages[0]?.sentences.map(({ text }) => text)).toEqual(['INL helps the police.'])
  })

  it('takes a few words with capitals and a full stop for one, but no short sentence', () => {
    const sheet = body(
      'Peacekeepers. Fiji sends police abroad.\n\nBorder Security. Two posts opened.\n\nNobody died. It rained.',
    )
    expect(sheet.passages.map(({ runIn }) => runIn)).toEqual(['Peacekeepers', 'Border Security', 'Border Security'])
    expect(sheet.passages.map(({ sentences }) => sentences.length)).toEqual([1, 1, 2])
    expect(body('Dr. Smith came.\n\nJohn F. Moyo left.').passages.map(({ runIn }) => runIn)).toEqual([null, null])
  })

  it('does not take a clause before a colon for one', () => {
    const sheet = body('The program has three parts: training, equipment and advice.\n\nFY07: $2 million (FSA)')
    expect(sheet.passages.map(({ runIn }) => runIn)).toEqual([null, null])
  })

  it('names the program of a list item only for that item', () => {
    const sheet = body('## Work\n\n- Legal Advisor (LA): He came in 2004.\n- A second item follows here.')
    expect(sheet.passages.map(({ runIn }) => runIn)).toEqual(['Legal Advisor (LA)', null])
    expect(sheet.passages.map(({ section }) => section.heading)).toEqual(['Work', 'Work'])
  })

  it('keeps lines that stand for themselves apart, and wrapped prose together', () => {
    expect(body('FY07: $2.25 million (FSA)\nFY08: $2.035 million (FSA').passages.map(({ kind }) => kind)).toEqual([
      'line',
      'line',
    ])
    const wrapped =
      'The program began in the year in which the new law on the police was\npassed and ended when the money did, three years later.'
    expect(body(wrapped).passages).toHaveLength(1)
  })

  it('shows escapes and entities as a reader sees them', () => {
    const [passage] = body('\\*FSA: R&amp;D \\[1\\] costs.').passages
    expect(passage?.reading.text).toBe('*FSA: R&D [1] costs.')
  })
})

describe('sentences', () => {
  const sentences = (text: string) => body(text).passages.flatMap((passage) => passage.sentences.map((one) => one.text))

  it('survive abbreviations, fiscal years and numbered lists inside', () => {
    expect(sentences('The U.S. Department of State helps. The FY08-09 program will end.')).toHaveLength(2)
    expect(sentences('Goals are to: 1) train police; 2) build courts. See Fig. 3 for more.')).toHaveLength(2)
    expect(sentences('Approx. 20 posts stand. They were built by Sec. Smith and Gen. Jones.')).toHaveLength(2)
  })

  it('keep a credit in brackets with its caption', () => {
    expect(sentences('The chief opens a course, Baku, 6 October 2011. (OSCE/A. Person)')).toHaveLength(1)
  })
})

describe('places', () => {
  const places = (text: string, countries: string) =>
    body(text, { countries }).passages.flatMap((passage) => passage.sentences.map((one) => [...one.places].sort()))

  it('carry over from a sheet about one country to every sentence', () => {
    expect(places('Courts opened. Afghanistan is near.', '[TJ]')).toEqual([['TJ'], ['AF', 'TJ']])
  })

  it('of a general sheet are those that a sentence names, leans on, or abbreviates', () => {
    const text =
      'In Haiti, INL helps the Haitian National Police (HNP). It trains officers. New York helps the HNP. Prisons matter.'
    expect(places(text, '[]')).toEqual([['HT'], ['HT'], ['HT'], []])
  })

  it('are not fooled by New Mexico and the state of Georgia', () => {
    expect(places('New Mexico helps. The Georgia Department of Corrections helps.', '[]')).toEqual([[], []])
  })
})

describe('abbreviations', () => {
  it('are found with their long forms, also where these go on', () => {
    const text =
      'A Resident Legal Advisor (RLA) and Policing Teams (PTs) follow the National Action Plan to Fight Trafficking (NAP).'
    expect(body(text).acronyms.map(({ short, long }) => `${short} = ${long}`)).toEqual([
      'RLA = Resident Legal Advisor',
      'PT = Policing Teams',
      'NAP = National Action Plan to Fight Trafficking',
    ])
  })

  it('do not reach across the end of a sentence', () => {
    expect(body('Smugglers carry lorries. Cars too (SLC) are used.').acronyms).toEqual([])
  })
})
