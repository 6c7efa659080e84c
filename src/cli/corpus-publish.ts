/** `corpus publish`: the fact sheets of a folder become the current corpus in PostgreSQL, for every process there. */
import { publishFolder } from '../answer/published.ts'
import { CorpusError } from '../corpus/load.ts'
import { Database } from '../database/database.ts'

/** Milliseconds for one step; a large corpus takes a while to index. */
const STEP_WITHIN = 10 * 60_000

/** The exit status; 1 where the folder can't be read. @throws DatabaseLost */
export async function runPublish(folder: string, databaseUrl: string): Promise<number> {
  const database = new Database(databaseUrl, { connections: 1, queryWithin: STEP_WITHIN })
  try {
    const published = await publishFolder(database, folder)
    process.stdout.write(
      published === null
        ? 'These fact sheets are the current ones already.\n'
        : `Published as corpus ${published.number}, version ${published.version}; running bots take it up within seconds.\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  } finally {
    await database.close()
  }
}
