/** The real bot for what runs without Discord: the command line, the pictures, the measurements. */
import { commands } from '#commands/index.ts'
import type { Library } from '../answer/library.ts'
import { openCorpus } from '../answer/open.ts'
import { createBot, type FootnoteBot } from '../discord/bot.ts'

const toStandardError = (fields: object, text: string): boolean =>
  process.stderr.write(`${JSON.stringify({ text, ...fields })}\n`)

/** A bot over a library; what goes wrong inside is told on standard error. */
export function botOver(library: Library): FootnoteBot {
  const log = { info: () => undefined, warn: toStandardError, error: toStandardError }
  return createBot({ library: () => library, commands, log })
}

/** @throws CorpusError */
export async function openBot(folder: string): Promise<FootnoteBot> {
  return botOver(await openCorpus(folder))
}
