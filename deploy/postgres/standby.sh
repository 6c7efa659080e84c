#!/usr/bin/env bash
# The first start copies the primary; every later one goes on from there. Promoted, it waits for no other standby.
set -euo pipefail
export PGDATA=/var/lib/postgresql/data
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  until pg_basebackup -d 'host=primary user=replicator application_name=standby' -D "$PGDATA" -R -X stream -c fast; do
    sleep 2
  done
  chmod 0700 "$PGDATA"
fi
exec postgres -c synchronous_standby_names=
