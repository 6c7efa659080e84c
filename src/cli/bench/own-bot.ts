/** Footnote over its own fact sheets, opened as the server opens them, for dispatch-bot.ts. */
import pino from 'pino'
import { readConfig } from '#src/config.ts'
import type { Bot } from '#src/discord/surface.ts'
import { openKnowledge } from '#src/main/knowledge.ts'
import { botOver } from '../open-bot.ts'
import { OWN_CORPUS } from './corpora.ts'

/** Nobody is held back, and what is kept goes with the process. */
export async function makeBot(): Promise<Bot> {
  const config = readConfig({ CORPUS_DIR: OWN_CORPUS, STORE_FILE: ':memory:' })
  const { library, store } = await openKnowledge(config, pino({ level: 'silent' }))
  return botOver(library(), store)
}
