/** The PostgreSQL schema's history, as `migrations.ts` is SQLite's: a step is never changed once released. */
import type { Database } from '../database/database.ts'
import { StoreError } from './errors.ts'

/** Held while the schema is changed, so that of several processes that start at once one does it. */
const LOCK = 0x466e6f74

const STEPS: readonly string[] = [
  `
  create table citations (
    id text primary key,
    sheet text not null,
    record text not null
  );

  create table dossier_entries (
    entry integer generated always as identity primary key,
    owner_kind text not null check (owner_kind in ('person', 'channel')),
    owner_id text not null,
    citation text not null references citations (id),
    position integer not null,
    note text,
    added text not null,
    unique (owner_kind, owner_id, citation)
  );

  create table gaps (
    words text not null,
    reason text not null,
    count integer not null,
    first text not null,
    last text not null,
    primary key (words, reason)
  );

  create table settings (
    server text not null,
    name text not null,
    value text not null,
    primary key (server, name)
  );
  `,
]

/** Makes or updates the tables; only reads where they are as they should be. */
export async function migrate(database: Database): Promise<void> {
  const there = await database.read(async (sql) => {
    const [found] = await sql.query<{ there: boolean }>(`select to_regclass('store_version') is not null as there`)
    if (found?.there !== true) return 0
    const [row] = await sql.query<{ version: number }>('select version from store_version')
    return row?.version ?? 0
  })
  if (there > STEPS.length) throw new StoreError('newer', `version ${there}, this program knows ${STEPS.length}`)
  if (there === STEPS.length) return
  await database.write(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [LOCK])
    await sql.query('create table if not exists store_version (version integer not null)')
    const [row] = await sql.query<{ version: number }>('select version from store_version')
    for (const step of STEPS.slice(row?.version ?? 0)) await sql.query(step)
    await sql.query('delete from store_version')
    await sql.query('insert into store_version values ($1)', [STEPS.length])
  })
}
