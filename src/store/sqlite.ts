/** The store in one SQLite file, by Node's own module. Opened at the first use, so that a bad file stops no answer. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { CitationRecord } from '../cite/anchor.ts'
import { StoreError, storeError } from './errors.ts'
import { type Opened, openDatabase } from './open.ts'
import { readEntry, readGap, readRecord } from './rows.ts'
import { DOSSIER_LIMIT, type DossierEntry, type Gap, NOTE_LIMIT, type Owner, type Store } from './store.ts'

export interface SqliteOptions {
  /** Replaced in tests. */
  readonly now?: () => Date
}

/**
 * @param file where it is kept, made with its folder where there is none; `:memory:` for a store that ends with the process
 */
export function sqliteStore(file: string, options: SqliteOptions = {}): Store {
  return new SqliteStore(file, options.now ?? (() => new Date()))
}

const ENTRIES = `select entry, record, note, added from dossier_entries join citations on citations.id = citation
  where owner_kind = ? and owner_id = ?`

class SqliteStore implements Store {
  readonly #file: string
  readonly #now: () => Date
  #opened: Opened | null = null
  #closed = false

  constructor(file: string, now: () => Date) {
    this.#file = file
    this.#now = now
  }

  async remember(records: readonly CitationRecord[]): Promise<void> {
    if (records.length === 0) return
    this.#write((db) => {
      for (const record of records) save(db, record)
    })
  }

  async recall(id: string): Promise<CitationRecord | null> {
    return this.#read((db) => {
      const row = db.prepare('select record from citations where id = ?').get(id)
      return row === undefined ? null : readRecord(row)
    })
  }

  async addToDossier(owner: Owner, citation: CitationRecord): Promise<{ entry: DossierEntry; isNew: boolean }> {
    return this.#write((db) => {
      save(db, citation)
      const before = this.#entries(db, owner)
      const known = before.find((entry) => entry.citation.id === citation.id)
      if (known !== undefined) return { entry: known, isNew: false }
      if (before.length >= DOSSIER_LIMIT) throw new StoreError('dossier-full', `${before.length} entries`)
      const row = db
        .prepare(
          `insert into dossier_entries (owner_kind, owner_id, citation, position, added)
           values (:kind, :id, :citation, 1 + coalesce((select max(position) from dossier_entries
             where owner_kind = :kind and owner_id = :id), 0), :added) returning entry, note, added`,
        )
        .get({ kind: owner.kind, id: owner.id, citation: citation.id, added: this.#now().toISOString() })
      const entry = readEntry({ ...row, record: JSON.stringify(citation) }, before.length + 1)
      return { entry, isNew: true }
    })
  }

  async dossier(owner: Owner): Promise<readonly DossierEntry[]> {
    return this.#read((db) => this.#entries(db, owner))
  }

  async moveInDossier(owner: Owner, entry: number, position: number): Promise<void> {
    this.#write((db) => {
      const order = this.#entries(db, owner).map((one) => one.entry)
      if (!order.includes(entry)) throw missing(entry)
      const others = order.filter((one) => one !== entry)
      others.splice(Math.max(0, Math.trunc(position) - 1), 0, entry)
      const update = db.prepare('update dossier_entries set position = ? where entry = ?')
      for (const [at, one] of others.entries()) update.run(at + 1, one)
    })
  }

  async noteInDossier(owner: Owner, entry: number, note: string | null): Promise<void> {
    const kept = note?.trim() || null
    if ((kept?.length ?? 0) > NOTE_LIMIT) throw new StoreError('note-too-long', `${kept?.length} characters`)
    this.#changeEntry('update dossier_entries set note = ? where entry = ? and owner_kind = ? and owner_id = ?', [
      kept,
      entry,
      owner.kind,
      owner.id,
    ])
  }

  async removeFromDossier(owner: Owner, entry: number): Promise<void> {
    this.#changeEntry('delete from dossier_entries where entry = ? and owner_kind = ? and owner_id = ?', [
      entry,
      owner.kind,
      owner.id,
    ])
  }

  async clearDossier(owner: Owner): Promise<number> {
    return this.#write((db) => {
      const { changes } = db
        .prepare('delete from dossier_entries where owner_kind = ? and owner_id = ?')
        .run(owner.kind, owner.id)
      return Number(changes)
    })
  }

  async addGap(words: string, reason: string): Promise<void> {
    const day = this.#now().toISOString().slice(0, 10)
    this.#write((db) => {
      db.prepare(
        `insert into gaps (words, reason, count, first, last) values (:words, :reason, 1, :day, :day)
         on conflict (words, reason) do update set count = count + 1, last = :day`,
      ).run({ words, reason, day })
    })
  }

  async gaps(limit: number): Promise<readonly Gap[]> {
    const sql = 'select words, reason, count, first, last from gaps order by count desc, last desc, words limit ?'
    return this.#read((db) => db.prepare(sql).all(limit).map(readGap))
  }

  async settings(server: string): Promise<Readonly<Record<string, string>>> {
    const rows = this.#read((db) => db.prepare('select name, value from settings where server = ?').all(server))
    return Object.fromEntries(rows.map((row): [string, string] => [String(row['name']), String(row['value'])]))
  }

  async setSetting(server: string, name: string, value: string | null): Promise<void> {
    this.#write((db) => {
      if (value === null) db.prepare('delete from settings where server = ? and name = ?').run(server, name)
      else {
        const sql = 'insert into settings values (?, ?, ?) on conflict do update set value = excluded.value'
        db.prepare(sql).run(server, name, value)
      }
    })
  }

  async check(): Promise<void> {
    this.#read((db) => db.prepare('select count(*) from sqlite_schema').get())
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#opened?.db.close()
    this.#opened = null
  }

  #entries(db: DatabaseSync, owner: Owner): DossierEntry[] {
    const rows: Record<string, SQLOutputValue>[] = db
      .prepare(`${ENTRIES} order by position, entry`)
      .all(owner.kind, owner.id)
    return rows.map((row, at) => readEntry(row, at + 1))
  }

  #changeEntry(sql: string, values: readonly [string | number | null, ...(string | number | null)[]]): void {
    this.#write((db) => {
      const { changes } = db.prepare(sql).run(...values)
      if (Number(changes) === 0) throw missing(Number(values.find((value) => typeof value === 'number')))
    })
  }

  /** A file that couldn't be opened is tried again at the next use: a lock or a full disk passes. */
  #open(): Opened {
    if (this.#closed) throw new StoreError('unavailable', 'the store was closed')
    this.#opened ??= openDatabase(this.#file)
    return this.#opened
  }

  #read<T>(work: (db: DatabaseSync) => T): T {
    try {
      return work(this.#open().db)
    } catch (error) {
      throw storeError(error, this.#file)
    }
  }

  /** One transaction: all of it or nothing, and on the disk when this returns. */
  #write<T>(work: (db: DatabaseSync) => T): T {
    return this.#read((db) => {
      if (this.#opened?.readOnly) {
        // Rights may have been given back by the next time.
        db.close()
        this.#opened = null
        throw new StoreError('read-only', this.#file)
      }
      db.exec('begin immediate')
      try {
        const result = work(db)
        db.exec('commit')
        return result
      } catch (error) {
        if (db.isTransaction) db.exec('rollback')
        throw error
      }
    })
  }
}

function save(db: DatabaseSync, record: CitationRecord): void {
  db.prepare(
    'insert into citations (id, sheet, record) values (?, ?, ?) on conflict do update set record = excluded.record',
  ).run(record.id, record.sheet, JSON.stringify(record))
}

const missing = (entry: number): StoreError => new StoreError('no-such-entry', `entry ${entry}`)
