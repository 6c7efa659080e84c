import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { citationId } from '#src/cite/id.ts'
import { resolveId } from '#src/cite/resolve-id.ts'
import { changesOnly, diffLines } from '#src/corpus/diff.ts'
import { keepOriginal, readOriginals } from '#src/corpus/import/originals.ts'
import { loadSheets } from '#src/corpus/load.ts'
import { removeSheet, renameSheet } from '#src/corpus/manage.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manage-'))
  await writeFile(join(folder, 'a.md'), '---\ntitle: A\ncountries: []\n---\n\nThe courts were opened.\n')
  await writeFile(join(folder, 'b.md'), '---\ntitle: B\ncountries: []\nreplaces: a\n---\n\nThe police have radios.\n')
  await keepOriginal(folder, 'a.md', { bytes: Buffer.from('x'), name: 'a.txt', source: 'a.txt', today: '2026-11-22' })
})
afterEach(() => rm(folder, { recursive: true }))

const sheets = async () => (await loadSheets(folder, { places: () => [], topics: () => [] })).sheets
const files = async () => (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()

describe('a sheet renamed', () => {
  test('takes its citations, its original and what points at it along', async () => {
    const [a] = await sheets()
    const passage = a?.passages[0]
    if (a === undefined || passage === undefined) throw new Error('nothing to cite')
    const cited = citationId(a, passage)
    await rm(join(folder, 'b.md'))
    expect(await renameSheet(folder, 'a', 'c', await sheets())).toMatchObject({ ok: true })
    expect(await files()).toEqual(['c.md'])
    const found = resolveId(cited, await sheets())
    const span = found.status === 'replaced' ? found.span : null
    expect(span === null ? null : (await readFile(join(folder, 'c.md'), 'utf8')).slice(span.start, span.end)).toBe(
      'The courts were opened.',
    )
    expect(Object.keys(await readOriginals(folder))).toEqual(['c.md'])
  })
  test('is named by its new id where another sheet replaces it', async () => {
    expect(await renameSheet(folder, 'a', 'c', await sheets())).toMatchObject({
      ok: true,
      notes: [expect.stringMatching(/b\.md/)],
    })
    expect((await sheets()).find(({ id }) => id === 'b')?.meta.replaces).toBe('c')
  })
  test.each([
    ['to one that is there', 'a', 'b'],
    ['out of the folder', 'a', '../c'],
    ['that is not there', 'x', 'c'],
  ])('%s is refused, and nothing changes', async (_name, from, to) => {
    expect(await renameSheet(folder, from, to, await sheets())).toMatchObject({ ok: false })
    expect(await files()).toEqual(['a.md', 'b.md'])
  })
})

describe('a sheet removed', () => {
  test('is gone with its original, and says who still answers for it', async () => {
    expect(await removeSheet(folder, 'a', await sheets())).toMatchObject({
      ok: true,
      notes: [expect.stringMatching(/b\.md/)],
    })
    expect(await files()).toEqual(['b.md'])
    expect(await readOriginals(folder)).toEqual({})
    expect(await readdir(join(folder, 'originals'))).toEqual(['index.json'])
  })
  test.each(['x', '../a', ''])('%j, which is none, is refused', async (id) => {
    expect(await removeSheet(folder, id, await sheets())).toMatchObject({ ok: false })
  })
})

describe('a diff', () => {
  test('joined again is both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after)
        const of = (sign: string) => lines.filter((line) => line.sign !== sign).map((line) => line.text)
        expect(of('+').join('\n')).toBe(before)
        expect(of('-').join('\n')).toBe(after)
      }),
    )
  })
  test('shows what changed with what stands around it', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8'].join('\n')
    expect(changesOnly(diffLines(before, before.replace('4', 'x')), 1)).toEqual(['  3', '- 4', '+ x', '  5', '…'])
  })
  test('of a long paragraph shows the words about each change', () => {
    const words = Array.from({ length: 90 }, (_word, index) => `w${index}`)
    const [before, after] = [words.join(' '), words.with(40, 'new').join(' ')]
    const around = (word: string) => `… ${words.slice(32, 40).join(' ')} ${word} ${words.slice(41, 49).join(' ')} …`
    expect(changesOnly(diffLines(before, after))).toEqual([`- ${around('w40')}`, `+ ${around('new')}`])
    const other = words.map((word) => `${word}x`).join(' ')
    expect(changesOnly(diffLines(before, other))).toEqual([`- ${before}`, `+ ${other}`])
  })
})
