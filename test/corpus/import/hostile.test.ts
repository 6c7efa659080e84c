/** Files made to hang, crash or fill the program: each ends in a clear refusal, or in a body, and the next one works. */
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { Refusal } from '#src/corpus/import/convert.ts'
import { unzip } from '#src/corpus/import/formats/zip.ts'
import { Sandbox } from '#src/corpus/import/sandbox.ts'
import type { Proposed } from '#src/corpus/import/source.ts'
import { readSheet } from '#src/corpus/read.ts'
import { splitSentences, withoutLongRuns } from '#src/corpus/sentences.ts'
import { FILES, LARGE, TEXTS, w, word } from './made/hostile-files.ts'

const asking = (name: string) => ({ name, today: '2026-11-22', given: null })
const sandbox = new Sandbox({ time: 60_000, memory: 300 })
afterAll(() => sandbox.close())

/** The same zip with the size that the directory claims for each file changed. */
function claiming(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\u0001\u0002', at + 1, 'latin1')
  )
    bytes.writeUInt32LE(size, at + 24)
  return bytes
}

async function converted(name: string, content: Uint8Array | string): Promise<Proposed | Refusal> {
  return sandbox.convert(asking(name), typeof content === 'string' ? Buffer.from(content) : content)
}

describe('a text of nothing but', () => {
  test.each(TEXTS)('%s becomes a sheet that can be read, or is refused', async (_name, text) => {
    const body = await converted('a.txt', text)
    if (!body.ok) {
      expect(body).toEqual({ ok: false, message: expect.stringMatching(/\.$/), cure: expect.stringMatching(/\.$/) })
      expect(body.message).not.toMatch(/within|memory/)
      return
    }
    const sheet = `---\ntitle: x\ncountries: []\n---\n\n${body.markdown}`
    const read = readSheet('a.md', sheet, { places: () => [], topics: () => [] })
    for (const fault of read.ok ? [] : read.faults) expect(fault.cure).toMatch(/\w/)
  })
})

describe('a file of', () => {
  test.each(FILES)('%s ends in a body or a refusal, and the next one works', async (_name, name, make) => {
    const body = await converted(name, await make())
    if (!body.ok)
      expect(body).toEqual({ ok: false, message: expect.stringMatching(/\.$/), cure: expect.stringMatching(/\.$/) })
    expect(body.ok ? '' : body.message).not.toMatch(/within|memory/)
    expect(await converted('b.txt', 'The courts were opened.')).toMatchObject({ ok: true })
  })
  test('XML entities is refused for what it is', async () => {
    expect(await converted('a.docx', word(`<!DOCTYPE a [<!ENTITY a "b">]>${w('&a;')}`))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/entities/),
    })
  })
})

describe('an archive', () => {
  const LIMITS = { members: 3, member: 1000, total: 1500 }
  const zeros = (size: number) => zipSync({ 'a.txt': new Uint8Array(size) })
  test.each([
    ['says it is too large', zeros(2000), /"a\.txt" is too large/],
    ['holds more than it says', claiming(zeros(100_000), 10), /more than it says|damaged/],
    [
      'is too large together',
      zipSync({ 'a.txt': new Uint8Array(900), 'b.txt': new Uint8Array(900) }),
      /too large when/,
    ],
    ['holds too many', zipSync(Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}.txt`, strToU8('x')]))), /more than 3/],
    ['leads out of its folder', zipSync({ '../../a.txt': strToU8('x') }), /damaged/],
    ['is cut off', zeros(500).subarray(0, 60), /damaged or cut off/],
  ])('that %s is refused', async (_name, archive, message) => {
    expect(await unzip(archive, () => true, LIMITS)).toMatchObject({
      ok: false,
      message: expect.stringMatching(message),
    })
  })
})

describe('a file that grows without end', () => {
  const growing = (name: string) => LARGE.find(([what]) => what === name) ?? ['', '', () => '']
  test.each(['a page of lists', 'a PDF that unpacks to blanks', 'a Word document of paragraphs'])(
    '(%s) is given up at the limit, and nothing else suffers',
    async (which) => {
      const strict = new Sandbox({ time: 60_000, memory: 200 })
      const [, name, make] = growing(which)
      const content = await make()
      const refused = await strict.convert(asking(name), typeof content === 'string' ? Buffer.from(content) : content)
      expect(refused).toMatchObject({ ok: false, message: 'needs more than 200 MB of memory.' })
      expect(await strict.convert(asking('b.txt'), Buffer.from('The courts were opened.'))).toMatchObject({ ok: true })
      await strict.close()
    },
  )
  test('is given up after its time', async () => {
    const short = new Sandbox({ time: 1, memory: 300 })
    expect(await short.convert(asking('a.txt'), Buffer.from('Ab cd. '.repeat(280_000)))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/within/),
    })
    await short.close()
  })
})

describe('a sheet of very many lines', () => {
  test('is read', () => {
    const text = `---\ntitle: x\ncountries: []\n---\n\n${'Ab\n'.repeat(130_000)}`
    expect(readSheet('a.md', text, { places: () => [], topics: () => [], sentences: () => [] })).toMatchObject({
      ok: true,
    })
  })
})

describe('sentences of a text with an endless word', () => {
  test.each(['*', '_a', 'a-', 'a/', '`a``b', 'e\u0301'])('of %j are found on a text of bounded words', (piece) => {
    const text = `The courts were opened. See ${piece.repeat(5000)} The police came.`
    const { short } = withoutLongRuns(text)
    expect(Math.max(...short.split(/\s/).map((one) => one.length))).toBeLessThanOrEqual(120)
    const spans = splitSentences(text)
    expect(spans[0]).toEqual([0, 23])
    expect(spans.at(-1)?.[1]).toBe(text.length)
    expect(
      spans
        .map(([from, to]) => text.slice(from, to))
        .join('')
        .replaceAll(/\s/g, ''),
    ).toBe(text.replaceAll(/\s/g, ''))
  })
})
