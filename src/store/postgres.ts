/**
 * The store in PostgreSQL, for several processes at once. What a person sees of their own is read from the primary while
 * there is one, so that what was saved a moment ago is there; the rest is read from anywhere.
 */
import type { CitationRecord } from '../cite/anchor.ts'
import type { Database, ReadOptions } from '../database/database.ts'
import type { Sql } from '../database/host.ts'
import { StoreError } from './errors.ts'
import { migrate } from './postgres-schema.ts'
import { readEntry, readGap, readRecord } from './rows.ts'
import { DOSSIER_LIMIT, type DossierEntry, type Gap, NOTE_LIMIT, type Owner, type Store } from './store.ts'

export interface PostgresOptions {
  /** Replaced in tests. */
  readonly now?: () => Date
}

/** @param database the store's from now on: closed with it */
export function postgresStore(database: Database, options: PostgresOptions = {}): Store {
  return new PostgresStore(database, options.now ?? (() => new Date()))
}

type Row = Readonly<Record<string, unknown>>

const ENTRIES = `select entry, record, note, added from dossier_entries join citations on citations.id = citation
  where owner_kind = $1 and owner_id = $2 order by position, entry`

class PostgresStore implements Store {
  readonly #database: Database
  readonly #now: () => Date
  #migrated: Promise<void> | null = null
  #closed = false

  constructor(database: Database, now: () => Date) {
    this.#database = database
    this.#now = now
  }

  async remember(records: readonly CitationRecord[]): Promise<void> {
    if (records.length === 0) return
    // In one order everywhere, so that two processes that remember the same never wait for each other.
    const sorted = [...new Map(records.map((record) => [record.id, record])).values()].sort((one, other) =>
      one.id < other.id ? -1 : 1,
    )
    await this.#write(async (sql) => {
      for (const record of sorted) await save(sql, record)
    })
  }

  async recall(id: string): Promise<CitationRecord | null> {
    const [row] = await this.#read((sql) =>
      sql.query<Row>('select record from citations where id = $1', [storable(id)]),
    )
    return row === undefined ? null : readRecord(row)
  }

  addToDossier(owner: Owner, citation: CitationRecord): Promise<{ entry: DossierEntry; isNew: boolean }> {
    return this.#write(async (sql) => {
      await save(sql, citation)
      await alone(sql, owner)
      const before = await entries(sql, owner)
      const known = before.find((entry) => entry.citation.id === citation.id)
      if (known !== undefined) return { entry: known, isNew: false }
      if (before.length >= DOSSIER_LIMIT) throw new StoreError('dossier-full', `${before.length} entries`)
      const [row] = await sql.query<Row>(
        `insert into dossier_entries (owner_kind, owner_id, citation, position, added)
         values ($1, $2, $3, 1 + coalesce((select max(position) from dossier_entries
           where owner_kind = $1 and owner_id = $2), 0), $4) returning entry, note, added`,
        [owner.kind, owner.id, citation.id, this.#now().toISOString()],
      )
      const entry = readEntry({ ...row, record: JSON.stringify(citation) }, before.length + 1)
      return { entry, isNew: true }
    })
  }

  dossier(owner: Owner): Promise<readonly DossierEntry[]> {
    return this.#read((sql) => entries(sql, owner), { fresh: true })
  }

  async moveInDossier(owner: Owner, entry: number, position: number): Promise<void> {
    await this.#write(async (sql) => {
      await alone(sql, owner)
      const order = (await entries(sql, owner)).map((one) => one.entry)
      if (!order.includes(entry)) throw missing(entry)
      const others = order.filter((one) => one !== entry)
      others.splice(Math.max(0, Math.trunc(position) - 1), 0, entry)
      await sql.query(
        `update dossier_entries set position = moved.position
         from unnest($1::int[]) with ordinality as moved (entry, position) where dossier_entries.entry = moved.entry`,
        [others],
      )
    })
  }

  async noteInDossier(owner: Owner, entry: number, note: string | null): Promise<void> {
    const kept = note?.trim() || null
    if ((kept?.length ?? 0) > NOTE_LIMIT) throw new StoreError('note-too-long', `${kept?.length} characters`)
    await this.#changeEntry('update dossier_entries set note = $4', owner, entry, [
      kept === null ? null : storable(kept),
    ])
  }

  async removeFromDossier(owner: Owner, entry: number): Promise<void> {
    await this.#changeEntry('delete from dossier_entries', owner, entry, [])
  }

  clearDossier(owner: Owner): Promise<number> {
    return this.#write(async (sql) => {
      const text = 'delete from dossier_entries where owner_kind = $1 and owner_id = $2 returning entry'
      return (await sql.query<Row>(text, [owner.kind, owner.id])).length
    })
  }

  async addGap(words: string, reason: string): Promise<void> {
    const day = this.#now().toISOString().slice(0, 10)
    await this.#write((sql) =>
      sql.query(
        `insert into gaps (words, reason, count, first, last) values ($1, $2, 1, $3, $3)
         on conflict (words, reason) do update set count = gaps.count + 1, last = $3`,
        [storable(words), reason, day],
      ),
    )
  }

  async gaps(limit: number): Promise<readonly Gap[]> {
    const text = `select words, reason, count, first, last from gaps
      order by count desc, last desc, words collate "C" limit $1`
    const rows = await this.#read((sql) => sql.query<Row>(text, [limit]), { fresh: true })
    return rows.map(readGap)
  }

  async settings(server: string): Promise<Readonly<Record<string, string>>> {
    const text = 'select name, value from settings where server = $1'
    const rows = await this.#read((sql) => sql.query<Row>(text, [server]), { fresh: true })
    return Object.fromEntries(rows.map((row): [string, string] => [String(row['name']), String(row['value'])]))
  }

  async setSetting(server: string, name: string, value: string | null): Promise<void> {
    await this.#write((sql) =>
      value === null
        ? sql.query('delete from settings where server = $1 and name = $2', [server, name])
        : sql.query(
            `insert into settings values ($1, $2, $3)
             on conflict (server, name) do update set value = excluded.value`,
            [server, name, storable(value)],
          ),
    )
  }

  async check(): Promise<void> {
    await this.#read((sql) => sql.query('select 1'), { fresh: true })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#database.close()
  }

  async #changeEntry(text: string, owner: Owner, entry: number, values: readonly (string | null)[]): Promise<void> {
    await this.#write(async (sql) => {
      const where = 'where entry = $1 and owner_kind = $2 and owner_id = $3 returning entry'
      const changed = await sql.query<Row>(`${text} ${where}`, [entry, owner.kind, owner.id, ...values])
      if (changed.length === 0) throw missing(entry)
    })
  }

  #read<T>(work: (sql: Sql) => Promise<T>, options: ReadOptions = {}): Promise<T> {
    return this.#use(() => this.#database.read(work, options))
  }

  #write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#use(() => this.#database.write(work))
  }

  /** Tables that could not be made are tried again at the next use. */
  async #use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError('unavailable', 'the store was closed')
    try {
      this.#migrated ??= migrate(this.#database)
      await this.#migrated.catch((error: unknown) => {
        this.#migrated = null
        throw error
      })
      return await work()
    } catch (error) {
      throw asStoreError(error)
    }
  }
}

function entries(sql: Sql, owner: Owner): Promise<DossierEntry[]> {
  return sql.query<Row>(ENTRIES, [owner.kind, owner.id]).then((rows) => rows.map((row, at) => readEntry(row, at + 1)))
}

/** Until the transaction ends nobody else changes the order of this collection. */
async function alone(sql: Sql, owner: Owner): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${owner.kind} ${owner.id}`])
}

async function save(sql: Sql, record: CitationRecord): Promise<void> {
  // Written only where it differs, since the same citations are shown again and again.
  await sql.query(
    `insert into citations (id, sheet, record) values ($1, $2, $3)
     on conflict (id) do update set record = excluded.record where citations.record <> excluded.record`,
    [record.id, record.sheet, JSON.stringify(record)],
  )
}

/** PostgreSQL's text holds every character but the one with the number 0. */
const storable = (text: string): string => text.replaceAll('\0', '')

const missing = (entry: number): StoreError => new StoreError('no-such-entry', `entry ${entry}`)

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const why = error instanceof Error ? error.message : String(error)
  const full = error instanceof Error && 'code' in error && error.code === '53100'
  return new StoreError(full ? 'disk-full' : 'unavailable', why, error)
}
