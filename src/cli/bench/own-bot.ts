/** Footnote over its own fact sheets, for dispatch-bot.ts. */
import type { Bot } from '#src/discord/surface.ts'
import { openBot } from '../open-bot.ts'
import { OWN_CORPUS } from './corpora.ts'

export const makeBot = (): Promise<Bot> => openBot(OWN_CORPUS)
