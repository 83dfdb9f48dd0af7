#!/bin/sh
# Takes the same environment as the public postgres image: user, password and database of one cluster.
set -eu
: "${POSTGRES_USER:=postgres}" "${POSTGRES_DB:=$POSTGRES_USER}" "${POSTGRES_PASSWORD:?must be set}"

password=$(mktemp)
printf '%s\n' "$POSTGRES_PASSWORD" >"$password"
initdb --username="$POSTGRES_USER" --pwfile="$password" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync
rm "$password"
echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"

# The database is made before anybody can reach the server, so whoever reaches it finds it.
export PGPASSWORD="$POSTGRES_PASSWORD"
if [ "$POSTGRES_DB" != postgres ]; then
  pg_ctl start --wait --silent --options='-c listen_addresses='
  createdb --username="$POSTGRES_USER" "$POSTGRES_DB"
  pg_ctl stop --wait --silent
fi
exec "$@"
