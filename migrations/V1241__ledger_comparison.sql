-- Comparisons of database and chain, and what did not match.
create table ledger.comparison (
  id         bigint generated always as identity primary key,
  complete   boolean     not null,
  -- null: the schedule
  asked_by   uuid,
  asked_at   timestamptz not null,
  -- null: nobody has begun yet
  started_at timestamptz,
  -- whoever works on it must say so again before this moment; another instance takes it over after that
  lease      timestamptz,
  from_block bigint,
  to_block   bigint,
  -- how far it has come
  at_block   bigint,
  outcome    text        check (outcome in ('COMPARED', 'NOT_COMPARED')),
  -- why nothing could be said
  reason     text,
  -- where the next one begins
  next_block bigint,
  ended_at   timestamptz,
  check ((outcome is null) = (ended_at is null)),
  check (outcome is distinct from 'COMPARED' or next_block is not null)
);
create unique index one_of_each_comparison on ledger.comparison (complete) where ended_at is null;
create unique index one_comparison_at_a_time on ledger.comparison ((true)) where lease is not null;
create index comparisons_ended on ledger.comparison (ended_at desc) where outcome = 'COMPARED';

create table ledger.finding (
  id           bigint generated always as identity primary key,
  kind         text        not null,
  -- the table, or chain
  book         text        not null,
  -- what the table knows the row by
  subject      text        not null,
  entry_id     uuid,
  seal         bytea       check (length(seal) = 32),
  use          bytea       check (length(use) = 32),
  number       bigint,
  block_number bigint,
  mismatches   jsonb       not null,
  first_seen   timestamptz not null,
  last_seen    timestamptz not null,
  -- null: it still holds
  mended_at    timestamptz
);
create unique index one_open_finding on ledger.finding (kind, book, subject) where mended_at is null;
create index findings_of_seal on ledger.finding (seal) where mended_at is null and seal is not null;
create index findings_of_entry on ledger.finding (entry_id) where mended_at is null and entry_id is not null;
create index findings_by_time on ledger.finding (last_seen desc);
create trigger guard before delete or truncate on ledger.finding execute function shared.append_only();
