/** `corpus check` as a person or a script reads it. */
import { checkCorpus, inOrder } from '#src/corpus/check/check.ts'
import type { Finding, Level } from '#src/corpus/check/finding.ts'
import { checkOnline } from '#src/corpus/check/online.ts'
import { reach } from '#src/corpus/import/web/reach.ts'
import { CorpusError, loadSheets } from '#src/corpus/load.ts'
import { findPlaces } from '#src/corpus/places/index.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'

export interface CheckCall {
  readonly folder: string
  readonly json: boolean
  /** Whether every address that the sheets give is asked for. */
  readonly online: boolean
  /** Whether addresses of private networks may be. */
  readonly allowPrivate: boolean
}

/** Milliseconds for one address, redirects included. */
const REACH_TIME = 15_000

/** Prints every finding; 1 where there is an error or the folder cannot be read, else 0. */
export async function runCheck({ folder, json, online, allowPrivate }: CheckCall): Promise<number> {
  // Topics play no part in what is checked.
  const loaded = await loadSheets(folder, { places: (text) => findPlaces(text), topics: () => [] }).catch(
    (error: unknown) => {
      if (error instanceof CorpusError) return { sheets: [], faults: error.faults }
      throw error
    },
  )
  const limits = { allowPrivate, time: REACH_TIME }
  const offline = checkCorpus(loaded.sheets, loaded.faults)
  const findings = online
    ? inOrder([
        ...offline,
        ...(await checkOnline(loaded.sheets, { reach: (url) => reach(url, limits), onProgress: showProgress })),
      ])
    : offline
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
