/**
 * Run once after an install, with the server's flags: loads all that the server loads and answers a question, so that
 * what was stripped of its types and compiled is kept. A server that finds a single file to strip loads what strips it,
 * and holds some 20 MB more for as long as it runs.
 */
import { flushCompileCache } from 'node:module'
import { ask } from '../answer/ask.ts'
import { readConfig } from '../config.ts'
import '../main.ts'
import { makeBot } from './bot.ts'
import { openKnowledge } from './knowledge.ts'
import { createLog } from './log.ts'

const config = readConfig({ STORE_FILE: ':memory:' })
const log = createLog(config)
const knowledge = await openKnowledge(config, log)
makeBot(config, knowledge, log)
await ask('Who trains the prosecutors?', knowledge.library())
flushCompileCache()
await knowledge.stop()
