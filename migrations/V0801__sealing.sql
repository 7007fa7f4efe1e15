-- Stamping: drafts with their uploads, uses and the sealed documents that wait for their owner.
create schema sealing;

-- A document on its way to be stamped. It can be left, resumed and thrown away.
create table sealing.draft (
  id uuid primary key,
  version bigint not null,
  person_id uuid not null,
  seal_number text not null,
  file_name text not null,
  file_length integer not null check (file_length between 1 and 50000000),
  signatures integer not null check (signatures >= 0),
  -- pages as their reader sees them, in tenths of a millimetre: width, height, width, height …
  page_sizes integer[] not null check (cardinality(page_sizes) > 0),
  -- null until the person has been to the page in question
  page integer check (page > 0),
  position_left integer,
  position_top integer,
  purpose text,
  -- the use that is being made of it; null while it can still be changed
  use_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((page is null) = (position_left is null) and (page is null) = (position_top is null))
);
create index on sealing.draft (person_id, changed_at desc);

create table sealing.upload (
  draft_id uuid primary key references sealing.draft on delete cascade,
  file bytea not null
);

-- Every use of every seal, also those that came to nothing. Rows change only as their status goes on.
create table sealing.use (
  id uuid primary key,
  version bigint not null,
  code text not null unique,
  seal_number text not null,
  seal_on_chain bytea not null check (octet_length(seal_on_chain) = 32),
  person_id uuid not null,
  status text not null check (status in
    ('REQUESTED', 'AUTHORISED', 'SEALED', 'RECORDED', 'RELEASED', 'REFUSED', 'VOID')),
  salt bytea not null check (octet_length(salt) = 16),
  file_name text not null,
  file_length integer not null,
  pages integer not null,
  page integer not null,
  position_left integer not null,
  position_top integer not null,
  purpose text not null,
  authorised_digest bytea check (octet_length(authorised_digest) = 32),
  sealed_digest bytea check (octet_length(sealed_digest) = 32),
  purpose_digest bytea check (octet_length(purpose_digest) = 32),
  entry_id uuid unique,
  -- given by the chain
  number bigint,
  refusal text,
  requested_at timestamptz not null,
  authorised_at timestamptz,
  sealed_at timestamptz,
  recorded_at timestamptz,
  released_at timestamptz,
  ended_at timestamptz,
  check (status not in ('SEALED', 'RECORDED', 'RELEASED') or (entry_id is not null and sealed_digest is not null)),
  check (status not in ('RECORDED', 'RELEASED') or number is not null),
  check (status not in ('REFUSED', 'VOID') or refusal is not null)
);
create index on sealing.use (seal_number, requested_at desc);
create index on sealing.use (person_id, requested_at desc);
create index on sealing.use (status, requested_at) where status in ('REQUESTED', 'AUTHORISED');
create trigger guard before delete or truncate on sealing.use execute function shared.append_only();

-- The sealed documents. One that the chain refused is deleted; its use stays.
create table sealing.sealed_document (
  use_id uuid primary key references sealing.use,
  file bytea not null
);
create trigger guard before update on sealing.sealed_document execute function shared.append_only();
