import { describe, expect, it } from 'vitest'
import { findTypedPlaces } from '#src/corpus/places/index.ts'

/** "AZ TJ" for mentions, "(NE NG)" for a stretch that may be of several countries. */
function found(text: string, known?: (word: string) => boolean): string {
  const { mentions, doubtful } = findTypedPlaces(text, known)
  const asked = doubtful.map((place) => `(${[...place.candidates].sort().join(' ')})`)
  return [...mentions.map((mention) => mention.code), ...asked].join(' ')
}

const TABLE: Record<string, readonly (readonly [typed: string, found: string])[]> = {
  'any case': [
    ['turkey police', 'TR'],
    ['corrections in georgia', 'GE'],
    ['MALI AND NIGER', 'ML NE'],
    ['jordan and chad', 'JO TD'],
    ['côte d’ivoire or ivory coast', 'CI CI'],
    ['tajik border posts', 'TJ'],
    ['police in dushanbe', 'TJ'],
    ['training in vienna', 'AT'],
    ['southsudan and costarica', 'SS CR'],
    ['u.s. aid to the uk', 'US GB'],
  ],
  codes: [
    ['tjk', 'TJ'],
    ['az', 'AZ'],
    ['TJK border posts', 'TJ'],
    ['AZ police', 'AZ'],
    ['tell us about US programs', 'US'],
    ['in is it us no so to me my be at by am as do id', ''],
    ['200 kg of cocaine and AML training on TIP in a car', ''],
  ],
  'slips of the keyboard': [
    ['tajikstan', 'TJ'],
    ['prisons in mozambik', 'MZ'],
    ['ekuador police', 'EC'],
    ['tadjikistan', 'TJ'],
    ['how many posts in Azerbijan', 'AZ'],
    ['azerbajan', 'AZ'],
    ['kirgistan', 'KG'],
    ['kyrgystan', 'KG'],
    ['moldva', 'MD'],
    ['haitti', 'HT'],
    ['hati police', 'HT'],
    ['posts in kena', 'KE'],
    ['azer', ''],
    ['the gold', ''],
    ['columbia coca', 'CO'],
    ['phillipines', 'PH'],
    ['ukrain', 'UA'],
    ['uzbekstan', 'UZ'],
    ['hondurus', 'HN'],
    ['guatamala', 'GT'],
    ['maxico', 'MX'],
    ['slovnia', 'SI'],
    ['morroco', 'MA'],
    ['eygpt', 'EG'],
    ['untied states', 'US'],
    ['costa rico', 'CR'],
    ['ivory cost', 'CI'],
    ['trinidad and tobego', 'TT'],
  ],
  'a slip in a longer name, not a shorter name that is right': [
    ['guinea bisau', 'GW'],
    ['outh sudan', 'SS'],
    ['equitorial guinea', 'GQ'],
    ['papau new guinea', 'PG'],
    ['north korae', 'KP'],
    ['is it now guinea', 'GN'],
  ],
  'what several countries fit': [
    ['nigera', '(NE NG)'],
    ['austrlia', '(AT AU)'],
    ['congo corruption', '(CD CG)'],
    ['congolese police', '(CD CG)'],
    ['korea', '(KP KR)'],
    ['dominican police', '(DM DO)'],
    ['virgin islands', '(VG VI)'],
  ],
  'English words that look like countries': [
    ['training iron mail chins curb woman women span malt grease border panel union serial minor model', ''],
    ['police greed warden germane sedan station standards creation finish child polls turns', ''],
    ['an african union mission in central africa', ''],
    ['the best bank on the west coast', ''],
    ['district of columbia', ''],
    ['new mexico and a guinea pig', ''],
    ['how tall is the flag pole', ''],
    ['a family reunion', ''],
  ],
  'languages and people': [
    ['french speaking police', ''],
    ['who speaks russian', ''],
    ['michael jordan', ''],
    ['the budapest convention', ''],
    ['french police', 'FR'],
  ],
}

describe.each(Object.entries(TABLE))('in typed text: %s', (_, rows) => {
  it.each(rows)('%s', (typed, expected) => expect(found(typed)).toBe(expected))
})

describe('typed text', () => {
  it('takes no word for a slip that the texts use', () => {
    expect(found('moldva')).toBe('MD')
    expect(found('moldva', (word) => word === 'moldva')).toBe('')
    expect(found('Moldova', () => true)).toBe('MD')
  })

  it('says where a mention stands', () => {
    const typed = 'posts in tajikstan?'
    const [mention] = findTypedPlaces(typed).mentions
    expect(typed.slice(mention?.start, mention?.end)).toBe('tajikstan')
  })

  it('reads a flag', () => expect(found('🇭🇹')).toBe('HT'))

  it.each(['', ' ', '🙂', '\u0000', '\u202e', ', '.repeat(2000), 'saudi sudan '.repeat(340), '\u0301'.repeat(4000)])(
    'has an answer for any input',
    (typed) => {
      for (const { end } of findTypedPlaces(typed).mentions) expect(end).toBeLessThanOrEqual(typed.length)
    },
  )
})
