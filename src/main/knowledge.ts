/** What a process answers from: the library as it is now, and where things are kept. */
import type { Logger } from 'pino'
import type { Library } from '../answer/library.ts'
import { openCorpus } from '../answer/open.ts'
import { prepareChecks } from '../answer/verify.ts'
import type { Config } from '../config.ts'
import { corpusVersion } from '../corpus/version.ts'
import type { CorpusFigures } from '../discord/metrics.ts'
import { sqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { openPublishedKnowledge } from './published.ts'

export interface Knowledge {
  readonly store: Store
  /** The library as it is now; hold on to one for the whole of an answer. */
  library(): Library
  figures(): CorpusFigures
  stop(): Promise<void>
}

/**
 * From the folder and the SQLite file, or all of it from PostgreSQL where there is a `DATABASE_URL`.
 * @throws CorpusError for a folder that can't be answered from
 */
export async function openKnowledge(
  config: Config,
  log: Logger,
  onWaiting: (reason: string) => void = () => undefined,
): Promise<Knowledge> {
  if (config.databaseUrl !== null) return openPublishedKnowledge(config.databaseUrl, log, onWaiting)
  const store = sqliteStore(config.storeFile)
  const library = await openCorpus(config.corpusDir)
  prepareChecks(library)
  const figures = figuresOf(library)
  return { store, library: () => library, figures: () => figures, stop: () => store.close() }
}

export function figuresOf({ sheets, index }: Library): CorpusFigures {
  return { version: corpusVersion(sheets), sheets: sheets.length, passages: index.passages.length }
}
