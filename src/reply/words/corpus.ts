/** What /corpus says, and what is said where an older corpus serves. */
import type { Finding, Level } from '../../corpus/check/finding.ts'

export interface CorpusWords {
  readonly onlyManagers: string
  readonly onlyServers: string
  /** @param fault escaped */
  readonly older: (fault: string) => string
  readonly checked: (sheets: number, counts: Readonly<Record<Level, number>>) => string
  readonly tooManyToCheck: (sheets: number) => string
  readonly level: Readonly<Record<Level, string>>
  readonly cure: string
  readonly finding: (finding: Finding) => Pick<Finding, 'message' | 'cure'>
  readonly gaps: (count: number) => string
  readonly noGaps: string
  readonly times: (count: number) => string
  readonly lastAsked: (day: string) => string
  /** By the reason that was kept with it; null for one that has no words. */
  readonly reason: (reason: string) => string | null
  /** The corpus is a published one. */
  readonly publish: string
  readonly fileOrAddress: string
  readonly working: string
  readonly look: string
  readonly gone: string
  readonly proposal: (change: 'new' | 'changed' | 'unchanged', file: string) => string
  readonly notAdded: (why: string) => string
  readonly general: string
  readonly noFurniture: string
  readonly furniture: (count: number) => string
  readonly line: (line: number) => string
  readonly oddities: (count: number) => string
  readonly confirm: string
  readonly cancel: string
  readonly cancelled: string
  readonly changedMeanwhile: (file: string) => string
  readonly written: (file: string) => string
  /** It is still being read. */
  readonly writtenSoon: (file: string) => string
  readonly notLive: (file: string, fault: string) => string
  readonly notWritten: (code: string) => string
}
