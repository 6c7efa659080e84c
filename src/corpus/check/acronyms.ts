/** Abbreviations that are explained in two ways: a question about one would find the other. */
import type { FactSheet } from '../model.ts'
import { type Finding, lineFinder, offsetIn, quoted } from './finding.ts'

interface Explained {
  readonly sheet: FactSheet
  readonly long: string
  readonly line: number
}

export function acronyms(sheets: readonly FactSheet[]): readonly Finding[] {
  const byShort = new Map<string, Explained[]>()
  for (const sheet of sheets) {
    const lineOf = lineFinder(sheet.text)
    for (const { short, long, passage } of sheet.acronyms) {
      const stands = sheet.passages[passage]
      const at = stands?.reading.text.indexOf(`(${short})`) ?? -1
      const line = stands === undefined ? 1 : lineOf(offsetIn(stands, Math.max(at, 0)))
      byShort.set(short, [...(byShort.get(short) ?? []), { sheet, long, line }])
    }
  }
  return [...byShort].flatMap(([short, explained]) => {
    const [first] = explained
    if (first === undefined) return []
    return explained.flatMap((other): Finding[] => {
      if (sameWords(first.long, other.long)) return []
      const within = first.sheet === other.sheet
      return [
        {
          level: within ? 'warning' : 'note',
          file: other.sheet.file,
          line: other.line,
          rule: 'acronym-with-two-meanings',
          message: `${short} is ${quoted(other.long)} here and ${quoted(first.long)} in ${within ? '' : `${first.sheet.file}, `}line ${first.line}.`,
          cure: 'Nothing if both are meant; a question with this abbreviation finds both.',
        },
      ]
    })
  })
}

/** Alike but for capitals, hyphens, small words and plurals; or one a part of the other. */
function sameWords(a: string, b: string): boolean {
  const [first, second] = [key(a), key(b)]
  return first.includes(second) || second.includes(first)
}

const key = (long: string): string =>
  (long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !/^(?:of|the|and|for|in|on|to|a|an)$/.test(word))
    .map((word) => word.replace(/s$/, ''))
    .join('')
