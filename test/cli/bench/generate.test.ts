import { describe, expect, it } from 'vitest'
import { openLibrary } from '#src/answer/library.ts'
import { findersOf, openWords } from '#src/answer/open.ts'
import { generateSheets } from '#src/cli/bench/generate.ts'
import { generatedQuestions, hostileQuestions } from '#src/cli/bench/questions.ts'
import { Random, ZipfDraw } from '#src/cli/bench/random.ts'
import { readSheet } from '#src/corpus/read.ts'

const { vocabulary, lexicon } = await openWords('corpus')
const generated = generateSheets(95)
const sheets = generated.map(({ file, text }) => {
  const read = readSheet(file, text, findersOf(vocabulary))
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join('\n'))
  return read.sheet
})
const library = openLibrary(sheets, vocabulary, lexicon)

describe('generated fact sheets', () => {
  it('are the same at every run, and others with another seed', () => {
    expect(generateSheets(95)).toEqual(generated)
    expect(generateSheets(95, 2)).not.toEqual(generated)
  })

  it('are read by the reader as just so many passages, each sheet about its country', () => {
    expect(sheets.reduce((sum, sheet) => sum + sheet.passages.length, 0)).toBe(95)
    expect(sheets.every(({ meta }) => meta.countries.length === 1)).toBe(true)
  })

  it('have sentences of the usual length', () => {
    const lengths = sheets.flatMap(({ passages }) =>
      passages.flatMap(({ sentences }) => sentences.map(({ text }) => text.split(/\s+/).length)),
    )
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(mean).toBeGreaterThan(15)
    expect(mean).toBeLessThan(30)
  })
})

describe('questions for measuring', () => {
  it('repeat themselves, and hold words of the corpus', () => {
    const questions = generatedQuestions(library, 40, 3)
    expect(generatedQuestions(library, 40, 3)).toEqual(questions)
    const texts = generated.map(({ text }) => text.toLowerCase()).join('\n')
    const known = questions.filter((question) =>
      question.split(/\W+/).some((word) => word.length > 3 && texts.includes(word)),
    )
    expect(known.length).toBe(40)
  })

  it('are hostile in many ways, and never longer than Discord lets them be', () => {
    const hostile = hostileQuestions(library, 64, 3)
    expect(hostileQuestions(library, 64, 3)).toEqual(hostile)
    expect(Math.max(...hostile.map(({ length }) => length))).toBe(4000)
    expect(new Set(hostile).size).toBeGreaterThan(48)
  })
})

it('draws the second item half as often as the first', () => {
  const random = new Random(5)
  const draw = new ZipfDraw(['first', 'second', 'third', 'fourth'], 0)
  const counts = new Map<string, number>()
  for (let time = 0; time < 20_000; time += 1) {
    const item = draw.draw(random)
    counts.set(item, (counts.get(item) ?? 0) + 1)
  }
  const first = counts.get('first') ?? 0
  expect((counts.get('second') ?? 0) / first).toBeCloseTo(1 / 2, 1)
  expect((counts.get('fourth') ?? 0) / first).toBeCloseTo(1 / 4, 1)
})
