import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPlaces } from '#src/corpus/places/index.ts'

/** The countries that a text speaks of, each once, in the order in which it names them. */
const countries = (text: string) => [...new Set(findPlaces(text).map((mention) => mention.code))].join(' ')

const TABLE: Record<string, readonly (readonly [text: string, countries: string])[]> = {
  'names, variants and older names': [
    ['Azerbaijan is the only country bordering both Russia and Iran.', 'AZ RU IR'],
    ['the Kyrgyz Republic and the Russian Federation', 'KG RU'],
    ['Bosnia and Herzegovina (BiH)', 'BA'],
    ["Côte d’Ivoire, Cote d'Ivoire, Ivory Coast", 'CI'],
    ['Türkiye and Turkey', 'TR'],
    ['Burma, now Myanmar', 'MM'],
    ['Swaziland became Eswatini', 'SZ'],
    ['Cape Verde and Cabo Verde', 'CV'],
    ['the Czech Republic; Czechia', 'CZ'],
    ['Holland and the Netherlands', 'NL'],
    ['East Timor and Timor-Leste', 'TL'],
    ['Viet Nam and Vietnam', 'VN'],
    ['the UAE, the UK and Great Britain', 'AE GB'],
    ['the Palestinian Territories, West Bank and Gaza', 'PS'],
    ['St. Lucia, Saint Kitts & Nevis and Trinidad and Tobago', 'LC KN TT'],
    ['North Macedonia, Macedonia', 'MK'],
    ['Laos and the Lao PDR', 'LA'],
    ['Kosovo Police', 'XK'],
    ['the United\nStates', 'US'],
  ],
  demonyms: [
    ['the Azeri police and Azerbaijani prosecutors', 'AZ'],
    ['Tajiks, Tajikistanis and the Tajik bureaucracy', 'TJ'],
    ['Moldovan justice officials', 'MD'],
    ['a Haitian officer, two Emiratis, three Poles and a Briton', 'HT AE PL GB'],
    ['Burkinabe, Basotho, Malagasy, Batswana, Ni-Vanuatu, Kosovar', 'BF LS MG BW VU XK'],
    ['Filipino, Dutch, Swiss, Afghans, Danes, Finns, Swedes, Spaniards, Turks', 'PH NL CH AF DK FI SE ES TR'],
    ['the U.S. government kept Americans safe in the United States', 'US'],
  ],
  'longest names': [
    ['Niger, Nigeria, Nigerian and Nigerien', 'NE NG'],
    ['Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea', 'GN GW GQ PG'],
    ['the Democratic Republic of the Congo', 'CD'],
    ['the Republic of the Congo', 'CG'],
    ['Congo-Brazzaville and Congo-Kinshasa', 'CG CD'],
    ['North Korean and South Korean officials, the DPRK and the ROK', 'KP KR'],
    ['Dominica', 'DM'],
    ['the Dominican Republic', 'DO'],
    ['American Samoa', 'AS'],
    ['South Sudan', 'SS'],
    ['Northern Ireland', 'GB'],
    ['the U.S. Virgin Islands', 'VI'],
    ['the British Virgin Islands', 'VG'],
    ['the Central African Republic', 'CF'],
  ],
  'possessives, hyphens and dashes': [
    ["Azerbaijan’s posture, Haiti's police and Côte d’Ivoire’s courts", 'AZ HT CI'],
    ['the Afghan-Tajik border', 'AF TJ'],
    ['the U.S.-Mexico border', 'US MX'],
    ['the Kazakhstan–Kyrgyzstan border', 'KZ KG'],
  ],
  'places that are no country': [
    ['New Mexico’s Attorney General and the New Jersey State Police', ''],
    ['the Persian Gulf, the Gulf of Guinea, the Indian Ocean and Lake Chad', ''],
    ['Latin America, South America, Central American states, Central Africa', ''],
    ['the Organization of American States and the Inter-American Court', ''],
    ['American Indian tribes and the Bureau of Indian Affairs', ''],
    ['Lebanon, Pennsylvania', ''],
    ['Central Asia, Europe, Africa, European and African partners', ''],
  ],
  'the state of Georgia and the country': [
    ['trained in Atlanta, Georgia', ''],
    ['the academy at Glynco, Georgia, and Rome, Georgia', ''],
    ['the Georgia Department of Corrections and the Georgia Bureau of Investigation', ''],
    ['the state of Georgia’s prisons', ''],
    ['California, Georgia, and Texas', ''],
    ['Georgia and South Carolina', ''],
    ['Arizona, New Mexico and Georgia', ''],
    ['Arizona, New Mexico and Mexico', 'MX'],
    ['Armenia, Azerbaijan, and Georgia', 'AM AZ GE'],
    ['Tbilisi, Georgia', 'GE'],
    ['Georgia’s Ministry of Justice, the State Security Service of Georgia', 'GE'],
    ['Georgia and the United States', 'GE US'],
    ['Mexico, Texas, and Arizona', 'MX'],
  ],
  people: [
    ['Michael Jordan spoke, and so did Chad Smith, Jordan B. Lee and Mr. Chad.', ''],
    ['Paul French and Mary England', ''],
    ['Jordan and Chad', 'JO TD'],
    ['the Jordan Public Security Directorate and King Abdullah of Jordan', 'JO'],
    ['Chad National Police', 'TD'],
    ['Israel West Bank', 'IL PS'],
  ],
  'small letters': [['a turkey on fine china, a guinea pig, chile, and polish for us and it', '']],
  languages: [
    ['demand for French speaking police peacekeepers', ''],
    ['He speaks Russian; the manual was translated into Spanish and Portuguese.', ''],
    ['available in English and French.', ''],
    ['English, French and Arabic versions', ''],
    ['in French prisons', 'FR'],
    ['the Spanish National Police and German experts', 'ES DE'],
    ['a series of Azerbaijani language books', 'AZ'],
    ['ethnic Uzbeks in Kyrgyzstan', 'KG'],
  ],
  capitals: [
    ['the OSCE Office in Baku', 'AZ'],
    ['Mexico City, Port of Spain and Port-au-Prince', 'MX TT HT'],
    ['the Rome Statute, the Budapest Convention, the Bangkok Rules and the Minsk Group', ''],
    ['talks in Vienna, Brussels, The Hague, Geneva and Washington, D.C.', ''],
    ['Victoria, Kingston, Georgetown, Hamilton, Santiago and San José', ''],
    ['ILEA Budapest', ''],
  ],
  abbreviations: [
    ['CONTACT US', ''],
    ['US$5 million', ''],
    ['US police in the DRC and the CAR', 'US CD CF'],
    ['CAR THEFT IN PERU', 'PE'],
  ],
  'names of several countries': [
    ['the Congolese police', 'CD'],
    ['Congolese police in the Republic of the Congo', 'CG'],
    ['Korean prosecutors', 'KR'],
    ['Dominican officers', 'DO'],
    ['Guinean officers', 'GN'],
  ],
}

describe.each(Object.entries(TABLE))('in prose: %s', (_, rows) => {
  it.each(rows)('%s', (text, expected) => expect(countries(text)).toBe(expected))
})

describe('a mention', () => {
  it('is the words that name the country, without a possessive', () => {
    const text = 'In Tajikistan’s capital, Dushanbe, Tajik and U.S. officials met.'
    const mentions = findPlaces(text).map(({ code, start, end, kind }) => [code, text.slice(start, end), kind])
    expect(mentions).toEqual([
      ['TJ', 'Tajikistan', 'name'],
      ['TJ', 'Dushanbe', 'capital'],
      ['TJ', 'Tajik', 'demonym'],
      ['US', 'U.S.', 'name'],
    ])
  })

  it('of a word of several countries means the one that the text is known to be about', () => {
    expect(findPlaces('Congolese police', ['CG', 'FR'])[0]?.code).toBe('CG')
    expect(findPlaces('Dominican police', ['DM'])[0]?.code).toBe('DM')
  })

  it('lies in the text, in order and without overlap, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        'Georgia',
        'New',
        'Mexico',
        'U.S.',
        'Guinea',
        '-',
        'Bissau',
        'Côte',
        'd’',
        'Ivoire',
        ', ',
        'of the ',
        'Republic',
        'French',
        ' and ',
        'Texas',
        '\n',
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let from = 0
        for (const { start, end } of findPlaces(text)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          from = end
        }
        expect(from).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
