/** `corpus gaps`: what was asked and not answered, the most frequent first. */
import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { Database } from '../database/database.ts'
import { StoreError } from '../store/errors.ts'
import { postgresStore } from '../store/postgres.ts'
import { sqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { print } from './print.ts'
import { asText } from './table.ts'

const MOST = 100

export async function runGaps(config: Config, json: boolean): Promise<number> {
  const store = storeOf(config)
  try {
    const gaps = store === null ? [] : await store.gaps(MOST)
    if (json) print(JSON.stringify(gaps, null, 2), process.stdout)
    else if (gaps.length === 0) print('No question has gone without an answer yet.', process.stdout)
    else {
      const rows = gaps.map(({ words, count, reason, last }) => [words, String(count), reason, last])
      const columns = ['asked', 'times', 'why no answer', 'last']
      print(asText({ title: 'Questions that no fact sheet answered', columns, rows, notes: [] }), process.stdout)
    }
    return 0
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    print(`corpus: the store cannot be read: ${error.message}`, process.stderr)
    return 1
  } finally {
    await store?.close()
  }
}

/** Null where nothing was ever kept: looking must not make a file. */
function storeOf({ databaseUrl, storeFile }: Config): Store | null {
  if (databaseUrl !== null) return postgresStore(new Database(databaseUrl))
  return existsSync(storeFile) ? sqliteStore(storeFile) : null
}
