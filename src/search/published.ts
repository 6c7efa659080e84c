/**
 * Corpora published in PostgreSQL: the files themselves and the terms of their passages, under a number each. One of
 * them is current, for all processes and from one moment to the next.
 */
import { createHash } from 'node:crypto'
import { atOnce, type Steps } from '../corpus/turns.ts'
import type { Database, ReadOptions } from '../database/database.ts'
import type { Sql } from '../database/host.ts'
import { Behind } from '../database/lost.ts'
import type { TermIndex } from './index-terms.ts'
import { passagesTable, vectorOf } from './postgres.ts'

/** Held while one is published, so that two at a time come one after the other. */
const LOCK = 0x466e7075
/** Corpora kept in any case: a process that has not yet seen the newest still answers from the one before. */
const KEPT = 3
/** Minutes for which one is kept after a process has said that it answers from it, or is about to. */
const HELD_FOR = 5
const BATCH = 1000
/** Characters of files that are sent at once. */
const SENT = 4_000_000
/** Files that are asked for at once: what comes must come within the time that one query has. */
const FILES = 250

const TABLES = `
  create table if not exists corpora (
    number integer generated always as identity primary key,
    version text not null,
    terms text not null,
    published timestamptz not null default now()
  );
  create table if not exists corpus_files (
    corpus integer not null references corpora (number) on delete cascade,
    name text not null,
    content text not null,
    primary key (corpus, name)
  );
  create table if not exists current_corpus (
    one boolean primary key default true check (one),
    corpus integer not null references corpora (number)
  );
  create unlogged table if not exists corpora_held (
    corpus integer primary key,
    seen timestamptz not null
  );
`

export interface CorpusFile {
  readonly name: string
  readonly content: string
}

export interface Published {
  readonly number: number
  /** As `corpusVersion` gives it. */
  readonly version: string
  /** As `namingTerms` gives it for the index that was published. */
  readonly terms: string
}

/**
 * The same for the same passages in the same order, analysed in the same way. Terms are numbered as the passages bring them:
 * an index that goes on from the one before it has other numbers.
 */
export function* namingTerms(index: TermIndex): Steps<string> {
  const hash = createHash('sha256')
  const numbers = new Int32Array(index.size).fill(-1)
  let next = 0
  const number = (id: number): number => {
    const known = numbers[id] ?? -1
    if (known >= 0) return known
    hash.update(`${index.term(id)}\0`)
    numbers[id] = next
    return next++
  }
  for (const { body, heading, sheetTerms } of index.passages) {
    for (const ids of [body, heading, sheetTerms]) hash.update(`${ids.length} `).update(ids.map(number))
    yield
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * Loads a corpus beside those there are and makes it the current one, all in one transaction. Returns null where the
 * current one is the same already.
 */
export async function publish(
  database: Database,
  version: string,
  files: readonly CorpusFile[],
  index: TermIndex,
): Promise<Published | null> {
  const terms = atOnce(namingTerms(index))
  return database.write(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [LOCK])
    await sql.query(TABLES)
    const current = await readCurrent(sql)
    const same = current !== null && current.version === version && current.terms === terms
    if (same && (await hasFiles(sql, current, files))) return null
    const [row] = await sql.query<{ number: number }>(
      'insert into corpora (version, terms) values ($1, $2) returning number',
      [version, terms],
    )
    const number = row?.number ?? 0
    await loadFiles(sql, number, files)
    await loadPassages(sql, number, index)
    await sql.query(
      'insert into current_corpus (corpus) values ($1) on conflict (one) do update set corpus = excluded.corpus',
      [number],
    )
    await dropOld(sql)
    return { number, version, terms }
  })
}

/** Whether a corpus is of these very files; its version tells of the fact sheets alone. */
async function hasFiles(sql: Sql, { number }: Published, files: readonly CorpusFile[]): Promise<boolean> {
  const rows = await sql.query<{ name: string; hash: string }>(
    `select name, encode(sha256(convert_to(content, 'UTF8')), 'hex') as hash from corpus_files where corpus = $1`,
    [number],
  )
  const there = new Map(rows.map(({ name, hash }) => [name, hash]))
  const hash = (content: string) => createHash('sha256').update(content).digest('hex')
  return there.size === files.length && files.every(({ name, content }) => there.get(name) === hash(content))
}

async function loadFiles(sql: Sql, number: number, files: readonly CorpusFile[]): Promise<void> {
  for (let from = 0, to = 0; from < files.length; from = to) {
    let size = 0
    while (to < files.length && (to === from || size < SENT)) size += files[to++]?.content.length ?? 0
    const sent = files.slice(from, to)
    await sql.query('insert into corpus_files select $1, * from unnest($2::text[], $3::text[])', [
      number,
      sent.map(({ name }) => name),
      sent.map(({ content }) => content),
    ])
  }
}

async function loadPassages(sql: Sql, number: number, index: TermIndex): Promise<void> {
  const table = passagesTable(number)
  const words = [...index.terms()]
  await sql.query(`create table ${table} (position integer primary key, terms tsvector not null)`)
  for (let from = 0; from < index.passages.length; from += BATCH) {
    const vectors = index.passages.slice(from, from + BATCH).map((entry) => vectorOf(entry, words))
    await sql.query(
      `insert into ${table} select $1 + at - 1, terms::tsvector from unnest($2::text[]) with ordinality as one (terms, at)`,
      [from, vectors],
    )
  }
  await sql.query(`create index on ${table} using gin (terms) with (fastupdate = off)`)
  await sql.query(`analyze ${table}`)
}

async function dropOld(sql: Sql): Promise<void> {
  const old = await sql.query<{ number: number }>(
    `select number from (select number from corpora order by number desc offset $1) as old where not exists (
       select from corpora_held where corpus = number and seen > now() - make_interval(mins => $2))`,
    [KEPT, HELD_FOR],
  )
  for (const { number } of old) {
    await sql.query(`drop table if exists ${passagesTable(number)}`)
    await sql.query('delete from corpora where number = $1', [number])
  }
  await sql.query('delete from corpora_held where seen <= now() - make_interval(mins => $1)', [HELD_FOR])
}

/** Says that a process answers from a corpus, so that it stays for some minutes more whatever is published meanwhile. */
export async function holdCorpus(database: Database, { number }: Published): Promise<void> {
  await database.command(
    `insert into corpora_held values ($1, now()) on conflict (corpus) do update set seen = excluded.seen`,
    [number],
  )
}

async function readCurrent(sql: Sql): Promise<Published | null> {
  const [row] = await sql.query<Published>(
    'select number, version, terms from corpora where number = (select corpus from current_corpus)',
  )
  return row ?? null
}

/** The corpus to answer from; null where none was published yet. A standby may still tell the one before. */
export function currentCorpus(database: Database, options: ReadOptions = {}): Promise<Published | null> {
  return database.read(async (sql) => {
    const [found] = await sql.query<{ there: boolean }>(`select to_regclass('current_corpus') is not null as there`)
    return found?.there === true ? readCurrent(sql) : null
  }, options)
}

/**
 * The files of a published corpus, by name: all of them from one host, and from one that has them. A standby that has not
 * got the corpus yet would tell that it has no files.
 */
export function publishedFiles(database: Database, { number }: Published): Promise<readonly CorpusFile[]> {
  return database.read(async (sql) => {
    const files: CorpusFile[] = []
    for (;;) {
      const after = files.at(-1)?.name ?? ''
      const more = await sql.query<CorpusFile>(
        `select name, content from corpus_files where corpus = $1 and name > $2 collate "C"
         order by name collate "C" limit $3`,
        [number, after, FILES],
      )
      files.push(...more)
      if (more.length < FILES) break
    }
    // What is published is there as a whole or not at all; one that is no longer kept is gone as a whole.
    if (files.length === 0) throw new Behind(`corpus ${number} is not on this host`)
    return files
  })
}
