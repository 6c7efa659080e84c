/** What a process answers from: the library as it is now, and where things are kept. */
import type { Logger } from 'pino'
import { CorpusKeeper } from '../answer/keeper.ts'
import type { Library } from '../answer/library.ts'
import { prepareChecks } from '../answer/verify.ts'
import { CACHE_FOLDER, type Config } from '../config.ts'
import { CorpusDesk } from '../corpus/import/desk.ts'
import { corpusVersion } from '../corpus/version.ts'
import { errorFields } from '../discord/log.ts'
import type { CorpusFigures } from '../discord/metrics.ts'
import { sqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { openPublishedKnowledge } from './published.ts'

export interface Knowledge {
  readonly store: Store
  /** Where fact sheets are taken in; null where they come from a database. */
  readonly desk: CorpusDesk | null
  /** The library as it is now; hold on to one for the whole of an answer. */
  library(): Library
  figures(): CorpusFigures
  /** Why what is answered from is not the newest; null where it is. */
  fault(): string | null
  stop(): Promise<void>
}

/**
 * From the folder and the SQLite file, or all of it from PostgreSQL where there is a `DATABASE_URL`.
 * @throws CorpusError for a folder that can't be answered from, DatabaseLost for a database
 */
export async function openKnowledge(
  config: Config,
  log: Logger,
  onWaiting: (reason: string) => void = () => undefined,
): Promise<Knowledge> {
  const { databaseUrl } = config
  if (databaseUrl !== null) return openPublishedKnowledge({ databaseUrl, log, onWaiting, cache: CACHE_FOLDER })
  const store = sqliteStore(config.storeFile)
  const keeper = await CorpusKeeper.open({
    folder: config.corpusDir,
    cache: CACHE_FOLDER,
    prepare: prepareChecks,
    onChange: (change) => {
      if (change.ok) {
        figures = figuresOf(change.library)
        log.info(figures, 'The corpus folder has changed and is answered from')
      } else
        log.error(errorFields(change.error), 'The corpus folder can’t be read; the fact sheets before go on serving')
    },
  })
  let figures = figuresOf(keeper.library())
  keeper.watch()
  const fault = () => keeper.fault()?.message ?? null
  const desk = new CorpusDesk({
    folder: config.corpusDir,
    live: async () => {
      await keeper.refresh()
      return fault()
    },
  })
  return {
    store,
    desk,
    library: () => keeper.library(),
    figures: () => figures,
    fault,
    stop: async () => {
      await keeper.stop()
      await store.close()
    },
  }
}

export function figuresOf({ sheets, index }: Library): CorpusFigures {
  return { version: corpusVersion(sheets), sheets: sheets.length, passages: index.passages.length }
}
