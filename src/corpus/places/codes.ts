/** Country codes among what a person types. */
import type { CountryCode } from '#src/corpus/model.ts'
import { ALPHA3, LISTED } from './countries.ts'

const FROM_ALPHA3: ReadonlyMap<string, CountryCode> = new Map([...ALPHA3].map(([two, three]) => [three, two]))

/** Two-letter codes that are more often another abbreviation or word, even in capitals, inside a sentence. */
const NOT_IN_SENTENCES: ReadonlySet<string> = new Set(
  (
    'AD AG AI AL AM AR AS AT AU BE BY CA CC CD CG CO CV DE DO ES GA HM HR ID IL IN IO IS IT KG LA MA MD ME MG ML MM MN MO ' +
    'MP MS MT MV MY NA NC NE NO NU OM PA PM PR PS RE SA SC SD SH SI SO SV TC TD TM TN TO TV VA VC'
  ).split(' '),
)

/** Three-letter codes that are words or other abbreviations. */
const NOT_IN_SENTENCES_3: ReadonlySet<string> = new Set(
  (
    'AIA AND ARE ARM ASM ATA ATF BEN BES BIH BLM BOL BRA BRB CAF CAN CHE CIV COD COG COL COM CPV CUB CUW DMA DOM EST ' +
    'ETH FIN FRO FSM GAB GEO GIN GUM GUY HUN ISL JAM JEY JOR KEN LAO LIE MAC MAR MEX MUS NAM NOR PAN PCN PER POL PRI ' +
    'PRY ROU RUS SEN SGP SOM SPM SUR TCA TLS TON TUN UMI VAT VIR WSM'
  ).split(' '),
)

/** The country of a code in any case, or null: what a person means who types nothing but a code. */
export function countryOfCode(code: string): CountryCode | null {
  const upper = code.toUpperCase()
  if (LISTED.has(upper)) return upper
  return FROM_ALPHA3.get(upper) ?? null
}

/**
 * The country of a code that stands inside a sentence, or null. Only in capitals, which `shouting` (a text all in
 * capitals) makes worthless, or a three-letter code that is no word.
 */
export function countryOfCodeInSentence(raw: string, shouting: boolean): CountryCode | null {
  const upper = raw.toUpperCase()
  if (raw.length === 3) return NOT_IN_SENTENCES_3.has(upper) ? null : (FROM_ALPHA3.get(upper) ?? null)
  if (raw.length !== 2 || raw !== upper || shouting || NOT_IN_SENTENCES.has(upper)) return null
  return LISTED.has(upper) ? upper : null
}

/** The country of a flag emoji (two regional indicators), or null. */
export function countryOfFlag(text: string): CountryCode | null {
  const letters = /^([\u{1F1E6}-\u{1F1FF}])([\u{1F1E6}-\u{1F1FF}])$/u.exec(text.trim())
  if (letters === null) return null
  const code = letters
    .slice(1)
    .map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65))
    .join('')
  return LISTED.has(code) ? code : null
}
