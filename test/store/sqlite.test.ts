import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { sqliteStore } from '#src/store/sqlite.ts'
import { storeContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'footnote-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
let file = ''

storeContract('a store in a file', {
  open: async (now) => {
    file = join(folder, 'made', 'with', 'it', `${count++}.sqlite`)
    return sqliteStore(file, { now })
  },
  reopen: async (store, now) => {
    await store.close()
    return sqliteStore(file, { now })
  },
})

storeContract('a store in memory', { open: async (now) => sqliteStore(':memory:', { now }), reopen: null })
