/** Opens the SQLite file, makes or updates its schema, and leaves alone what isn't ours, damaged or too new. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { StoreError, storeError } from './errors.ts'
import { MIGRATIONS } from './migrations.ts'

/** SQLite keeps it in the file's header: "Fnot". */
const APPLICATION_ID = 0x466e6f74

/** How long another program's lock is waited for. It blocks, so it is short against Discord's three seconds. */
const BUSY_MS = 250

export interface Opened {
  readonly db: DatabaseSync
  readonly readOnly: boolean
}

/** @throws StoreError; the file is as it was then. */
export function openDatabase(file: string): Opened {
  let db: DatabaseSync | null = null
  try {
    if (file === ':memory:') return { db: prepared(new DatabaseSync(file), file), readOnly: false }
    mkdirSync(dirname(file), { recursive: true })
    if (existsSync(file) && !(writable(file) && writable(dirname(file))))
      return { db: openReadOnly(file), readOnly: true }
    db = new DatabaseSync(file, { timeout: BUSY_MS })
    return { db: prepared(db, file), readOnly: false }
  } catch (error) {
    if (db?.isOpen) db.close()
    throw storeError(error, file)
  }
}

function prepared(db: DatabaseSync, file: string): DatabaseSync {
  inspect(db, file)
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  if (version(db) < MIGRATIONS.length) migrate(db)
  return db
}

/** Reading only, before anything is written: is it a sound file of ours, of a version we know? */
function inspect(db: DatabaseSync, file: string): void {
  const tables = number(db, 'select count(*) as n from sqlite_schema', 'n')
  const owner = number(db, 'pragma application_id', 'application_id')
  if (owner !== APPLICATION_ID && (owner !== 0 || tables > 0)) {
    throw new StoreError('foreign', `${file} has the application id ${owner}`)
  }
  if (version(db) > MIGRATIONS.length) {
    throw new StoreError('newer', `${file} has version ${version(db)}, this program knows ${MIGRATIONS.length}`)
  }
  const sound = db.prepare('pragma quick_check(1)').get()?.['quick_check']
  if (sound !== 'ok') throw new StoreError('corrupt', `${file}: ${String(sound)}`)
}

/** Two processes may start at once: the version is read again under the lock. */
function migrate(db: DatabaseSync): void {
  db.exec('begin immediate')
  try {
    for (const step of MIGRATIONS.slice(version(db))) db.exec(step)
    db.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${MIGRATIONS.length}`)
    db.exec('commit')
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}

/**
 * A write-ahead log needs a writable folder even for reading, unless the file is taken as unchanging. With a log that was
 * not merged yet that would hide what was saved last, so then it isn't read at all.
 */
function openReadOnly(file: string): DatabaseSync {
  const log = `${file}-wal`
  if (existsSync(log) && statSync(log).size > 0) {
    throw new StoreError('read-only', `${file} has a write-ahead log that can't be merged without write access`)
  }
  const url = pathToFileURL(file)
  url.searchParams.set('immutable', '1')
  const db = new DatabaseSync(url, { readOnly: true })
  try {
    inspect(db, file)
    if (version(db) < MIGRATIONS.length) throw new StoreError('read-only', `${file} can't be brought up to date`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const version = (db: DatabaseSync): number => number(db, 'pragma user_version', 'user_version')

const number = (db: DatabaseSync, sql: string, column: string): number => Number(db.prepare(sql).get()?.[column])
