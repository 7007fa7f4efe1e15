#!/bin/bash
# Runs once, when the database is new: one role owns the schemas and migrates them, another one works in them and owns
# nothing.
set -euo pipefail

secrets=${SECRETS_FOLDER:-/run/secrets}
psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --no-psqlrc --quiet --set ON_ERROR_STOP=1 \
  --set owner_password="$(cat "$secrets/owner.password")" \
  --set application_password="$(cat "$secrets/application.password")" <<'SQL'
create role yinxin_owner login password :'owner_password';
create role yinxin_app login password :'application_password';
create database yinxin owner yinxin_owner encoding 'UTF8' template template0;
revoke all on database yinxin from public;
grant connect on database yinxin to yinxin_app;
\connect yinxin
revoke create on schema public from public;
grant create, usage on schema public to yinxin_owner;
SQL
