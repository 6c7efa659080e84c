import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '#src/search/analysis.ts'
import { KnownWords } from '#src/search/slips.ts'

const terms = (text: string) => analyse(text).map(({ term }) => term)

describe('base forms', () => {
  it('make irregular verbs and plurals one term with their base', () => {
    expect(terms('taught built sent wrote women children')).toEqual(terms('teach build send write woman child'))
  })

  it('make digits of spelled numbers', () => {
    expect(terms('four provinces')).toEqual(terms('4 provinces'))
  })

  it('leave words alone that are of their own', () => {
    expect(terms('found left saw')).toEqual(['found', 'left', 'saw'])
  })
})

describe('a slip of the keyboard', () => {
  const known = new KnownWords()
  for (const word of ['policing', 'extremism', 'assembly', 'post']) known.add(word, `${word}!`)

  it('becomes the nearest known word', () => {
    expect(['polcing', 'extremsm', 'assmebly'].map((word) => known.nearest(word))).toEqual([
      'policing!',
      'extremism!',
      'assembly!',
    ])
  })

  it('is left alone where the word is short, holds a digit, or is far from all', () => {
    expect(['pots', 'polic1ng', 'weather'].map((word) => known.nearest(word))).toEqual([null, null, null])
  })

  it('is found for every swap of two inner letters of a long word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (at) => {
        const word = 'policing'
        const slipped = `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`
        expect(known.nearest(slipped)).toBe('policing!')
      }),
    )
  })
})
