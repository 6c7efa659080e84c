/**
 * The corpus that is published in PostgreSQL, followed: a newer one takes the place of the one answered from as a whole,
 * between two answers. Standbys can't be told of a change, so every process looks by itself.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { openPublished } from '../answer/published.ts'
import { prepareChecks } from '../answer/verify.ts'
import { corpusVersion } from '../corpus/version.ts'
import { Database } from '../database/database.ts'
import { errorFields } from '../discord/log.ts'
import { currentCorpus, type Published } from '../search/published.ts'
import { postgresStore } from '../store/postgres.ts'
import { figuresOf, type Knowledge } from './knowledge.ts'

/** Milliseconds between two looks. */
const LOOK_EVERY = 2000

/** @param onWaiting told why there is nothing to answer from yet */
export async function openPublishedKnowledge(
  databaseUrl: string,
  log: Logger,
  onWaiting: (reason: string) => void,
): Promise<Knowledge> {
  const database = new Database(databaseUrl)
  const store = postgresStore(database)
  const stopped = new AbortController()
  const pause = () => sleep(LOOK_EVERY, undefined, { signal: stopped.signal, ref: false })

  async function open(published: Published) {
    const { library, shared } = await openPublished(database, published)
    await prepareChecks(library)
    const fields = { corpus: published.number, version: corpusVersion(library.sheets), sheets: library.sheets.length }
    if (shared) log.info(fields, 'A published corpus is answered from')
    else log.warn(fields, 'The corpus was published by another version of this program and is searched in memory')
    return { published, library, figures: figuresOf(library) }
  }

  let now: Awaited<ReturnType<typeof open>> | null = null
  while (now === null) {
    try {
      const published = await currentCorpus(database)
      if (published === null) onWaiting('no corpus is published yet; run npm run corpus -- publish')
      else now = await open(published)
    } catch (error) {
      onWaiting('the database can’t be reached or its corpus can’t be read; the log says why')
      log.error(errorFields(error), 'No corpus could be opened')
    }
    // Kept alive by this timer: there may be nothing else yet.
    if (now === null) await sleep(LOOK_EVERY)
  }
  let held = now
  let fault: string | null = null

  async function follow(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await pause()
        const published = await currentCorpus(database)
        if (published !== null && published.number !== held.published.number) held = await open(published)
        fault = null
      } catch (error) {
        if (stopped.signal.aborted) return
        fault = 'no newer corpus could be looked for or read'
        log.warn(errorFields(error), 'No newer corpus could be looked for or read')
      }
    }
  }
  const following = follow()

  return {
    store,
    desk: null,
    library: () => held.library,
    figures: () => held.figures,
    fault: () => fault,
    async stop() {
      stopped.abort()
      await following
      await store.close()
    },
  }
}
