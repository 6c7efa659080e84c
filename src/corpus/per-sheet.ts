/** What is read from one sheet alone, read once as long as the sheet lives: a corpus that changes keeps most of its sheets. */
import type { FactSheet } from './model.ts'

export function perSheet<Read extends object>(read: (sheet: FactSheet) => Read): (sheet: FactSheet) => Read {
  const known = new WeakMap<FactSheet, Read>()
  return (sheet) => {
    const remembered = known.get(sheet)
    if (remembered !== undefined) return remembered
    const made = read(sheet)
    known.set(sheet, made)
    return made
  }
}
