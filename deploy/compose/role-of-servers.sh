#!/bin/sh
# Run once by the database's image, as its owner: the role that servers come as.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$LHS_DATABASE_PASSWORD" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE lhs LOGIN PASSWORD :'password';
SQL
