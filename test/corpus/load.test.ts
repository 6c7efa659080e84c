/** A folder with faults is told in full, each with its file, line and cure; nothing is half read. */
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#src/answer/open.ts'
import { CorpusError } from '#src/corpus/load.ts'
import { corpusOf, sheetOf } from '../support/corpus.ts'

async function faultsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const error = await openCorpus(corpusOf(files)).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof CorpusError)) throw new Error(`no CorpusError but ${error}`)
  return error.faults.map(({ file, line, message, cure }) => `${file}:${line} ${message} ${cure}`)
}

describe('a corpus that can’t be read', () => {
  it('tells every fault of every file at once', async () => {
    const faults = await faultsOf({
      'a-key.md': sheetOf({ author: 'me' }, 'Text.'),
      'b-country.md': sheetOf({ countries: '[ZZ]' }, 'Text.'),
      'c-yaml.md': '---\ntitle: "open\n---\n\nText.\n',
      'd-bytes.md': new Uint8Array([...Buffer.from(sheetOf({}, 'Text.\n')), 0xff, 0xfe]),
      'e-empty.md': '',
      'f-huge.md': sheetOf({}, 'word '.repeat(1_000_000)),
      'g-bare.md': sheetOf({}, ''),
      'h-good.md': sheetOf({}, 'Text.'),
    })
    const told = (file: string) => faults.filter((fault) => fault.startsWith(file)).join('\n')
    expect(told('a-key.md')).toMatch(/:3 .*unknown key/)
    expect(told('b-country.md')).toMatch(/:3 .*ZZ/)
    expect(told('c-yaml.md')).toMatch(/:\d/)
    expect(told('d-bytes.md')).toMatch(/:\d+ is not UTF-8/)
    expect(told('e-empty.md')).toMatch(/empty/)
    expect(told('f-huge.md')).toMatch(/5\.0 MB/)
    expect(told('g-bare.md')).toMatch(/no text/)
    expect(told('h-good.md')).toBe('')
  })

  it('or is not there, or holds nothing', async () => {
    expect(await faultsOf({})).toEqual([expect.stringMatching(/no fact sheet/)])
    await expect(openCorpus('/nowhere/at/all')).rejects.toThrow(/can't be read/)
  })
})
