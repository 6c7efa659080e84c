/** The bot with all its commands, over what this process knows. */
import type { Logger } from 'pino'
import { actions, commands, menus } from '#commands/index.ts'
import type { Config } from '../config.ts'
import { createBot, type FootnoteBot } from '../discord/bot.ts'
import { fairUse } from '../discord/fair-use.ts'
import { Sealer } from '../reply/state.ts'
import type { Knowledge } from './knowledge.ts'

export function makeBot(config: Config, knowledge: Knowledge, log: Logger): FootnoteBot {
  // The same at every start and in every process. A person can press only what the bot itself has sent, so that the
  // public key will do where there is no token; the preview has nobody to guard against.
  const sealer = new Sealer(config.discordToken ?? config.discordPublicKey ?? 'preview')
  const { library, store, desk, fault } = knowledge
  const over = { library, store, desk, corpusFault: fault }
  return createBot({ ...over, sealer, commands, menus, actions, log, limits: fairUse() })
}
