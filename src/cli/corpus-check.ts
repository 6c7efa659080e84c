/** `corpus check` as a person or a script reads it. */
import { checkCorpus } from '#src/corpus/check/check.ts'
import type { Finding, Level } from '#src/corpus/check/finding.ts'
import { CorpusError, loadSheets } from '#src/corpus/load.ts'
import { findPlaces } from '#src/corpus/places/index.ts'
import { print } from './print.ts'

/** Prints every finding; 1 where there is an error or the folder cannot be read, else 0. */
export async function runCheck(folder: string, json: boolean): Promise<number> {
  // Topics play no part in what is checked.
  const loaded = await loadSheets(folder, { places: (text) => findPlaces(text), topics: () => [] }).catch(
    (error: unknown) => {
      if (error instanceof CorpusError) return { sheets: [], faults: error.faults }
      throw error
    },
  )
  const findings = checkCorpus(loaded.sheets, loaded.faults)
  print(json ? JSON.stringify(findings, null, 2) : table(findings, loaded.sheets.length), process.stdout)
  return findings.some((finding) => finding.level === 'error') ? 1 : 0
}

function table(findings: readonly Finding[], sheets: number): string {
  const lines = findings.map(
    ({ level, file, line, rule, message, cure }) =>
      `${file}:${line}  ${level}  ${rule}\n    ${message}\n    Cure: ${cure}`,
  )
  const count = (level: Level) => {
    const number = findings.filter((finding) => finding.level === level).length
    return `${number} ${level}${number === 1 ? '' : 's'}`
  }
  const readable = `${sheets} fact sheet${sheets === 1 ? '' : 's'} readable`
  return [...lines, `${readable}: ${count('error')}, ${count('warning')}, ${count('note')}.`].join('\n')
}
