/** Words and stems as the search makes them, for tests of what takes them as a parameter. */
import { createRequire } from 'node:module'
import type { StemWords } from '#src/corpus/phrases.ts'
import { normaliseSpelling } from '#src/search/spelling.ts'

const porter2 = createRequire(import.meta.url)('wink-porter2-stemmer') as (word: string) => string

export const stemWords: StemWords = (text) =>
  [...text.matchAll(/[\p{L}\p{M}\d]+(?:['’]\p{L}+)*/gu)].map((match) => {
    const word = match[0].toLowerCase().replace(/['’]s?$/, '')
    return { stem: porter2(normaliseSpelling(word)), start: match.index, end: match.index + match[0].length }
  })
