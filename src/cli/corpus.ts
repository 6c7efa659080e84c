/**
 * `corpus add`, `corpus check` and `corpus publish`: the command line around the rooms that do the work. Exit status 0 when all went well,
 * 1 when a file failed or the corpus has errors, 2 when the call itself is wrong.
 */
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '#src/config.ts'
import { runAdd } from './corpus-add.ts'
import { runCheck } from './corpus-check.ts'
import { runPublish } from './corpus-publish.ts'

const USAGE = `Usage:
  corpus add [--yes] [--corpus DIR] [--facts FILE] PATH…   .txt and .html files, or folders, become fact sheets
  corpus check [--corpus DIR] [--json]                     every fault and oddity, with file, line and cure
  corpus publish [--corpus DIR]                            the current corpus of all bots on DATABASE_URL
`

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'add') {
      const { values, positionals } = parseArgs({
        args: rest,
        allowPositionals: true,
        options: { yes: { type: 'boolean' }, corpus: { type: 'string' }, facts: { type: 'string' } },
      })
      if (positionals.length === 0) return wrongCall('add needs at least one file or folder.')
      return await runAdd(positionals, {
        folder: values.corpus ?? readConfig().corpusDir,
        factsFile: values.facts ?? null,
        yes: values.yes ?? false,
      })
    }
    if (command === 'check') {
      const { values } = parseArgs({ args: rest, options: { corpus: { type: 'string' }, json: { type: 'boolean' } } })
      return await runCheck(values.corpus ?? readConfig().corpusDir, values.json ?? false)
    }
    if (command === 'publish') {
      const { values } = parseArgs({ args: rest, options: { corpus: { type: 'string' } } })
      const { corpusDir, databaseUrl } = readConfig()
      if (databaseUrl === null) return wrongCall('publish needs DATABASE_URL.')
      return await runPublish(values.corpus ?? corpusDir, databaseUrl)
    }
    return wrongCall(command === undefined ? 'no command.' : `no command ${JSON.stringify(command)}.`)
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return wrongCall(error.message)
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    throw error
  }
}

function wrongCall(message: string): number {
  process.stderr.write(`corpus: ${message}\n${USAGE}`)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
