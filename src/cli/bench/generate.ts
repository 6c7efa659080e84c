/**
 * Fact sheets without meaning but with the shape of real ones, in any number: front matter, headings, paragraphs and
 * lists, sentences of the usual length, words as frequent as words are. Deterministic, so that two runs measure the
 * same corpus. For measuring speed only; nothing can be learnt from them about answers.
 */
import { allCountries } from '#src/corpus/places/index.ts'
import { Random, ZipfDraw } from './random.ts'
import { FIELD_WORDS, rareWords, SMALL_WORDS } from './words.ts'

export interface GeneratedSheet {
  /** `generated-00001.md` */
  readonly file: string
  readonly text: string
}

const PASSAGES_A_SHEET = 30
const RARE_WORDS = 25_000
/** Of a text's words about this many are small ones. */
const SMALL_SHARE = 0.42

const HEADINGS = [
  'Challenges',
  'Goals',
  'Accomplishments',
  'Background',
  'U.S. Programs',
  'Funding',
  'Partners',
] as const

/**
 * @param passages how many paragraphs, list items and lines the sheets have together
 * @param aSheet how many each has
 */
export function generateSheets(passages: number, seed = 1, aSheet = PASSAGES_A_SHEET): readonly GeneratedSheet[] {
  const random = new Random(seed)
  const words = makeWords(random)
  const countries = allCountries()
  const sheets: GeneratedSheet[] = []
  for (let left = passages; left > 0; left -= aSheet) {
    const country = countries[random.between(0, countries.length - 1)]
    if (country === undefined) continue
    const number = String(sheets.length + 1).padStart(5, '0')
    const body = makeBody(Math.min(left, aSheet), country.name, words, random)
    const front = [
      '---',
      `title: ${JSON.stringify(`${country.name}: sheet ${number}`)}`,
      'publisher: Bureau of Generated Affairs',
      `date: ${random.between(1995, 2024)}`,
      `countries: [${JSON.stringify(country.code)}]`,
      'retrieved: 2026-11-22',
      '---',
    ]
    sheets.push({ file: `generated-${number}.md`, text: `${front.join('\n')}\n\n${body}\n` })
  }
  return sheets
}

interface Words {
  small(): string
  content(): string
  /** A program's name in three or four words. */
  program(): string
}

function makeWords(random: Random): Words {
  const small = new ZipfDraw(SMALL_WORDS, 1)
  const content = new ZipfDraw([...new Set([...FIELD_WORDS, ...rareWords(RARE_WORDS, random)])], 12)
  const programs = Array.from({ length: 400 }, () =>
    Array.from({ length: random.between(3, 4) }, () => capital(content.draw(random))).join(' '),
  )
  const program = new ZipfDraw(programs, 3)
  return {
    small: () => small.draw(random),
    content: () => content.draw(random),
    program: () => program.draw(random),
  }
}

function makeBody(passages: number, country: string, words: Words, random: Random): string {
  const blocks: string[] = []
  let made = 0
  while (made < passages) {
    if (made === 0 || random.chance(0.15)) blocks.push(`## ${random.pick(HEADINGS)}`)
    if (random.chance(0.12) && passages - made >= 3) {
      blocks.push(Array.from({ length: 3 }, () => `- ${makeSentence(country, words, random)}`).join('\n'))
      made += 3
    } else {
      const sentences = random.between(1, 5)
      blocks.push(Array.from({ length: sentences }, () => makeSentence(country, words, random)).join(' '))
      made += 1
    }
  }
  return blocks.join('\n\n')
}

function makeSentence(country: string, words: Words, random: Random): string {
  const length = random.between(9, 33)
  const parts: string[] = []
  while (parts.length < length) {
    const kind = random.next()
    if (kind < SMALL_SHARE) parts.push(words.small())
    else if (kind < 0.94) parts.push(words.content())
    else if (kind < 0.965) parts.push(makeNumber(random), words.content())
    else if (kind < 0.985) parts.push(country)
    else parts.push(`the ${words.program()} program`)
    if (random.chance(0.05)) parts.push(`${parts.pop() ?? ''},`)
  }
  return `${capital(parts.join(' ').replace(/,$/, ''))}.`
}

function makeNumber(random: Random): string {
  const kind = random.next()
  if (kind < 0.3) return `in ${random.between(1995, 2024)},`
  if (kind < 0.45) return `$${random.between(1, 99)},${String(random.between(0, 999)).padStart(3, '0')}`
  return String(random.between(2, 400))
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
