/** Saves without end and says so after each; the kill test starts it and ends it. */
import { writeSync } from 'node:fs'
import { sqliteStore } from '#src/store/sqlite.ts'
import { record } from './records.ts'

const [file = '', owner = ''] = process.argv.slice(2)
const store = sqliteStore(file)
for (let n = 0; n < 450; n++) {
  await store.addToDossier({ kind: 'person', id: owner }, record(`citation.${owner}.${n}`))
  writeSync(1, `citation.${owner}.${n}\n`)
}
// A dossier that is full saves no more; on a crowded machine the kill may come only now.
setInterval(() => undefined, 1000)
