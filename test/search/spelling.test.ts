import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseSpelling } from '#src/search/spelling.ts'

describe('spelling', () => {
  it.each([
    'organised organized',
    'radicalisation radicalization',
    'labour labor',
    'neighbouring neighboring',
    'unfavourable unfavorable',
    'centre center',
    'centred centered',
    'kilometres kilometers',
    'counsellor counselor',
    'programme program',
    'defence defense',
    'licence license',
    'adviser advisor',
    'gaol jail',
    'judgement judgment',
  ])('%s', (pair) => {
    const [british = '', american = ''] = pair.split(' ')
    expect(normaliseSpelling(british)).toBe(american)
    expect(normaliseSpelling(american)).toBe(american)
  })

  it.each(
    `advised supervising uprising exercise crises fundraising promised enterprise raised police premises four court
    tourism resource journalist acre massacre genre visa skilled called excellent`.split(/\s+/),
  )('%s stays', (word) => {
    expect(normaliseSpelling(word)).toBe(word)
  })

  it('is done once', () => {
    const parts = fc.constantFrom(
      'organ',
      'lab',
      'cent',
      'travel',
      'our',
      're',
      'l',
      'is',
      'ise',
      'ed',
      'ing',
      'ation',
      's',
      'ré',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), (pieces) => {
        const once = normaliseSpelling(pieces.join(''))
        expect(normaliseSpelling(once)).toBe(once)
      }),
    )
  })
})
