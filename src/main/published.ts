/**
 * The corpus that is published in PostgreSQL, followed: a newer one takes the place of the one answered from as a whole,
 * between two answers. Standbys can't be told of a change, so every process looks by itself.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type OpenedPublished, openPublished } from '../answer/published.ts'
import { prepareChecks } from '../answer/verify.ts'
import { SentenceCache } from '../corpus/sentence-cache.ts'
import { corpusVersion } from '../corpus/version.ts'
import { Database } from '../database/database.ts'
import { DatabaseLost } from '../database/lost.ts'
import { DatabaseRefused } from '../database/refused.ts'
import { errorFields } from '../discord/log.ts'
import type { CorpusFigures } from '../discord/metrics.ts'
import { currentCorpus, holdCorpus, type Published } from '../search/published.ts'
import { postgresStore } from '../store/postgres.ts'
import { figuresOf, type Knowledge } from './knowledge.ts'

/** Milliseconds between two looks. */
const LOOK_EVERY = 2000
/** Milliseconds between two times that a process says which corpus it answers from. */
const HOLD_EVERY = 60_000
/** Milliseconds in which a database that can't be reached may come up; then it is a person's or a supervisor's turn. */
const PATIENCE = 60_000

export interface PublishedOptions {
  readonly databaseUrl: string
  readonly log: Logger
  /** Told why there is nothing to answer from yet. */
  readonly onWaiting: (reason: string) => void
  /** Where what is slow to find is remembered between starts; null: nowhere. */
  readonly cache: string | null
  readonly patience?: number
  /** Milliseconds between two looks for a newer corpus. */
  readonly lookEvery?: number
}

interface Held extends OpenedPublished {
  readonly published: Published
  readonly figures: CorpusFigures
}

/** @throws DatabaseLost where the database refuses, or can't be reached for a minute; the message is for the operator */
export async function openPublishedKnowledge(options: PublishedOptions): Promise<Knowledge> {
  const { databaseUrl, log, lookEvery = LOOK_EVERY } = options
  const database = new Database(databaseUrl)
  const sentences = await SentenceCache.open(options.cache)

  async function open(published: Published, before: Held | null): Promise<Held> {
    hold(published)
    const opened = await openPublished(database, published, { sentences, before })
    const { library, shared } = opened
    await prepareChecks(library, before?.library)
    await sentences.keep()
    const fields = { corpus: published.number, version: corpusVersion(library.sheets), sheets: library.sheets.length }
    if (shared) log.info(fields, 'A published corpus is answered from')
    else log.warn(fields, 'The corpus was published by another version of this program and is searched in memory')
    return { ...opened, published, figures: figuresOf(library) }
  }

  let saidAt = Number.NEGATIVE_INFINITY
  /** Needs the primary; without one nothing is published either, and so nothing dropped. */
  function hold(published: Published): void {
    saidAt = performance.now()
    holdCorpus(database, published).catch((error: unknown) =>
      log.debug(errorFields(error), 'The database could not be told which corpus is answered from'),
    )
  }

  let held: Held
  try {
    held = await first(database, (published) => open(published, null), options)
  } catch (error) {
    await database.close()
    throw error
  }
  const store = postgresStore(database)
  const stopped = new AbortController()
  let fault: string | null = null

  async function look(): Promise<void> {
    try {
      const newest = await newerThan(held.published, database)
      if (newest !== null) held = await open(newest, held)
      fault = null
      if (performance.now() - saidAt >= HOLD_EVERY) hold(held.published)
    } catch (error) {
      if (stopped.signal.aborted) return
      if (fault === null) log.warn(errorFields(error), 'No newer corpus could be looked for or read')
      fault = 'no newer corpus could be looked for or read'
    }
  }
  async function follow(): Promise<void> {
    while (!stopped.signal.aborted) {
      await sleep(lookEvery, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined)
      if (!stopped.signal.aborted) await look()
    }
  }
  void follow()

  return {
    store,
    desk: null,
    library: () => held.library,
    figures: () => held.figures,
    fault: () => fault,
    async stop() {
      stopped.abort()
      // Not for a corpus that is being opened: nobody will answer from it.
      await store.close()
    },
  }
}

/** Waits until there is a corpus and opens it. */
async function first(
  database: Database,
  open: (published: Published) => Promise<Held>,
  { log, onWaiting, patience = PATIENCE }: PublishedOptions,
): Promise<Held> {
  let since: number | null = null
  let told = ''
  const tell = (reason: string, fields: object) => {
    onWaiting(reason)
    if (reason !== told) log.warn(fields, `Not ready: ${reason}`)
    told = reason
  }
  for (;;) {
    try {
      const published = await currentCorpus(database)
      if (published !== null) return await open(published)
      since = null
      tell('no corpus is published yet; run npm run corpus -- publish', {})
    } catch (error) {
      if (error instanceof DatabaseRefused) throw error
      if (error instanceof DatabaseLost) {
        since ??= performance.now()
        if (performance.now() - since >= patience) throw error
        tell('the database can’t be reached; the log says why', errorFields(error))
      } else tell('the published corpus can’t be read; the log says why', errorFields(error))
    }
    // Kept alive by this timer: there may be nothing else yet.
    await sleep(LOOK_EVERY)
  }
}

/**
 * A corpus other than the one held. A standby that lags may tell an older one; that is taken, once the primary says so
 * too, since then the database itself is one from before.
 */
async function newerThan({ number }: Published, database: Database): Promise<Published | null> {
  const told = await currentCorpus(database)
  if (told === null || told.number === number) return null
  if (told.number > number) return told
  const sure = await currentCorpus(database, { fresh: true })
  return sure === null || sure.number === number ? null : sure
}
