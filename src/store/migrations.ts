/**
 * The SQLite schema's history. A step is never changed once released; a new one goes to the end, and the file's
 * `user_version` says how many were taken.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table citations (
    id text primary key,
    sheet text not null,
    record text not null
  ) strict;

  create table dossier_entries (
    entry integer primary key autoincrement,
    owner_kind text not null check (owner_kind in ('person', 'channel')),
    owner_id text not null,
    citation text not null references citations (id),
    position integer not null,
    note text,
    added text not null,
    unique (owner_kind, owner_id, citation)
  ) strict;

  create table gaps (
    words text not null,
    reason text not null,
    count integer not null,
    first text not null,
    last text not null,
    primary key (words, reason)
  ) strict;

  create table settings (
    server text not null,
    name text not null,
    value text not null,
    primary key (server, name)
  ) strict;
  `,
]
