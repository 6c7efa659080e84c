/** `npm run ask`: one question or a file of them, answered on standard output. */
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { makeAnswer } from '../answer/model.ts'
import { CACHE_FOLDER, ConfigError, readConfig } from '../config.ts'
import { CorpusError } from '../corpus/load.ts'
import type { FootnoteBot } from '../discord/bot.ts'
import { toTerminal } from '../reply/terminal.ts'
import { toJson } from './json.ts'
import { openBot } from './open-bot.ts'
import { respondTo } from './respond.ts'

const USAGE = `usage: npm run --silent ask -- [--corpus DIR] "<question or /command>"
       npm run --silent ask -- --json [--corpus DIR] "<question or /command>"
       npm run --silent ask -- --jsonl [--corpus DIR] < in > out   (a line in: {"id": "…", "input": "…"})
`

/** The call itself is wrong. */
class UsageError extends Error {}

function readCall() {
  try {
    return parseArgs({
      options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, corpus: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

/** Writes and waits where the reader is slower. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

/** One object a line in, one a line out, in the same order; a line that is none gets an `invalid` object. */
async function answerLines(bot: FootnoteBot): Promise<number> {
  let status = 0
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue
    const row = readRow(text)
    if (row === null) {
      status = 2
      await write(line(toJson(undefined, text, makeAnswer('invalid', 'bad-value'), null)))
      process.stderr.write(`no JSON object with an "input": ${text.slice(0, 80)}\n`)
      continue
    }
    const { answer, message } = await respondTo(row.input, bot)
    await write(line(toJson(row.id, row.input, answer, message)))
  }
  return status
}

function readRow(text: string): { id: string | number | undefined; input: string } | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('input' in value) || typeof value.input !== 'string') return null
  const id =
    'id' in value && (typeof value.id === 'string' || typeof value.id === 'number') ? String(value.id) : undefined
  return { id, input: value.input }
}

async function main(): Promise<number> {
  const { values, positionals } = readCall()
  const lines = values.jsonl === true
  if (lines ? positionals.length > 0 : positionals.length !== 1)
    throw new UsageError(lines ? '--jsonl reads standard input' : 'one question is expected, in quotation marks')
  const { corpusDir } = readConfig()
  const folder = values.corpus ?? corpusDir
  const bot = await openBot(folder, resolve(folder) === resolve(corpusDir) ? CACHE_FOLDER : null)
  if (lines) return answerLines(bot)
  const [input = ''] = positionals
  const { answer, reply, message } = await respondTo(input, bot)
  await write(values.json === true ? line(toJson(undefined, input, answer, message)) : `${toTerminal(reply)}\n`)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof UsageError || error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n${error instanceof UsageError ? USAGE : ''}`)
    return 2
  }
  const known = error instanceof CorpusError || (error instanceof Error && /^(?:Topics|Lexicon)Error$/.test(error.name))
  process.stderr.write(
    `${error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  )
  return 1
})
