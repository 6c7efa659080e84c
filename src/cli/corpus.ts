/**
 * `npm run corpus`: the command line around the rooms that do the work. Exit status 0 when all went well,
 * 1 when a file failed or the corpus has errors, 2 when the call itself is wrong.
 */
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '#src/config.ts'
import { DatabaseLost } from '#src/database/lost.ts'
import { runAdd } from './corpus-add.ts'
import { runCheck } from './corpus-check.ts'
import { runGaps } from './corpus-gaps.ts'
import { runDiff, runList, runRemove, runRename, runShow } from './corpus-manage.ts'
import { runPublish } from './corpus-publish.ts'

const USAGE = `Usage:
  corpus add [--yes] [--corpus DIR] [--facts FILE] [--allow-private] PATH…
                                            files (.txt .html .md .pdf .docx), folders, .zip archives, lists of these
                                            (.list) and addresses become fact sheets; shown first, written with --yes
  corpus check [--corpus DIR] [--json] [--online [--allow-private]]
                                            every fault and oddity, with file, line and cure; with --online also
                                            whether sources and links can still be reached
  corpus publish [--corpus DIR]             the current corpus of all bots on DATABASE_URL
  corpus list [--corpus DIR] [--json]       every fact sheet in a line
  corpus show [--corpus DIR] ID             its file
  corpus diff [--corpus DIR] ID ID          what changed from one to the other
  corpus gaps [--json]                      what was asked and not answered
  corpus rename [--corpus DIR] ID NEW-ID    citations of the old id lead to the new one
  corpus remove [--corpus DIR] ID           citations of it then say that it is gone
`

/** Milliseconds after the work in which the process ends by itself. */
const LINGER = 500

interface Managing {
  readonly ids: number
  readonly run: (folder: string, ids: readonly string[], json: boolean) => Promise<number>
}

const MANAGING: Readonly<Record<string, Managing>> = {
  gaps: { ids: 0, run: (_folder, _ids, json) => runGaps(readConfig(), json) },
  list: { ids: 0, run: (folder, _ids, json) => runList(folder, json) },
  show: { ids: 1, run: (folder, [id = '']) => runShow(folder, id) },
  diff: { ids: 2, run: (folder, [from = '', to = '']) => runDiff(folder, from, to) },
  rename: { ids: 2, run: (folder, [from = '', to = '']) => runRename(folder, from, to) },
  remove: { ids: 1, run: (folder, [id = '']) => runRemove(folder, id) },
}

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'add') {
      const { values, positionals } = parseArgs({
        args: rest,
        allowPositionals: true,
        options: {
          yes: { type: 'boolean' },
          corpus: { type: 'string' },
          facts: { type: 'string' },
          'allow-private': { type: 'boolean' },
        },
      })
      if (positionals.length === 0) return wrongCall('add needs at least one file or folder.')
      return await runAdd(positionals, {
        folder: values.corpus ?? readConfig().corpusDir,
        factsFile: values.facts ?? null,
        yes: values.yes ?? false,
        allowPrivate: values['allow-private'] ?? false,
      })
    }
    if (command === 'check') {
      const { values } = parseArgs({
        args: rest,
        options: {
          corpus: { type: 'string' },
          json: { type: 'boolean', default: false },
          online: { type: 'boolean', default: false },
          'allow-private': { type: 'boolean', default: false },
        },
      })
      const { corpus, json, online, 'allow-private': allowPrivate } = values
      return await runCheck({ folder: corpus ?? readConfig().corpusDir, json, online, allowPrivate })
    }
    if (command === 'publish') {
      const { values } = parseArgs({ args: rest, options: { corpus: { type: 'string' } } })
      const { corpusDir, databaseUrl } = readConfig()
      if (databaseUrl === null) return wrongCall('publish needs DATABASE_URL.')
      return await runPublish(values.corpus ?? corpusDir, databaseUrl)
    }
    const managed = command === undefined ? undefined : MANAGING[command]
    if (managed !== undefined) {
      const { values, positionals } = parseArgs({
        args: rest,
        allowPositionals: true,
        options: { corpus: { type: 'string' }, json: { type: 'boolean' } },
      })
      if (positionals.length !== managed.ids) return wrongCall(`${command} takes ${managed.ids} of ID.`)
      return await managed.run(values.corpus ?? readConfig().corpusDir, positionals, values.json ?? false)
    }
    return wrongCall(command === undefined ? 'no command.' : `no command ${JSON.stringify(command)}.`)
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return wrongCall(error.message)
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    if (error instanceof DatabaseLost) {
      process.stderr.write(`${error.message}\n`)
      return 1
    }
    throw error
  }
}

function wrongCall(message: string): number {
  process.stderr.write(`corpus: ${message}\n${USAGE}`)
  return 2
}

// Whoever reads only the first lines (`| head`) has read enough.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit()
})
process.exitCode = await main(process.argv.slice(2))
// A database that still waits for a password would keep the connection, and with it the process, for a minute.
setTimeout(() => process.exit(), LINGER).unref()
