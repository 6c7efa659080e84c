#!/usr/bin/env bash
# Runs once, when the primary's data is made: a user for the standby, and from the next start on a commit is told only when
# the standby shows it. (Set on the command line it would hold up the making of the data itself.)
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$REPLICATION_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role replicator with replication login password :'password';
alter system set synchronous_standby_names = 'standby';
alter system set synchronous_commit = 'remote_apply';
SQL
echo 'host replication replicator all scram-sha-256' >>"$PGDATA/pg_hba.conf"
