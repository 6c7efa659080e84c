/** What stands on several sheets: the same address, the same passages, nearly the same text. Linear in the corpus. */
import { isHeadLine } from '../import/shapes.ts'
import type { FactSheet, Passage } from '../model.ts'
import { type Finding, keyLine, lineFinder, quoted } from './finding.ts'

/** Shorter passages (`Goals`, `Fact Sheet`) are alike by chance. */
const LONG_ENOUGH = 60
const NEARLY = 0.6
/** A passage on more sheets than this is a formula, and says nothing about two of them. */
const FORMULA = 30

/** One address on several sheets, none of which replaces another. */
export function sharedAddresses(sheets: readonly FactSheet[]): readonly Finding[] {
  const byUrl = groups(
    sheets.filter(({ meta }) => meta.url !== null),
    ({ meta }) => meta.url?.replace(/^https?:\/\/(?:www\.)?|\/$|#.*$/g, '').toLowerCase() ?? '',
  )
  return byUrl.flatMap((group) =>
    group.slice(1).flatMap((sheet): Finding[] => {
      const others = group.filter((other) => other !== sheet && !related(sheet, other))
      if (others.length === 0) return []
      return [
        {
          level: 'warning',
          file: sheet.file,
          line: keyLine(sheet, 'url'),
          rule: 'same-address',
          message: `the address is also that of ${names(others)}.`,
          cure: 'If one is a newer text of the page, say so there with `replaces`; else correct the address.',
        },
      ]
    }),
  )
}

/** Passages that stand word for word on several sheets, each told once. */
export function sharedPassages(sheets: readonly FactSheet[]): readonly Finding[] {
  const passages = sheets.flatMap((sheet) => sheet.passages.map((passage) => ({ sheet, passage })))
  // From whom a text is stands on all sheets of one publisher.
  const long = passages.filter(
    ({ passage }) => keyOf(passage).length >= LONG_ENOUGH && !isHeadLine(passage.reading.text.trim()),
  )
  return groups(long, ({ passage }) => keyOf(passage)).flatMap((group): Finding[] => {
    const [first] = group
    const others = [...new Set(group.map(({ sheet }) => sheet))].filter((sheet) => sheet !== first?.sheet)
    if (first === undefined || others.length === 0) return []
    return [
      {
        level: 'note',
        file: first.sheet.file,
        line: lineFinder(first.sheet.text)(first.passage.start),
        rule: 'passage-on-several-sheets',
        message: `stands also on ${names(others)}: ${quoted(first.passage.reading.text)}.`,
        cure: 'Nothing; an answer with it may cite either sheet.',
      },
    ]
  })
}

/** Sheets that share most of their sentences: a text added twice, or two versions of one page. */
export function nearDuplicates(sheets: readonly FactSheet[]): readonly Finding[] {
  const sentences = sheets.map((sheet) => {
    const all = [
      ...new Set(sheet.passages.flatMap((passage) => passage.sentences.map((sentence) => fold(sentence.text)))),
    ]
    // Shorter ones are alike by chance, unless there are no others.
    const long = all.filter((sentence) => sentence.length >= 30)
    return long.length > 0 ? long : all
  })
  const standing = new Map<string, number[]>()
  for (const [index, own] of sentences.entries())
    for (const sentence of own) standing.set(sentence, [...(standing.get(sentence) ?? []), index])
  const shared = new Map<string, number>()
  for (const [sentence, on] of standing)
    if (on.length > 1 && on.length <= FORMULA)
      for (const [order, a] of on.entries())
        for (const b of on.slice(order + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + sentence.length)

  const lengths = sentences.map((own) => own.reduce((sum, sentence) => sum + sentence.length, 0))
  const alike = [...shared].flatMap(([pair, length]) => {
    const [a = 0, b = 0] = pair.split(' ').map(Number)
    const [first, second] = [sheets[a], sheets[b]]
    const shareOf = (whole: number) => length / Math.max(1, whole)
    const share = shareOf(Math.min(lengths[a] ?? 0, lengths[b] ?? 0))
    if (first === undefined || second === undefined || share < NEARLY || related(first, second)) return []
    // One that stands whole in a longer text is not the same text.
    const same = shareOf(Math.max(lengths[a] ?? 0, lengths[b] ?? 0)) > 0.98
    return [{ first, second, share, same }]
  })
  return [...Map.groupBy(alike, ({ second }) => second)].map(([sheet, pairs]): Finding => {
    const most = Math.max(...pairs.map(({ share }) => share))
    return {
      level: 'warning',
      file: sheet.file,
      line: 1,
      rule: pairs.some(({ same }) => same) ? 'duplicate' : 'near-duplicate',
      message: `shares ${Math.floor(most * 100)} % of its text with ${names(pairs.toSorted((a, b) => b.share - a.share).map(({ first }) => first))}.`,
      cure: 'If it is a newer text of the same page, say so with `replaces`; if it is the same text, delete one.',
    }
  })
}

function groups<T>(items: readonly T[], keyed: (item: T) => string): T[][] {
  return [...Map.groupBy(items, keyed).values()].filter((group) => group.length > 1)
}

const keyOf = (passage: Passage): string => fold(passage.reading.text)

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

const related = (a: FactSheet, b: FactSheet): boolean => a.meta.replaces === b.id || b.meta.replaces === a.id

const names = (sheets: readonly FactSheet[]): string => {
  const files = sheets.map((sheet) => sheet.file)
  return files.length <= 5 ? files.join(', ') : `${files.slice(0, 5).join(', ')} and ${files.length - 5} more`
}
