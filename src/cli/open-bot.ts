/** The real bot for what runs without Discord: the command line, the pictures, the measurements. */
import { actions, commands, menus } from '#commands/index.ts'
import type { Library } from '../answer/library.ts'
import { openCorpus } from '../answer/open.ts'
import { SentenceCache } from '../corpus/sentence-cache.ts'
import { createBot, type FootnoteBot } from '../discord/bot.ts'
import type { Log } from '../discord/log.ts'
import { Sealer } from '../reply/state.ts'
import { sqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'

const toStandardError = (fields: object, text: string): boolean =>
  process.stderr.write(`${JSON.stringify({ text, ...fields })}\n`)

/** A bot over a library; it keeps nothing unless a store is given, and tells on standard error what goes wrong inside. */
export function botOver(
  library: Library,
  store: Store = sqliteStore(':memory:'),
  log: Log = { info: () => undefined, warn: toStandardError, error: toStandardError },
): FootnoteBot {
  return createBot({ library: () => library, store, sealer: new Sealer('local'), commands, menus, actions, log })
}

/**
 * @param cache where sentences are remembered between starts; only for a folder that is asked again and again
 * @throws CorpusError
 */
export async function openBot(folder: string, cache: string | null = null): Promise<FootnoteBot> {
  if (cache === null) return botOver(await openCorpus(folder))
  const sentences = await SentenceCache.open(cache)
  const library = await openCorpus(folder, { sentences })
  await sentences.keep()
  return botOver(library)
}
