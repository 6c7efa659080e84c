/**
 * The corpus looked through: every fault, and every oddity that whoever keeps the corpus should know of. Nothing is
 * mended here, and an oddity that the source itself prints is only a note or a warning.
 */
import type { Fault } from '../fault.ts'
import type { FactSheet } from '../model.ts'
import { acronyms } from './acronyms.ts'
import { nearDuplicates, sharedAddresses, sharedPassages } from './across.ts'
import { counts } from './counts.ts'
import { dates, replaces, title } from './dates.ts'
import type { CorpusRule, Finding, SheetRule } from './finding.ts'
import { funding } from './funding.ts'
import { brokenOff, cutOff, doubledWords, furnitureLeft, printedTwice } from './text.ts'
import { about, named, publisher } from './untold.ts'

const SHEET_RULES: readonly SheetRule[] = [
  title,
  named,
  publisher,
  about,
  dates,
  cutOff,
  brokenOff,
  printedTwice,
  counts,
  doubledWords,
  furnitureLeft,
]
const CORPUS_RULES: readonly CorpusRule[] = [
  replaces,
  sharedAddresses,
  sharedPassages,
  nearDuplicates,
  acronyms,
  funding,
]

/** Everything to say of a corpus, in the order of files and lines. `faults` are those of files that cannot be read. */
export function checkCorpus(sheets: readonly FactSheet[], faults: readonly Fault[]): readonly Finding[] {
  const broken = faults.map(
    ({ file, line, key, message, cure }): Finding => ({
      level: 'error',
      file,
      line,
      rule: 'unreadable',
      message: key === null ? message : `${key}: ${message}`,
      cure,
    }),
  )
  return inOrder([
    ...broken,
    ...sheets.flatMap((sheet) => SHEET_RULES.flatMap((rule) => rule(sheet))),
    ...CORPUS_RULES.flatMap((rule) => rule(sheets)),
  ])
}

/** In the order of files and lines. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
