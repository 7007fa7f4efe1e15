-- Imports of the registers from CSV files.
create table register.import (
  id uuid primary key,
  kind text not null check (kind in ('ENTERPRISES', 'FILINGS')),
  status text not null check (status in ('UPLOADED', 'WAITING', 'RUNNING', 'FINISHED', 'REFUSED', 'INTERRUPTED',
    'FAILED', 'DISCARDED')),
  -- null: not confirmed yet
  mode text check (mode in ('ALL_OR_NOTHING', 'GOOD_ROWS')),
  file_name text not null,
  file_digest bytea not null check (octet_length(file_digest) = 32),
  encoding text not null check (encoding in ('UTF_8', 'GB18030')),
  -- headings that mean nothing here, as they stood in the file
  ignored_headings text[] not null,
  rows_total integer not null check (rows_total >= 0),
  rows_done integer not null default 0,
  rows_added integer not null default 0,
  rows_changed integer not null default 0,
  rows_unchanged integer not null default 0,
  rows_refused integer not null default 0,
  -- the rows as uploaded, identity numbers already turned into digests; null once nothing more can be done with them
  staged bytea,
  created_at timestamptz not null,
  created_by uuid not null,
  confirmed_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  -- null: did not fail
  failure_reference text,
  check (mode is not null or status in ('UPLOADED', 'DISCARDED')),
  check ((ended_at is null) = (status in ('UPLOADED', 'WAITING', 'RUNNING'))),
  check (staged is not null or status in ('FINISHED', 'REFUSED', 'DISCARDED'))
);
create index import_by_time on register.import (created_at desc);
create index import_by_digest on register.import (file_digest);
create index import_open on register.import (kind, confirmed_at) where status in ('WAITING', 'RUNNING');

-- What was wrong with which row; belongs to the latest run of the import.
create table register.import_problem (
  import_id uuid not null references register.import,
  number integer not null,
  row_number bigint not null,
  -- null: the row as a whole
  field text,
  value text not null,
  problem text not null,
  primary key (import_id, number)
);
