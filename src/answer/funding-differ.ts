/** Fact sheets that give different figures for one year: said, with no winner; what one sheet says twice is its caveat. */
import type { CountryCode } from '../corpus/model.ts'
import type { FundingEntry } from './funding-index.ts'
import type { Note } from './model.ts'

/** The years, as one note, in which figures for the same account and of the same standing differ between sheets. */
export function sheetsDiffering(entries: readonly FundingEntry[], country: CountryCode): readonly Note[] {
  const told = new Map<string, FundingEntry>()
  const years = new Set<number>()
  for (const entry of entries) {
    const { fiscalYear, throughFiscalYear, account, currency, status, part, total, amount } = entry.line
    if (fiscalYear === null || amount === null) continue
    const key = JSON.stringify([fiscalYear, throughFiscalYear, account, currency, status, part, total])
    const other = told.get(key)
    if (other === undefined) told.set(key, entry)
    else if (other.sheet.id !== entry.sheet.id && other.line.amount !== amount) years.add(fiscalYear)
  }
  return years.size === 0 ? [] : [{ kind: 'funding-differs', country, years: [...years].sort((a, b) => a - b) }]
}
