/** Reads and tries to write a store as a user without rights; the test of faults starts it. */
import { StoreError } from '#src/store/errors.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import type { Owner } from '#src/store/store.ts'
import { record } from './records.ts'

const owner: Owner = { kind: 'person', id: '1' }
const store = sqliteStore(process.argv[2] ?? '')
const ids = (await store.dossier(owner)).map((entry) => entry.citation.id)
try {
  await store.addToDossier(owner, record('b'))
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  process.stdout.write(JSON.stringify({ ids, fault: error.fault }))
}
