import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '#src/search/analysis.ts'
import { findDefinitions } from '#src/search/definitions.ts'
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

describe('definitions without brackets', () => {
  const pairs = (text: string) => findDefinitions(text).map(({ short, long }) => `${short} = ${long}`)

  it('stand in footnotes', () => {
    expect(
      pairs('*SEED: Support for East European Democracy Act\n[2] CARSI: Central America Regional Security Initiative'),
    ).toEqual([
      'SEED = Support for East European Democracy Act',
      'CARSI = Central America Regional Security Initiative',
    ])
  })

  it('and in running text', () => {
    expect(pairs('The Drug Control Agency, or DCA, has mobile teams, known as MOBITs, in Osh.')).toEqual([
      'DCA = Drug Control Agency',
      'MOBIT = mobile teams',
    ])
  })

  it('but a label whose letters do not begin the words is none', () => {
    expect(pairs('FY: 2007 Money\nNOTE: Photographs by the office')).toEqual([])
  })
})
