/** What a process answers from: the library as it is now, and where things are kept. */
import type { Library } from '../answer/library.ts'
import { openCorpus } from '../answer/open.ts'
import type { Config } from '../config.ts'
import { corpusVersion } from '../corpus/version.ts'
import type { CorpusFigures } from '../discord/metrics.ts'
import { sqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'

export interface Knowledge {
  readonly store: Store
  library(): Library
  figures(): CorpusFigures
  stop(): Promise<void>
}

/** @throws CorpusError */
export async function openKnowledge(config: Config): Promise<Knowledge> {
  const store = sqliteStore(config.storeFile)
  const library = await openCorpus(config.corpusDir)
  const figures = figuresOf(library)
  return { store, library: () => library, figures: () => figures, stop: () => store.close() }
}

function figuresOf({ sheets, index }: Library): CorpusFigures {
  return { version: corpusVersion(sheets), sheets: sheets.length, passages: index.passages.length }
}
