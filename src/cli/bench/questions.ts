/** Questions for measuring speed: usual ones, made from a corpus's own sentences, and hostile ones. */
import type { Library } from '#src/answer/library.ts'
import { countryName } from '#src/corpus/places/index.ts'
import { Random } from './random.ts'

/** Questions that a person might ask of these sheets: two to five words of one sentence, in a usual frame. */
export function generatedQuestions(library: Library, count: number, seed: number): readonly string[] {
  const random = new Random(seed)
  return Array.from({ length: count }, () => {
    const sheet = random.pick(library.sheets)
    const sentence = random.pick(random.pick(sheet?.passages ?? [])?.sentences ?? [])
    const long = (sentence?.text ?? '').match(/\p{L}{4,}/gu) ?? []
    const words = draw(long, random.between(2, 5), random).join(' ').toLowerCase()
    const country = countryName(sheet?.meta.countries[0] ?? 'TJ')
    return random.pick([
      words,
      `${country} ${words}`,
      `How many ${words} in ${country}?`,
      `What does INL do about ${words} in ${country}?`,
      `When was the ${words} opened?`,
      `Who supports ${words}?`,
    ])
  })
}

function draw(items: readonly string[], count: number, random: Random): readonly string[] {
  const left = [...items]
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(random.between(0, left.length - 1), 1)[0] ?? '',
  )
}

/** What Discord lets a person send at most. */
const LONGEST = 4_000

/** Questions made to be slow: as long as may be, full of frequent words, misspelt words, names, signs. */
export function hostileQuestions(library: Library, count: number, seed: number): readonly string[] {
  const random = new Random(seed)
  const { index } = library
  const terms = [...index.terms()]
  const frequent = terms.toSorted((one, other) => index.documents(index.id(other)) - index.documents(index.id(one)))
  const abbreviations = library.sheets.flatMap(({ acronyms }) => acronyms.map(({ short }) => short)).slice(0, 2_000)
  const countries = library.covered.map(countryName)
  const slip = (word: string) => {
    const at = random.between(0, Math.max(0, word.length - 1))
    return `${word.slice(0, at)}${random.pick(['x', 'q', 'e', ''])}${word.slice(at + 1)}`
  }
  const fill = (next: () => string, joint = ' ') => {
    let text = ''
    while (text.length < LONGEST) text += `${next()}${joint}`
    return text.slice(0, LONGEST)
  }
  const kinds: readonly (() => string)[] = [
    () => fill(() => frequent[0] ?? 'police'),
    () => fill(() => frequent[random.between(0, 99)] ?? ''),
    () => fill(() => random.pick(terms) ?? ''),
    () => fill(() => slip(random.pick(frequent.slice(0, 500)) ?? 'police')),
    () => fill(() => slip(random.pick(countries) ?? 'Tajikistan')),
    () => fill(() => random.pick(countries) ?? 'Tajikistan'),
    () => fill(() => random.pick(abbreviations) ?? 'INL'),
    () => fill(() => random.pick(['((((', '****', '....', '!?!?', '“”', '----', '\u200b', '\\\\', '```', '||'])),
    () => fill(() => 'a', ''),
    () => fill(() => 'police', ''),
    () => fill(() => random.pick(['FY', 'fiscal year 20', '2007', '$1,000,000', '1,', '0.'])),
    () => fill(() => random.pick(['how many', 'who', 'when', 'what does', 'stand for', 'and', 'of the'])),
    () => fill(() => random.pick(['U.S', 'U.', 'a.b.c.', "o'", '-', '/'])),
    () => fill(() => random.pick(['á', 'ß', 'ﬃ', 'e\u0301', '\ud83d', '👩‍👩‍👧', 'İ', '中文'])),
    () => frequent.slice(0, random.between(5, 40)).join(' '),
    () => `How many ${frequent.slice(0, 12).join(' ')} in ${random.pick(countries) ?? 'Tajikistan'}?`,
  ]
  return Array.from({ length: count }, (_, at) => (kinds[at % kinds.length] ?? kinds[0])?.() ?? '')
}
