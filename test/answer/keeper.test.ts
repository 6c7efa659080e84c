import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { figuresOf } from '#src/answer/figures-index.ts'
import { fundingOf } from '#src/answer/funding-index.ts'
import { type CorpusChange, CorpusKeeper } from '#src/answer/keeper.ts'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { topicsByCountry } from '#src/answer/topic-index.ts'
import { prepareChecks, verify } from '#src/answer/verify.ts'
import { SentenceCache } from '#src/corpus/sentence-cache.ts'
import { splitSentences } from '#src/corpus/sentences.ts'

let root: string
let folder: string
let keeper: CorpusKeeper | null = null
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keeper-'))
  folder = join(root, 'corpus')
  await mkdir(folder)
  await write('mali.md', 'Mali', 'The police of Mali have 40 radios. The courts have none.')
})
afterEach(async () => {
  await keeper?.stop()
  keeper = null
  await rm(root, { recursive: true })
})

const write = (file: string, title: string, body: string, code = 'ML') =>
  writeFile(join(folder, file), `---\ntitle: ${title}\ncountries: [${code}]\n---\n\n# ${title}\n\n${body}\n`)
/** What answers are made from. */
async function seenIn(library: Library) {
  const terms = 'polic judg court radio school border chad mali prison bgs port'.split(' ')
  const weighted = terms.map((term) => ({ term, weight: 1 }))
  return {
    documents: terms.map((term) => library.index.documents(library.index.id(term))),
    near: ['polise', 'courthouze', 'radois', 'scools'].map((word) => library.index.words.nearest(word)),
    found: await library.engine.candidates(weighted, 10),
    passages: library.index.passages.map(({ passage, distinct }) => [passage.sheet, passage.index, distinct]),
    quoted: ['the police of', 'have a port', 'of Chad have 12', 'no such word'].map((quote) =>
      verify([quote], '', library).quotes.map(({ check }) => [check.verdict, check.passage?.citation]),
    ),
    figures: figuresOf(library).map(({ figure }) => [figure.value, figure.unit]),
    funding: fundingOf(library).entries.map(({ line }) => [line.country, line.amount]),
    topics: [...topicsByCountry(library)],
    covered: library.covered,
  }
}
const ids = (of: CorpusKeeper) => of.library().sheets.map(({ id }) => id)

describe('a corpus that changes', () => {
  test('is taken whole; who holds the old library keeps it', async () => {
    keeper = await CorpusKeeper.open({ folder })
    const old = keeper.library()
    await write('chad.md', 'Chad', 'The police of Chad have a school.', 'TD')
    await rm(join(folder, 'mali.md'))
    await keeper.refresh()
    expect(ids(keeper)).toEqual(['chad'])
    expect(old.sheets.map(({ id }) => id)).toEqual(['mali'])
    expect(old.sheet('mali')?.passages).toHaveLength(1)
  })
  test('keeps the sheets that did not change as they are', async () => {
    keeper = await CorpusKeeper.open({ folder })
    const before = keeper.library().sheet('mali')
    await write('chad.md', 'Chad', 'The police of Chad have a school.', 'TD')
    await keeper.refresh()
    expect(keeper.library().sheet('mali')).toBe(before)
    await writeFile(join(folder, 'topics.yaml'), await readFile(new URL('../../corpus/topics.yaml', import.meta.url)))
    await write('togo.md', 'Togo', 'The police of Togo have a school.', 'TG')
    await keeper.refresh()
    expect(keeper.library().sheet('mali')).not.toBe(before)
  })
  test('answers as one that was opened anew, whatever changed before', async () => {
    keeper = await CorpusKeeper.open({ folder, prepare: prepareChecks })
    const changes = [
      () => write('chad.md', 'Chad', 'The police of Chad have 12 schools. FY07: $2 million (FSA)', 'TD'),
      () => write('mali.md', 'Mali', 'The judges of Mali have 41 radios and a courthouse.'),
      () =>
        write('alba.md', 'Albania', 'The Border Guard Service (BGS) of Albania has a port. Its prison is full.', 'AL'),
      () => rm(join(folder, 'chad.md')),
      () => write('mali.md', 'Mali', 'The police of Mali have 40 radios. The courts have none.'),
    ]
    for (const change of changes) {
      await change()
      await keeper.refresh()
      expect(await seenIn(keeper.library())).toEqual(await seenIn(await openCorpus(folder)))
    }
  })
  test('answers as one that was opened anew where most of it stays; who holds an older one finds what it found', async () => {
    for (let at = 0; at < 12; at++)
      await write(`s${at}.md`, `Mali ${at}`, `The police of Mali have ${at} radios.\n\nThe courts have a port.`)
    keeper = await CorpusKeeper.open({ folder, prepare: prepareChecks })
    const olds: { library: Library; seen: unknown }[] = []
    for (let at = 0; at < 12; at += 2) {
      olds.push({ library: keeper.library(), seen: await seenIn(keeper.library()) })
      await write(
        `s${at}.md`,
        `Chad ${at}`,
        `The judges of Chad have ${at} schools${at % 4 ? ' and a prison' : ''}.`,
        'TD',
      )
      await rm(join(folder, `s${at + 1}.md`))
      if (at % 4) await write(`a${at}.md`, `Togo ${at}`, 'The border of Togo has a port.\n\nThe prison has none.', 'TG')
      await keeper.refresh()
      expect(await seenIn(keeper.library())).toEqual(await seenIn(await openCorpus(folder)))
    }
    for (const { library, seen } of olds) expect(await seenIn(library)).toEqual(seen)
  })
  test('and did not really is not read again', async () => {
    keeper = await CorpusKeeper.open({ folder })
    const before = keeper.library()
    await keeper.refresh()
    expect(keeper.library()).toBe(before)
  })
  test.each([
    ['a broken file', () => writeFile(join(folder, 'bad.md'), '---\ntitel: x\n---\n\nx\n'), /bad\.md:\d+: titel/],
    ['no file left', () => rm(join(folder, 'mali.md')), /no fact sheet/],
    ['no folder left', () => rm(folder, { recursive: true }), /can't be read/],
  ])('to %s leaves the old one serving and says so, until it is mended', async (_name, spoil, message) => {
    const told: CorpusChange[] = []
    keeper = await CorpusKeeper.open({ folder, onChange: (change) => told.push(change) })
    await spoil()
    await keeper.refresh()
    expect(ids(keeper)).toEqual(['mali'])
    expect(keeper.fault()?.message).toMatch(message)
    expect(told.map(({ ok }) => ok)).toEqual([false])
    await mkdir(folder, { recursive: true })
    await rm(join(folder, 'bad.md'), { force: true })
    await write('mali.md', 'Mali', 'The police of Mali have 50 radios.')
    await keeper.refresh()
    expect(keeper.fault()).toBeNull()
    expect(keeper.library().sheet('mali')?.text).toContain('50 radios')
    expect(told.map(({ ok }) => ok)).toEqual([false, true])
  })
  test.each([
    ['is noticed by itself', { settle: 5, every: 60_000 }],
    ['is noticed where the system tells of nothing', { settle: 5, every: 20 }],
  ])('%s', async (_name, times) => {
    keeper = await CorpusKeeper.open({ folder, ...times })
    keeper.watch()
    await write('chad.md', 'Chad', 'The police of Chad have a school.', 'TD')
    await vi.waitFor(() => expect(keeper === null ? [] : ids(keeper)).toEqual(['chad', 'mali']), 5000)
  })
  test('is followed no longer once it is stopped', async () => {
    keeper = await CorpusKeeper.open({ folder })
    keeper.watch()
    await keeper.stop()
    await write('chad.md', 'Chad', 'The police of Chad have a school.', 'TD')
    await keeper.refresh()
    expect(ids(keeper)).toEqual(['mali'])
  })
})

describe('where sentences end', () => {
  const cache = () => join(root, 'cache')
  const counting = async () => {
    const split = vi.fn(async (texts: readonly string[]) => texts.map(splitSentences))
    return { split, kept: await SentenceCache.open(cache(), split) }
  }
  /** What a reader of these texts is told of each. */
  const told = (kept: SentenceCache, ...texts: readonly string[]) =>
    kept.reading(async (sentences) => texts.map(sentences))
  const TEXT = 'The police have 40 radios. The courts of the U.S. Government have none.'

  test('is found once and remembered from one start to the next', async () => {
    const first = await counting()
    const spans = await told(first.kept, TEXT)
    await first.kept.keep()
    const second = await counting()
    expect(await told(second.kept, TEXT)).toEqual(spans)
    expect(spans).toEqual([splitSentences(TEXT)])
    expect(first.split).toHaveBeenCalledTimes(1)
    expect(second.split).not.toHaveBeenCalled()
  })
  test.each([
    ['cut off', (text: string) => text.slice(0, -10)],
    ['changed by a digit', (text: string) => text.replace('[0,26]', '[0,25]')],
    ['no JSON', () => 'x\ny\n'],
    ['of another program', (text: string) => text.replace(/^[0-9a-f]/, (digit) => (digit === '0' ? '1' : '0'))],
  ])('is found anew where what was kept is %s', async (_name, spoil) => {
    const first = await counting()
    await told(first.kept, TEXT)
    await first.kept.keep()
    const path = join(cache(), 'sentences.json')
    await writeFile(path, spoil(await readFile(path, 'utf8')))
    const second = await counting()
    expect(await told(second.kept, TEXT)).toEqual([splitSentences(TEXT)])
    expect(second.split).toHaveBeenCalledTimes(1)
  })
  test('does not keep what no text needs any more', async () => {
    const first = await counting()
    await told(first.kept, TEXT)
    await told(first.kept, 'Old.')
    await first.kept.keep()
    const second = await counting()
    await told(second.kept, TEXT)
    await second.kept.keep()
    const third = await counting()
    await told(third.kept, 'Old.')
    expect(third.split).toHaveBeenCalledTimes(1)
  })
  test('is found all the same where nothing can be written', async () => {
    await writeFile(join(root, 'file'), '')
    const kept = await SentenceCache.open(join(root, 'file', 'cache'))
    expect(await told(kept, TEXT)).toEqual([splitSentences(TEXT)])
    await expect(kept.keep()).resolves.toBeUndefined()
  })
  test('is the same in a thread of its own, for any text', async () => {
    const texts = fc.sample(fc.string({ maxLength: 60 }), 50)
    const kept = await SentenceCache.open(null)
    expect(await told(kept, TEXT, ...texts)).toEqual([TEXT, ...texts].map(splitSentences))
  })
  test('is asked for once a text, however often it stands', async () => {
    const { split, kept } = await counting()
    await told(kept, TEXT, 'Old.', TEXT)
    expect(split.mock.calls).toEqual([[[TEXT, 'Old.']]])
  })
  test('is remembered by a library that starts again', async () => {
    await (await CorpusKeeper.open({ folder, cache: cache() })).stop()
    const again = await counting()
    await told(again.kept, 'The police of Mali have 40 radios. The courts have none.')
    expect(again.split).not.toHaveBeenCalled()
  })
})
